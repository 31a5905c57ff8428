from datetime import datetime

from django.db import transaction

from accounts.models import Invitation, Membership, Person
from accounts.operations.memberships import end_membership
from accounts.signals import person_erased
from common.history.tracking import recording
from common.models import Letter
from common.personal import erasure


@transaction.atomic
def erase_person(person: Person, *, by: Person | None, at: datetime) -> Person:
    """A person leaves for good: what tells of them goes, from rows and history; what they did stays.

    Refuses while they are the only administrator of a coalition. Coalitions that hold them as a contact
    are asked to erase that too: it is their record, and they may need to keep it.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.erased_at:
        return person
    tenants = set(Membership.objects.of(person).values_list("coalition", flat=True))
    with recording("person.erased", by=by):
        _close(person, at=at)
        person_erased.send(Person, person=person, at=at)
        erasure.erase(person)
        erasure.scrub([person.email])
        for tenant in tenants:
            erasure.scrub(_telling_names(person), within=tenant)
        Person.objects.filter(pk=person.pk).update(is_active=False, erased_at=at)
    person.refresh_from_db()
    return person


def _close(person: Person, *, at: datetime) -> None:
    """Nothing lets them in any more, and nothing is sent to them."""
    for membership in Membership.objects.of(person).unended().select_related("coalition"):
        end_membership(membership, by=person, on=membership.coalition.day(at=at))
    Invitation.objects.to_address(person.email).open().update(withdrawn_at=at)
    Letter.objects.to_address(person.email).waiting().delete()


def _telling_names(person: Person) -> list[str]:
    """A name of one word is a word too, and would be masked where it means something else."""
    return [person.full_name] if " " in person.full_name.strip() else []
