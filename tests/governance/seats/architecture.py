from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.utils import timezone

from governance.models import Body, RoleAssignment, Seat
from tests.governance.factories import BodyFactory, RoleAssignmentFactory, SeatFactory
from tests.governance.seats.factories import AskedChangeFactory, RoleLetterFactory


def body(here: Any) -> Body:
    """With two seats, so that they have an order."""
    made = BodyFactory(coalition=here.coalition)
    SeatFactory.create_batch(2, body=made)
    return made


def seat(here: Any) -> Seat:
    return SeatFactory(body__coalition=here.coalition)


def role(here: Any, **fields: Any) -> RoleAssignment:
    """In force whatever day the tests run on."""
    return RoleAssignmentFactory(
        seat=seat(here),
        organisation=here.organisation,
        contact=here.contact,
        ends_on=None,
        **fields,
    )


def coming(here: Any) -> RoleAssignment:
    return role(here, starts_on=timezone.localdate() + timedelta(days=30))


def change(here: Any) -> dict[str, int]:
    asked = AskedChangeFactory(role=role(here))
    return {"pk": asked.role_id, "change": asked.pk}


def token(here: Any) -> dict[str, str]:
    sent = timezone.now() - timedelta(days=1)
    letter = RoleLetterFactory(role=role(here), sent_at=sent, sent_on=sent.date())
    return {"token": letter.link_path.rstrip("/").split("/")[-1]}


EXAMPLES: dict[str, Callable[..., Any]] = {
    "governance:body_seats": body,
    "governance:seats_add": body,
    "governance:seat": seat,
    "governance:seat_edit": seat,
    "governance:seat_move": seat,
    "governance:seat_close": seat,
    "governance:seat_reopen": seat,
    "governance:seat_hold": seat,
    "governance:role": role,
    "governance:role_edit": role,
    "governance:role_hand_over": role,
    "governance:role_end": role,
    "governance:role_call_off": coming,
    "governance:role_ask": role,
    "governance:role_accept": role,
    "governance:role_accepted": role,
    "governance:role_confirm": role,
    "governance:role_change": role,
    "governance:role_settle": change,
    "governance:seats_of": lambda here: here.organisation,
    "role_letter": token,
    "role_letter_yes": token,
    "role_letter_change": token,
}
CARRYING: dict[str, Any] = {
    "governance:role_accepted": {"field": "opened"},
    "governance:role_edit": {"field": "opened"},
    "governance:role_end": {"field": "opened"},
    "governance:role_hand_over": {"field": "form_key"},
    "governance:seat_edit": {"field": "opened"},
    "governance:seat_hold": {"field": "form_key"},
    "governance:seat_move": {"field": "form_key", "page": "governance:body_seats"},
    "governance:seats_add": {"field": "form_key"},
    "role_letter_change": {"field": "form_key", "page": "role_letter"},
}
FINDS_IT_SO = "It says how it shall be: the second press finds it so, and writes nothing."
NEEDS_NEITHER: dict[str, str] = {
    "governance:role_accept": FINDS_IT_SO,
    "governance:role_ask": "The database lets one letter a day leave for one role and one person.",
    "governance:role_call_off": "The second press finds no such term.",
    "governance:role_confirm": FINDS_IT_SO,
    "governance:role_settle": FINDS_IT_SO,
    "governance:seat_close": FINDS_IT_SO,
    "governance:seat_reopen": FINDS_IT_SO,
    "role_letter_yes": FINDS_IT_SO,
}
