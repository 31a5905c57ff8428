"""Taking an import back: everything as it was, except partners that somebody has worked on since."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, cast
from uuid import UUID

from django.db import connection, models

from common.event_tables import event_model
from common.history import recording
from common.rewind import undo_change
from partners.imports import profiles, subjects, work
from partners.imports.services.undoing import ServiceOutlook
from partners.imports.ties.undoing import TieOutlook
from partners.models import (
    Classification,
    ImportRow,
    ImportRun,
    Organisation,
    SearchEntry,
    Service,
    ServiceFunder,
    ServiceLocation,
    ServiceTerm,
    Term,
    Tie,
)

Model = type[models.Model]
# What points at an organisation without being anybody's work on it.
SILENT = (SearchEntry, ImportRow)
WRITTEN: tuple[Model, ...] = (Organisation, *profiles.PARTS)
# What an import of something else hangs on organisations: its own rows are nobody's work on them.
BESIDE: tuple[Model, ...] = (Tie, Service, ServiceLocation, ServiceTerm, ServiceFunder)


@dataclass(frozen=True)
class Outlook:
    """What undoing a run would leave as it is: partners changed or used since, and words in use."""

    run: ImportRun

    @cached_property
    def kept_organisations(self) -> frozenset[int]:
        return frozenset(_changed_since(self.run) | _used_since(self.run))

    @cached_property
    def leaving(self) -> dict[Model, Collection[int]]:
        """The ids that stay as they are, by table: a kept partner stays with all its parts."""
        kept = list(self.kept_organisations)
        left: dict[Model, Collection[int]] = {
            part: _parts_of(part, self.run, kept) for part in profiles.PARTS
        }
        left[Organisation] = kept
        left[Term] = _terms_in_use(self.run, kept)
        return left

    def kept(self) -> Sequence[Organisation]:
        return list(
            Organisation.objects.filter(pk__in=self.kept_organisations)
            .select_related("coalition")
            .by_name()
        )

    def goes_back(self) -> int:
        """How many partners would be put back or taken away."""
        return len(_touched(self.run) - self.kept_organisations)


def outlook_of(run: ImportRun) -> Outlook | TieOutlook | ServiceOutlook:
    if run.subject == ImportRun.Subject.TIES:
        return TieOutlook(run, frozenset(_changed_since(run) | _used_since(run)))
    if run.subject == ImportRun.Subject.SERVICES:
        return ServiceOutlook(run, frozenset(_changed_since(run) | _used_since(run)))
    return Outlook(run)


def undo(run: ImportRun, *, at: datetime) -> None:
    work.wait_for_coalition(run)
    outlook = outlook_of(run)
    touched = _touched(run) - outlook.kept_organisations
    verb = f"{run.subject}.import_undone"
    with recording(verb, by=run.asked_by, reason=run.file_name):
        profiles.refresh_search_later()
        run.rows.exclude(organisation__in=outlook.kept_organisations).update(organisation=None)
        ImportRow.objects.filter(organisation__in=_created(run) & touched).update(organisation=None)
        undo_change(
            cast("UUID", run.change_id), models=subjects.of(run).tracked, leaving=outlook.leaving
        )
        profiles.refresh_search(touched)
    run.state, run.undone_at, run.done = ImportRun.State.UNDONE, at, run.total
    run.counts = run.counts | {"kept": len(outlook.kept_organisations)}
    run.save()


# ---------------------------------------------------------------- questions to history


def _events(model: Model) -> str:
    """The table of a model's history."""
    return event_model(model)._meta.db_table  # noqa: SLF001


def _owner_column(model: Model) -> str:
    return "pgh_obj_id" if model is Organisation else "organisation_id"


def _ids(sql: str, *params: Any) -> set[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return {pk for (pk,) in cursor.fetchall()}


def _touched(run: ImportRun) -> set[int]:
    """Every organisation of which the run wrote something."""
    return set().union(
        *(
            _ids(
                f"SELECT DISTINCT {_owner_column(model)} FROM {_events(model)} "  # noqa: S608
                "WHERE pgh_context_id = %s",
                run.change_id,
            )
            for model in WRITTEN
        )
    )


def _created(run: ImportRun) -> set[int]:
    return _ids(
        f"SELECT pgh_obj_id FROM {_events(Organisation)} "  # noqa: S608
        "WHERE pgh_context_id = %s AND pgh_label = 'insert'",
        run.change_id,
    )


def _changed_since(run: ImportRun) -> set[int]:
    """Organisations of which a row that the run wrote has been written again by another change."""
    return set().union(
        *(
            _ids(
                f"""SELECT DISTINCT ours.{_owner_column(model)} FROM {_events(model)} ours
                JOIN {_events(model)} later ON later.pgh_obj_id = ours.pgh_obj_id
                    AND later.pgh_id > ours.pgh_id
                    AND later.pgh_context_id IS DISTINCT FROM ours.pgh_context_id
                WHERE ours.pgh_context_id = %s""",  # noqa: S608
                run.change_id,
            )
            for model in WRITTEN
        )
    )


def _used_since(run: ImportRun) -> set[int]:
    """Organisations that the run created and to which something else has come to refer."""
    created = list(_created(run))
    used: set[int] = set()
    for relation in Organisation._meta.related_objects:  # noqa: SLF001
        model, column = _pointing(relation)
        if model in SILENT or hasattr(model, "pgh_tracked_model"):
            continue
        table = model._meta.db_table  # noqa: SLF001
        ours = (
            f"AND id NOT IN (SELECT pgh_obj_id FROM {_events(model)} WHERE pgh_context_id = %s)"  # noqa: S608
            if model in (*profiles.PARTS, *BESIDE)
            else ""
        )
        params = [created, run.change_id] if ours else [created]
        used |= _ids(f"SELECT {column} FROM {table} WHERE {column} = ANY (%s) {ours}", *params)  # noqa: S608
    return used


def _pointing(relation: Any) -> tuple[Model, str]:
    """The table that points at an organisation, and by which column; of many-to-many the one between."""
    if relation.many_to_many:
        return relation.through, relation.field.m2m_reverse_name()
    return relation.related_model, relation.field.column


def _parts_of(part: Model, run: ImportRun, kept: list[int]) -> list[int]:
    if not kept:
        return []
    return sorted(
        _ids(
            f"SELECT DISTINCT pgh_obj_id FROM {_events(part)} "  # noqa: S608
            "WHERE pgh_context_id = %s AND organisation_id = ANY (%s)",
            run.change_id,
            kept,
        )
    )


def _terms_in_use(run: ImportRun, kept: list[int]) -> list[int]:
    """Words that the run added, and that others carry or somebody has changed since."""
    return sorted(
        _ids(
            f"""SELECT t.pgh_obj_id FROM {_events(Term)} t WHERE t.pgh_context_id = %s AND (
                EXISTS (SELECT 1 FROM {_events(Term)} later WHERE later.pgh_obj_id = t.pgh_obj_id
                    AND later.pgh_id > t.pgh_id
                    AND later.pgh_context_id IS DISTINCT FROM t.pgh_context_id)
                OR EXISTS (SELECT 1 FROM partners_classification c WHERE c.term_id = t.pgh_obj_id
                    AND (c.organisation_id = ANY (%s) OR c.id NOT IN (
                        SELECT pgh_obj_id FROM {_events(Classification)}
                        WHERE pgh_context_id = %s))))""",  # noqa: S608
            run.change_id,
            kept,
            run.change_id,
        )
    )
