"""Somebody stands twice at one partner: they are made one, and that is taken back."""

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
def clinic(coordinator) -> Organisation:
    """With Marisol Ortega, once with her telephone and once with her address, and with somebody else."""
    made = OrganisationFactory(coalition=coordinator.coalition, name="Cedar Lane Clinic")
    ContactFactory(organisation=made, name="Marisol Ortega", phone="(410) 555-0142", email="")
    ContactFactory(
        organisation=made, name="Marisol Ortega", phone="", email="marisol@clinic.example"
    )
    ContactFactory(organisation=made, name="Dev Patel")
    return made


def people_of(clinic: Organisation) -> list[tuple[str, str, str]]:
    rows = Contact.objects.filter(organisation=clinic).exclude(name="Dev Patel").order_by("pk")
    return list(rows.values_list("name", "phone", "email"))


@pytest.mark.parametrize(
    "how", [{}, {"viewport": PHONE, "color_scheme": "dark"}, {"java_script_enabled": False}]
)
def test_somebody_who_stands_twice_is_made_one_and_two_again(visit, coordinator, clinic, how):
    before = people_of(clinic)
    page = visit(coordinator, **how).open(clinic.get_absolute_url())
    page.get_by_role("link", name="Stands there twice").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Marisol Ortega stands there twice")
    if how.get("java_script_enabled", True):
        assert violations(page) == []
    expect(page.get_by_role("radio", checked=True)).to_have_count(1)
    page.get_by_role("button", name="Make them one").click()
    expect(page.get_by_text("Marisol Ortega stands there once now.")).to_be_visible()
    expect(page.get_by_role("link", name="Stands there twice")).to_have_count(0)
    assert people_of(clinic) == [("Marisol Ortega", "(410) 555-0142", "marisol@clinic.example")]
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("link", name="Stands there twice").first).to_be_visible()
    assert people_of(clinic) == before


def test_nobody_is_made_one_where_it_is_left_as_it_was(visit, coordinator, clinic):
    before = people_of(clinic)
    page = visit(coordinator).open(clinic.get_absolute_url())
    link = page.get_by_role("link", name="Stands there twice").first
    link.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Make them one")).to_be_visible()
    page.get_by_role("link", name="Leave it as it was").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cedar Lane Clinic")
    assert people_of(clinic) == before
