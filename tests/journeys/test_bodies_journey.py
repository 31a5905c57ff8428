"""A body from its opening to the chart, by mouse, on a phone in the dark, and without a script."""

import pytest
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from tests.factories import ContactFactory, MembershipFactory
from tests.governance.bodies.factories import DutyFactory
from tests.governance.factories import BodyFactory
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser
HOW = pytest.mark.parametrize(
    "how",
    [{}, {"viewport": PHONE, "color_scheme": "dark"}, {"java_script_enabled": False}],
    ids=["desk", "phone", "no-script"],
)


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


def address(membership, rest: str = "") -> str:
    return f"/{membership.coalition.slug}/governance/{rest}"


def clean(page: Page, how) -> None:
    """axe has nothing to say, where there is a script to ask it, and nothing is wider than the page."""
    if how.get("java_script_enabled", True):
        assert violations(page) == []
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= page.viewport_size["width"]


@HOW
def test_body_is_opened_and_stands_on_the_chart(visit, coordinator, how):
    steering = BodyFactory(
        coalition=coordinator.coalition, name="Steering committee", publication="public"
    )
    DutyFactory(body=steering, words="Recruit food partners")
    page = visit(coordinator, **how).open(address(coordinator, "bodies/"))
    page.get_by_role("link", name="Open a body").click()
    page.get_by_label("Name").fill("Youth table")
    page.get_by_label("Kind", exact=True).select_option("A kind of our own")
    page.get_by_label("What you call this kind").fill("Youth council")
    page.get_by_label("Belongs to").select_option("Steering committee")
    page.get_by_label("Duties").fill("Recruit partners for food\nAsk young people")
    page.get_by_label("What it is (optional)", exact=True).fill("Chat")
    page.get_by_label("Web address").fill("chat.example/youth")
    clean(page, how)
    page.get_by_role("button", name="Open it").click()
    expect(page.get_by_role("heading", name="Youth table")).to_be_visible()
    expect(page.get_by_text("Steering committee says nearly the same")).to_be_visible()
    clean(page, how)
    see_it_on_the_chart(page, how)
    say_that_it_is_meant(page, how)


def see_it_on_the_chart(page: Page, how) -> None:
    page.get_by_role("link", name="Bodies").last.click()
    tree = page.locator("svg.tree:visible")
    expect(tree.get_by_role("link", name="Youth table")).to_be_visible()
    expect(page.get_by_role("row", name="Youth table")).to_contain_text("Steering committee")
    clean(page, how)
    tree.get_by_role("link", name="Steering committee").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Steering committee", level=1)).to_be_visible()


def say_that_it_is_meant(page: Page, how) -> None:
    page.get_by_role("link", name="Look at both").click()
    expect(page.get_by_text("Both say: food, partners, recruit")).to_be_visible()
    clean(page, how)
    page.get_by_role("link", name="This is meant").click()
    page.get_by_label("Why do both see to it?").fill("The young ask their own school.")
    clean(page, how)
    page.get_by_role("button", name="Remember it").click()
    expect(page.get_by_role("heading", name="Meant to be so")).to_be_visible()
    expect(page.get_by_text("The young ask their own school.")).to_be_visible()


@HOW
def test_functions_begin_with_seven_and_one_is_given(visit, coordinator, how):
    person = ContactFactory(organisation__coalition=coordinator.coalition, name="Ana Ruiz")
    page = visit(coordinator, **how).open(address(coordinator, "functions/"))
    page.get_by_role("button", name="Start with the usual seven").click()
    expect(page.get_by_text("7 of 7 functions have nobody yet.")).to_be_visible()
    clean(page, how)
    data = page.get_by_role("listitem").filter(has=page.get_by_role("heading", name="Data"))
    data.get_by_role("link", name="Find somebody").click()
    page.get_by_label("Organisation").fill(person.organisation.name)
    page.get_by_label("Person there").fill("Ana Ruiz")
    clean(page, how)
    page.get_by_role("button", name="They hold it").click()
    expect(page.get_by_text("6 of 7 functions have nobody yet.")).to_be_visible()
    page.goto(page.url.split("/functions/")[0] + "/ask/")
    page.get_by_label("What is it about?").fill("numbers")
    page.get_by_role("button", name="Find").click()
    expect(page.get_by_text("One answer for “numbers”")).to_be_visible()
    expect(page.get_by_text("Ana Ruiz").first).to_be_visible()
    clean(page, how)


def test_body_closes_with_a_reason_and_a_stranger_no_longer_reads_of_it(visit, coordinator):
    body = BodyFactory(coalition=coordinator.coalition, name="Launch group", publication="public")
    BodyFactory(coalition=coordinator.coalition, name="Steering committee", publication="public")
    stranger = visit().open(f"/welcome/{coordinator.coalition.slug}/how-we-work/bodies/")
    expect(stranger.get_by_role("heading", name="Launch group")).to_be_visible()
    clean(stranger, {})
    page = visit(coordinator).open(body.get_absolute_url())
    page.get_by_role("link", name="Close", exact=True).click()
    page.get_by_label("Why is it closed").fill("We are launched.")
    page.get_by_role("button", name="Close it").click()
    expect(page.get_by_text("We are launched.").first).to_be_visible()
    stranger.reload()
    expect(stranger.get_by_role("heading", name="Steering committee")).to_be_visible()
    expect(stranger.get_by_role("heading", name="Launch group")).to_have_count(0)
    page.locator("#toasts").get_by_role("button", name="Undo").click()
    expect(page.get_by_role("link", name="Pause")).to_be_visible()
