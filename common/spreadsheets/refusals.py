"""The sentences with which files are refused, where more than one place says them."""

from django.utils.translation import gettext as _

from common.spreadsheets.table import UnreadableFile


def locked() -> UnreadableFile:
    return UnreadableFile(
        _(
            "This file is protected by a password. "
            "Please open it, save a copy without a password and choose that file."
        )
    )


def damaged() -> UnreadableFile:
    return UnreadableFile(
        _(
            "This file is damaged and cannot be opened. "
            "Please open it in a spreadsheet program, save it again and choose that file."
        )
    )


def too_heavy() -> UnreadableFile:
    return UnreadableFile(
        _(
            "This workbook takes too much memory or time to open, often because of content far away "
            "from the table. Please copy the table into a new workbook and choose that file."
        )
    )


def stranger(what: str) -> UnreadableFile:
    """`what` says in the reader's language what the file is: "a picture"."""
    return UnreadableFile(
        _(
            "This file is %(what)s, whatever its name says. "
            "Please save the table as an Excel workbook (.xlsx) or as CSV and choose that file."
        )
        % {"what": what}
    )


def no_rows() -> UnreadableFile:
    return UnreadableFile(
        _(
            "This file has no rows beneath its headings. "
            "Please choose a file with a row of headings and at least one row of content."
        )
    )
