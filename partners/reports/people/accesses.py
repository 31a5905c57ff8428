"""Who may sign in for an organisation, may soon, or once could."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from accounts.models import Invitation, Membership
from common.database.prepared import prepared
from partners.models import Organisation, Representation


@dataclass(frozen=True)
class Access:
    """One person; `state` says in words how far they are."""

    pk: int
    person: str
    address: str
    state: str
    can_be_ended: bool


def accesses_to(organisation: Organisation, *, at: datetime) -> list[Access]:
    """In one query; offers that were withdrawn are left out."""
    today = organisation.coalition.day(at=at)
    ties = _ties.ask(organisation=organisation.pk)
    return [
        _joined(tie.pk, tie.membership, on=today)
        if tie.membership
        else _invited(tie.pk, tie.invitation, at=at)
        for tie in ties
    ]


@prepared
def _ties(*, organisation: int) -> QuerySet:
    return Representation.objects.shown_for(organisation)


def _joined(tie: int, membership: Membership, *, on: date) -> Access:
    is_active = not membership.is_over(on=on)
    state = _("signs in") if is_active else _("no longer signs in")
    person = membership.person
    return Access(tie, str(person), person.email, state, can_be_ended=is_active)


def _invited(tie: int, offer: Invitation, *, at: datetime) -> Access:
    state = _("invited") if offer.is_open(at=at) else _("the invitation ran out")
    return Access(tie, offer.full_name or offer.email, offer.email, state, can_be_ended=True)
