from datetime import datetime
from functools import partial

from django.db import transaction

from accounts.models import Invitation, Membership, Person, PersonErasure
from accounts.operations.memberships import end_membership, refuse_last_administrator
from accounts.signals import person_erased
from common.background import long_work
from common.history.tracking import recording
from common.models import Letter
from common.personal import erasure

State = PersonErasure.State
# The first number of our advisory locks; the second is the id of the erasure.
ERASURE_LOCK = 7_204


@transaction.atomic
def ask_to_erase_person(person: Person, *, by: Person, at: datetime) -> PersonErasure:
    """Let a worker erase somebody; a second press finds it asked for. Refuses as `erase_person` does."""
    person = Person.objects.select_for_update().get(pk=person.pk)
    for membership in Membership.objects.of(person).unended():
        refuse_last_administrator(membership)
    waiting = PersonErasure.objects.waiting_for(person)
    return waiting or PersonErasure.objects.create(person=person, asked_by=by, asked_at=at)


def perform_erasure(erasure_id: int, *, at: datetime) -> None:
    """Erase whom it names, in one transaction; nothing, if it is done or somebody else does it."""
    rows = PersonErasure.objects.select_related("person", "asked_by")

    def step(row: PersonErasure) -> None:
        tell = partial(_tell, row)
        erase_person(row.person, by=row.asked_by, at=at, after_each=tell)
        row.state = State.ERASED
        row.save(update_fields=["state"])

    long_work.perform(rows, erasure_id, step, state=State.ERASING, lock=ERASURE_LOCK)


def _tell(row: PersonErasure, done: int, steps: int) -> None:
    long_work.report(row, done, of=steps)


@transaction.atomic
def erase_person(
    person: Person,
    *,
    by: Person | None,
    at: datetime,
    after_each: erasure.AfterEach | None = None,
) -> Person:
    """A person leaves for good: what tells of them goes, from rows and history; what they did stays.

    Refuses while they are the only administrator of a coalition. Coalitions that hold them as a contact
    are asked to erase that too: it is their record, and they may need to keep it. `after_each` is told how
    far it is: most of the time goes by looking through all texts for their address.
    """
    person = Person.objects.select_for_update().get(pk=person.pk)
    if person.erased_at:
        return person
    tenants = set(Membership.objects.of(person).values_list("coalition", flat=True))
    with recording("person.erased", by=by):
        _close(person, at=at)
        person_erased.send(Person, person=person, at=at)
        erasure.erase(person)
        erasure.scrub([person.email], after_each=after_each)
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
