"""Who is seated in the lead keeps the rule of a shared lead, or a reason stands on the page of the body."""

import pytest

from governance.models import LeadershipOverride, RoleAssignment
from tests.factories import ContactFactory
from tests.governance.factories import BodyFactory, SeatFactory
from tests.governance.power.factories import LeadershipRuleFactory, leading, partner
from tests.governance.seats.doors import address, coalition_of, filled, seat_them, send, text

pytestmark = pytest.mark.django_db
WHY = "Nobody else has time before spring"


@pytest.fixture
def body(coordinator):
    """Led from one sector, where the rule asks for two."""
    LeadershipRuleFactory(coalition=coalition_of(coordinator), sectors=2)
    body = BodyFactory(coalition=coalition_of(coordinator), name="Food group")
    leading(body, "Food")
    return body


def of_sector(coordinator, name):
    return ContactFactory(organisation=partner(coalition_of(coordinator), name))


def test_second_lead_of_the_same_sector_is_refused_without_a_reason(coordinator, body):
    seat = SeatFactory(body=body, rank="co_lead")
    answer = seat_them(coordinator, seat, of_sector(coordinator, "Food"))
    assert answer.status_code == 422
    assert "The lead would not be shared as your rule asks" in text(answer)
    assert not RoleAssignment.objects.filter(seat=seat).exists()


def test_with_a_reason_they_are_seated_and_everybody_reads_it(coordinator, body):
    seat = SeatFactory(body=body, rank="co_lead")
    seat_them(coordinator, seat, of_sector(coordinator, "Food"), why_unshared=WHY)
    assert RoleAssignment.objects.filter(seat=seat).exists()
    assert LeadershipOverride.objects.get().body == body
    page = coordinator.get(address("body_leadership", coordinator, body.pk))
    assert WHY in text(page)


def test_lead_of_another_sector_needs_no_reason(coordinator, body):
    seat = SeatFactory(body=body, rank="co_lead")
    seat_them(coordinator, seat, of_sector(coordinator, "Health"))
    assert RoleAssignment.objects.filter(seat=seat).exists()


def test_seat_outside_the_lead_asks_for_no_reason(coordinator, body):
    seat = SeatFactory(body=body, rank="member")
    assert "why_unshared" not in text(coordinator.get(address("seat_hold", coordinator, seat.pk)))
    seat_them(coordinator, seat, of_sector(coordinator, "Food"))
    assert RoleAssignment.objects.filter(seat=seat).exists()


def test_lead_is_not_handed_over_to_the_sector_that_leads_already(coordinator, body):
    seat = SeatFactory(body=body, rank="co_lead")
    seat_them(coordinator, seat, of_sector(coordinator, "Health"))
    role = RoleAssignment.objects.get(seat=seat)
    RoleAssignment.objects.filter(pk=role.pk).update(starts_on="2020-01-01")
    url = address("role_hand_over", coordinator, role.pk)
    answer = send(coordinator, url, filled(of_sector(coordinator, "Food"), reason="It is time"))
    assert answer.status_code == 422
    assert RoleAssignment.objects.get(seat=seat) == role


def edited(coordinator, seat, **told):
    shown = {"title": seat.title, "rank": seat.rank, "is_voting": "on", "duties": ""}
    url = address("seat_edit", coordinator, seat.pk)
    return send(coordinator, url, {**shown, **told}, field="opened")


def test_co_lead_who_becomes_a_member_leaves_the_lead_unshared(coordinator, body):
    seat = SeatFactory(body=body, rank="co_lead")
    seat_them(coordinator, seat, of_sector(coordinator, "Health"))
    refused = edited(coordinator, seat, rank="member")
    assert refused.status_code == 422
    assert "The lead would not be shared as your rule asks" in text(refused)
    seat.refresh_from_db()
    assert seat.rank == "co_lead"
    edited(coordinator, seat, rank="member", why_unshared=WHY)
    seat.refresh_from_db()
    assert seat.rank == "member"
    assert WHY in text(coordinator.get(body.get_absolute_url()))


def test_member_of_the_sector_that_leads_becomes_no_co_lead_without_a_reason(coordinator, body):
    seat = SeatFactory(body=body, rank="member")
    seat_them(coordinator, seat, of_sector(coordinator, "Food"))
    assert edited(coordinator, seat, rank="co_lead").status_code == 422
    assert LeadershipOverride.objects.count() == 0


def test_title_of_a_seat_changes_without_a_reason(coordinator, body):
    seat = body.seats.get()
    edited(coordinator, seat, title="Speaker")
    seat.refresh_from_db()
    assert seat.title == "Speaker"
