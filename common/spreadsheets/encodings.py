"""How the characters of a text file are written."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from common.spreadsheets import refusals

_SAMPLE = 64 * 1024
_CHUNK = 1024 * 1024
_MARKS = (  # UTF-32 first: its mark begins with the one of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TEXT_CONTROLS = "\t\n\x0b\x0c\r\x1a\x1c\x1d\x1e\x1f"
_MOST_CONTROLS = 0.005  # of a text's characters; random bytes have a tenth
_SPECIAL = re.compile("[^\x00-\x7f]")
_STRAY = re.compile("[\udc80-\udcff]")

# `surrogateescape` keeps a byte that is no UTF-8 as a lone surrogate; this is what the byte meant.
STRAY_BYTES = {
    0xDC00 + byte: bytes([byte]).decode("cp1252", errors="replace") for byte in range(0x80, 0x100)
}


@dataclass(frozen=True)
class Encoding:
    name: str
    errors: str = "replace"


def encoding_of(path: Path) -> Encoding:
    """Find the encoding from a mark or the bytes; raise UnreadableFile when this is no text at all."""
    with path.open("rb") as file:
        sample = file.read(_SAMPLE)
    encoding = _marked(sample) or _unmarked_utf16(sample) or _from_all_bytes(path, sample=sample)
    _check_is_text(sample.decode(encoding.name, errors="replace"))
    return encoding


def _marked(sample: bytes) -> Encoding | None:
    for mark, name in _MARKS:
        if sample.startswith(mark):
            return Encoding(name)
    return None


def _unmarked_utf16(sample: bytes) -> Encoding | None:
    """Latin letters in UTF-16 have a zero in every second byte, and only there."""
    pairs = len(sample) // 2
    zeros_first, zeros_second = sample[0::2].count(0), sample[1::2].count(0)
    if zeros_second > pairs * 0.4 and zeros_first < pairs * 0.05:
        return Encoding("utf-16-le")
    if zeros_first > pairs * 0.4 and zeros_second < pairs * 0.05:
        return Encoding("utf-16-be")
    return None


def _from_all_bytes(path: Path, *, sample: bytes) -> Encoding:
    """UTF-8 if all or most of the file's special characters are; else what old programs wrote.

    One byte pasted from elsewhere must not garble every other name, so UTF-8 needs only a majority.
    """
    is_marked = sample.startswith(codecs.BOM_UTF8)
    utf8 = "utf-8-sig" if is_marked else "utf-8"
    good, stray = _count_special(path)
    if not stray:
        return Encoding(utf8)
    if is_marked or good > stray:
        return Encoding(utf8, errors="surrogateescape")
    if b"\r" in sample and b"\n" not in sample:
        # "CSV (Macintosh)" of Excel: the same programs end lines with CR.
        return Encoding("mac-roman")
    return Encoding("cp1252")


def _count_special(path: Path) -> tuple[int, int]:
    """Characters beyond ASCII that are UTF-8, and bytes that are not, in the whole file."""
    decoder = codecs.getincrementaldecoder("utf-8")(errors="surrogateescape")
    special = stray = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            text = decoder.decode(chunk, final=len(chunk) < _CHUNK)
            if text.isascii():
                continue
            special += len(_SPECIAL.findall(text))
            stray += len(_STRAY.findall(text))
    return special - stray, stray


def _check_is_text(text: str) -> None:
    controls = sum(character < " " and character not in _TEXT_CONTROLS for character in text)
    if "\0" in text or controls > len(text) * _MOST_CONTROLS:
        raise refusals.stranger(_("neither text nor a workbook"))
