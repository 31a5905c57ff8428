"""The network map by keyboard: the picture is drawn, says where one is, and tells what its table tells."""

import json
import re
from itertools import combinations

import pytest
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from partners.models import Organisation, Relation, Vocabulary
from tests.factories import (
    ClassificationFactory,
    MembershipFactory,
    OrganisationFactory,
    RelationFactory,
    TermFactory,
    TieFactory,
)
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser
NAMES = ("Hub", "Ash", "Elm", "Oak", "Yew")


@pytest.fixture
def coordinator(transactional_db):
    membership = MembershipFactory(role=Role.COORDINATOR)
    coalition = membership.coalition
    made = [OrganisationFactory(coalition=coalition, name=name) for name in NAMES]
    sectors = [
        TermFactory(coalition=coalition, vocabulary=Vocabulary.SECTOR, name=f"Sector {n}")
        for n in range(2)
    ]
    for n, one in enumerate(made):
        ClassificationFactory(coalition=coalition, organisation=one, term=sectors[n % 2])
    relation = RelationFactory(coalition=coalition, name="Contact")
    for other in made[1:4]:
        TieFactory(first=made[0], second=other, relation=relation, level_first=3)
    return membership


def drawn(page: Page) -> Page:
    expect(page.locator("[data-drawn]")).to_be_visible()
    return page


def in_table(page: Page) -> dict[str, int]:
    rows = page.locator("#network-table tbody tr").all()
    return {
        row.locator("th a").inner_text(): int(
            re.sub(r"\D", "", row.locator("td").nth(1).inner_text())
        )
        for row in rows
    }


def in_picture(page: Page) -> dict[str, int]:
    """What the chart itself holds."""
    told = page.evaluate(
        """() => JSON.stringify(echarts.getInstanceByDom(document.querySelector("[data-network-picture]"))
            .getOption().series[0].data.map(({ name, value }) => [name, value]))"""
    )
    return dict(json.loads(told))


def tied_in_table(page: Page) -> set[frozenset[str]]:
    rows = page.locator("#network-pairs tbody tr").all()
    return {
        frozenset((row.locator("th a").text_content(), row.locator("td a").text_content()))
        for row in rows
    }


def tied_in_picture(page: Page) -> set[frozenset[str]]:
    told = page.evaluate(
        """() => { const box = document.querySelector("[data-network-picture]");
            const { data, links } = echarts.getInstanceByDom(box).getOption().series[0];
            const names = Object.fromEntries(data.map(({ id, name }) => [id, name]));
            return JSON.stringify(links.map(({ source, target }) => [names[source], names[target]])); }"""
    )
    return {frozenset(pair) for pair in json.loads(told)}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_map_is_drawn_read_by_keyboard_and_opens_a_partner(visit, coordinator, scheme):
    there = visit(coordinator)
    problems: list[str] = []
    there.page.on(
        "console", lambda said: problems.append(said.text) if said.type == "error" else None
    )
    there.page.emulate_media(color_scheme=scheme)
    page = drawn(there.open(f"/{coordinator.coalition.slug}/partners/ties/map/"))
    assert in_picture(page) == in_table(page) == {"Hub": 3, "Ash": 1, "Elm": 1, "Oak": 1, "Yew": 0}
    ties = {frozenset(("Hub", name)) for name in ("Ash", "Elm", "Oak")}
    assert tied_in_picture(page) == tied_in_table(page) == ties
    assert violations(page) == []
    page.get_by_role("application").focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator("[data-network-told]")).to_have_text("Hub, tied to 3: Ash, Elm, Oak")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Hub")
    assert problems == []


def test_names_meet_no_other_name(visit, coordinator):
    hub, relation = Organisation.objects.get(name="Hub"), Relation.objects.get()
    for number in range(35):
        name = f"Association of Neighbors {number:02}"
        other = OrganisationFactory(coalition=coordinator.coalition, name=name)
        TieFactory(first=hub, second=other, relation=relation)
    page = drawn(visit(coordinator).open(f"/{coordinator.coalition.slug}/partners/ties/map/"))
    boxes = [name.bounding_box() for name in page.locator("[data-network-picture] text").all()]
    assert len(boxes) > 10
    meeting = [(a, b) for a, b in combinations(boxes, 2) if meet(a, b)]
    assert meeting == []


def meet(one: dict[str, float], other: dict[str, float]) -> bool:
    return all(
        one[place] + 1 < other[place] + other[size] and other[place] + 1 < one[place] + one[size]
        for place, size in (("x", "width"), ("y", "height"))
    )


def test_filter_narrows_picture_and_table_alike(visit, coordinator):
    there = visit(coordinator)
    page = drawn(there.open(f"/{coordinator.coalition.slug}/partners/ties/map/"))
    page.locator("#filter-sector-head").click()
    page.get_by_label("Sector 0").check()
    expect(page.locator("#network-table tbody tr")).to_have_count(3)
    drawn(page)
    assert in_picture(page) == in_table(page) == {"Hub": 1, "Elm": 1, "Yew": 0}
    assert tied_in_picture(page) == tied_in_table(page) == {frozenset(("Hub", "Elm"))}
    assert "sector=" in page.url


@pytest.mark.parametrize(("kind", "begins"), [("SVG", b"<svg"), ("PNG", b"\x89PNG")])
def test_picture_is_downloaded(visit, coordinator, kind, begins):
    there = visit(coordinator)
    page = drawn(there.open(f"/{coordinator.coalition.slug}/partners/ties/map/"))
    with page.expect_download() as download:
        page.get_by_role("button", name=kind).click()
    with open(download.value.path(), "rb") as file:  # noqa: PTH123 - the browser's own path
        assert file.read(4) == begins


def test_without_a_script_the_page_says_where_the_same_stands_and_shows_no_legend(
    visit, coordinator
):
    there = visit(coordinator, java_script_enabled=False)
    page = there.open(f"/{coordinator.coalition.slug}/partners/ties/map/")
    expect(page.locator("noscript p")).to_contain_text("The table below says the same.")
    expect(page.locator("noscript p")).to_be_visible()
    expect(page.locator(".map-legend")).to_be_hidden()
    expect(page.get_by_text("A mark is an organisation")).to_be_hidden()
    page.get_by_text("Who is tied to whom").click()
    expect(page.locator("#network-pairs tbody tr")).to_have_count(3)


def test_legend_fits_a_phone(visit, coordinator):
    there = visit(coordinator)
    there.page.set_viewport_size(PHONE)
    page = drawn(there.open(f"/{coordinator.coalition.slug}/partners/ties/map/"))
    assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]
    expect(page.get_by_role("list", name="Sectors")).to_contain_text("Sector 1")
    assert violations(page) == []
