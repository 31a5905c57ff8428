"""The pages of who comes next, as tests open them."""

from django.urls import reverse
from django.utils import timezone

from tests.factories import ContactFactory, OrganisationFactory
from tests.forms import carried
from tests.governance.factories import BodyFactory, RoleAssignmentFactory, SeatFactory


def at(client, name: str, *args: int) -> str:
    return reverse(f"governance:{name}", args=[client.slug, *args])


def text(answer) -> str:
    return " ".join(answer.content.decode().split())


def today():
    return timezone.localdate()


def make(client, address: str, **told):
    """Through a form that makes something; follows where it leads."""
    sent = {"form_key": carried(client.get(address), "form_key"), **told}
    return client.post(address, sent, follow=True)


def change(client, address: str, **told):
    """Through a form over a row."""
    sent = {"opened": carried(client.get(address), "opened"), **told}
    return client.post(address, sent, follow=True)


def seat(coalition, title: str = "Treasurer", body: str = "Steering committee", **of_body):
    return SeatFactory(title=title, body=BodyFactory(coalition=coalition, name=body, **of_body))


def person(coalition, name: str = "Ana Ruiz", organisation: str = "Green Clinic", **fields):
    home = OrganisationFactory(coalition=coalition, name=organisation)
    return ContactFactory(organisation=home, name=name, **fields)


def held(seat_or_function, contact, **fields):
    """In force since long, unless told otherwise."""
    is_seat = hasattr(seat_or_function, "body")
    named = {"seat": seat_or_function} if is_seat else {"seat": None, "function": seat_or_function}
    told = {"ends_on": None, **fields}
    return RoleAssignmentFactory(
        **named, organisation=contact.organisation, contact=contact, **told
    )


def undo_of(page) -> str:
    """Where the button of the message leads that takes the change back."""
    return next(
        word.removeprefix("undo:")
        for message in page.context["messages"]
        for word in message.tags.split()
        if word.startswith("undo:")
    )
