"""Taking back one change of a call, by whoever made it."""

from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _
from pghistory.models import Context

from accounts.models import Membership, Person
from common.history.undoing import take_back, wrote_here
from common.refusal import Refusal
from partners.models import (
    Application,
    ApplicationAnswer,
    Call,
    Contact,
    Criterion,
    DecisionLetter,
    Organisation,
    Outreach,
    PipelineStep,
    Review,
    Reviewer,
    Score,
)

# From parents to children; what a call alone consists of, and all that one of its changes may write.
OURS: tuple[type[models.Model], ...] = (
    Call,
    Criterion,
    Outreach,
    Reviewer,
    Application,
    ApplicationAnswer,
    Review,
    Score,
    DecisionLetter,
)
WRITTEN: tuple[type[models.Model], ...] = (Organisation, Contact, PipelineStep, *OURS)
# A letter that left cannot be unsent, and who was erased cannot come back.
FOR_GOOD = ("decision_letter.sent", "application.erased")


def has_changed_call(membership: Membership, change_id: UUID) -> bool:
    """Whether this member made that change, and it was one of a call of this coalition."""
    return wrote_here(
        change_id, models=OURS, coalition=membership.coalition_id, person=membership.person_id
    )


def undo(change_id: UUID, *, by: Person) -> None:
    """Take back one change. Refuses when something of it was changed again, or left by mail."""
    if Context.objects.filter(pk=change_id, metadata__verb__in=FOR_GOOD).exists():
        raise Refusal(_("This cannot be taken back."))
    take_back(change_id, models=WRITTEN, verb="call.undone", by=by)
