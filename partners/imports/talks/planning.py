"""From what the rows say to talks: new, here already, or refused with a reason; then written."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import ngettext

from partners.imports.options import Lists
from partners.imports.planning import BATCH, Drift, Planned
from partners.imports.talks.reading import TalkReader
from partners.models import ImportRow, ImportRun, Touchpoint, TouchpointContact, TouchpointMember

Outcome = ImportRow.Outcome
Key = tuple[int, date, str, str]  # of whom, when, what kind, what happened
LOOK = 120  # letters of what happened that the dry run shows


@dataclass
class TalkPlanner:
    """Walks through one run. With `applies`, an outcome that the person has not seen stops it."""

    run: ImportRun
    applies: bool
    seen: set[Key] = field(default_factory=set)
    with_unknown: int = 0

    def __post_init__(self) -> None:
        self.lists = Lists.of(self.run.coalition)
        self.here = Touchpoint.objects.keys_in(self.run.coalition_id)
        self.reader = TalkReader.of(self.run)

    def batches(self) -> Iterator[Planned]:
        rows = self.run.rows.exclude(outcome=Outcome.REJECTED).order_by("number")
        numbers = list(rows.values_list("pk", flat=True))
        for start in range(0, len(numbers), BATCH):
            batch = list(self.run.rows.filter(pk__in=numbers[start : start + BATCH]))
            batch.sort(key=lambda row: row.number)
            for row in batch:
                self._plan(row)
            yield Planned(rows=batch)
        if self.with_unknown and not (self.applies or self.run.notice):
            self.run.notice = ngettext(
                "%(n)d row names somebody who is not known here, and comes in without them.",
                "%(n)d rows name somebody who is not known here, and come in without them.",
                self.with_unknown,
            ) % {"n": self.with_unknown}

    def _plan(self, row: ImportRow) -> None:
        if self.applies and self.reader.draft(row.number, row.cells).values != row.values:
            raise Drift(row.values["name"])
        before = row.outcome
        told = row.values
        key = (
            told["organisation"],
            date.fromisoformat(told["on"]),
            told["kind_of_talk"],
            told["said"],
        )
        is_here = key in self.here or key in self.seen
        self.seen.add(key)
        row.organisation_id = told["organisation"]
        row.outcome = Outcome.UNCHANGED if is_here else Outcome.NEW
        row.changes = [] if is_here else [_shown(told)]
        self.with_unknown += bool(row.notes) and not is_here
        if self.applies and row.outcome != before:
            raise Drift(told["name"])


def _shown(told: dict[str, Any]) -> list[str]:
    kind = Touchpoint.Kind(told["kind_of_talk"]).label
    what = f"{kind}: {told['said']}" if told["said"] else str(kind)
    return [date_format(date.fromisoformat(told["on"])), "", what[:LOOK]]


# ---------------------------------------------------------------- writing


def save(run: ImportRun, rows: list[ImportRow], *, at: datetime) -> int:
    """Write the talks of these rows with who took part in them; return how many that were."""
    by = run.asked_by_id or run.options["logged_by"]
    told = [row.values for row in rows if row.outcome == Outcome.NEW]
    talks = Touchpoint.objects.bulk_create(_talk(run, each, by=by, at=at) for each in told)
    pairs = list(zip(talks, told, strict=True))
    TouchpointContact.objects.bulk_create(
        TouchpointContact(coalition_id=run.coalition_id, touchpoint=talk, contact_id=pk)
        for talk, each in pairs
        for pk in each["contacts"]
    )
    TouchpointMember.objects.bulk_create(
        TouchpointMember(coalition_id=run.coalition_id, touchpoint=talk, person_id=pk)
        for talk, each in pairs
        for pk in each["members"] or [by]
    )
    return len(talks)


def _talk(run: ImportRun, told: dict[str, Any], *, by: int, at: datetime) -> Touchpoint:
    due = told["follow_up_on"]
    return Touchpoint(
        coalition_id=run.coalition_id,
        organisation_id=told["organisation"],
        kind=told["kind_of_talk"],
        direction=told["direction"],
        channel=told["channel"],
        on=date.fromisoformat(told["on"]),
        said=told["said"],
        asks=told["asks"],
        follow_up_on=date.fromisoformat(due) if due else None,
        follow_up_by_id=(told["follow_up_by"] or by) if due else None,
        logged_by_id=by,
        logged_at=at,
    )
