"""Taking an import back: everything as it was, except partners that somebody has worked on since."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, cast
from uuid import UUID

from django.db import connection, models
from django.utils.translation import gettext as _

from common.history.event_tables import event_model
from common.history.rewind import changed_since, undo_change
from common.history.tracking import recording
from partners.imports import profiles, subjects, work
from partners.imports.referring import Removal
from partners.imports.services.undoing import ServiceOutlook
from partners.imports.talks.undoing import TalkOutlook
from partners.imports.ties.undoing import TieOutlook
from partners.models import ImportRow, ImportRun, Organisation, Term

Model = type[models.Model]
WRITTEN: tuple[Model, ...] = (Organisation, *profiles.PARTS)


@dataclass(frozen=True)
class Outlook:
    """What undoing a run would leave as it is: partners changed or used since, and words in use."""

    run: ImportRun

    @cached_property
    def changed(self) -> set[int]:
        return _changed_since(self.run)

    @cached_property
    def used(self) -> dict[int, set[str]]:
        """Partners that stay because something refers to them, or to the parts that are named."""
        found: dict[int, set[str]] = defaultdict(set)
        while more := self._held(self.changed | set(found)):
            for organisation, part in more:
                found[organisation] |= {part} - {""}
        return found

    def _held(self, kept: set[int]) -> set[tuple[int, str]]:
        """Organisations beside those kept, each with the name of a part to which something refers."""
        removal, left = _removal(self.run), self._left_with(kept)
        found = {(pk, "") for pk in removal.held(Organisation, left)}
        for part in profiles.PARTS:
            if held := removal.held(part, left):
                owners = _owners(part, held, self.run)
                rows = part._default_manager.filter(pk__in=held)  # noqa: SLF001
                found |= {(owners[row.pk], str(row)) for row in rows}
        return found

    def _left_with(self, kept: Collection[int]) -> dict[Model, Collection[int]]:
        """A kept partner stays with all its parts."""
        ids = list(kept)
        left: dict[Model, Collection[int]] = {
            part: _parts_of(part, self.run, ids) for part in profiles.PARTS
        }
        left[Organisation] = ids
        return left

    @cached_property
    def kept_organisations(self) -> frozenset[int]:
        return frozenset(self.changed | set(self.used))

    @cached_property
    def leaving(self) -> dict[Model, Collection[int]]:
        """The ids that stay as they are, by table."""
        left = self._left_with(self.kept_organisations)
        left[Term] = {row.pk for row in changed_since(_change(self.run), models=[Term])}
        return dict(_removal(self.run).grown(left, models=[Term]))

    def kept(self) -> list["Kept"]:
        rows = Organisation.objects.filter(pk__in=self.kept_organisations)
        rows = rows.select_related("coalition").by_name()
        return [
            Kept(row, sorted(self.used.get(row.pk, ())), row.pk in self.changed) for row in rows
        ]

    def kept_words(self) -> Sequence[Term]:
        """Words that the run has added, and that something else uses by now."""
        return list(Term.objects.filter(pk__in=self.leaving[Term]))

    def goes_back(self) -> int:
        """How many partners would be put back or taken away."""
        return len(_touched(self.run) - self.kept_organisations)


@dataclass(frozen=True)
class Kept:
    """A partner that stays, and why."""

    organisation: Organisation
    named: list[str]  # its parts to which something refers
    is_changed: bool

    @property
    def why(self) -> str:
        if self.is_changed:
            return _("Changed since.")
        if self.named:
            return _("Named elsewhere by now: %(names)s.") % {"names": ", ".join(self.named)}
        return _("Used elsewhere by now.")


def outlook_of(run: ImportRun) -> Outlook | TieOutlook | ServiceOutlook | TalkOutlook:
    if run.subject == ImportRun.Subject.TIES:
        return TieOutlook(run, frozenset(_changed_since(run) | _used_since(run)))
    if run.subject == ImportRun.Subject.SERVICES:
        return ServiceOutlook(run, frozenset(_changed_since(run) | _used_since(run)))
    if run.subject == ImportRun.Subject.TALKS:
        return TalkOutlook(run)
    return Outlook(run)


def undo(run: ImportRun, *, at: datetime) -> None:
    work.wait_for_coalition(run)
    outlook = outlook_of(run)
    touched = _touched(run) - outlook.kept_organisations
    verb = f"{run.subject}.import_undone"
    with recording(verb, by=run.asked_by, reason=run.file_name):
        profiles.catch_up_later()
        run.rows.exclude(organisation__in=outlook.kept_organisations).update(organisation=None)
        ImportRow.objects.filter(organisation__in=_created(run) & touched).update(organisation=None)
        undo_change(
            _change(run),
            models=subjects.of(run).tracked,
            leaving=outlook.leaving,
            after_each=lambda done, steps: work.report(run, done, of=steps),
        )
        profiles.catch_up(touched)
    run.state, run.undone_at, run.done = ImportRun.State.UNDONE, at, run.total
    kept = sorted(outlook.kept_organisations)
    run.counts = run.counts | {"kept": len(kept), "kept_partners": kept}
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
    return _removal(run).held(Organisation, {})


def _owners(part: Model, ids: Collection[int], run: ImportRun) -> dict[int, int]:
    """Whose each part was when the run wrote it."""
    rows = event_model(part)._default_manager.filter(  # noqa: SLF001
        pgh_obj_id__in=ids, pgh_context_id=run.change_id
    )
    return dict(rows.values_list("pgh_obj_id", "organisation_id"))


def _removal(run: ImportRun) -> Removal:
    return Removal(_change(run), subjects.of(run).tracked)


def _change(run: ImportRun) -> UUID:
    return cast("UUID", run.change_id)


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
