"""The zip archives that XLSX and ODS files are: which kind, and whether it is safe to open them.

Nothing is unpacked to disk or kept. Archives inside the archive are never opened, so they cannot grow.
The directory of an archive may lie about sizes: here every part is unpacked once, chunk by chunk and
no further than the directory says, and must then match its checksum; what still gets past is held by
the memory limit of the process that opens the workbook.
"""

import zipfile
import zlib
from pathlib import Path

from django.utils.translation import gettext as _

from common.spreadsheets import refusals
from common.spreadsheets.table import MEBIBYTE, Limits, UnreadableFile

_MAX_PARTS = 5_000
_ALWAYS_FINE = 20 * MEBIBYTE  # unpacked; beneath it the ratio does not matter
_CHUNK = MEBIBYTE
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_LOCKED_BIT = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    KeyError,
    NotImplementedError,  # a compression that workbooks never use
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)


def check_archive(path: Path, *, limits: Limits) -> None:
    """Raise UnreadableFile unless this is a workbook whose parts are whole and of honest size."""
    try:
        with zipfile.ZipFile(path) as archive:
            _check_directory(archive, packed_bytes=path.stat().st_size, limits=limits)
            _check_kind(archive)
            _check_parts(archive)
    except _BROKEN as error:
        raise refusals.damaged() from error


def _check_directory(archive: zipfile.ZipFile, *, packed_bytes: int, limits: Limits) -> None:
    parts = archive.infolist()
    if any(part.flag_bits & _LOCKED_BIT for part in parts):
        raise refusals.locked()
    unpacked = sum(part.file_size for part in parts)
    is_bomb = unpacked > max(_ALWAYS_FINE, packed_bytes * limits.max_ratio)
    if is_bomb or unpacked > limits.max_unpacked_bytes or len(parts) > _MAX_PARTS:
        raise UnreadableFile(
            _(
                "This file is small but unpacks to %(size)d MB, more than can be read. "
                "Please copy the table into a new workbook and choose that file."
            )
            % {"size": unpacked // MEBIBYTE}
        )


def _check_kind(archive: zipfile.ZipFile) -> None:
    names = {part.filename.replace("\\", "/").lower() for part in archive.infolist()}
    is_ods = "mimetype" in names and _beginning(archive, "mimetype").strip() == _ODS
    if is_ods:
        _check_not_locked(archive, names=names)
    elif "xl/workbook.xml" not in names:
        raise refusals.stranger(_stranger(names))


def _check_not_locked(archive: zipfile.ZipFile, *, names: set[str]) -> None:
    """ODS keeps its parts encrypted one by one, or since LibreOffice 24.8 in one part."""
    if "encrypted-package" in names or b"encryption-data" in _beginning(
        archive, "META-INF/manifest.xml"
    ):
        raise refusals.locked()


def _beginning(archive: zipfile.ZipFile, part: str) -> bytes:
    with archive.open(part) as content:
        return content.read(_CHUNK)


def _stranger(names: set[str]) -> str:
    folders = {name.split("/")[0] for name in names}
    if "word" in folders:
        return _("a Word document")
    if "ppt" in folders:
        return _("a presentation")
    if "xl/workbook.bin" in names:
        return _("a binary Excel workbook (.xlsb)")
    if any(name.endswith(".iwa") for name in names) or "index.zip" in names:
        return _("an Apple document (Numbers, Pages or Keynote)")
    if "mimetype" in names:
        return _("an OpenDocument file, but not a spreadsheet")
    return _("a packed archive")


def _check_parts(archive: zipfile.ZipFile) -> None:
    for part in archive.infolist():
        with archive.open(part) as content:
            chunk = content.read(_CHUNK)
            # Workbooks have no document type; it is there only to declare entities that grow or fetch.
            if part.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in chunk:
                raise refusals.damaged()
            while chunk:
                chunk = content.read(_CHUNK)
