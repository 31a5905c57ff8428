"""What a coordinator does on a Tuesday evening, in a real browser."""

import re

import pytest
from playwright.sync_api import expect

from accounts.permissions import Role
from partners.models import Organisation
from tests.factories import ContactFactory, MembershipFactory, OrganisationFactory
from tests.journeys.conftest import PHONE

pytestmark = pytest.mark.browser

CONTACTS = """Coalition contacts FINAL v3
,,
Organization name;Contact;E-mail;Phone;Sector
Northgate Grocers Co-op;Marisol Ortega;marisol@northgate.example;(410) 555-0117;Food
Cedar Lane Family Practice;Dr. Anjali Mehta;anjali@cedarlane.example;;Health care
;;nobody@nowhere.example;;
"""


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


def test_spreadsheet_is_tried_out_brought_in_and_taken_back(visit, worker, coordinator, tmp_path):
    file = tmp_path / "Coalition contacts FINAL v3.csv"
    file.write_text(CONTACTS, encoding="cp1252")
    there = visit(coordinator)
    page = there.open(f"/{coordinator.coalition.slug}/partners/import/")
    page.locator("input[type=file]").set_input_files(file)
    page.locator("main form [type=submit]").first.click()
    page.get_by_role("button", name="Show what would happen").click()
    expect(page.get_by_text("Cedar Lane Family Practice").first).to_be_visible()
    assert not Organisation.objects.exists()
    page.get_by_role("button", name=re.compile("^Bring in")).click()
    expect(page.get_by_role("heading", name="The spreadsheet is in")).to_be_visible(timeout=20_000)
    names = Organisation.objects.order_by("name").values_list("name", flat=True)
    assert list(names) == ["Cedar Lane Family Practice", "Northgate Grocers Co-op"]
    page.get_by_role("link", name="Undo this import").click()
    page.locator("main form [type=submit]").last.click()
    expect(page.get_by_role("heading", name="The import is undone")).to_be_visible(timeout=20_000)
    assert not Organisation.objects.exists()


def test_search_as_you_type_keeps_the_address_and_forgives_spelling(visit, coordinator):
    coalition = coordinator.coalition
    OrganisationFactory(coalition=coalition, name="Café Ñandú")
    ContactFactory(
        organisation=OrganisationFactory(coalition=coalition, name="Northgate Grocers"),
        name="Marisol Ortega",
    )
    page = visit(coordinator).open(f"/{coalition.slug}/partners/")
    field = page.locator("main input[type=search]")
    field.press_sequentially("nandu")
    expect(page.get_by_role("link", name="Northgate Grocers")).to_be_hidden()
    expect(page.get_by_role("link", name="Café Ñandú")).to_be_visible()
    expect(page).to_have_url(re.compile(r"q=nandu"))
    field.fill("marisol")
    expect(page.get_by_role("link", name="Northgate Grocers")).to_be_visible()
    page.reload()
    expect(page.get_by_role("link", name="Northgate Grocers")).to_be_visible()
    expect(page.get_by_role("link", name="Café Ñandú")).to_be_hidden()


def test_partner_is_added_edited_retired_and_brought_back_by_undo(visit, coordinator):
    page = visit(coordinator).open(f"/{coordinator.coalition.slug}/partners/add/")
    page.get_by_label("Name", exact=True).first.fill("Harvest Moon Farm Stand")
    page.get_by_role("button", name="Add to the list").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Harvest Moon Farm Stand")
    page.get_by_role("link", name="Retire").click()
    page.get_by_label(re.compile("^Why")).fill("They closed for the winter.")
    page.get_by_role("button", name="Retire them").click()
    assert Organisation.objects.get().is_retired
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Harvest Moon Farm Stand")
    assert not Organisation.objects.get().is_retired


def test_viewer_on_a_phone_sees_partners_without_addresses_of_people(visit, coordinator):
    contact = ContactFactory(organisation__coalition=coordinator.coalition)
    viewer = MembershipFactory(coalition=coordinator.coalition, role=Role.VIEWER)
    page = visit(viewer, viewport=PHONE).open(
        f"/{coordinator.coalition.slug}/partners/{contact.organisation.pk}/"
    )
    expect(page.get_by_role("heading", level=1)).to_have_text(contact.organisation.name)
    assert contact.email not in page.content()
    assert contact.phone not in page.content()


def test_partner_adds_nothing_and_sees_nobody_else(visit, coordinator):
    from tests.factories import RepresentationFactory

    own = RepresentationFactory(organisation__coalition=coordinator.coalition)
    other = OrganisationFactory(coalition=coordinator.coalition, name="Somebody Else")
    there = visit(own.membership)
    page = there.open(f"/{coordinator.coalition.slug}/")
    expect(page.get_by_role("link", name=own.organisation.name)).to_be_visible()
    assert other.name not in page.content()
    refused = page.goto(f"{there.site}/{coordinator.coalition.slug}/partners/{other.pk}/")
    assert refused.status == 404
    refused = page.goto(f"{there.site}/{coordinator.coalition.slug}/partners/")
    assert refused.status == 403
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_partner_is_added_by_keyboard_alone(visit, coordinator):
    page = visit(coordinator).open(f"/{coordinator.coalition.slug}/partners/add/")
    page.get_by_label("Name", exact=True).first.focus()
    page.keyboard.type("Elm Park Transit")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Elm Park Transit")
    page.get_by_role("link", name="Today").click()
    expect(page).to_have_url(re.compile(rf"/{coordinator.coalition.slug}/$"))
    page.wait_for_load_state()
    page.keyboard.press("/")
    page.keyboard.type("elm")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Elm Park Transit")
