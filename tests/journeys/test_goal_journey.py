"""From a goal over what nobody brings to a prospect, at a desk, on a phone and without a script."""

import re

import pytest
from playwright.sync_api import expect

from accounts.permissions import Role
from goals.models import Goal
from tests.factories import MembershipFactory
from tests.journeys.conftest import PHONE, violations
from tests.partners.composition.table import partner, term

pytestmark = pytest.mark.browser


@pytest.fixture
def coordinator(transactional_db):
    made = MembershipFactory(role=Role.COORDINATOR)
    term(made.coalition, "population", "Night-shift workers")
    term(made.coalition, "determinant", "Transport")
    partner(made.coalition, "Northside Clinic", sector="Health")
    return made


def set_goal(page) -> None:
    page.get_by_role("link", name="Set a goal").click()
    page.get_by_label("What we want to change").fill("A bus at the end of the night shift")
    page.get_by_label("The conditions in which people live", exact=True).check()
    page.get_by_label("Transport").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("A bus at the end of the night shift")


@pytest.mark.parametrize(
    "how",
    [{}, {"viewport": PHONE, "color_scheme": "dark"}, {"java_script_enabled": False}],
    ids=["desk", "phone", "no-script"],
)
def test_what_nobody_brings_becomes_a_prospect_on_the_way(visit, coordinator, how):
    page = visit(coordinator, **how).open(f"/{coordinator.coalition.slug}/goals/")
    set_goal(page)
    page.get_by_role("link", name="Who must be there for it").click()
    page.get_by_label("Population").select_option("Night-shift workers")
    page.get_by_role("button", name="The goal needs them").click()
    expect(page.get_by_text("Nobody yet", exact=True)).to_be_visible()
    if how.get("java_script_enabled", True):
        assert violations(page) == []
    page.get_by_role("link", name="Find somebody : Night-shift workers").click()
    page.get_by_label("What is it called?").fill("Levee Warehouse")
    page.get_by_role("button", name="Add as a prospect").click()
    expect(page).to_have_url(re.compile(rf"/goals/{Goal.objects.get().pk}/"))
    expect(page.get_by_text("Prospects on the way:")).to_be_visible()
    expect(page.get_by_role("link", name="Levee Warehouse")).to_be_visible()
    page.get_by_role("link", name="Give somebody a part").click()
    page.get_by_label("Organisation").fill("Northside Clinic")
    page.get_by_label("Accountable").check()
    page.get_by_label("Their role in equity").fill("Asks those who work nights first")
    page.get_by_role("button", name="They have this part").click()
    expect(page.get_by_role("heading", name="Northside Clinic")).to_be_visible()
    if how.get("java_script_enabled", True):
        assert violations(page) == []
