"""The first step: a file, or the tables of a directory, are uploaded, and the columns are guessed."""

import tempfile
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

from django.core.files import File
from django.core.files.base import ContentFile
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.spreadsheets.writing import csv_chunks
from partners.imports import mapping as mappings
from partners.imports.rows.starting import begin, columns_of
from partners.imports.services.columns import guess, is_field, known_key, missing_in
from partners.imports.services.joining import HEADINGS, Joined
from partners.imports.services.tables import tables_of
from partners.models import ImportRun


def start(
    coalition: Coalition, uploads: Sequence[File], *, by: Person | None, at: datetime
) -> ImportRun:
    """Keep the file, or what several tables come to, and guess its columns. Raises UnreadableFile."""
    upload, name = _one(uploads)
    subject = ImportRun.Subject.SERVICES
    return begin(coalition, upload, subject=subject, look=_look, by=by, at=at, told_name=name)


def _one(uploads: Sequence[File]) -> tuple[File, str]:
    names = [Path(str(one.name)).name for one in uploads]
    if len(uploads) == 1:
        return uploads[0], names[0]
    return ContentFile(joined(uploads), name="services.csv"), _told(names)


def _told(names: Sequence[str]) -> str:
    """ "services.csv, locations.csv and 3 more"."""
    if len(names) <= 3:  # noqa: PLR2004 - as many as a line names
        return ", ".join(names)
    words = _("%(files)s and %(n)d more")
    return words % {"files": ", ".join(names[:2]), "n": len(names) - 2}


def joined(uploads: Sequence[File]) -> bytes:
    """The tables as one, a row for each service at each of its places. Raises UnreadableFile."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        files = []
        for place, upload in enumerate(uploads):
            name = Path(str(upload.name)).name
            copy = folder / f"{place}{Path(name).suffix.lower()[:8]}"
            with copy.open("wb") as out:
                out.writelines(upload.chunks())
            files.append((name, copy))
        rows = Joined(tables_of(files)).rows()
        return b"".join(csv_chunks(columns=list(HEADINGS), rows=rows))


def _look(run: ImportRun) -> None:
    run.mapping = guess(columns_of(run, known_key))
    known = mappings.remembered(run.coalition, run.headings)
    if known is None or not all(map(is_field, known.mapping.values())) or missing_in(known.mapping):
        return
    run.options = known.options
    # Tables that were joined always have the same headings; what stands beneath them differs.
    if run.headings != list(HEADINGS):
        run.mapping = known.mapping
