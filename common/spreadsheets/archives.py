"""The zip archives that XLSX and ODS files are: which kind, and whether it is safe to open them.

What still gets past these checks is held by the memory limit of the process that opens the workbook.
"""

import zipfile
from pathlib import Path

from django.utils.translation import gettext as _

from common.files import archives
from common.spreadsheets import refusals
from common.spreadsheets.table import MEBIBYTE, Limits, UnreadableFile

_ODS = b"application/vnd.oasis.opendocument.spreadsheet"


def check_archive(path: Path, *, limits: Limits) -> None:
    """Raise UnreadableFile unless this is a workbook whose parts are whole and of honest size."""
    try:
        with archives.opened(path) as archive:
            archives.check_directory(
                archive,
                packed_bytes=path.stat().st_size,
                max_unpacked_bytes=limits.max_unpacked_bytes,
                max_ratio=limits.max_ratio,
            )
            _check_kind(archive)
            _check_parts(archive)
    except archives.BrokenArchive as error:
        raise refusals.damaged() from error
    except archives.LockedArchive as error:
        raise refusals.locked() from error
    except archives.SwellingArchive as error:
        raise _swelling(error.unpacked_bytes) from error


def _swelling(unpacked_bytes: int) -> UnreadableFile:
    return UnreadableFile(
        _(
            "This file is small but unpacks to %(size)d MB, more than can be read. "
            "Please copy the table into a new workbook and choose that file."
        )
        % {"size": unpacked_bytes // MEBIBYTE}
    )


def _check_kind(archive: zipfile.ZipFile) -> None:
    names = archives.names_in(archive)
    is_ods = "mimetype" in names and archives.beginning(archive, "mimetype").strip() == _ODS
    if is_ods:
        _check_not_locked(archive, names=names)
    elif "xl/workbook.xml" not in names:
        raise refusals.stranger(_stranger(names))


def _check_not_locked(archive: zipfile.ZipFile, *, names: set[str]) -> None:
    """ODS keeps its parts encrypted one by one, or since LibreOffice 24.8 in one part."""
    if "encrypted-package" in names or b"encryption-data" in archives.beginning(
        archive, "META-INF/manifest.xml"
    ):
        raise refusals.locked()


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
    for name, beginning in archives.parts(archive):
        # Workbooks have no document type; it is there only to declare entities that grow or fetch.
        if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in beginning:
            raise refusals.damaged()
