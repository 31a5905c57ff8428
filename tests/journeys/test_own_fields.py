"""A field of one's own from its definition to its return, in a real browser."""

import csv
import re

import pytest
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from tests.factories import MembershipFactory, OrganisationFactory
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


def test_own_field_is_defined_filled_filtered_downloaded_retired_and_brought_back(
    visit, coordinator
):
    coalition = coordinator.coalition
    northgate = OrganisationFactory(coalition=coalition, name="Northgate Grocers")
    OrganisationFactory(coalition=coalition, name="Cedar Lane Practice")
    there = visit(coordinator)
    page = there.open(f"/{coalition.slug}/partners/lists/")
    page.get_by_role("link", name="Our own fields").click()
    assert violations(page) == []
    define(page, "Meeting room seats", kind="A number")
    define(page, "Readiness", kind="One of several choices", choices="Willing\nReady")
    fill(there.open(f"/{coalition.slug}/partners/{northgate.pk}/edit/"))
    narrow(there.open(f"/{coalition.slug}/partners/"))
    assert downloaded(page) == ("40", "Ready")
    seats = page.get_by_role("main").get_by_text("40", exact=True)
    there.open(f"/{coalition.slug}/partners/fields/")
    page.get_by_role("button", name=re.compile("^Retire ?: Meeting room seats")).click()
    expect(page.get_by_role("button", name=AGAIN)).to_be_visible()
    there.open(northgate.get_absolute_url())
    expect(seats).to_be_hidden()
    there.open(f"/{coalition.slug}/partners/fields/")
    page.get_by_role("button", name=AGAIN).click()
    there.open(northgate.get_absolute_url())
    expect(seats).to_be_visible()


AGAIN = re.compile("^Ask it again ?: Meeting room seats")


def define(page: Page, label: str, *, kind: str, choices: str = "") -> None:
    page.get_by_role("link", name=re.compile("^Add a field ?: Organisations")).first.click()
    page.get_by_label("What is it called?").fill(label)
    page.get_by_label("Kind").select_option(label=kind)
    page.get_by_label("Choices").fill(choices)
    page.get_by_label("Show it in the partner list").check()
    assert violations(page) == []
    page.get_by_role("button", name="Add this field").click()
    expect(page.get_by_role("heading", name=label)).to_be_visible()


def fill(page: Page) -> None:
    """First wrongly: what was typed stays, and the reason stands beside it."""
    page.get_by_label("Meeting room seats").fill("a few")
    page.get_by_label("Readiness").select_option(label="Ready")
    page.get_by_role("button", name="Save").click()
    expect(page.locator(".error", has_text="This is no number")).to_be_visible()
    expect(page.get_by_label("Meeting room seats")).to_have_value("a few")
    expect(page.get_by_label("Readiness")).to_have_value("ready")
    page.get_by_label("Meeting room seats").fill("40")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Readiness: Ready").first).to_be_visible()


def narrow(page: Page) -> None:
    page.get_by_text("More filters").click()
    page.get_by_text("Readiness: any").click()
    page.get_by_role("checkbox", name="Ready").check()
    expect(page.get_by_role("link", name="Cedar Lane Practice")).to_be_hidden()
    expect(page).to_have_url(re.compile(r"own-readiness=ready"))
    page.keyboard.press("Escape")
    page.get_by_text("Meeting room seats: any").click()
    page.get_by_label("Up to").fill("39")
    page.get_by_role("button", name="Show", exact=True).locator("visible=true").click()
    expect(page.get_by_text("No partner fits all of these filters.").first).to_be_visible()
    page.get_by_role("link", name="Without this filter: Meeting room seats").click()
    expect(page.get_by_role("link", name="Northgate Grocers")).to_be_visible()
    assert violations(page) == []


def downloaded(page: Page) -> tuple[str, ...]:
    page.locator("#out > summary").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="As CSV").click()
    text = download.value.path().read_text(encoding="utf-8-sig")
    row = next(csv.DictReader(text.splitlines()))
    return row["Meeting room seats"], row["Readiness"]


def test_choices_are_kept_in_order_on_a_phone_without_a_script(visit, coordinator):
    there = visit(coordinator, viewport=PHONE, java_script_enabled=False)
    page = there.open(f"/{coordinator.coalition.slug}/partners/fields/add/?about=contact")
    page.get_by_label("What is it called?").fill("Eats")
    page.get_by_label("Kind").select_option(label="Any of several choices")
    page.get_by_label("Choices").fill("Vegan\nHalal")
    page.get_by_role("button", name="Add this field").click()
    page.get_by_role("link", name="Eats", exact=True).click()
    page.get_by_label("More choices").fill("Kosher")
    page.get_by_label("Place").first.fill("9")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("p.tags")).to_have_text(re.compile(r"Halal\s*Vegan\s*Kosher"))
