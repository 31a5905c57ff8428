"""Once a year holders are asked whether their role is still right: once, late if need be, and never again."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.permissions import Role
from common.models import Letter
from governance.models import RoleLetter
from governance.operations.seats.yearly import ask_holders
from governance.tasks.seats import ask_holders_yearly
from tests.factories import MembershipFactory
from tests.governance.factories import FunctionFactory, RoleAssignmentFactory
from tests.governance.seats.doors import a_seat, a_term, coalition_of, day, somebody

pytestmark = pytest.mark.django_db


@pytest.fixture
def rosa(coordinator):
    return somebody(coordinator, email="rosa@clinic.example")


def asked() -> list[str]:
    return list(RoleLetter.objects.values_list("contact__name", flat=True))


def test_holder_of_a_year_is_asked_once(coordinator, rosa):
    a_term(a_seat(coordinator), rosa, begin=-365, end=None, acknowledged_on=day(-365))
    for _night in range(2):
        ask_holders_yearly()
    letter = RoleLetter.objects.get()
    assert (letter.asks, letter.asked_by) == ("confirm", None)
    outbox = Letter.objects.get()
    assert letter.link in outbox.text
    assert outbox.headers == {"Reply-To": coordinator.membership.person.email}


def test_who_never_accepted_is_asked_whether_they_take_it_on(coordinator, rosa):
    a_term(a_seat(coordinator), rosa, begin=-400, end=None)
    ask_holders_yearly()
    assert RoleLetter.objects.get().asks == "accept"


def test_missed_night_is_made_up_for_and_the_year_begins_anew(coordinator, rosa):
    role = a_term(a_seat(coordinator), rosa, begin=-380, end=None, acknowledged_on=day(-380))
    coalition, now = coalition_of(coordinator), timezone.now()
    assert ask_holders(coalition, at=now) == 1
    assert ask_holders(coalition, at=now + timedelta(days=364)) == 0
    assert ask_holders(coalition, at=now + timedelta(days=365)) == 1
    assert role.letters.count() == 2


@pytest.mark.parametrize(
    "fields",
    [
        {"begin": -364},
        {"begin": -800, "confirmed_on": day(-364), "acknowledged_on": day(-800)},
        {"begin": -800, "acknowledged_on": day(-300)},
        {"begin": -800, "end": -1},
        {"begin": -800, "end": 30},
    ],
    ids=["new", "confirmed", "accepted", "over", "nearly over"],
)
def test_nobody_is_asked_before_their_year_is_round(coordinator, rosa, fields):
    a_term(a_seat(coordinator), rosa, **{"end": None, **fields})
    ask_holders_yearly()
    assert asked() == []


@pytest.mark.parametrize(
    "fields", [{"email": ""}, {"wants_no_letters": True}, {"left_on": day(-1)}]
)
def test_who_cannot_be_written_to_is_left_alone(coordinator, rosa, fields):
    for name, value in fields.items():
        setattr(rosa, name, value)
    rosa.save()
    a_term(a_seat(coordinator), rosa, begin=-500, end=None)
    ask_holders_yearly()
    assert asked() == []


def test_holder_of_a_function_is_asked_too(coordinator, rosa):
    function = FunctionFactory(coalition=coalition_of(coordinator), name="Communication")
    RoleAssignmentFactory(
        seat=None,
        function=function,
        organisation=rosa.organisation,
        contact=rosa,
        starts_on=day(-500),
        ends_on=None,
    )
    ask_holders_yearly()
    assert asked() == ["Rosa Diaz"]
    assert "Communication" in Letter.objects.get().text


def test_each_coalition_answers_to_its_own_coordinator(coordinator, rosa):
    other = MembershipFactory(role=Role.COORDINATOR)
    a_term(a_seat(coordinator), rosa, begin=-500, end=None)
    RoleAssignmentFactory(seat__body__coalition=other.coalition, starts_on=day(-500), ends_on=None)
    ask_holders_yearly()
    told = {letter.tenant: letter.headers["Reply-To"] for letter in Letter.objects.all()}
    assert told[other.coalition_id] == other.person.email
