"""The first step: a file of talks is uploaded, looked at, and its columns are guessed."""

from datetime import datetime

from django.core.files import File

from accounts.models import Coalition, Person
from partners.imports import mapping as mappings
from partners.imports.rows.starting import begin, columns_of
from partners.imports.talks.columns import guess, is_field, known_key
from partners.models import ImportRun


def start(coalition: Coalition, upload: File, *, by: Person | None, at: datetime) -> ImportRun:
    """Keep the file and guess its columns. Raises UnreadableFile when it is none that we can read."""
    subject = ImportRun.Subject.TALKS
    return begin(coalition, upload, subject=subject, look=_look, by=by, at=at)


def _look(run: ImportRun) -> None:
    columns = columns_of(run, known_key)
    known = mappings.remembered(run.coalition, run.headings)
    if known is not None and all(map(is_field, known.mapping.values())):
        run.mapping = known.mapping
        run.options = {"day_first": bool(known.options.get("day_first"))}
    else:
        run.mapping = guess(columns)
