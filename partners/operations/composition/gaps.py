"""Planning for a voice that is missing: who asks whom by when, and with which words."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from partners.models import (
    Gap,
    NeededVoice,
    Organisation,
    Stage,
    Topic,
    ValueStatement,
    Voice,
)
from partners.models.depth import Capacity
from partners.models.pipeline.steps import BEFORE
from partners.operations.composition.voices import locked_voice
from partners.operations.depth.answers import Row, Said, answer_topic
from partners.operations.pipeline.steps import Move, begin, move
from partners.operations.profiles import Profile, add_organisation
from partners.operations.value.benefits import state_value
from partners.reports.pipeline.stages import stage_of
from partners.reports.value.merge_words import fill


@dataclass(frozen=True)
class Plan:
    """Who asks whom by when, with which words, and how far that is."""

    state: str
    owner: Person | None = None
    organisation: Organisation | None = None
    ask_by: date | None = None
    draft: str = ""
    reason: str = ""


@transaction.atomic
def plan_gap(needed: NeededVoice, plan: Plan, *, by: Person, at: datetime, on: date) -> Gap:
    """Save what is planned where a voice is missing; the first plan opens the gap."""
    needed = locked_voice(needed)
    with recording("gap.planned", by=by):
        if plan.organisation and plan.state == Gap.State.BEING_FILLED:
            _win(plan.organisation, needed, draft=plan.draft, by=by, at=at, on=on)
        return _write_gap(needed, plan, on=on)


@transaction.atomic
def ask(
    needed: NeededVoice, organisation: Organisation, *, by: Person, at: datetime, on: date
) -> Gap:
    """This organisation is the one to ask; a stakeholder is a prospect from then on.

    Saying it again changes nothing.
    """
    needed = locked_voice(needed)
    organisation = Organisation.objects.locked_home(organisation.pk)
    gap = _unfinished(needed)
    if gap and gap.organisation_id == organisation.pk and gap.state == Gap.State.BEING_FILLED:
        return gap
    with recording("gap.asked", by=by):
        plan = _with(gap, organisation, owner=None)
        _win(organisation, needed, draft=plan.draft, by=by, at=at, on=on)
        return _write_gap(needed, plan, on=on)


@transaction.atomic
def add_prospect(
    needed: NeededVoice,
    *,
    name: str,
    owner: Person | None,
    draft: str,
    by: Person,
    at: datetime,
    on: date,
) -> Organisation:
    """A new prospect that stands for what is missing, and the plan to ask it."""
    needed = locked_voice(needed)
    profile = Profile(
        values={"name": name, "kind": Organisation.Kind.PROSPECT, "owner": owner},
        terms={term.vocabulary: [term] for term in needed.terms},
    )
    with recording("gap.turned_into_prospect", by=by):
        organisation = add_organisation(needed.coalition, profile, by=by, at=at)
        begin(organisation, reason=_stands_for(needed), by=by, at=at, on=on)
        draft = fill(draft, {"organisation": name}).text
        state_value(organisation, words=draft, by=by, on=on)
        plan = _with(_unfinished(needed), organisation, owner=owner, draft=draft)
        _write_gap(needed, plan, on=on)
    return organisation


@transaction.atomic
def add_for_capacity(
    coalition: Coalition,
    kind: str,
    *,
    name: str,
    owner: Person | None,
    draft: str,
    by: Person,
    at: datetime,
    on: date,
) -> Organisation:
    """A new prospect that could bring what we need and nobody here brings; how much is to be asked."""
    values = {"name": name, "kind": Organisation.Kind.PROSPECT, "owner": owner}
    reason = _("Could bring %(what)s, which we miss") % {"what": Capacity(kind).label}
    with recording("organisation.added", by=by):
        organisation = add_organisation(coalition, Profile(values=values), by=by, at=at)
        begin(organisation, reason=reason, by=by, at=at, on=on)
        state_value(organisation, words=fill(draft, {"organisation": name}).text, by=by, on=on)
        noted = Said(rows=[Row(position=1, kind=kind)])
        said = {Voice.OURS.value: noted}
        answer_topic(organisation, Topic.CAPACITY, said=said, by=by, on=on)
    return organisation


def _win(
    organisation: Organisation,
    needed: NeededVoice,
    *,
    draft: str,
    by: Person,
    at: datetime,
    on: date,
) -> None:
    """Whom we want to win is a prospect, and reads the draft until somebody says more to them."""
    if not organisation.is_retired and not stage_of(organisation.pk):
        to = Move(Stage.PROSPECT, on=on, reason=_stands_for(needed))
        move(organisation, to, by=by, at=at, on=on)
    is_new = stage_of(organisation.pk) in BEFORE
    if draft and is_new and not ValueStatement.objects.told_of(organisation).statement:
        words = fill(draft, {"organisation": organisation.name}).text
        state_value(organisation, words=words, by=by, on=on)


def _stands_for(needed: NeededVoice) -> str:
    return _("Stands for %(voice)s, which we miss") % {"voice": needed}


def _with(
    gap: Gap | None, organisation: Organisation, *, owner: Person | None, draft: str = ""
) -> Plan:
    """The plan as it stands, with somebody to ask."""
    state = Gap.State.BEING_FILLED
    if gap is None:
        return Plan(state, owner=owner, organisation=organisation, draft=draft)
    return Plan(
        state,
        owner=owner or gap.owner,
        organisation=organisation,
        ask_by=gap.ask_by,
        draft=draft or gap.draft,
    )


def _write_gap(needed: NeededVoice, plan: Plan, *, on: date) -> Gap:
    gap = _unfinished(needed) or Gap(coalition_id=needed.coalition_id, needed=needed, opened_on=on)
    is_settled = plan.state in (Gap.State.FILLED, Gap.State.ACCEPTED)
    gap.closed_on = (gap.closed_on or on) if is_settled else None
    gap.state, gap.owner, gap.organisation = plan.state, plan.owner, plan.organisation
    gap.ask_by, gap.draft = plan.ask_by, plan.draft
    gap.reason = plan.reason if plan.state == Gap.State.ACCEPTED else ""
    gap.save()
    return gap


def _unfinished(needed: NeededVoice) -> Gap | None:
    return Gap.objects.unfinished().filter(needed=needed).select_related("owner").first()
