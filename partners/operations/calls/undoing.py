"""Taking back one change of a call, by whoever made it."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection, models, transaction
from django.utils.translation import gettext as _
from pghistory.models import Context

from accounts.models import Membership, Person
from common.history import recording
from common.refusal import Refusal
from common.rewind import changed_since, undo_change
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
    made = Context.objects.filter(pk=change_id, metadata__person=membership.person_id)
    return made.exists() and any(
        _events(model)
        .filter(pgh_context_id=change_id, coalition_id=membership.coalition_id)
        .exists()
        for model in OURS
    )


@transaction.atomic
def undo(change_id: UUID, *, by: Person) -> None:
    """Take back one change. Refuses when something of it was changed again, or left by mail."""
    if Context.objects.filter(pk=change_id, metadata__verb__in=FOR_GOOD).exists():
        raise Refusal(_("This cannot be taken back."))
    if changed_since(change_id, models=WRITTEN):
        raise Refusal(_("This was changed again since, so it cannot be undone any more."))
    try:
        with transaction.atomic(), recording("call.undone", by=by):
            undo_change(change_id, models=WRITTEN)
            connection.check_constraints()
    except IntegrityError as error:
        raise Refusal(
            _("Something else depends on this by now, so it cannot be taken back.")
        ) from error


def _events(model: Any) -> Any:
    return next(iter(model.pgh_event_models.values())).objects
