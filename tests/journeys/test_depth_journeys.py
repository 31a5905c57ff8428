"""A talk over two visits on a phone by keyboard, and a stakeholder moved by keyboard, in a real browser."""

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from partners.models import InterviewVisit, ProfileAnswer, ProfileRow, Stake
from tests.factories import ContactFactory, MembershipFactory, OrganisationFactory, StakeFactory
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def ruth(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


@pytest.fixture
def organisation(ruth):
    one = OrganisationFactory(coalition=ruth.coalition, name="Northgate Grocers")
    ContactFactory(organisation=one, name="Marisol Ortega")
    return one


def depth(organisation) -> str:
    return f"/{organisation.coalition.slug}/partners/{organisation.pk}/depth/"


def test_talk_stops_on_one_day_and_a_colleague_goes_on_by_phone(visit, ruth, organisation):
    page = visit(ruth).open(depth(organisation))
    assert violations(page) == []
    page.get_by_role("link", name="Sit down and ask").click()
    page.get_by_label("With whom are you talking?").select_option("Marisol Ortega")
    assert violations(page) == []
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "What are you here to do, and for whom?"
    )
    theirs = page.get_by_role("group", name="In their words")
    theirs.get_by_label("In a few sentences").fill("Good food within a walk.")
    assert violations(page) == []
    page.keyboard.press("Tab")
    page.get_by_role("button", name="Save and go on").click()
    expect(page.get_by_text("Question 2 of 15")).to_be_visible()
    page.get_by_role("button", name="Save and stop for today").click()
    expect(page.get_by_text("Next time begins with “Strengths”").first).to_be_visible()
    expect(page.get_by_text("Marisol Ortega said it")).to_be_visible()
    leon = MembershipFactory(role=Role.COORDINATOR, coalition=ruth.coalition)
    another_day_by_phone(visit(leon, viewport=PHONE).open(depth(organisation)))
    assert [one.topic for one in InterviewVisit.objects.order_by("pk")] == ["strengths", "values"]
    assert ProfileAnswer.objects.get(topic="mission").text == "Good food within a walk."
    assert ProfileRow.objects.get().level == 3


def another_day_by_phone(page: Page) -> None:
    page.get_by_role("link", name="Go on with the talk").click()
    page.get_by_label("With whom are you talking?").select_option("Marisol Ortega")
    page.get_by_role("button", name="Go on").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What are you really good at?")
    row = page.get_by_role("group", name="In their words").get_by_role("group", name="Row 1")
    row.get_by_label("Good at").fill("Store tours")
    row.get_by_label("How good").select_option("others learn from them")
    assert violations(page) == []
    page.get_by_role("button", name="Save and stop for today").click()
    expect(page.get_by_text("Store tours")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Still right").click()
    expect(page.get_by_text("confirmed as of today").first).to_be_visible()


def test_talk_works_without_a_script(visit, ruth, organisation):
    page = visit(ruth, java_script_enabled=False).open(f"{depth(organisation)}interview/")
    page.get_by_role("button", name="Begin").click()
    page.get_by_role("group", name="In their words").get_by_label("In a few sentences").fill("Food")
    page.get_by_role("button", name="Save and stop for today").click()
    assert ProfileAnswer.objects.get().text == "Food"


def test_stakeholder_is_moved_by_keyboard_keeps_the_focus_and_goes_back(visit, ruth):
    council = OrganisationFactory(coalition=ruth.coalition, name="Council", kind="stakeholder")
    StakeFactory(organisation=council, influence=4, interest=2)
    page = visit(ruth).open(f"/{ruth.coalition.slug}/partners/stakeholders/")
    assert violations(page) == []
    grid = page.get_by_role("region", name="The grid", exact=True)
    grid.get_by_role("link", name="Council").focus()
    page.keyboard.press("Shift+ArrowUp")
    expect(page.get_by_role("group", name="Influence 5, interest 2")).to_contain_text("Council")
    expect(grid.get_by_role("link", name="Council")).to_be_focused()
    page.keyboard.press("Shift+ArrowRight")
    expect(page.get_by_role("group", name="Influence 5, interest 3")).to_contain_text("Council")
    expect(page.get_by_role("row", name=re.compile("Council 5"))).to_be_visible()
    page.keyboard.press("Shift+ArrowUp")
    expect(page.get_by_role("group", name="Influence 5, interest 3")).to_contain_text("Council")
    assert violations(page) == []
    page.get_by_role("button", name="Undo").last.click()
    expect(page.get_by_role("group", name="Influence 5, interest 2")).to_contain_text("Council")


def test_stakeholder_is_dragged_to_another_field(visit, ruth):
    council = OrganisationFactory(coalition=ruth.coalition, name="Council", kind="stakeholder")
    StakeFactory(organisation=council, influence=4, interest=2)
    page = visit(ruth).open(f"/{ruth.coalition.slug}/partners/stakeholders/")
    page.locator("[data-stake]").drag_to(page.locator('[data-cell="2-5"]'))
    expect(page.get_by_role("group", name="Influence 2, interest 5")).to_contain_text("Council")
    stake = Stake.objects.get()
    assert (stake.influence, stake.interest) == (2, 5)
