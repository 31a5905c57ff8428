"""The partner list under a mouse: what is pressed stays, and what is done now and then stands in menus."""

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from tests.factories import (
    ClassificationFactory,
    MembershipFactory,
    OrganisationFactory,
    TermFactory,
)
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser
# One list each, so that the bar has more filters than stand on one line.
TERMS = [
    ("sector", "Housing"),
    ("population", "People who rent"),
    ("area", "Riverbend"),
    ("language", "Spanish"),
    ("tag", "Evening hours"),
]


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


@pytest.fixture
def partners(coordinator) -> None:
    coalition = coordinator.coalition
    OrganisationFactory(coalition=coalition, name="Elm Park Transit")
    homes = OrganisationFactory(coalition=coalition, name="Oak Hill Homes", kind="prospect")
    for vocabulary, name in TERMS:
        term = TermFactory(coalition=coalition, vocabulary=vocabulary, name=name)
        ClassificationFactory(organisation=homes, term=term)


def list_of(membership) -> str:
    return f"/{membership.coalition.slug}/partners/"


def press_words(page: Page, menu: str, words: str) -> None:
    """A press on the words beside a box: the mouse goes down and up where they stand."""
    page.locator(f"{menu} > summary").click()
    box = page.locator(f"{menu} label.item", has_text=words).bounding_box()
    page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.down()
    expect(page.locator(menu)).to_have_attribute("open", "")
    page.mouse.up()


def test_filter_is_set_by_a_press_on_its_words(visit, coordinator, partners):
    page = visit(coordinator).open(list_of(coordinator))
    press_words(page, "#filter-kind", "Prospect")
    expect(page.get_by_role("link", name="Elm Park Transit")).to_be_hidden()
    expect(page).to_have_url(re.compile("kind=prospect"))
    expect(page.locator("#filter-kind").get_by_role("checkbox", name="Prospect")).to_be_checked()


def test_open_menu_closes_by_a_press_beside_it(visit, coordinator, partners):
    page = visit(coordinator).open(list_of(coordinator))
    page.locator("#filter-kind > summary").click()
    page.get_by_role("heading", level=1).click()
    expect(page.locator("#filter-kind[open]")).to_have_count(0)
    page.locator("#filter-kind > summary").click()
    page.locator("#filter-q").focus()
    expect(page.locator("#filter-kind[open]")).to_have_count(0)


def test_rare_filters_unfold_and_stay_open_once_set(visit, coordinator, partners):
    page = visit(coordinator, viewport=PHONE).open(list_of(coordinator))
    expect(page.locator("#filter-tag")).to_be_hidden()
    page.get_by_text("More filters").click()
    press_words(page, "#filter-tag", "Evening hours")
    expect(page.get_by_role("link", name="Elm Park Transit")).to_be_hidden()
    page.reload()
    expect(page.locator("#filter-tag > summary")).to_have_text("Tag: Evening hours")
    expect(page.locator("#filter-tag > summary")).to_be_visible()
    assert violations(page) == []


def test_work_on_the_whole_list_stands_in_one_menu(visit, coordinator, partners):
    page = visit(coordinator, viewport=PHONE).open(list_of(coordinator))
    expect(page.get_by_role("link", name="Duplicates")).to_be_hidden()
    page.locator("#whole-list > summary").click()
    page.get_by_role("link", name="Duplicates").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Duplicates")
