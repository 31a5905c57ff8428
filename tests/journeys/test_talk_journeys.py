"""Logging what happened with a partner, by keyboard, from wherever one is."""

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from partners.models import Touchpoint
from tests.factories import (
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    PartnerEventFactory,
    TouchpointFactory,
)
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def coordinator(transactional_db):
    membership = MembershipFactory(role=Role.COORDINATOR)
    coalition = membership.coalition
    northgate = OrganisationFactory(coalition=coalition, name="Northgate Grocers")
    ContactFactory(organisation=northgate, name="Marisol Ortega")
    OrganisationFactory(coalition=coalition, name="Greenway Food Bank")
    return membership


def logged() -> tuple[str, str, str]:
    talk = Touchpoint.objects.select_related("organisation").get()
    return talk.organisation.name, talk.said, talk.kind


def test_call_is_logged_from_the_home_page_by_keyboard_alone(visit, coordinator):
    page: Page = visit(coordinator).open(f"/{coordinator.coalition.slug}/")
    field = page.get_by_role("combobox", name="Talked to")
    for _each in range(40):
        page.keyboard.press("Tab")
        if field.evaluate("element => element === document.activeElement"):
            break
    page.keyboard.type("marisol")
    expect(page.get_by_role("option", name=re.compile("Northgate Grocers"))).to_be_visible()
    page.keyboard.press("Enter")
    expect(field).to_have_value("Northgate Grocers")
    page.keyboard.type("She sends the menu")
    page.keyboard.press("Enter")
    expect(page.locator("#toasts").get_by_text("Logged with Northgate Grocers.")).to_be_visible()
    expect(page).to_have_url(re.compile(rf"/{coordinator.coalition.slug}/$"))
    assert logged() == ("Northgate Grocers", "She sends the menu", "call")
    page.get_by_role("button", name="Undo").press("Enter")
    expect(page.locator("#toasts").get_by_text("That is taken back.")).to_be_visible()
    assert not Touchpoint.objects.exists()


def test_talk_is_logged_in_the_drawer_from_a_partners_page(visit, coordinator):
    slug = coordinator.coalition.slug
    page = visit(coordinator).open(f"/{slug}/partners/")
    page.get_by_role("link", name="Northgate Grocers").first.click()
    page.get_by_role("link", name="Log a talk").first.press("Enter")
    drawer = page.locator("#drawer")
    expect(drawer.get_by_role("combobox", name="With whom?")).to_have_value("Northgate Grocers")
    expect(drawer.get_by_label("What happened?")).to_be_focused()
    page.keyboard.type("Flyers are ready")
    page.keyboard.press("Enter")
    expect(page.locator("#toasts").get_by_text("Logged with Northgate Grocers.")).to_be_visible()
    expect(page.get_by_role("heading", level=1)).to_have_text("Northgate Grocers")
    expect(page.get_by_text("Flyers are ready").first).to_be_visible()


def test_without_a_script_the_form_asks_which_one_was_meant(visit, coordinator):
    OrganisationFactory(coalition=coordinator.coalition, name="Northgate School")
    page = visit(coordinator, java_script_enabled=False).open(
        f"/{coordinator.coalition.slug}/partners/talks/log/"
    )
    page.get_by_label("With whom?").fill("northgate")
    page.get_by_label("What happened?").fill("Hello")
    page.get_by_role("button", name="Log it").click()
    page.get_by_role("radio", name=re.compile("Northgate School")).check()
    page.get_by_role("button", name="Log it").click()
    expect(page.locator("#toasts").get_by_text("Logged with Northgate School.")).to_be_visible()
    assert logged() == ("Northgate School", "Hello", "call")


@pytest.mark.parametrize("viewport", [None, PHONE], ids=["desk", "phone"])
def test_pages_of_talks_have_no_barriers(visit, coordinator, viewport):
    slug = coordinator.coalition.slug
    partner = OrganisationFactory(coalition=coordinator.coalition, name="Cedar Lane", prospect=True)
    TouchpointFactory(organisation=partner, asks=True, due=True)
    PartnerEventFactory(organisation=partner, on="2999-01-05")
    there = visit(coordinator, viewport=viewport)
    for path in (
        "",
        "partners/talks/",
        "partners/talks/quiet/",
        "partners/talks/log/",
        "partners/talks/rules/",
        "partners/events/",
        "partners/events/add/",
        f"partners/{partner.pk}/talks/",
    ):
        assert violations(there.open(f"/{slug}/{path}")) == [], path
