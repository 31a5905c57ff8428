from allauth.account.models import EmailAddress
from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal


@transaction.atomic
def welcome_first_person(*, email: str, full_name: str, password: str) -> Person:
    """The first person of an empty installation needs no invitation; everybody after them does."""
    if Person.objects.lock_all().exists():
        raise Refusal(_("Somebody was first. Ask them for an invitation."))
    with recording("person.joined"):
        return add_person(email=email, full_name=full_name, password=password, is_proven=False)


def add_person(
    *, email: str, full_name: str, password: str | None, is_proven: bool, language: str = ""
) -> Person:
    """A person with the address by which they sign in. `is_proven`: mail to it has been read."""
    person = Person.objects.create_user(
        email, password or None, full_name=full_name, language=language
    )
    EmailAddress.objects.create(user=person, email=person.email, primary=True, verified=is_proven)
    return person
