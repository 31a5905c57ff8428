"""Who comes next: a deputy out of the register, a partner's check-in and handover, the binder."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from governance.models import CheckIn, Deputy, HandoverStep
from partners.models import Contact
from tests.factories import ContactFactory, MembershipFactory, OrganisationFactory
from tests.governance.factories import BodyFactory, RoleAssignmentFactory, SeatFactory
from tests.governance.succession.factories import HandoverStepFactory, MentorPairFactory
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser
HOW = pytest.mark.parametrize(
    "how",
    [{}, {"viewport": PHONE, "color_scheme": "dark"}, {"java_script_enabled": False}],
    ids=["desk", "phone", "no-script"],
)


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


@pytest.fixture
def partner(coordinator):
    """A member who is among the people of a partner too."""
    member = MembershipFactory(role=Role.PARTNER, coalition=coordinator.coalition)
    clinic = OrganisationFactory(coalition=coordinator.coalition, name="Green Clinic")
    ContactFactory(organisation=clinic, name="Ana Ruiz", email=member.person.email)
    return member


def address(membership, rest: str = "") -> str:
    return f"/{membership.coalition.slug}/governance/{rest}"


@HOW
def test_key_role_gets_its_deputy_from_the_register(visit, coordinator, partner, how):
    body = BodyFactory(coalition=coordinator.coalition, name="Steering")
    chair = SeatFactory(title="Chair", body=body)
    theirs = visit(partner, **how).open(address(partner, "growing/"))
    offer_to_chair(theirs)
    ours = visit(coordinator, **how).open(address(coordinator, "succession/"))
    mark_as_key(ours, f"seat-{chair.pk}")
    ours.goto(ours.url.split("succession/")[0] + "succession/interest/")
    ours.get_by_role("link", name=re.compile("^Answer")).click()
    ours.get_by_role("button", name="Go on").click()
    expect(ours.get_by_label("Who?")).to_have_value("Ana Ruiz, Green Clinic")
    ours.get_by_role("button", name="Name them").click()
    expect(ours.get_by_text("a deputy is willing and ready now").first).to_be_visible()
    assert Deputy.objects.get().interest is not None

    ours.goto(ours.url.split("succession/")[0] + "succession/")
    expect(ours.get_by_text("100 in a hundred")).to_be_visible()
    theirs.reload()
    expect(theirs.get_by_text("Deputy for: Chair")).to_be_visible()
    if how.get("java_script_enabled", True):
        assert violations(ours) == []
        assert violations(theirs) == []


def offer_to_chair(page: Page) -> None:
    page.get_by_role("link", name="Say which role you would like").click()
    page.get_by_label("Which role would you like to grow into?").select_option(label="Chair")
    page.get_by_label("Now", exact=True).check()
    page.get_by_label("What would help you?").fill("A course")
    page.get_by_role("button", name="Say so").click()
    expect(page.get_by_text("No answer yet.")).to_be_visible()


def mark_as_key(page: Page, role: str) -> None:
    page.get_by_role("link", name="Mark a role as key").first.click()
    page.get_by_label("Which role?").select_option(role)
    page.get_by_label("What happens if the holder leaves tomorrow?").fill("Nobody calls us in")
    page.get_by_label("At once").check()
    page.get_by_role("button", name="Mark it as key").click()
    expect(page.get_by_text("nobody could take over today").first).to_be_visible()


@HOW
def test_partner_notes_a_check_in_and_hands_over(visit, coordinator, partner, how):
    contact = Contact.objects.get(email=partner.person.email)
    today = timezone.localdate()
    MentorPairFactory(coalition=partner.coalition, mentee=contact, next_on=today)
    seat = SeatFactory(title="Chair", body=BodyFactory(coalition=partner.coalition))
    term = RoleAssignmentFactory(
        seat=seat,
        organisation=contact.organisation,
        contact=contact,
        ends_on=today + timedelta(days=20),
    )
    HandoverStepFactory(handover__assignment=term, words="Return the keys")

    page = visit(partner, **how).open(address(partner, "growing/"))
    page.get_by_label("How does it go, in a line?").fill("Chaired half of the meeting")
    page.get_by_role("button", name="Note the check-in").click()
    expect(page.get_by_text("Chaired half of the meeting")).to_be_visible()
    page.get_by_role("button", name=re.compile("^Done.*Return the keys")).click()
    expect(page.get_by_text(f"Done, says {partner.person}")).to_be_visible()
    if how.get("java_script_enabled", True):
        assert violations(page) == []
    assert CheckIn.objects.get().noted_by == partner.person
    assert HandoverStep.objects.get().done_by == partner.person


def test_binder_opens_for_steering_and_refuses_secrets_of_coordinators(visit, coordinator):
    page = visit(coordinator).open(address(coordinator, "succession/places/"))
    page.get_by_role("link", name="Say where something is").click()
    page.get_by_label("What is it?").fill("Website")
    page.get_by_label("Where is it?").fill("With the county, password: hunter2")
    page.get_by_label("Who has access?").fill("Ana Ruiz")
    page.get_by_role("button", name="Note it").click()
    expect(page.get_by_text("This looks like a password.").first).to_be_visible()
    page.get_by_label("Where is it?").fill("With the county")
    page.get_by_role("button", name="Note it").click()

    steering = MembershipFactory(role=Role.STEERING, coalition=coordinator.coalition)
    theirs = visit(steering).open(address(steering, "succession/binder/"))
    expect(theirs.get_by_text("With the county")).to_be_visible()
    assert violations(theirs) == []
