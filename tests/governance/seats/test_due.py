"""What waits on the home page of seats: each from its day on, and not before."""

from datetime import timedelta

import pytest
from django.urls import reverse

from accounts.permissions import Role
from governance.models import RoleAssignment
from governance.reports.seats.due import MATTERS
from tests.conftest import MemberClient
from tests.factories import TODAY, MembershipFactory
from tests.governance.factories import BodyFactory
from tests.governance.seats.doors import a_seat, a_term, day, somebody, steering, text
from tests.governance.seats.factories import AskedChangeFactory, RoleLetterFactory
from tests.governance.waits import waiting_of

pytestmark = pytest.mark.django_db


def told(client, key: str) -> list[str]:
    """The reasons of one kind, as the home page says them."""
    for kind in waiting_of(MATTERS, client.membership, on=day(0)):
        if kind.matter.key == key:
            return [kind.matter.told(row, slug=client.slug, on=day(0)).reason for row in kind.rows]
    return []


@pytest.fixture
def rosa(coordinator):
    return somebody(coordinator)


def test_vacant_seat_waits_with_the_day_since_when(coordinator, rosa):
    seat = a_seat(coordinator)
    assert told(coordinator, "vacant_seat") == ["Steering committee: nobody has sat here yet."]
    a_term(seat, rosa, -100, -10)
    assert "nobody sits here since" in told(coordinator, "vacant_seat")[0]
    a_term(seat, rosa, 0, 10)
    assert told(coordinator, "vacant_seat") == []


@pytest.mark.parametrize("state", [{"closed": True}, {"paused": True}])
def test_seats_of_a_body_that_rests_or_is_closed_do_not_wait(coordinator, state):
    a_seat(coordinator, body=steering(coordinator, **state))
    assert told(coordinator, "vacant_seat") == []


@pytest.mark.parametrize(("begun", "waits"), [(-13, False), (-14, True)])
def test_role_waits_for_its_yes_from_the_fourteenth_day(coordinator, rosa, begun, waits):
    role = a_term(a_seat(coordinator), rosa, begun, 300)
    assert bool(told(coordinator, "unaccepted_role")) is waits
    RoleAssignment.objects.filter(pk=role.pk).update(acknowledged_on=day(0))
    assert told(coordinator, "unaccepted_role") == []


def test_coming_term_waits_from_the_fourteenth_day_after_the_letter(coordinator, rosa):
    role = a_term(a_seat(coordinator), rosa, 30, 300)
    letter = RoleLetterFactory(role=role, sent_on=day(-13))
    assert told(coordinator, "unaccepted_role") == []
    letter.sent_on = day(-14)
    letter.save()
    assert told(coordinator, "unaccepted_role") == ["Rosa Diaz has not said yes to it yet."]


def test_term_that_is_over_needs_no_yes(coordinator, rosa):
    a_term(a_seat(coordinator), rosa, -100, -1)
    assert told(coordinator, "unaccepted_role") == []


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (91, None),
        (90, "within 90 days. Begin to look"),
        (61, "within 90 days. Begin to look"),
        (60, "within 60 days. Ask somebody now"),
        (31, "within 60 days. Ask somebody now"),
        (30, "within 30 days, and nobody follows"),
        (0, "within 30 days, and nobody follows"),
    ],
)
def test_ending_term_is_told_in_words_that_grow_with_its_nearness(coordinator, rosa, left, words):
    a_term(a_seat(coordinator), rosa, -100, left)
    found = told(coordinator, "term_ends")
    assert (words in found[0]) if words else found == []


def test_ending_term_with_a_successor_does_not_wait(coordinator, rosa):
    seat = a_seat(coordinator)
    a_term(seat, rosa, -100, 20)
    a_term(seat, rosa, 21, 300)
    assert told(coordinator, "term_ends") == []


def test_seat_of_a_retired_organisation_waits(coordinator, rosa):
    a_term(a_seat(coordinator), rosa, -100, 300)
    assert told(coordinator, "holder_gone") == []
    rosa.organisation.retired_on, rosa.organisation.retired_reason = TODAY, "closed"
    rosa.organisation.save()
    assert "is not there any more" in told(coordinator, "holder_gone")[0]


def test_seat_of_who_has_left_waits(coordinator, rosa):
    a_term(a_seat(coordinator), rosa, -100, 300)
    rosa.left_on = day(-3)
    rosa.save()
    assert "Rosa Diaz is not there any more" in told(coordinator, "holder_gone")[0]


@pytest.mark.parametrize(("since", "waits"), [(-378, False), (-379, True)])
def test_role_without_a_word_for_a_year_and_two_weeks_waits(coordinator, rosa, since, waits):
    a_term(a_seat(coordinator), rosa, -800, 300, acknowledged_on=day(since))
    assert bool(told(coordinator, "unconfirmed_role")) is waits


def test_asked_change_waits_until_it_is_settled(coordinator, rosa):
    role = a_term(a_seat(coordinator), rosa)
    change = AskedChangeFactory(role=role, words="Ben should come")
    assert told(coordinator, "asked_change") == ["The holder asks: “Ben should come”"]
    change.settled_on, change.settled_by = day(0), coordinator.membership.person
    change.save()
    assert told(coordinator, "asked_change") == []


def test_other_coalitions_do_not_wait_here(coordinator):
    other = MemberClient.of(MembershipFactory(role=Role.COORDINATOR))
    a_seat(other)
    a_term(
        a_seat(other, body=BodyFactory(coalition=other.membership.coalition)),
        somebody(other),
        -100,
        5,
    )
    assert waiting_of(MATTERS, coordinator.membership, on=day(0)) == []


@pytest.mark.parametrize("role", [Role.STEERING, Role.VIEWER, Role.PARTNER])
def test_only_who_keeps_seats_is_told(coordinator, role):
    seat = a_seat(coordinator)
    member = MembershipFactory(role=role, coalition=seat.coalition)
    assert [kind.matter.key for kind in waiting_of(MATTERS, member, on=day(0))] == []


def test_home_page_shows_it_with_the_button_that_settles_it(coordinator, rosa):
    seat = a_seat(coordinator)
    page = text(coordinator.get(reverse("dashboard:home", args=[coordinator.slug])))
    assert "Vacant seats" in page
    assert reverse("governance:seat_hold", args=[coordinator.slug, seat.pk]) in page


def test_days_are_counted_by_who_asks(coordinator, rosa):
    """Nothing beneath the door looks at the clock."""
    a_term(a_seat(coordinator), rosa, -100, 120)
    later = waiting_of(MATTERS, coordinator.membership, on=day(0) + timedelta(days=100))
    assert "term_ends" in [kind.matter.key for kind in later]
