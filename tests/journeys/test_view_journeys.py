"""The partner list as people make it their own, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from partners.models import Organisation, SavedView
from tests.factories import (
    ClassificationFactory,
    MembershipFactory,
    OrganisationFactory,
    TermFactory,
)
from tests.journeys.conftest import violations

pytestmark = pytest.mark.browser


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR, person__full_name="Ruth Adeyemi")


@pytest.fixture
def partners(coordinator) -> list[Organisation]:
    coalition = coordinator.coalition
    housing = TermFactory(coalition=coalition, name="Housing")
    made = [
        OrganisationFactory(coalition=coalition, name="Elm Park Transit"),
        OrganisationFactory(coalition=coalition, name="Northgate Grocers", kind="prospect"),
        OrganisationFactory(coalition=coalition, name="Oak Hill Homes", kind="prospect"),
    ]
    ClassificationFactory(organisation=made[2], term=housing)
    return made


def list_of(membership) -> str:
    return f"/{membership.coalition.slug}/partners/"


def names(page: Page) -> list[str]:
    return page.locator("tbody th[scope=row] a").all_inner_texts()


def test_view_is_saved_shared_and_opened_by_another(visit, coordinator, partners):
    page = visit(coordinator).open(list_of(coordinator))
    page.locator("#filter-kind summary").click()
    page.locator("#filter-kind").get_by_role("checkbox", name="Prospect").check()
    expect(page.get_by_role("link", name="Elm Park Transit")).to_be_hidden()
    page.get_by_role("link", name="Save this as a view").click()
    page.get_by_label("Name").fill("To win")
    page.get_by_label("Share it with everyone").check()
    page.get_by_role("button", name="Save the view").click()
    expect(page.get_by_role("link", name="To win")).to_have_attribute("aria-current", "page")
    expect(page).to_have_url(re.compile(r"view=\d+&kind=prospect"))

    viewer = MembershipFactory(coalition=coordinator.coalition, role=Role.VIEWER)
    other = visit(viewer).open(list_of(viewer))
    other.get_by_role("link", name="To win").click()
    expect(other.get_by_text("Kept by Ruth Adeyemi.").first).to_be_visible()
    assert names(other) == ["Northgate Grocers", "Oak Hill Homes"]
    other.locator("#filter-sector summary").click()
    other.locator("#filter-sector").get_by_role("checkbox", name="Housing").check()
    expect(other.get_by_text("“To win” is changed").first).to_be_visible()
    expect(other.get_by_role("button", name="Save the view")).to_be_hidden()
    assert violations(other) == []
    other.get_by_role("link", name="Save as a new view").click()
    other.get_by_label("Name").fill("Homes to win")
    other.get_by_label("Open my partner list with it").check()
    other.get_by_role("button", name="Save the view").click()
    other.goto(other.url.split("?")[0])
    assert names(other) == ["Oak Hill Homes"]
    assert SavedView.objects.get(name="Homes to win").owner == viewer.person


def test_columns_are_chosen_and_ordered_by_keyboard(visit, coordinator, partners):
    page = visit(coordinator).open(list_of(coordinator))
    page.get_by_role("link", name="Columns", exact=True).press("Enter")
    box = page.get_by_role("checkbox", name="City")
    box.press("Space")
    page.get_by_role("checkbox", name="Since").press("Space")
    page.get_by_role("button", name=re.compile("^Up.*City")).press("Enter")
    # The page comes back with the focus on the same button, so that it can be pressed again.
    expect(page.get_by_role("button", name=re.compile("^Up.*City"))).to_be_focused()
    place = "document.activeElement.closest('ol').querySelectorAll('li')"
    for _press in range(page.get_by_role("checkbox").count()):
        first = page.evaluate(f"{place}[0].innerText.startsWith('City')")
        if first:
            break
        with page.expect_navigation():
            page.keyboard.press("Enter")
    expect(page.get_by_role("button", name=re.compile("^Down.*City"))).to_be_focused()
    page.get_by_role("checkbox", name="City").press("Enter")
    expect(page).to_have_url(re.compile("columns=name%2Ccity%2Ckind%2Ccontact%2Cowner"))
    heads = page.locator("thead th").all_inner_texts()
    assert heads == ["Partner", "City", "Kind", "Speaks for them", "Looked after by"]


def column(page: Page, name: str):
    return page.get_by_role("region", name=re.compile(f"^{name}"))


def test_board_moves_by_mouse_and_is_undone(visit, coordinator, partners):
    # High enough that nothing scrolls under the pointer while it holds the card.
    tall = {"width": 1440, "height": 1400}
    page = visit(coordinator, viewport=tall).open(f"{list_of(coordinator)}?layout=board")
    grocers = page.get_by_role("link", name="Northgate Grocers")
    grocers.locator("xpath=ancestor::li").drag_to(column(page, "Stakeholder"))
    expect(
        column(page, "Stakeholder").get_by_role("link", name="Northgate Grocers")
    ).to_be_visible()
    assert Organisation.objects.get(name="Northgate Grocers").kind == "stakeholder"
    page.get_by_role("button", name="Undo").click()
    expect(column(page, "Prospect").get_by_role("link", name="Northgate Grocers")).to_be_visible()
    expect(page).to_have_url(re.compile("layout=board"))
    assert Organisation.objects.get(name="Northgate Grocers").kind == "prospect"


def test_board_moves_by_keyboard_and_keeps_the_focus(visit, coordinator, partners):
    page = visit(coordinator).open(f"{list_of(coordinator)}?layout=board")
    page.get_by_role("link", name="Elm Park Transit").press("Shift+ArrowRight")
    moved = column(page, "Prospect").get_by_role("link", name="Elm Park Transit")
    expect(moved).to_be_focused()
    moved.press("Shift+ArrowRight")
    expect(column(page, "Stakeholder").get_by_role("link", name="Elm Park Transit")).to_be_focused()
    assert Organisation.objects.get(name="Elm Park Transit").kind == "stakeholder"
    assert violations(page) == []


def test_board_moves_by_its_menu_without_a_script(visit, coordinator, partners):
    signed_in = visit(coordinator)
    kept = signed_in.page.context.storage_state()
    plain = visit(java_script_enabled=False, storage_state=kept)
    page = plain.open(f"{list_of(coordinator)}?layout=board&group=owner")
    page.get_by_text("Move Oak Hill Homes").click()
    page.locator("li", has_text="Oak Hill Homes").get_by_role("button", name="Ruth Adeyemi").click()
    expect(column(page, "Ruth Adeyemi").get_by_role("link", name="Oak Hill Homes")).to_be_visible()
    assert Organisation.objects.get(name="Oak Hill Homes").owner == coordinator.person


def test_many_are_counted_when_a_filter_is_opened(visit, coordinator, partners, monkeypatch):
    monkeypatch.setattr("partners.reports.listing.facets.COUNTED", 2)
    monkeypatch.setattr("partners.reports.listing.page.COUNTED", 2)
    page = visit(coordinator).open(list_of(coordinator))
    page.locator("#filter-kind summary").press("Enter")
    prospects = page.locator("#filter-kind label", has_text="Prospect")
    expect(prospects).to_contain_text("2")
    expect(page.locator("#filter-kind summary")).to_be_focused()
    assert "counts" not in page.url
