"""What the tests of seats share: addresses, days, and filling in the form of a term as a coordinator."""

from datetime import date, timedelta

from django.urls import reverse
from django.utils import timezone

from governance.models import Body, RoleAssignment, Seat
from tests.factories import ContactFactory, OrganisationFactory
from tests.forms import carried
from tests.governance.factories import BodyFactory, RoleAssignmentFactory, SeatFactory


def address(name: str, client, *args) -> str:
    return reverse(f"governance:{name}", args=[client.slug, *args])


def today() -> date:
    return timezone.localdate()


def day(days: int) -> date:
    """So many days from today; before it when negative."""
    return today() + timedelta(days=days)


def coalition_of(client):
    return client.membership.coalition


def steering(client, **fields) -> Body:
    return BodyFactory(coalition=coalition_of(client), name="Steering committee", **fields)


def a_seat(client, title: str = "Co-lead", **fields) -> Seat:
    body = fields.pop("body", None) or steering(client)
    return SeatFactory(body=body, title=title, **fields)


def somebody(client, name: str = "Rosa Diaz", at: str = "Northside Clinic", **fields):
    """A person at an organisation of the coalition."""
    home = OrganisationFactory(coalition=coalition_of(client), name=at)
    return ContactFactory(organisation=home, name=name, **fields)


def a_term(
    seat: Seat, person, begin: int = -100, end: int | None = 200, **fields
) -> RoleAssignment:
    return RoleAssignmentFactory(
        seat=seat,
        organisation=person.organisation,
        contact=person,
        starts_on=day(begin),
        ends_on=None if end is None else day(end),
        **fields,
    )


def filled(person, begin: int = 0, end: int | None = 365, **told) -> dict[str, object]:
    """The form of a term with its person picked from the list."""
    return {
        "partner": person.organisation.name,
        "organisation_id": person.organisation_id,
        "contact": person.pk,
        "starts_on": day(begin).isoformat(),
        "ends_on": "" if end is None else day(end).isoformat(),
        **told,
    }


def send(client, url: str, data: dict[str, object], *, field: str = "form_key"):
    """Open a page, and send its form with what it carries."""
    page = client.get(url)
    return client.post(url, {**data, field: carried(page, field)}, follow=True)


def seat_them(client, seat: Seat, person, **told):
    return send(client, address("seat_hold", client, seat.pk), filled(person, **told))


def text(answer) -> str:
    return answer.content.decode()


def said(answer) -> list[str]:
    return [str(message) for message in answer.context["messages"]]
