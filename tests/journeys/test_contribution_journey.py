"""A partner says what it gave and asks for an interpreter; a coordinator agrees; the partner reads it."""

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.models import Membership
from accounts.permissions import Role
from contributions.models import Contribution, SupportRequest
from tests.factories import MembershipFactory, OrganisationFactory, RepresentationFactory
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def speaker(transactional_db) -> Membership:
    """Somebody who signs in for Northgate."""
    membership = MembershipFactory(role=Role.PARTNER)
    store = OrganisationFactory(coalition=membership.coalition, name="Northgate")
    RepresentationFactory(organisation=store, membership=membership)
    return membership


@pytest.fixture
def coordinator(speaker) -> Membership:
    return MembershipFactory(coalition=speaker.coalition, role=Role.COORDINATOR)


def give(page: Page) -> None:
    page.get_by_role("link", name="What you give, and support you ask for").click()
    page.get_by_role("link", name="Write down what you give").click()
    page.get_by_label("What kind of contribution").select_option(label="Space")
    page.get_by_label("What is given").fill("The hall on Tuesdays")
    page.get_by_label(re.compile("^What it is worth")).fill("Priceless")
    page.get_by_role("button", name="Put it on record").click()
    page.get_by_role("link", name=re.compile("^Note as given")).click()
    page.get_by_role("button", name="Note as given").click()
    expect(page.get_by_text("Thank you, it is noted.").first).to_be_visible()


def ask(page: Page) -> None:
    page.get_by_role("link", name="Ask for support").click()
    page.get_by_label("What kind of support").select_option(label="An interpreter")
    page.get_by_label("What would help").fill("Spanish in the evening")
    page.get_by_role("button", name="Ask for it").click()
    expect(page.get_by_role("heading", name="Spanish in the evening")).to_be_visible()


def agree(page: Page) -> None:
    expect(page.get_by_text("They ask for: “Spanish in the evening”")).to_be_visible()
    page.get_by_role("link", name=re.compile("^Answer them")).click()
    page.get_by_label("What do you say to them?").fill("Call Ana a week before")
    page.get_by_role("button", name="Agree").click()
    expect(page.get_by_text("they wrote this themselves")).to_be_visible()


@pytest.mark.parametrize(
    "how", [{}, {"viewport": PHONE, "color_scheme": "dark"}, {"java_script_enabled": False}]
)
def test_partner_gives_and_asks_and_is_answered(visit, speaker, coordinator, how):
    has_script = how.get("java_script_enabled", True)
    slug = speaker.coalition.slug
    theirs = visit(speaker, **how).open(f"/{slug}/")
    give(theirs)
    ask(theirs)
    ours = visit(coordinator, **how).open(f"/{slug}/")
    agree(ours)
    assert not has_script or violations(ours) == []
    ours.goto(ours.url.split(f"/{slug}/")[0] + f"/{slug}/contributions/")
    expect(ours.get_by_role("link", name="1 given by Northgate")).to_be_visible()
    assert not has_script or violations(ours) == []
    theirs.reload()
    expect(theirs.get_by_text("Call Ana a week before")).to_be_visible()
    assert not has_script or violations(theirs) == []
    row = Contribution.objects.get()
    assert (row.is_delivered, row.is_their_own_word, row.is_end_their_own_word) == (True,) * 3
    assert SupportRequest.objects.get().answered_by == coordinator.person
