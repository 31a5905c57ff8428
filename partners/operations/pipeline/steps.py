"""Moving an organisation from stage to stage, planning who invites it, and setting what "ready" means."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from partners.models import (
    Gap,
    Organisation,
    PipelinePlan,
    PipelineRules,
    PipelineStep,
    Stage,
    Touchpoint,
)
from partners.models.pipeline.steps import AT_THE_TABLE, CAUSES, GONE, KINDS, MOVES
from partners.operations.talks import touchpoints
from partners.reports.pipeline.stages import stage_of

LONGEST_REASON = 500


@dataclass(frozen=True)
class Move:
    """To which stage, on which day, why. `seen` is the stage that a page showed, if it says so.

    `fills` are the ids of gaps that somebody says are filled now; None where nobody was asked, and then
    all are for which this organisation is the one that was to fill them.
    """

    stage: str
    on: date
    cause: str = ""
    reason: str = ""
    seen: str | None = None
    fills: Iterable[int] | None = ()


@dataclass(frozen=True)
class Planned:
    inviter: Person | None = None
    invite_by: date | None = None
    through: Organisation | None = None
    note: str = ""


@transaction.atomic
def move(
    organisation: Organisation, to: Move, *, by: Person, at: datetime, on: date
) -> PipelineStep:
    """Log the step, and make of the organisation what it is in that stage, in one change.

    A prospect that becomes a member is a partner from then on; who goes is retired. Gaps for which it was
    the one to ask are filled if somebody says so, and open again when it declines. Raises Refusal when it
    stands elsewhere by now, when there is no such way, and when a reason is missing.
    """
    organisation = Organisation.objects.locked(organisation.pk)
    stands = stage_of(organisation.pk)
    _refuse_elsewhere(stands, to.seen)
    _refuse_no_way(stands, to, organisation)
    _refuse_wrong_day(organisation, to.on, today=on)
    with recording(f"pipeline.{to.stage}", by=by):
        step = PipelineStep.objects.create(
            coalition_id=organisation.coalition_id,
            organisation=organisation,
            stage=to.stage,
            on=to.on,
            cause=to.cause,
            reason=to.reason,
            taken_by=by,
            taken_at=at,
        )
        _become(organisation, step)
        _settle_gaps(organisation, to)
    return step


def begin(
    organisation: Organisation, *, reason: str, by: Person, at: datetime, on: date
) -> PipelineStep:
    """The first step of the way of somebody new. To be written in the change that adds them."""
    return PipelineStep.objects.create(
        coalition_id=organisation.coalition_id,
        organisation=organisation,
        stage=Stage.PROSPECT,
        on=on,
        reason=reason,
        taken_by=by,
        taken_at=at,
    )


@transaction.atomic
def see_off(
    organisation: Organisation, to: Move, *, thanks: str, by: Person, at: datetime, on: date
) -> PipelineStep:
    """They leave. What is said in thanks is kept among the talks, and taken back with the rest."""
    with recording(f"pipeline.{to.stage}", by=by):
        step = move(organisation, to, by=by, at=at, on=on)
        if thanks:
            said = touchpoints.Talk(kind=Touchpoint.Kind.THANKS, on=to.on, said=thanks)
            touchpoints.log(organisation, said, by=by, at=at)
    return step


@transaction.atomic
def change_step(
    step: PipelineStep, *, day: date, cause: str, reason: str, by: Person, on: date
) -> PipelineStep:
    """Correct the day and the reason of a step; the order of the steps stays."""
    organisation = Organisation.objects.locked(step.organisation_id)
    step = PipelineStep.objects.select_for_update(of=("self",)).get(pk=step.pk)
    is_gone = step.stage in GONE and organisation.is_retired and _is_latest(step)
    _refuse_another_order(step, day, today=on)
    _refuse_without_cause(step.stage, cause, reason)
    with recording("pipeline.step_changed", by=by):
        step.on, step.cause, step.reason = day, cause, reason
        step.save()
        if is_gone:
            _retire(organisation, step)
            organisation.save()
    return step


@transaction.atomic
def plan(organisation: Organisation, planned: Planned, *, by: Person) -> PipelinePlan:
    """Who invites them, by when, and through whom."""
    home = Organisation.objects.locked_home(organisation.pk)
    if planned.through and planned.through.pk == home.pk:
        raise Refusal(_("They cannot open their own door."))
    with recording("pipeline.planned", by=by):
        found, _is_new = PipelinePlan.objects.update_or_create(
            organisation=home,
            defaults={
                "coalition_id": home.coalition_id,
                "inviter": planned.inviter,
                "invite_by": planned.invite_by,
                "through": planned.through,
                "note": planned.note,
            },
        )
    return found


@transaction.atomic
def set_rules(coalition: Coalition, values: Mapping[str, int], *, by: Person) -> None:
    """From now on so much is needed before somebody counts as ready."""
    with recording("pipeline.rules_set", by=by):
        PipelineRules.objects.update_or_create(coalition=coalition, defaults=dict(values))


# ---------------------------------------------------------------- what follows from a step


def _become(organisation: Organisation, step: PipelineStep) -> None:
    """Kind and retiring as the stage has them; a new partner is one since that day."""
    kind = KINDS[Stage(step.stage)]
    if step.stage in AT_THE_TABLE and organisation.kind != kind:
        organisation.since_on = step.on
    organisation.kind = kind
    if step.stage in GONE:
        _retire(organisation, step)
    else:
        organisation.retired_on, organisation.retired_reason = None, ""
    organisation.save()


def _retire(organisation: Organisation, step: PipelineStep) -> None:
    organisation.retired_on = step.on
    organisation.retired_reason = step.why[:LONGEST_REASON]


def _settle_gaps(organisation: Organisation, to: Move) -> None:
    asked = Gap.objects.unfinished().filter(organisation=organisation)
    if to.stage == Stage.MEMBER:
        filled = (
            asked.filter(state=Gap.State.BEING_FILLED)
            if to.fills is None
            else asked.filter(pk__in=list(to.fills))
        )
        filled.update(state=Gap.State.FILLED, closed_on=to.on, reason="")
    if to.stage == Stage.DECLINED:
        waiting = asked.filter(state=Gap.State.BEING_FILLED)
        waiting.update(state=Gap.State.OPEN, organisation=None)


# ---------------------------------------------------------------- what is refused


def _refuse_elsewhere(stands: str, seen: str | None) -> None:
    if seen is not None and seen != stands:
        raise Refusal(
            _(
                "Somebody has moved them since you looked: they stand under “%(stage)s” now."
                " Move them again if you still want to."
            )
            % {"stage": label_of(stands)}
        )


def _refuse_no_way(stands: str, to: Move, organisation: Organisation) -> None:
    if to.stage not in Stage.values:
        raise Refusal(_("There is no such stage."))
    if to.stage == stands:
        raise Refusal(
            _("%(name)s stands under “%(stage)s” already.")
            % {"name": organisation.name, "stage": label_of(stands)}
        )
    if to.stage not in MOVES[stands]:
        raise Refusal(
            _("From “%(here)s” there is no way to “%(there)s”. You can move them to: %(ways)s.")
            % {
                "here": label_of(stands),
                "there": label_of(to.stage),
                "ways": ", ".join(str(stage.label) for stage in MOVES[stands]),
            }
        )
    _refuse_without_cause(to.stage, to.cause, to.reason)


def _refuse_without_cause(stage: str, cause: str, reason: str) -> None:
    """Who goes, or rests, goes for a reason."""
    if stage in GONE and cause not in CAUSES[stage]:
        raise Refusal(_("Please choose the main reason."))
    if stage not in GONE and cause:
        raise Refusal(_("Only who goes has a main reason."))
    if stage == Stage.PAUSED and not reason:
        raise Refusal(_("Please say why they pause."))


def _refuse_wrong_day(organisation: Organisation, day: date, *, today: date) -> None:
    if day > today:
        raise Refusal(_("That day is still to come."))
    latest = PipelineStep.objects.of([organisation.pk]).newest_first().first()
    if latest and day < latest.on:
        raise Refusal(
            _("They came to “%(stage)s” on %(day)s. This step cannot be earlier.")
            % {"stage": latest, "day": date_format(latest.on)}
        )


def _refuse_another_order(step: PipelineStep, day: date, *, today: date) -> None:
    if day > today:
        raise Refusal(_("That day is still to come."))
    steps = list(PipelineStep.objects.of([step.organisation_id]).newest_first())
    place = [one.pk for one in steps].index(step.pk)
    before, after = steps[place + 1 : place + 2], steps[max(place - 1, 0) : place]
    # Of two steps of one day the later one was logged later, so their days may be equal only in that order.
    if (before and (day, step.pk) < (before[0].on, before[0].pk)) or (
        after and (day, step.pk) > (after[0].on, after[0].pk)
    ):
        raise Refusal(_("The steps would change their order. Choose a day between the other two."))


def _is_latest(step: PipelineStep) -> bool:
    latest = PipelineStep.objects.of([step.organisation_id]).newest_first().first()
    return latest is not None and latest.pk == step.pk


def label_of(stage: str) -> str:
    return str(Stage(stage).label) if stage else _("in no stage")
