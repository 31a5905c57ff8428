"""What a page says on paper: what was asked for, no controls, whole tables, and where to find it again."""

import pytest
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from tests.factories import (
    MembershipFactory,
    OrganisationFactory,
    RelationFactory,
    ServiceFactory,
    ServiceTermFactory,
    TermFactory,
    TieFactory,
)
from tests.goals.factories import GoalFactory, GoalTermFactory
from tests.journeys.conftest import Visit

pytestmark = pytest.mark.browser

PAPER = {"width": 700, "height": 900}  # about a sheet between its margins
ON_ZOOM = {"width": 320, "height": 256}


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR, person__language="es")


@pytest.fixture
def printed(visit, coordinator):
    """A page of the coalition as it goes to the printer."""

    def open_page(path: str) -> Page:
        there: Visit = visit(coordinator, viewport=PAPER)
        page = there.open(f"/{coordinator.coalition.slug}/{path}")
        page.emulate_media(media="print")
        return page

    return open_page


def is_whole(page: Page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_filters_that_are_set_stand_on_paper_by_name(printed, coordinator):
    coalition = coordinator.coalition
    kinds = [
        TermFactory(coalition=coalition, vocabulary="service", name=name)
        for name in ("Food", "Legal", "Money")
    ]
    service = ServiceFactory(
        organisation=OrganisationFactory(coalition=coalition),
        name="Pantry",
        page="https://pantry.example/open",
    )
    ServiceTermFactory(service=service, term=kinds[0])
    asked = "&".join(f"kind={one.pk}" for one in kinds)
    page = printed(f"partners/services/?{asked}&q=pantry")
    told = page.locator(".filters").inner_text()
    assert [name in told for name in ("Food", "Legal", "Money")] == [True] * 3
    expect(page.locator("#filter-q")).to_be_visible()
    assert "cualquiera" not in told  # filters that are not set say nothing
    for control in (".mast", ".bar", ".nav-words", ".filters button", ".head .btn"):
        expect(page.locator(control).filter(visible=True)).to_have_count(0)
    link = page.locator("a.outside")
    said = link.evaluate("one => getComputedStyle(one, '::after').content")
    assert "https://pantry.example/open" in said
    assert (
        f"/{coordinator.coalition.slug}/partners/services/" in page.locator("footer").inner_text()
    )
    assert is_whole(page)


def test_list_without_a_filter_prints_no_word_of_filters(printed, coordinator):
    ServiceFactory(organisation=OrganisationFactory(coalition=coordinator.coalition))
    page = printed("partners/services/")
    assert page.locator(".filters").inner_text().strip() == ""


def test_partner_s_ties_print_without_their_buttons(printed, coordinator):
    first, second = OrganisationFactory.create_batch(2, coalition=coordinator.coalition)
    TieFactory(first=first, second=second, relation__name="Contact")
    page = printed(f"partners/{first.pk}/ties/")
    expect(page.get_by_text(second.name, exact=True).first).to_be_visible()
    expect(page.locator(".btn").filter(visible=True)).to_have_count(0)


def test_who_wants_the_same_says_of_whom_and_which(printed, coordinator):
    goal = GoalFactory(coalition=coordinator.coalition)
    term = TermFactory(coalition=coordinator.coalition, vocabulary="priority", name="Clean air")
    GoalTermFactory(goal=goal, term=term)
    page = printed(f"goals/{goal.pk}/priorities/?show=unasked")
    expect(page.locator("#who")).to_be_visible()
    which = page.locator(".which")
    assert len(which.locator("a").filter(visible=True).all()) == 1


def test_network_picture_is_not_cut(printed, coordinator):
    relation = RelationFactory(coalition=coordinator.coalition)
    hub, *others = OrganisationFactory.create_batch(4, coalition=coordinator.coalition)
    for other in others:
        TieFactory(first=hub, second=other, relation=relation, level_first=3)
    page = printed("partners/ties/map/")
    expect(page.locator("[data-drawn]")).to_be_visible()
    drawing = page.locator(".map-picture svg")
    width, height = page.evaluate("[innerWidth, innerHeight]")
    assert drawing.get_attribute("viewBox")
    page.set_viewport_size({"width": width // 2, "height": height})  # a narrower sheet
    assert drawing.evaluate("one => one.getBoundingClientRect().right <= innerWidth")


def test_at_400_percent_the_bar_ends_the_page_and_sorting_is_seen(visit, coordinator):
    OrganisationFactory(coalition=coordinator.coalition)
    there = visit(coordinator, viewport=ON_ZOOM)
    page = there.open(f"/{coordinator.coalition.slug}/contributions/")
    assert page.locator(".bar").evaluate("one => getComputedStyle(one).position") == "static"
    heading = page.locator("thead a").first
    heading.focus()
    assert heading.evaluate("one => one.getBoundingClientRect().width") > 20
    assert page.locator("thead").evaluate("one => getComputedStyle(one).clipPath") == "none"
