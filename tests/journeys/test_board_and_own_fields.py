"""Cards ticked on the board get what an own field says, in a real browser; the list stands by it."""

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from partners.models import Organisation
from tests.factories import MembershipFactory, OrganisationFactory, OwnFieldFactory
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def coordinator(transactional_db):
    member = MembershipFactory(role=Role.COORDINATOR)
    OwnFieldFactory(
        coalition=member.coalition, label="Seats", kind="number", is_listed=True, position=1
    )
    OwnFieldFactory(coalition=member.coalition, label="Can host", kind="yes_no", position=2)
    for name, kind, seats in (
        ("Acorn", "partner", 9),
        ("Birch", "partner", 120),
        ("Cedar", "prospect", 0),
    ):
        values = {"seats": seats} if seats else {}
        OrganisationFactory(coalition=member.coalition, name=name, kind=kind, own_values=values)
    return member


def bar(page: Page):
    return page.get_by_role("group", name="Selected partners")


def test_cards_of_two_columns_get_an_answer_together_and_lose_it_again(visit, coordinator):
    page = visit(coordinator).open(f"/{coordinator.coalition.slug}/partners/?layout=board")
    page.get_by_role("checkbox", name="Select Birch").check()
    expect(bar(page)).to_contain_text("1 selected")
    page.get_by_role("checkbox", name="Select Cedar").check()
    expect(bar(page)).to_contain_text("2 selected")
    page.get_by_role("link", name="Acorn").focus()
    page.keyboard.press("Shift+ArrowRight")
    expect(page.get_by_text("Acorn stands under “Prospect” now").first).to_be_visible()
    expect(page.get_by_role("checkbox", name="Select Birch")).to_be_checked()
    expect(bar(page)).to_contain_text("2 selected")
    bar(page).get_by_text("Change them").click()
    assert violations(page) == []
    page.get_by_role("button", name="Your own fields").click()
    page.get_by_role("link", name="Can host").click()
    page.get_by_label("Can host").select_option("Yes")
    assert violations(page) == []
    page.get_by_role("button", name="Show what would change").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("2 partners would change")
    expect(page.get_by_text("Can host: Yes").first).to_be_visible()
    page.get_by_role("button", name="Change these 2 partners").click()
    expect(page).to_have_url(re.compile("layout=board"))
    said = Organisation.objects.filter(own_values__can_host=True).values_list("name", flat=True)
    assert sorted(said) == ["Birch", "Cedar"]
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("All of it is taken back.").first).to_be_visible()
    assert not Organisation.objects.filter(own_values__has_key="can_host").exists()


def test_own_column_sorts_by_its_head_and_on_a_phone_by_the_menu(visit, coordinator):
    guest = visit(coordinator)
    page = guest.open(f"/{coordinator.coalition.slug}/partners/")
    page.get_by_role("columnheader", name="Seats").get_by_role("link").click()
    expect(page.locator("tbody th")).to_have_text(["Acorn", "Birch", "Cedar"])
    page.get_by_role("columnheader", name="Seats").get_by_role("link").click()
    expect(page.locator("tbody th")).to_have_text(["Birch", "Acorn", "Cedar"])
    expect(page.get_by_role("columnheader", name="Seats")).to_have_attribute(
        "aria-sort", "descending"
    )
    assert violations(page) == []
    page.set_viewport_size(PHONE)
    page.locator("#order > summary").click()
    page.get_by_role("link", name="Seats, lowest first").click()
    expect(page.locator("tbody th")).to_have_text(["Acorn", "Birch", "Cedar"])
