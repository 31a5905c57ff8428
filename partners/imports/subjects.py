"""What a spreadsheet can tell of, and what differs between them.

A run, its rows, the dry run, the apply, the undo and the file of rejected rows are the same for all.
A subject brings the reading of a row, the plan of what the rows would do, and the tables that it writes.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol

from django.db import models

from partners.imports import work
from partners.imports.columns import Columns
from partners.imports.drafts import Draft
from partners.imports.options import Lists, Options
from partners.imports.planning import Planned, Planner
from partners.imports.profiles import PARTS
from partners.imports.reading import Reader
from partners.imports.services.planning import ServicePlanner
from partners.imports.services.reading import ServiceReader
from partners.imports.services.saving import save as save_services
from partners.imports.services.states import LISTS
from partners.imports.talks.planning import TalkPlanner
from partners.imports.talks.planning import save as save_talks
from partners.imports.talks.reading import TalkReader
from partners.imports.ties.planning import TiePlanner, save
from partners.imports.ties.reading import TieReader
from partners.imports.values import term_key
from partners.imports.writing import write_partners
from partners.models import (
    Alias,
    ImportRun,
    Organisation,
    Relation,
    Service,
    ServiceFunder,
    ServiceLocation,
    ServiceTerm,
    Term,
    Tie,
    Touchpoint,
    TouchpointContact,
    TouchpointMember,
    Vocabulary,
)


class RowReader(Protocol):
    def draft(self, number: int, cells: Sequence[str]) -> Draft: ...


class Plan(Protocol):
    lists: Lists

    def batches(self) -> Iterator[Planned]: ...


class Subject(Protocol):
    """`tracked` names the tables from parents to children, as common.history.rewind wants them."""

    tracked: Sequence[type[models.Model]]

    def reader(self, run: ImportRun) -> RowReader: ...

    def plan(self, run: ImportRun, *, applies: bool) -> Plan: ...

    def write(self, run: ImportRun, *, at: datetime) -> int:
        """Write what the plan comes to; return how many were written. Raises Drift."""
        ...


class Partners:
    tracked = (Term, Organisation, *PARTS)

    def reader(self, run: ImportRun) -> RowReader:
        lists, columns = Lists.of(run.coalition), Columns.of(run.coalition)
        told = run.columns_by_position.items()
        return Reader(
            # A field that was retired since the columns were confirmed is filled no more.
            fields={position: key for position, key in told if columns.is_known(key)},
            headings=run.headings,
            options=Options.from_json(run.options),
            known_terms={name: lists.known(name) for name in Vocabulary.values},
            columns=columns,
            today=run.coalition.day(at=run.created_at),
            known_names=frozenset(map(term_key, Alias.objects.names_in(run.coalition))),
        )

    def plan(self, run: ImportRun, *, applies: bool) -> Plan:
        return Planner(run, applies=applies)

    def write(self, run: ImportRun, *, at: datetime) -> int:
        return write_partners(run, Planner(run, applies=True), at=at)


class Ties:
    tracked = (Relation, Organisation, Tie)

    def reader(self, run: ImportRun) -> RowReader:
        return TieReader.of(run)

    def plan(self, run: ImportRun, *, applies: bool) -> Plan:
        return TiePlanner(run, applies)

    def write(self, run: ImportRun, *, at: datetime) -> int:
        plan = TiePlanner(run, applies=True)
        done = 0
        for planned in plan.batches():
            done += len(planned.rows)
            work.report(run, done)
        return save(plan)


class Services:
    tracked = (Term, Organisation, Service, ServiceLocation, ServiceTerm, ServiceFunder)

    def reader(self, run: ImportRun) -> RowReader:
        lists = Lists.of(run.coalition)
        known = {name: lists.known(vocabulary) for name, vocabulary in LISTS.items()}
        return ServiceReader.of(run, {**known, "area": lists.known(Vocabulary.AREA)})

    def plan(self, run: ImportRun, *, applies: bool) -> Plan:
        return ServicePlanner(run, applies)

    def write(self, run: ImportRun, *, at: datetime) -> int:
        plan = ServicePlanner(run, applies=True)
        done = 0
        for planned in plan.batches():
            done += len(planned.rows)
            work.report(run, done)
        return save_services(plan)


class Talks:
    tracked = (Touchpoint, TouchpointContact, TouchpointMember)

    def reader(self, run: ImportRun) -> RowReader:
        return TalkReader.of(run)

    def plan(self, run: ImportRun, *, applies: bool) -> Plan:
        return TalkPlanner(run, applies)

    def write(self, run: ImportRun, *, at: datetime) -> int:
        done = written = 0
        for planned in TalkPlanner(run, applies=True).batches():
            written += save_talks(run, planned.rows, at=at)
            done += len(planned.rows)
            work.report(run, done)
        return written


SUBJECTS: dict[str, Subject] = {
    ImportRun.Subject.PARTNERS.value: Partners(),  # type: ignore[dict-item]
    ImportRun.Subject.TIES.value: Ties(),  # type: ignore[dict-item]
    ImportRun.Subject.SERVICES.value: Services(),  # type: ignore[dict-item]
    ImportRun.Subject.TALKS.value: Talks(),  # type: ignore[dict-item]
}


def of(run: ImportRun) -> Subject:
    return SUBJECTS[run.subject]
