"""Duties of two bodies that say the same: found, explained, and meant."""

import pytest

from accounts.permissions import Role
from governance.models import MeantOverlap
from governance.reports.bodies.likeness import THRESHOLD, Likeness, likeness, tokens
from governance.reports.bodies.overlaps import overlaps_for
from tests.factories import TODAY
from tests.governance.bodies.factories import DutyFactory, MeantOverlapFactory
from tests.governance.bodies.telling import address
from tests.governance.factories import BodyFactory


def compared(one, other):
    return likeness(tokens(one), tokens(other))


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("recruit food partners", "recruit food partners", ("food", "partners", "recruit")),
        ("recruit food partners", "recruiting partners for food", ("food", "partners", "recruit")),
        (
            "train neighbors as health guides",
            "train neighbors as health guides for clinics",
            ("guides", "health", "neighbors", "train"),
        ),
        ("formar a las vecinas", "formar vecinas", ("formar", "vecinas")),
    ],
)
def test_duties_that_say_the_same_are_alike_by_their_words(one, other, shared):
    found = compared(one, other)
    assert found is not None
    assert found.words == shared
    assert found.score >= THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("decide on goals, money and membership", "receive the grant money and report on it"),
        ("raise funds", "raise money"),
        ("keep in touch with schools", "keep in touch with clinics"),
        ("to the of", "of the to"),
        ("", ""),
    ],
)
def test_duties_that_share_little_are_not_alike(one, other):
    assert compared(one, other) is None


def test_likeness_is_the_same_from_both_sides():
    one, other = "open pools after hours", "open the pools, after all hours"
    assert compared(one, other).score == compared(other, one).score == Likeness(100, ()).score


@pytest.fixture
def pair(coordinator):
    """Two bodies that see to the same."""
    coalition = coordinator.membership.coalition
    words = ("Recruit food partners", "Recruit partners for food")
    return [DutyFactory(body=BodyFactory(coalition=coalition), words=one) for one in words]


def test_overlap_is_shown_with_its_measure_and_its_reason(coordinator, pair):
    page = coordinator.get(address(coordinator, "overlaps")).content.decode()
    for duty in pair:
        assert f"{duty.body.name}</a>: {duty.words}" in page
    assert "100 of 100" in page
    assert "Both say: food, partners, recruit" in page
    assert f"from {THRESHOLD} of 100" in page


def test_overlap_is_pointed_out_on_the_page_of_the_body(coordinator, pair):
    page = coordinator.get(pair[0].body.get_absolute_url()).content.decode()
    assert f"{pair[1].body.name} says nearly the same" in page


def test_like_duties_of_one_body_are_no_overlap(coordinator, pair):
    DutyFactory(body=pair[0].body, words=pair[0].words)
    pairs = {frozenset(one.sides) for one in overlaps_for(coordinator.membership).open}
    assert all(len({duty.body_id for duty in one}) == 2 for one in pairs)


def test_duty_of_a_closed_body_is_no_overlap(coordinator, pair):
    body = pair[1].body
    body.closed_on, body.closed_because = TODAY, "Done"
    body.save()
    assert overlaps_for(coordinator.membership).open == []


def mean(client, first, second, reason="One asks shops, the other asks kitchens."):
    return client.post(
        address(client, "overlap_meant", first.pk, second.pk), {"reason": reason}, follow=True
    )


@pytest.mark.parametrize("order", [1, -1])
def test_overlap_that_is_meant_is_remembered_with_its_reason(coordinator, pair, order):
    page = mean(coordinator, *pair[::order]).content.decode()
    assert "One asks shops, the other asks kitchens." in page
    found = overlaps_for(coordinator.membership)
    assert (len(found.open), len(found.meant)) == (0, 1)


def test_overlap_is_meant_only_for_a_reason(coordinator, pair):
    assert mean(coordinator, *pair, reason="").status_code == 422
    assert not MeantOverlap.objects.exists()


def test_overlap_meant_twice_stands_once_with_the_newer_reason(coordinator, pair):
    mean(coordinator, *pair)
    mean(coordinator, *pair, reason="They agreed on it.")
    assert [note.reason for note in MeantOverlap.objects.all()] == ["They agreed on it."]


def test_overlap_is_pointed_out_again(coordinator, pair):
    mean(coordinator, *pair)
    note = MeantOverlap.objects.get()
    coordinator.post(address(coordinator, "overlap_not_meant", note.pk))
    found = overlaps_for(coordinator.membership)
    assert (len(found.open), len(found.meant)) == (1, 0)


def test_duties_of_one_body_cannot_be_meant(coordinator, pair):
    other = DutyFactory(body=pair[0].body)
    answer = mean(coordinator, pair[0], other)
    assert "These are duties of one body." in answer.content.decode()


def test_note_goes_with_its_duty(pair):
    note = MeantOverlapFactory(first=pair[0], second=pair[1])
    pair[1].delete()
    assert not MeantOverlap.objects.filter(pk=note.pk).exists()


def test_member_sees_overlaps_but_does_not_judge_them(member, coordinator, pair):
    viewer = member(Role.VIEWER, coalition=coordinator.membership.coalition)
    page = viewer.get(address(viewer, "overlaps")).content.decode()
    assert "Both say: food, partners, recruit" in page
    assert "This is meant" not in page
    assert mean(viewer, *pair).status_code == 403


@pytest.mark.parametrize("number", [1, 40])
def test_overlaps_take_the_same_queries(coordinator, number, django_assert_num_queries):
    coalition = coordinator.membership.coalition
    for place in range(number):
        body = BodyFactory(coalition=coalition)
        DutyFactory(body=body, words="Recruit food partners")
        DutyFactory(body=body, words=f"Something else, number {place}")
    coordinator.get(address(coordinator, "overlaps"))
    with django_assert_num_queries(5):
        coordinator.get(address(coordinator, "overlaps"))
