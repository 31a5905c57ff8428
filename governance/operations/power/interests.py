"""Declaring an interest, or that there is none, for a year."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.models import InterestDeclaration
from partners.models import Contact, Organisation

A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class Declared:
    """`interest` in words, or empty for none."""

    interest: str
    contact: Contact | None = None

    @property
    def has_interest(self) -> bool:
        return bool(self.interest)


@transaction.atomic
def declare(
    organisation: Organisation,
    declared: Declared,
    *,
    on: date,
    by: Person,
    is_own_hand: bool = False,
) -> InterestDeclaration:
    """For one of its people, or for the organisation as a whole. Earlier declarations stay readable.

    Raises Refusal when the person is not of the organisation.
    """
    organisation = Organisation.objects.locked_home(organisation.pk)
    if declared.contact and declared.contact.organisation_id != organisation.pk:
        raise Refusal(_("This person does not stand for the organisation."))
    with recording("interest.declared", by=by):
        return InterestDeclaration.objects.create(
            coalition_id=organisation.coalition_id,
            organisation=organisation,
            contact=declared.contact,
            has_interest=declared.has_interest,
            interest=declared.interest,
            declared_on=on,
            ends_on=on + A_YEAR,
            declared_by=by,
            is_own_hand=is_own_hand,
        )
