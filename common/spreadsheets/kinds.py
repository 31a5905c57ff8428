"""What a file is, judged by its content. Its name and the browser's word for it are not believed."""

import enum
import re
from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.spreadsheets import refusals
from common.spreadsheets.archives import check_archive
from common.spreadsheets.table import MEBIBYTE, Limits, UnreadableFile

_HEAD = 4096
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = (
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # the container of Office before 2007 and of locked files
)
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<[a-z!?]", re.IGNORECASE)
_WEB_PAGE = re.compile(rb"<(?:!doctype html|html|head|body|meta|table)", re.IGNORECASE)

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF87a", b"GIF89a", b"II*\x00", b"MM\x00*", b"RIFF")
_PACKED = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"BZh", b"\xfd7zXZ", b"\x28\xb5\x2f\xfd")
_STRANGERS = (
    ((b"%PDF",), gettext_lazy("a PDF document")),
    (_PICTURES, gettext_lazy("a picture")),
    (_PACKED, gettext_lazy("a packed archive")),
    ((b"{\\rtf",), gettext_lazy("a text document")),
    ((b"SQLite format 3",), gettext_lazy("a database")),
    ((b"\x7fELF", b"MZ\x90"), gettext_lazy("a program")),
)


class Kind(enum.Enum):
    TEXT = enum.auto()
    WORKBOOK = enum.auto()


def kind_of(path: Path, *, limits: Limits) -> Kind:
    """Tell text from workbook; raise UnreadableFile for everything else."""
    _check_size(path.stat().st_size, limits=limits)
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(_ZIP):
        check_archive(path, limits=limits)
        return Kind.WORKBOOK
    if head.startswith(_OLE):
        raise _old_office(path.read_bytes())
    _refuse_strangers(head)
    return Kind.TEXT


def _check_size(size: int, *, limits: Limits) -> None:
    if size == 0:
        raise UnreadableFile(_("This file is empty. Please choose a file with content."))
    if size > limits.max_bytes:
        raise UnreadableFile(
            _(
                "This file has more than %(limit)d MB, the most that can be read. "
                "Please split it into several files."
            )
            % {"limit": limits.max_bytes // MEBIBYTE}
        )


def _old_office(content: bytes) -> UnreadableFile:
    """The directory of the container names its streams in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return refusals.locked()
    if "WordDocument".encode("utf-16-le") in content:
        return refusals.stranger(_("a Word document"))
    return UnreadableFile(
        _(
            "This file is in the Excel format from before 2007 (.xls). "
            "Please open it, save it as an Excel workbook (.xlsx) and choose that file."
        )
    )


def _refuse_strangers(head: bytes) -> None:
    for signatures, what in _STRANGERS:
        if head.startswith(signatures):
            raise refusals.stranger(str(what))
    if head[4:8] == b"ftyp":
        raise refusals.stranger(_("a picture or a film"))
    if _MARKUP.match(head):
        is_web_page = _WEB_PAGE.search(head)
        raise refusals.stranger(_("a web page") if is_web_page else _("an XML document"))
