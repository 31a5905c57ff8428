"""Suggesting a partner, and what becomes of a suggestion."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Membership, Person
from accounts.permissions import Permission
from common.history.tracking import recording
from common.history.undoing import take_back, wrote_here
from common.refusal import Refusal
from partners import emails
from partners.models import (
    Classification,
    Nomination,
    Organisation,
    PipelineStep,
    Stage,
    Term,
)
from partners.operations.pipeline.steps import Move, begin, move
from partners.operations.profiles import Profile, add_organisation
from partners.reports.pipeline.stages import stage_of

# From parents to children, all that a decision may write.
WRITTEN: tuple[type[models.Model], ...] = (
    Organisation,
    Term,
    Classification,
    PipelineStep,
    Nomination,
)
State = Nomination.State


@transaction.atomic
def suggest(
    coalition: Coalition, values: dict[str, Any], *, by: Person, at: datetime
) -> Nomination:
    """It waits until somebody who keeps partners has looked at it."""
    with recording("nomination.made", by=by):
        return Nomination.objects.create(
            coalition=coalition, suggested_by=by, suggested_at=at, **values
        )


@transaction.atomic
def accept(
    nomination: Nomination, *, owner: Person | None, by: Person, at: datetime, on: date
) -> Organisation:
    """They are a prospect from now on, with the first step of their way."""
    nomination = _waiting(nomination)
    profile = Profile(
        values={
            "name": nomination.name,
            "website": nomination.website,
            "kind": Organisation.Kind.PROSPECT,
            "owner": owner,
        }
    )
    with recording("nomination.accepted", by=by):
        organisation = add_organisation(nomination.coalition, profile, by=by, at=at)
        begin(organisation, reason=_suggested(nomination), by=by, at=at, on=on)
        _settle(nomination, State.ACCEPTED, organisation=organisation, by=by, at=at)
    return organisation


@transaction.atomic
def link(
    nomination: Nomination, organisation: Organisation, *, by: Person, at: datetime, on: date
) -> Organisation:
    """They are on the list already. A stakeholder becomes a prospect; of others nothing changes."""
    nomination = _waiting(nomination)
    organisation = Organisation.objects.locked_home(organisation.pk)
    if organisation.coalition_id != nomination.coalition_id:
        raise Refusal(_("They are not in the same coalition."))
    with recording("nomination.accepted", by=by):
        if not organisation.is_retired and not stage_of(organisation.pk):
            reason = _suggested(nomination)
            move(organisation, Move(Stage.PROSPECT, on=on, reason=reason), by=by, at=at, on=on)
        _settle(nomination, State.KNOWN, organisation=organisation, by=by, at=at)
    return organisation


@transaction.atomic
def decline(nomination: Nomination, *, answer: str, by: Person, at: datetime) -> Nomination:
    """The one who suggested it reads the reason."""
    nomination = _waiting(nomination)
    if not answer:
        raise Refusal(_("Please say why, in a sentence that they may read."))
    with recording("nomination.declined", by=by):
        return _settle(nomination, State.DECLINED, answer=answer, by=by, at=at)


@transaction.atomic
def withdraw(nomination: Nomination, *, by: Person, at: datetime) -> Nomination:
    """Only who suggested it; twice is once."""
    nomination = _locked(nomination)
    if nomination.suggested_by_id != by.pk:
        raise Refusal(_("Only who suggested it takes it back."))
    if nomination.state == State.WITHDRAWN:
        return nomination
    nomination = _waiting(nomination)
    with recording("nomination.withdrawn", by=by):
        return _settle(nomination, State.WITHDRAWN, by=by, at=at)


def _suggested(nomination: Nomination) -> str:
    return _("Suggested by %(name)s") % {"name": nomination.suggested_by}


def _settle(
    nomination: Nomination,
    state: str,
    *,
    by: Person,
    at: datetime,
    organisation: Organisation | None = None,
    answer: str = "",
) -> Nomination:
    nomination.state, nomination.organisation, nomination.answer = state, organisation, answer
    nomination.decided_by, nomination.decided_at = by, at
    nomination.save()
    if by.pk != nomination.suggested_by_id:
        emails.suggestion_answered(nomination, by=by, at=at)
    return nomination


def _waiting(nomination: Nomination) -> Nomination:
    nomination = _locked(nomination)
    if not nomination.is_waiting:
        raise Refusal(
            _("This was decided already: %(state)s.") % {"state": nomination.get_state_display()}
        )
    return nomination


def _locked(nomination: Nomination) -> Nomination:
    rows = Nomination.objects.select_related("coalition", "suggested_by")
    return rows.select_for_update(of=("self",)).get(pk=nomination.pk)


# ---------------------------------------------------------------- undo


def has_changed_nominations(membership: Membership, change_id: UUID) -> bool:
    """Whether the change was one of suggestions here, and this member made it or keeps partners."""
    keeps_all = membership.may(Permission.EDIT_PARTNERS)
    return wrote_here(
        change_id,
        models=(Nomination,),
        coalition=membership.coalition_id,
        person=None if keeps_all else membership.person_id,
    )


def undo_nomination(change_id: UUID, *, by: Person) -> None:
    """Take one decision back: it waits again. Refuses when something of it was changed again since."""
    take_back(change_id, models=WRITTEN, verb="nomination.undone", by=by)
