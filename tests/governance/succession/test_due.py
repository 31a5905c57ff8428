"""What waits on the home page: told to whom it concerns, and to coordinators what others leave lying."""

from datetime import timedelta

import pytest

from accounts.permissions import Role
from governance.reports.succession.due import MATTERS
from tests.governance.succession.factories import (
    HandoverStepFactory,
    InterestFactory,
    MentorPairFactory,
)
from tests.governance.succession.site import held, person, seat, text, today
from tests.governance.waits import waiting_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def partner(member, coalition):
    return member(Role.PARTNER, coalition=coalition)


def kinds(client) -> set[str]:
    return {kind.matter.key for kind in waiting_of(MATTERS, client.membership, on=today())}


def own(client):
    return person(client.membership.coalition, email=client.membership.person.email.upper())


def test_nothing_waits_where_nothing_is(coordinator, partner):
    assert (kinds(coordinator), kinds(partner)) == (set(), set())


def test_handover_is_told_to_its_holder_and_to_coordinators_until_all_is_ticked(
    coordinator, partner, coalition
):
    step = HandoverStepFactory(handover__assignment=held(seat(coalition), own(partner)))
    assert kinds(partner) == {"my_handovers"}
    assert "handovers" in kinds(coordinator)
    step.done_on, step.done_by = today(), partner.membership.person
    step.save()
    assert (kinds(partner), kinds(coordinator)) == (set(), set())


def test_coordinator_is_told_of_their_own_handover_once(coordinator, coalition):
    HandoverStepFactory(handover__assignment=held(seat(coalition), own(coordinator)))
    assert kinds(coordinator) == {"my_handovers"}


@pytest.mark.parametrize(
    ("days", "theirs", "ours"),
    [
        (1, set(), set()),
        (0, {"my_check_ins"}, set()),
        (-14, {"my_check_ins"}, set()),
        (-15, {"my_check_ins"}, {"late_check_ins"}),
    ],
)
def test_check_in_is_told_to_the_pair_and_later_to_coordinators(
    coordinator, partner, coalition, days, theirs, ours
):
    next_on = today() + timedelta(days=days)
    MentorPairFactory(coalition=coalition, mentee=own(partner), next_on=next_on)
    assert (kinds(partner), kinds(coordinator)) == (theirs, ours)


def test_pair_that_is_over_is_told_no_more(partner, coalition):
    MentorPairFactory(coalition=coalition, mentee=own(partner), over=True)
    assert kinds(partner) == set()


def test_offer_waits_for_coordinators_until_it_is_answered(coordinator, partner, coalition):
    wish = InterestFactory(coalition=coalition)
    assert (kinds(coordinator), kinds(partner)) == ({"offers_to_lead"}, set())
    wish.answer, wish.answered_on = "On Monday", today()
    wish.answered_by = coordinator.membership.person
    wish.save()
    assert kinds(coordinator) == set()


def test_home_page_tells_it_in_words(coordinator, coalition):
    MentorPairFactory(coalition=coalition, next_on=today() - timedelta(days=30))
    HandoverStepFactory(
        handover__assignment=held(seat(coalition, "Clerk", body="B"), person(coalition, "Ben", "C"))
    )
    InterestFactory(coalition=coalition, words="Speak in public")
    page = text(coordinator.get(f"/{coordinator.slug}/"))
    for words in (
        "have not talked as planned",
        "The checklist of Ben has items",
        "Speak in public",
    ):
        assert words in page


def test_steering_member_reads_their_own_in_words(member, coalition):
    steering = member(Role.STEERING, coalition=coalition)
    ana = own(steering)
    MentorPairFactory(coalition=coalition, mentee=ana, next_on=today())
    HandoverStepFactory(handover__assignment=held(seat(coalition), ana))
    page = text(steering.get(f"/{steering.slug}/"))
    assert "Note the check-in" in page
    assert "Your checklist has items" in page
