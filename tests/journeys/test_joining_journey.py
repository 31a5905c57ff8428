"""A partner comes in: checklist, a buddy by letter, ticks by both sides; and a stranger asks to join."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from governance.models import Buddy, JoinRequest, OnboardingItem
from partners.models import Organisation
from tests.factories import (
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    PipelineStepFactory,
    RepresentationFactory,
)
from tests.governance.joining.factories import OpenDoorFactory
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


@pytest.fixture
def newcomer(coordinator):
    organisation = OrganisationFactory(coalition=coordinator.coalition, name="Elm Clinic")
    PipelineStepFactory(organisation=organisation, stage="member", on=timezone.localdate())
    helper = OrganisationFactory(coalition=coordinator.coalition, name="Greenway Food Bank")
    ContactFactory(organisation=helper, name="Dev Patel", email="dev@green.example")
    return organisation


@pytest.fixture
def partner(newcomer):
    member = MembershipFactory(coalition=newcomer.coalition, role=Role.PARTNER)
    RepresentationFactory(organisation=newcomer, membership=member, invitation=None)
    return member


def said(page: Page, words: str) -> None:
    """The message is there, and the page is open to everybody."""
    expect(page.locator("#toasts").get_by_text(words)).to_be_visible()
    assert violations(page) == []


def test_newcomer_gets_a_checklist_and_a_buddy_and_ticks_what_is_theirs(
    visit, coordinator, newcomer, partner
):
    home = f"/{coordinator.coalition.slug}"
    page = visit(coordinator).open(f"{home}/governance/joining/")
    page.get_by_role("button", name="Fill in a checklist to begin with").click()
    said(page, "items are new")
    page.get_by_role("link", name="Who is coming in").click()
    page.get_by_role("button", name=re.compile("Start the checklist.*Elm Clinic")).click()
    said(page, "The checklist of Elm Clinic is started.")
    page.get_by_role("button", name=re.compile("Done today.*Welcome call")).click()
    said(page, "Ticked: Welcome call.")
    page.get_by_role("link", name="Ask somebody").click()
    page.get_by_label("Of which organisation?").fill("Greenway")
    page.get_by_role("option", name="Greenway Food Bank").click()
    page.get_by_role("button", name="Show their people").click()
    page.get_by_label("Dev Patel").check()
    assert violations(page) == []
    page.get_by_role("button", name="Ask them").click()
    said(page, "A letter to Dev Patel is on its way.")
    there = visit(viewport=PHONE, color_scheme="dark").open(Buddy.objects.get().link_path)
    assert violations(there) == []
    there.get_by_role("button", name="Yes, I will").click()
    expect(there.get_by_role("heading", level=1)).to_have_text("Thank you, you are the buddy")
    theirs = visit(partner).open(f"{home}/governance/partners/{newcomer.pk}/joining/")
    expect(theirs.get_by_text("Dev Patel is the buddy")).to_be_visible()
    theirs.get_by_role("button", name=re.compile("Done today.*Charter read")).click()
    said(theirs, "Ticked: Charter read.")
    theirs.get_by_role("button", name="Undo").click()
    said(theirs, "That is taken back.")
    assert OnboardingItem.objects.filter(done_on__isnull=False).count() == 2


def test_stranger_asks_to_join_without_a_script_and_becomes_a_prospect(visit, coordinator):
    door = OpenDoorFactory(coalition=coordinator.coalition, answered_by=coordinator.person)
    page = visit(viewport=PHONE, java_script_enabled=False).open(door.path)
    page.get_by_label("Your name").fill("Lena Moss")
    page.get_by_label("E-mail address").fill("lena@elm.example")
    page.get_by_label("Your organisation or group").fill("Elm Center")
    page.get_by_label("What would you like to do with us?").fill("Cook together.")
    page.get_by_label("Weekday evenings").check()
    page.get_by_label("may keep what I write here").check()
    page.get_by_role("button", name="Ask to join").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
    asked = JoinRequest.objects.get()
    ours = visit(coordinator).open(asked.get_absolute_url())
    assert violations(ours) == []
    ours.get_by_role("button", name="Add as a prospect and write to them").click()
    said(ours, "Elm Center is a prospect now.")
    assert Organisation.objects.get().name == "Elm Center"
