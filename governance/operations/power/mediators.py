"""The list of neutral third parties, and what could make one of them less neutral."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.models import Mediator, MediatorInterest
from partners.models import Organisation


@transaction.atomic
def add(coalition: Coalition, values: Mapping[str, Any], *, by: Person) -> Mediator:
    with recording("mediator.added", by=by):
        return Mediator.objects.create(coalition=coalition, **values)


@transaction.atomic
def edit(mediator: Mediator, values: Mapping[str, Any], *, by: Person) -> Mediator:
    mediator = _locked(mediator)
    with recording("mediator.edited", by=by):
        for name, value in values.items():
            setattr(mediator, name, value)
        mediator.save()
    return mediator


@transaction.atomic
def retire(mediator: Mediator, *, on: date | None, by: Person) -> Mediator:
    """Called no more; with None they are on the list again."""
    mediator = _locked(mediator)
    if bool(mediator.retired_on) == bool(on):
        return mediator
    with recording("mediator.retired" if on else "mediator.restored", by=by):
        mediator.retired_on = on
        mediator.save()
    return mediator


@transaction.atomic
def tell_interest(
    mediator: Mediator, organisation: Organisation, *, words: str, by: Person
) -> MediatorInterest:
    """Something ties them to the organisation. Raises Refusal when that is told already."""
    mediator = _locked(mediator)
    organisation = Organisation.objects.locked_home(organisation.pk)
    if mediator.interests.filter(organisation=organisation).exists():
        raise Refusal(_("What ties them to this organisation is told already."))
    with recording("mediator_interest.told", by=by):
        return MediatorInterest.objects.create(
            coalition_id=mediator.coalition_id,
            mediator=mediator,
            organisation=organisation,
            words=words,
        )


@transaction.atomic
def drop_interest(interest: MediatorInterest, *, by: Person) -> None:
    """It was told in error, or is long over. History keeps it."""
    with recording("mediator_interest.dropped", by=by):
        MediatorInterest.objects.filter(pk=interest.pk).delete()


def _locked(mediator: Mediator) -> Mediator:
    return Mediator.objects.select_for_update(of=("self",)).get(pk=mediator.pk)
