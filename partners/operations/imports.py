"""The verbs of an import up to the work itself, which waits for a worker in the state that they set."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Person
from common.refusal import Refusal
from common.text.numbers import grouped
from partners.models import ImportRow, ImportRun

State = ImportRun.State
CAN_CHECK = (State.MAPPING, State.CHECKED, State.FAILED, State.UNDONE)


@transaction.atomic
def ask_for_dry_run(
    run: ImportRun,
    *,
    by: Person | None,
    at: datetime,
    mapping: Mapping[str, str] | None = None,
    options: Mapping[str, Any] | None = None,
    seen: str | None = None,
) -> ImportRun:
    """Let the run be checked, with these columns and choices where they are given.

    `seen` is the mark of the columns as the person has seen them: Stale when they are others by now.
    """
    run = _locked(run, states=CAN_CHECK, otherwise=_in_work())
    _refuse_stale(run.columns_mark, seen)
    if not run.file:
        raise Refusal(_("The file is no longer kept. Please upload it again."))
    if mapping is not None:
        run.mapping = dict(mapping)
    if options is not None:
        run.options = run.options | dict(options)
    if run.subject == ImportRun.Subject.PARTNERS and "name" not in run.mapping.values():
        raise Refusal(_("Please say which column holds the partner's name."))
    run.notice = ""
    return _asked(run, State.CHECKING, by=by, at=at)


@transaction.atomic
def keep_columns(
    run: ImportRun, *, mapping: Mapping[str, str], options: Mapping[str, Any], seen: str | None
) -> ImportRun:
    """Keep columns and choices without a check; raises Stale as `ask_for_dry_run` does."""
    run = _locked(run, states=CAN_CHECK, otherwise=_in_work())
    _refuse_stale(run.columns_mark, seen)
    run.mapping, run.options = dict(mapping), dict(options)
    run.save(update_fields=["mapping", "options"])
    return run


class Stale(Refusal):
    """Somebody else has answered the columns page since it was opened."""


def refuse_columns(run: ImportRun, *, mark: str, seen: str | None) -> None:
    """Before anything is made of what was sent: whether the file can still be told its columns.

    `mark` is that of the columns as they stand, for `run` may hold those that were sent.
    """
    if run.state not in CAN_CHECK:
        raise Refusal(_in_work())
    _refuse_stale(mark, seen)


def _in_work() -> str:
    return _("This file is being worked on, or is in already.")


def _refuse_stale(mark: str, seen: str | None) -> None:
    if seen and seen != mark:
        raise Stale(
            _(
                "Somebody has changed the columns since you opened this page. Your choices are"
                " kept below. Send them again and they hold."
            )
        )


@transaction.atomic
def decide(run: ImportRun, *, decisions: Mapping[int, str]) -> int:
    """Note what to do with rows that are perhaps here already, by number of the row."""
    run = _locked(run, states=(State.CHECKED,), otherwise=_("This dry run is over."))
    doubtful = run.rows.with_outcome(ImportRow.Outcome.DUPLICATE)
    return sum(
        doubtful.filter(number__in=[n for n, told in decisions.items() if told == decision]).update(
            decision=decision
        )
        for decision in set(decisions.values()) & set(ImportRow.Decision.values)
    )


@transaction.atomic
def decide_all(run: ImportRun, *, decision: str) -> int:
    """One answer for every row that is perhaps here already."""
    run = _locked(run, states=(State.CHECKED,), otherwise=_("This dry run is over."))
    return run.rows.with_outcome(ImportRow.Outcome.DUPLICATE).update(
        decision=ImportRow.Decision(decision)
    )


@transaction.atomic
def leave_out(run: ImportRun, *, shown: Collection[int], left: Collection[int]) -> None:
    """Note which of the rows shown, of those without a doubt, stay out; the others come in."""
    run = _locked(run, states=(State.CHECKED,), otherwise=_("This dry run is over."))
    rows = run.rows.without_doubt().filter(number__in=shown)
    rows.exclude(number__in=left).update(decision=F("outcome"))
    rows.filter(number__in=left).update(decision=ImportRow.Decision.SKIP)


@transaction.atomic
def ask_to_apply(run: ImportRun, *, by: Person | None, at: datetime) -> ImportRun:
    """Let everything be written, once every doubt has its answer."""
    run = _locked(
        run,
        states=(State.CHECKED,),
        otherwise=_("Nothing to bring in: this file is being worked on, or is in already."),
    )
    if undecided := run.rows.undecided().count():
        still = ngettext(
            "%(count)s row still needs your answer.",
            "%(count)s rows still need your answer.",
            undecided,
        )
        raise Refusal(still % {"count": grouped(undecided)})
    return _asked(run, State.APPLYING, by=by, at=at)


@transaction.atomic
def ask_to_undo(run: ImportRun, *, by: Person | None, at: datetime) -> ImportRun:
    run = _locked(
        run, states=(State.APPLIED,), otherwise=_("There is nothing to undo: it is not in.")
    )
    return _asked(run, State.UNDOING, by=by, at=at)


def forget_old(*, before: datetime) -> int:
    """Delete files and rows that were uploaded before: they hold people's names and addresses.

    What was brought in stays, and so does the way to undo it, which needs the history only.
    """
    count = 0
    for run in ImportRun.objects.kept_too_long(before=before).iterator():
        with transaction.atomic():
            run.rows.all().delete()
            name, run.file = run.file.name, ""
            run.save(update_fields=["file"])
        if name:
            run._meta.get_field("file").storage.delete(name)  # noqa: SLF001
        count += 1
    return count


def _locked(run: ImportRun, *, states: tuple[str, ...], otherwise: str) -> ImportRun:
    fresh = (
        ImportRun.objects.select_for_update(of=("self",)).select_related("coalition").get(pk=run.pk)
    )
    if fresh.state not in states:
        raise Refusal(otherwise)
    return fresh


def _asked(run: ImportRun, state: str, *, by: Person | None, at: datetime) -> ImportRun:
    run.state, run.asked_by, run.asked_at, run.done, run.problem = state, by, at, 0, ""
    run.save()
    return run
