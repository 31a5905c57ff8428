"""From a gap to a prospect; the matrix by keyboard; the table twin says what the picture says."""

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from accounts.permissions import Role
from partners.models import Gap, Organisation
from tests.factories import MembershipFactory
from tests.journeys.conftest import DESK, PHONE, violations
from tests.partners.composition.table import needed, partner

pytestmark = pytest.mark.browser


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


@pytest.fixture
def table(coordinator):
    coalition = coordinator.coalition
    partner(coalition, "Clinic", sector="Health", population="Renters", area="Riverbend")
    partner(coalition, "Church", sector="Faith", population="Carers", is_active=False)
    needed(coalition, sector="Health", population="Carers")
    return needed(coalition, population="Night-shift workers", area="Riverbend")


def address(coordinator, rest: str = "") -> str:
    return f"/{coordinator.coalition.slug}/partners/composition/{rest}"


@pytest.mark.parametrize(
    "how",
    [{}, {"viewport": PHONE, "color_scheme": "dark"}, {"java_script_enabled": False}],
    ids=["desk", "phone", "no-script"],
)
def test_gap_becomes_a_prospect_and_is_filled(visit, coordinator, table, how):
    page = visit(coordinator, **how).open(address(coordinator))
    page.get_by_role("link", name="See who is missing").click()
    # Between a button's words and what is read beside them browsers put a blank.
    page.get_by_role("link", name="Find somebody : Night-shift workers · Riverbend").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Night-shift workers · Riverbend")
    if how.get("java_script_enabled", True):
        assert violations(page) == []
    page.get_by_label("What is it called?").fill("Levee Warehouse")
    page.get_by_role("button", name="Add as a prospect").click()
    said = page.get_by_text("Levee Warehouse is a prospect now, and the one to ask.")
    expect(said.first).to_be_visible()
    made = Organisation.objects.get(name="Levee Warehouse")
    assert made.kind == "prospect"
    assert {one.term.name for one in made.classifications.all()} == {
        "Night-shift workers",
        "Riverbend",
    }
    page.get_by_label("By when?").fill(timezone.localdate().isoformat())
    page.get_by_role("button", name="Keep the plan").click()
    assert Gap.objects.get().organisation == made
    page.goto(page.url.split("/partners/")[0] + "/")
    expect(page.get_by_role("heading", name="Missing at the table")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_matrix_is_walked_by_keyboard(visit, coordinator, table, scheme):
    page = visit(coordinator, color_scheme=scheme).open(address(coordinator))
    assert violations(page) == []
    region = page.get_by_role("region", name="Sector by Population")
    region.focus()
    cells = region.locator("td a")
    for _step in range(region.locator("a").count()):
        page.keyboard.press("Tab")
        if cells.first.evaluate("cell => cell === document.activeElement"):
            break
    expect(cells.first).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Faith · Carers")


def test_twin_is_equal_to_the_picture(visit, coordinator, table):
    page = visit(coordinator).open(address(coordinator))
    heads = page.locator(".heat-table thead th").all_inner_texts()
    picture = set()
    for row in page.locator(".heat-table tbody tr").all():
        name = row.locator("th").inner_text().strip()
        for column, cell in zip(
            map(str.strip, heads[1:]), row.locator("td:not(.all)").all(), strict=False
        ):
            for told in cell.locator("a:not(.nobody) .visually-hidden").all_text_contents():
                listed, active = (
                    int("".join(filter(str.isdigit, part)))
                    for part in told.split(";")[0].split(",")
                )
                picture.add((name, column, listed, active))
    page.get_by_text("The same as lines").click()
    twin = set()
    for row in page.locator("#twin tbody tr").all():
        told = [words.strip() for words in row.locator("td").all_inner_texts()]
        column = told[0].split(",")[0].strip()
        twin.add((row.locator("th").inner_text().strip(), column, int(told[1]), int(told[2])))
    heads_wanted = page.locator(".heat-table thead th:has(.heat.gap)").all_inner_texts()
    wanted = {("All", words.split(",")[0].strip(), 0, 0) for words in heads_wanted}
    assert picture | wanted == twin
    assert wanted == {("All", "Night-shift workers", 0, 0)}
    assert ("Faith", "Carers", 1, 0) in twin


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["desk", "phone"])
def test_matrix_hides_no_row_and_its_head_stays_where_all_columns_fit(visit, coordinator, size):
    for number in range(30):
        sector = f"Sector {number:02}"
        partner(coordinator.coalition, sector, sector=sector, population="Renters")
    page = visit(coordinator, viewport=size).open(address(coordinator))
    box = page.locator(".heat-scroll")
    assert box.evaluate("box => box.scrollHeight - box.clientHeight") <= 1
    last = page.get_by_role("rowheader", name="Sector 29")
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()
    if size == DESK:
        expect(page.get_by_role("columnheader", name="Renters")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == size["width"]
