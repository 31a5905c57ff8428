"""Two entries turn out to be one partner, and a month later they do not."""

import re

import pytest
from playwright.sync_api import expect

from accounts.permissions import Role
from partners.models import Contact, Organisation
from tests.factories import ContactFactory, MembershipFactory, OrganisationFactory
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


@pytest.fixture
def two(coordinator) -> tuple[Organisation, Organisation]:
    names = ("Cedar Lane Health Center", "CLHC")
    found = [OrganisationFactory(coalition=coordinator.coalition, name=name) for name in names]
    for one in found:
        ContactFactory(organisation=one, name=f"Director of {one.name}")
    return found[0], found[1]


@pytest.mark.parametrize(
    "how", [{}, {"viewport": PHONE, "color_scheme": "dark"}, {"java_script_enabled": False}]
)
def test_two_are_merged_undone_merged_again_and_taken_apart(visit, coordinator, two, how):
    cedar, clhc = two
    page = visit(coordinator, **how).open(clhc.get_absolute_url())
    page.get_by_role("link", name="Merge with another").click()
    page.get_by_label("Name of the other one").fill("cedar")
    page.get_by_role("button", name="Find").click()
    page.get_by_role("link", name="Compare").click()
    stays = page.get_by_role("radiogroup", name="Page and history").get_by_role("radio")
    stays.nth(1).check()
    if how.get("java_script_enabled", True):
        assert violations(page) == []
    page.get_by_role("button", name="Merge into one").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cedar Lane Health Center")
    assert Contact.objects.filter(organisation=cedar).count() == 2
    page.get_by_role("button", name="Undo").click()
    assert Organisation.objects.count() == 2
    page.goto(page.url.split("/partners/")[0] + f"/partners/merge/?ids={cedar.pk}&ids={clhc.pk}")
    page.get_by_role("button", name="Merge into one").click()
    page.get_by_role("link", name=re.compile("^Take apart")).click()
    expect(page.get_by_text("Goes back to CLHC").first).to_be_visible()
    page.get_by_role("button", name="Take them apart").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("CLHC")
    assert Contact.objects.get(organisation=clhc).name == "Director of CLHC"


def test_values_are_chosen_by_keyboard_alone(visit, coordinator, two):
    cedar, clhc = two
    page = visit(coordinator).open(
        f"/{coordinator.coalition.slug}/partners/merge/?ids={cedar.pk}&ids={clhc.pk}"
    )
    name = page.get_by_role("radiogroup", name="Name", exact=True).get_by_role("radio")
    name.first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("CLHC")
    assert Organisation.objects.get().name == "CLHC"
