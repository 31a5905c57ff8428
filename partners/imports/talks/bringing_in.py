"""The dry run of a file of talks, bringing it in, and taking it back."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import IO
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.event_tables import events_of
from common.history import recording
from common.refusal import Refusal
from common.rewind import changed_since, undo_change
from common.spreadsheets.reading import read
from common.spreadsheets.table import Limits, Table
from common.spreadsheets.writing import csv_chunks, write_xlsx
from partners.imports.talks.columns import guessed, mapped
from partners.imports.talks.reading import Reader, ReadTalk
from partners.imports.values import DateOrder
from partners.models import Touchpoint, TouchpointContact, TouchpointMember

BATCH = 1000
PARTS = (TouchpointContact, TouchpointMember)


@dataclass(frozen=True)
class DryRun:
    """What every row of the file would do: `new` are written, `same` are here already."""

    file_name: str
    headings: list[str]
    columns: dict[str, int]
    rows: list[ReadTalk]

    @property
    def new(self) -> list[ReadTalk]:
        return [row for row in self.rows if row.talk and not row.is_here]

    @property
    def same(self) -> list[ReadTalk]:
        return [row for row in self.rows if row.is_here]

    @property
    def rejected(self) -> list[ReadTalk]:
        return [row for row in self.rows if row.fault]

    @property
    def with_unknown(self) -> list[ReadTalk]:
        """Rows that come in without somebody whom they name."""
        return [row for row in self.new if row.unknown]

    @property
    def mapping(self) -> dict[str, str]:
        """Heading → the field that it fills."""
        return {self.headings[place]: field for field, place in self.columns.items()}


def headings_of(path: Path, *, file_name: str) -> list[str]:
    """Raises UnreadableFile for what is no table."""
    return [column.name for column in _table(path, file_name).columns]


def dry_run(
    coalition: Coalition,
    path: Path,
    *,
    file_name: str,
    on: date,
    told: Mapping[str, str] | None = None,
    day_first: bool = False,
) -> DryRun:
    """Read and judge every row. A row that stands twice in the file is new once.

    Raises UnreadableFile for what is no table, and Refusal when partner or day have no column.
    """
    table = _table(path, file_name)
    headings = [column.name for column in table.columns]
    columns = mapped(headings, told or {})
    reader = Reader(coalition, headings, columns, today=on, order=DateOrder(day_first=day_first))
    rows = list(_once(reader.read(row.number, row.cells) for row in table.rows))
    return DryRun(file_name, headings, columns, rows)


def _table(path: Path, file_name: str) -> Table:
    limits = Limits(max_bytes=settings.IMPORT_MAX_BYTES, max_rows=settings.IMPORT_MAX_ROWS)
    return read(
        path, name=file_name, limits=limits, known_heading=lambda heading: bool(guessed([heading]))
    )


def _once(rows: Iterator[ReadTalk]) -> Iterator[ReadTalk]:
    seen: set[tuple[object, ...]] = set()
    for row in rows:
        talk = row.talk
        key = (talk.organisation_id, talk.on, talk.kind, talk.said) if talk else None
        if key in seen:
            yield ReadTalk(row.number, row.cells, row.talk, is_here=True, partner=row.partner)
            continue
        if key:
            seen.add(key)
        yield row


@transaction.atomic
def bring_in(run: DryRun, *, by: Person, at: datetime) -> UUID:
    """Write what is new, all or nothing; returns the change by which it can be taken back."""
    if not run.new:
        raise Refusal(_("Nothing in this file is new."))
    with recording("touchpoints.imported", by=by, reason=run.file_name) as change:
        for begin in range(0, len(run.new), BATCH):
            _write(run.new[begin : begin + BATCH], by=by, at=at)
    return change


def _write(rows: list[ReadTalk], *, by: Person, at: datetime) -> None:
    talks = [row.talk for row in rows if row.talk]
    for talk in talks:
        talk.logged_by, talk.logged_at = by, at
        if talk.follow_up_on and not talk.follow_up_by_id:
            talk.follow_up_by = by
    Touchpoint.objects.bulk_create(talks)
    TouchpointContact.objects.bulk_create(
        TouchpointContact(coalition_id=talk.coalition_id, touchpoint=talk, contact_id=pk)
        for row, talk in zip(rows, talks, strict=True)
        for pk in row.contacts
    )
    TouchpointMember.objects.bulk_create(
        TouchpointMember(coalition_id=talk.coalition_id, touchpoint=talk, person_id=pk)
        for row, talk in zip(rows, talks, strict=True)
        for pk in row.members or (by.pk,)
    )


@transaction.atomic
def take_back(coalition: Coalition, change_id: UUID, *, by: Person | None) -> tuple[int, int]:
    """Take an import back; a talk that somebody has changed since stays. How many went, and stayed.

    Raises Refusal when that change was no import of talks of this coalition.
    """
    made = _made_by(coalition, change_id)
    written = set(made.values_list("pgh_obj_id", flat=True))
    here = set(Touchpoint.objects.filter(pk__in=written).values_list("pk", flat=True))
    if not here:
        raise Refusal(_("There is no such import, or it is taken back already."))
    kept = {row.pk for row in changed_since(change_id, models=[Touchpoint])} & here
    theirs, ours = (part.objects.filter(touchpoint__in=kept) for part in PARTS)
    leaving: dict[type[Model], set[int]] = {
        Touchpoint: kept,
        TouchpointContact: set(theirs.values_list("pk", flat=True)),
        TouchpointMember: set(ours.values_list("pk", flat=True)),
    }
    with recording("touchpoints.import_undone", by=by):
        undo_change(change_id, models=[Touchpoint, *PARTS], leaving=leaving)
    return len(here - kept), len(kept)


def was_brought_in(coalition: Coalition, change_id: UUID) -> bool:
    """Whether that change was an import of talks of this coalition, taken back since or not."""
    return _made_by(coalition, change_id).exists()


def _made_by(coalition: Coalition, change_id: UUID) -> QuerySet:
    return events_of(Touchpoint).filter(
        pgh_context_id=change_id,
        coalition_id=coalition.pk,
        pgh_context__verb="touchpoints.imported",
    )


def rejects(run: DryRun) -> Iterator[bytes]:
    """The rows that could not be read, as a file of the same shape with the reason in a last column."""
    return csv_chunks(columns=[*run.headings, _("Reason")], rows=_to_mend(run))


def write_rejects_as_xlsx(run: DryRun, out: IO[bytes]) -> None:
    columns = [*run.headings, _("Reason")]
    write_xlsx(out, columns=columns, rows=_to_mend(run), sheet_name=_("Rejected rows"))


def _to_mend(run: DryRun) -> Iterator[list[str]]:
    width = len(run.headings)
    return ([*[*row.cells, *[""] * width][:width], row.fault] for row in run.rejected)
