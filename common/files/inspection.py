"""What a file is, told by its content. Its name only says what it claims to be.

The name must name a kind of the list, the content must be of that kind, and nothing in it may run: no
program, no script, no web page or drawing with scripts, no macro. Archives are unpacked once, to their
ends, and must be of honest size.
"""

import re
import zipfile
from dataclasses import dataclass
from typing import IO

import puremagic
from django.template.defaultfilters import filesizeformat
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from common.files import archives
from common.files.kinds import BY_EXTENSION, DANGEROUS, Kind, labels
from common.refusal import Refusal

_HEAD = 4096  # bytes from which most files can be told
_CHUNK = 1024 * 1024
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Windows, Linux, Java and macOS
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xfe\xed\xfa", b"\xcf\xfa\xed\xfe")
_SCRIPT = re.compile(rb"\A\s*(#!|@echo\b|<\?php)", re.IGNORECASE)
# What makes a browser take a text for a page: "<html", "<!DOCTYPE", "<svg", "<script", "<?xml" …
_PAGE = re.compile(
    rb"<\s*(!doctype|html|head|body|script|svg|\?xml|iframe|object|embed|style|title|meta|form)\b",
    re.IGNORECASE,
)
# The part in which old office files keep their macros; its name is UTF-16 there.
_OLE_MACROS = "_VBA_PROJECT".encode("utf-16-le")
_ZIP_MACROS = ("vbaproject.bin", "vbadata.xml")
_NOT_IN_TEXT = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")


class UnwelcomeFile(Refusal):
    """Why a file is not kept, as a sentence without its name."""


@dataclass(frozen=True, kw_only=True)
class FileLimits:
    """The most that one file may ask of this machine."""

    max_bytes: int
    max_unpacked_bytes: int = 500 * 1024 * 1024
    max_ratio: int = 150  # unpacked size to file size; honest documents stay under 50


def inspect(file: IO[bytes], *, name: str, size: int, limits: FileLimits) -> Kind:
    """The kind of the file, whose reading position is at its beginning again. Raises UnwelcomeFile."""
    if not size:
        raise UnwelcomeFile(_("It is empty."))
    if size > limits.max_bytes:
        raise UnwelcomeFile(
            _("It is too large: %(size)s. A file may have %(most)s.")
            % {"size": filesizeformat(size), "most": filesizeformat(limits.max_bytes)}
        )
    file.seek(0)
    head = file.read(_HEAD)
    _refuse_what_runs(head, extension=extension_of(name))
    kind = BY_EXTENSION.get(extension_of(name))
    if kind is None:
        raise UnwelcomeFile(
            _("Files of this kind cannot be kept here. These can: %(kinds)s.")
            % {"kinds": get_text_list(labels(), _("and"))}
        )
    _check_content(file, head, kind=kind, size=size, limits=limits)
    file.seek(0)
    return kind


def extension_of(name: str) -> str:
    """“Minutes.final.PDF ” is pdf. Windows forgets dots and blanks at the end of a name."""
    return name.rstrip(". ").rpartition(".")[2].lower() if "." in name.rstrip(". ") else ""


def _refuse_what_runs(head: bytes, *, extension: str) -> None:
    is_program = head.startswith(_PROGRAMS) and b"\0" in head[:64]  # "MZ" may begin a text
    if extension in DANGEROUS or is_program or _SCRIPT.match(head):
        raise _dangerous()


def _dangerous() -> UnwelcomeFile:
    return UnwelcomeFile(
        _(
            "It is a program, a script, a web page or a file with macros, which could harm whoever opens it. "
            "If it is a document, please save it as PDF and choose that file."
        )
    )


def _check_content(
    file: IO[bytes], head: bytes, *, kind: Kind, size: int, limits: FileLimits
) -> None:
    nature, _space, part = kind.told_by.partition(" ")
    if nature == "zip":
        _check_package(file, part=part, size=size, limits=limits)
    elif nature == "ole":
        _check_old_office(file, head)
    elif nature == "text":
        _check_text(file)
    elif nature not in _told_by_signature(head):
        raise _another_kind()


def _told_by_signature(head: bytes) -> set[str]:
    """Every extension whose signature the beginning carries."""
    try:
        return {match.extension.lstrip(".") for match in puremagic.magic_string(head)}
    except puremagic.PureError:
        return set()


def _another_kind() -> UnwelcomeFile:
    return UnwelcomeFile(
        _(
            "Its content is not what its name says. "
            "Please open it in the program it comes from, save it again and choose that file."
        )
    )


# ---------------------------------------------------------------- office files


def _check_package(file: IO[bytes], *, part: str, size: int, limits: FileLimits) -> None:
    try:
        with archives.opened(file) as archive:
            archives.check_directory(
                archive,
                packed_bytes=size,
                max_unpacked_bytes=limits.max_unpacked_bytes,
                max_ratio=limits.max_ratio,
            )
            _check_parts(archive, part=part)
    except archives.BrokenArchive as error:
        raise _another_kind() from error
    except archives.LockedArchive as error:
        raise UnwelcomeFile(
            _("It is protected by a password. Please save a copy without one and choose that.")
        ) from error
    except archives.SwellingArchive as error:
        raise UnwelcomeFile(
            _("It is small but unpacks to %(size)s, which no honest document does.")
            % {"size": filesizeformat(error.unpacked_bytes)}
        ) from error


def _check_parts(archive: zipfile.ZipFile, *, part: str) -> None:
    """`part` is the document that makes an Office file, or the media type of an OpenDocument one."""
    names = archives.names_in(archive)
    is_open = "mimetype" in names and archives.beginning(archive, "mimetype").strip()
    if part not in names and is_open != part.encode():
        raise _another_kind()
    for name, _content in archives.parts(archive):
        lowered = name.lower()
        is_basic = lowered.startswith("basic/") and not lowered.endswith("/")
        if is_basic or lowered.endswith(_ZIP_MACROS):
            raise _dangerous()


def _check_old_office(file: IO[bytes], head: bytes) -> None:
    """Word, Excel and PowerPoint before 2007 share one container; only its start and macros are told."""
    if not head.startswith(_OLE):
        raise _another_kind()
    file.seek(0)
    tail = b""
    while chunk := file.read(_CHUNK):
        if _OLE_MACROS in tail + chunk:
            raise _dangerous()
        tail = chunk[-64:]


# ---------------------------------------------------------------- texts


def _check_text(file: IO[bytes]) -> None:
    """A text is what decodes and has no control characters; and no browser may take it for a page."""
    file.seek(0)
    content = file.read()  # no longer than the size limit, which was checked
    text = _decoded(content)
    if text is None or _NOT_IN_TEXT.search(text):
        raise _another_kind()
    if _PAGE.search(text[:_HEAD].encode()):
        raise _dangerous()


def _decoded(content: bytes) -> str | None:
    encodings = ["utf-16"] if content[:2] in (b"\xff\xfe", b"\xfe\xff") else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None
