"""The partner list on a phone: who they are, what they do and where, and who speaks for them."""

import pytest
from playwright.sync_api import Locator, expect

from accounts.permissions import Role
from tests.factories import (
    ClassificationFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    TermFactory,
)
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def coordinator(transactional_db):
    membership = MembershipFactory(role=Role.COORDINATOR, person__full_name="Ruth Adeyemi")
    coalition = membership.coalition
    homes = OrganisationFactory(
        coalition=coalition, name="Oak Hill Homes", owner=membership.person, since_on="2025-01-09"
    )
    ContactFactory(organisation=homes, name="Anita Rowe")
    for vocabulary, name in (("sector", "Housing"), ("area", "Riverbend")):
        term = TermFactory(coalition=coalition, vocabulary=vocabulary, name=name)
        ClassificationFactory(organisation=homes, term=term)
    return membership


def lines_of(entry: Locator) -> float:
    """Its height in lines of small text."""
    line = entry.evaluate(
        "row => parseFloat(getComputedStyle(row.querySelector('.small')).fontSize) * 1.5"
    )
    return entry.bounding_box()["height"] / line


def test_entry_on_a_phone_is_three_lines(visit, coordinator):
    page = visit(coordinator, viewport=PHONE).open(f"/{coordinator.coalition.slug}/partners/")
    entry = page.locator("table.entries tbody tr")
    expect(entry.get_by_text("Housing · Riverbend")).to_be_visible()
    expect(entry.get_by_text("Anita Rowe")).to_be_visible()
    expect(entry.get_by_text("Ruth Adeyemi")).to_be_hidden()
    # The room above and beneath an entry is more than one line.
    assert lines_of(entry) < 3 + 2
    assert violations(page) == []


def test_chosen_columns_stand_on_a_phone_too(visit, coordinator):
    address = f"/{coordinator.coalition.slug}/partners/?columns=name,owner,since"
    page = visit(coordinator, viewport=PHONE).open(address)
    entry = page.locator("table.entries tbody tr")
    expect(entry.get_by_text("Ruth Adeyemi")).to_be_visible()
    expect(entry.get_by_text("Jan. 9, 2025")).to_be_visible()


def test_area_stands_under_the_name_on_a_phone_only(visit, coordinator):
    page = visit(coordinator).open(f"/{coordinator.coalition.slug}/partners/")
    expect(page.locator("table.entries").get_by_text("Housing")).to_be_visible()
    expect(page.locator("table.entries .d-md-none")).to_be_hidden()
    expect(page.get_by_role("cell", name="Ruth Adeyemi")).to_be_visible()
