from collections.abc import Callable
from typing import Any

from governance.models import MentorPair
from partners.models import Contact
from tests.governance.factories import BodyFactory, RoleAssignmentFactory, SeatFactory
from tests.governance.succession.factories import (
    DeputyFactory,
    HandoverFactory,
    HandoverLineFactory,
    HandoverStepFactory,
    InterestFactory,
    KeyRoleFactory,
    MentorPairFactory,
    PlaceFactory,
)

FINDS_IT_SO = "It says how it shall be: the second press finds it so, and writes nothing."


def key_role(here: Any) -> Any:
    return KeyRoleFactory(seat=seat(here))


def seat(here: Any) -> Any:
    return SeatFactory(body=BodyFactory(coalition=here.coalition))


def deputy(here: Any) -> Any:
    return DeputyFactory(key_role=key_role(here), contact=here.contact)


def interest(here: Any) -> Any:
    """Of the partner's own; everybody else withdraws none."""
    return InterestFactory(coalition=here.coalition, person=here.representation.membership.person)


def pair(here: Any) -> Any:
    """The partner learns from somebody else; two learn together once."""
    known = MentorPair.objects.filter(coalition=here.coalition).first()
    if known:
        return known
    address = here.representation.membership.person.email
    mentee = Contact.objects.create(
        coalition=here.coalition, organisation=here.organisation, name="Ana", email=address
    )
    return MentorPairFactory(coalition=here.coalition, mentor=here.contact, mentee=mentee)


def role(here: Any) -> Any:
    return RoleAssignmentFactory(
        seat=seat(here), organisation=here.organisation, contact=here.contact
    )


def handover(here: Any) -> Any:
    return HandoverFactory(assignment=role(here))


def step(here: Any) -> Any:
    return HandoverStepFactory(handover=handover(here))


def line(here: Any) -> Any:
    """The second of three, so that it moves both ways."""
    _first, second, _third = HandoverLineFactory.create_batch(3, coalition=here.coalition)
    return second


def place(here: Any) -> Any:
    return PlaceFactory(coalition=here.coalition)


EXAMPLES: dict[str, Callable[..., Any]] = {
    "governance:check_in": pair,
    "governance:deputy_add": key_role,
    "governance:deputy_edit": deputy,
    "governance:deputy_release": deputy,
    "governance:handover": handover,
    "governance:handover_item_add": handover,
    "governance:handover_line": line,
    "governance:handover_line_leave": line,
    "governance:handover_line_move": line,
    "governance:handover_line_restore": lambda here: HandoverLineFactory(
        coalition=here.coalition, left_out=True
    ),
    "governance:handover_lines": lambda here: line(here) and {},
    "governance:handover_start": lambda here: {"assignment": role(here).pk},
    "governance:handover_stop": handover,
    "governance:handover_tick": step,
    "governance:offer": interest,
    "governance:offer_deputy": interest,
    "governance:offer_restore": interest,
    "governance:offer_withdraw": interest,
    "governance:key_role": key_role,
    "governance:key_role_edit": key_role,
    "governance:key_role_unmark": key_role,
    "governance:mentor_edit": pair,
    "governance:mentor_end": pair,
    "governance:mentor_pair": pair,
    "governance:place_edit": place,
    "governance:place_restore": place,
    "governance:place_retire": place,
}
KEY, MARK = {"field": "form_key"}, {"field": "opened"}
CARRYING: dict[str, Any] = {
    "governance:check_in": {**KEY, "page": "governance:mentor_pair"},
    "governance:deputy_add": KEY,
    "governance:deputy_edit": MARK,
    "governance:handover_item_add": {**KEY, "page": "governance:handover"},
    "governance:handover_line": MARK,
    "governance:handover_line_add": KEY,
    "governance:handover_line_move": {**KEY, "page": "governance:handover_lines"},
    "governance:handover_start": KEY,
    "governance:handover_stop": MARK,
    "governance:offer": MARK,
    "governance:offer_add": KEY,
    "governance:key_role_add": KEY,
    "governance:key_role_edit": MARK,
    "governance:mentor_add": KEY,
    "governance:mentor_edit": MARK,
    "governance:mentor_end": MARK,
    "governance:place_add": KEY,
    "governance:place_edit": MARK,
}
NEEDS_NEITHER: dict[str, str] = {
    "governance:deputy_release": FINDS_IT_SO,
    "governance:handover_line_leave": FINDS_IT_SO,
    "governance:handover_line_restore": FINDS_IT_SO,
    "governance:handover_lines_fill": FINDS_IT_SO,
    "governance:handover_tick": FINDS_IT_SO,
    "governance:offer_restore": FINDS_IT_SO,
    "governance:offer_withdraw": FINDS_IT_SO,
    "governance:key_role_unmark": FINDS_IT_SO,
    "governance:place_restore": FINDS_IT_SO,
    "governance:place_retire": FINDS_IT_SO,
}
