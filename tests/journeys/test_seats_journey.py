"""A seat from empty to handed over, and a yes by the link in a letter: desk, phone, without a script."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from governance.models import RoleAssignment, RoleLetter
from tests.factories import ContactFactory, MembershipFactory, OrganisationFactory
from tests.governance.factories import BodyFactory
from tests.governance.seats.doors import day
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


def person(coalition, name: str, at: str):
    home = OrganisationFactory(coalition=coalition, name=at)
    return ContactFactory(
        organisation=home, name=name, email=f"{name.split(maxsplit=1)[0]}@home.example"
    )


@HOW
def test_seat_is_added_held_accepted_by_link_and_handed_over(visit, coordinator, how):
    coalition = coordinator.coalition
    body = BodyFactory(coalition=coalition, name="Steering committee")
    person(coalition, "Rosa Diaz", "Northside Clinic")
    person(coalition, "Ben Cole", "Food Bank")
    has_script = how.get("java_script_enabled", True)
    root = f"/{coalition.slug}/governance/"
    page = visit(coordinator, **how).open(f"{root}bodies/{body.pk}/seats/")

    add_two_seats(page)
    fine(page, has_script)
    page.get_by_role("link", name="Member for clinics").click()
    page.get_by_role("link", name="Seat somebody").click()
    choose(page, "Northside Clinic", "Rosa Diaz", has_script=has_script)
    fine(page, has_script)
    page.get_by_role("button", name="Seat them").click()
    expect(page.get_by_text("not accepted yet").first).to_be_visible()
    fine(page, has_script)

    answer_by_link(visit(**how), has_script)
    page.reload()
    expect(page.get_by_text("by themselves")).to_be_visible()

    hand_over(page, has_script)
    terms = list(RoleAssignment.objects.order_by("starts_on").values_list("starts_on", "ends_on"))
    assert terms == [(timezone.localdate(), day(29)), (day(30), None)]
    look_at_all(page, has_script)


def add_two_seats(page: Page) -> None:
    page.get_by_role("link", name="Add seats").click()
    page.get_by_label("Titles").fill("Chair\nMember for clinics")
    page.get_by_role("button", name="Add them").click()
    expect(page.get_by_text("2 seats.")).to_be_visible()


def hand_over(page: Page, has_script: bool) -> None:
    page.get_by_role("link", name="Hand it over").click()
    choose(page, "Food Bank", "Ben Cole", has_script=has_script)
    page.get_by_label("From").fill(day(30).isoformat())
    page.get_by_role("button", name="Hand it over").click()
    expect(page.get_by_role("heading", name="Comes next")).to_be_visible()


def look_at_all(page: Page, has_script: bool) -> None:
    page.goto(page.url.split("/seats/")[0] + "/seats/")
    expect(page.get_by_text("Rosa Diaz, Northside Clinic", exact=True)).to_be_visible()
    fine(page, has_script)
    page.get_by_role("link", name="As a table").click()
    expect(page.get_by_text("Ben Cole, Food Bank").first).to_be_visible()
    fine(page, has_script)


def choose(page: Page, organisation: str, who: str, *, has_script: bool) -> None:
    """With a script the list unfolds under the field; without one the people are asked for by a button."""
    field = page.get_by_role("combobox", name="Which organisation?")
    if has_script:
        field.press_sequentially(organisation[:6])
        page.get_by_role("option", name=organisation).first.click()
    else:
        field.fill(organisation)
        page.get_by_role("button", name="Show their people").click()
    page.get_by_label("Who of them?").select_option(label=who)


def answer_by_link(stranger, has_script: bool) -> None:
    page = stranger.open(RoleLetter.objects.get().link_path)
    expect(page.get_by_role("heading", name="Do you take this on?")).to_be_visible()
    fine(page, has_script)
    page.get_by_role("button", name="Yes, I take it on").click()
    expect(page.get_by_role("heading", name="Thank you, it is noted")).to_be_visible()
    fine(page, has_script)


def fine(page: Page, has_script: bool) -> None:
    if has_script:
        assert violations(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
