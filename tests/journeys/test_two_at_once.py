"""Two people in two browsers over one record; forms that survive; the palette by keyboard."""

import re

import pytest
from playwright.sync_api import expect

from accounts.models import Session
from accounts.permissions import Role
from partners.models import Organisation, Term
from tests.factories import (
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
)
from tests.journeys.conftest import PASSWORD, PHONE, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def ana(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR, person__full_name="Ana Ruiz")


@pytest.fixture
def ben(ana):
    return MembershipFactory(
        role=Role.COORDINATOR, coalition=ana.coalition, person__full_name="Ben Cole"
    )


@pytest.fixture
def grocers(ana):
    return OrganisationFactory(
        coalition=ana.coalition, name="Northgate Grocers", description="Five stores."
    )


def sign_in_again(page, membership):
    page.get_by_label("E-mail").fill(membership.person.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def edit(there, organisation):
    return there.open(f"/{organisation.coalition.slug}/partners/{organisation.pk}/edit/")


def test_two_people_edit_one_partner_and_lose_nothing(visit, ana, ben, grocers):
    first = edit(visit(ana), grocers)
    expect(first.locator("#presence[data-quiet]")).to_be_attached()
    second = edit(visit(ben, viewport=PHONE), grocers)
    expect(second.get_by_text("Ana Ruiz is editing this too").first).to_be_visible()
    first.get_by_label(re.compile("^Description")).fill("Six stores.")
    first.get_by_label(re.compile("^Website")).fill("northgate.example")
    first.get_by_role("button", name="Save").click()
    expect(first.get_by_role("heading", level=1)).to_have_text("Northgate Grocers")
    second.get_by_label(re.compile("^Description")).fill("Five food stores.")
    second.get_by_label(re.compile("^Phones")).fill("410 555 0100")
    second.get_by_role("button", name="Save").click()
    expect(second.get_by_role("heading", level=1)).to_have_text("You both changed one thing")
    expect(second.get_by_text("Six stores.", exact=True).first).to_be_visible()
    expect(second.get_by_text("Five food stores.", exact=True).first).to_be_visible()
    assert violations(second) == []
    second.get_by_label("As you wrote it").focus()
    second.keyboard.press("Space")
    second.keyboard.press("Enter")
    expect(second.get_by_role("heading", level=1)).to_have_text("Northgate Grocers")
    grocers.refresh_from_db()
    assert (grocers.description, grocers.website) == (
        "Five food stores.",
        "https://northgate.example",
    )
    assert [phone.number for phone in grocers.phones.all()] == ["410 555 0100"]


def test_double_click_adds_one_partner(visit, ana):
    page = visit(ana).open(f"/{ana.coalition.slug}/partners/add/")
    page.get_by_label("Name", exact=True).first.fill("Harvest Moon Farm Stand")
    page.get_by_role("button", name="Add to the list").dblclick()
    expect(page.get_by_role("heading", level=1)).to_have_text("Harvest Moon Farm Stand")
    assert Organisation.objects.count() == 1


def test_half_typed_form_survives_a_closed_tab_and_is_gone_once_saved(visit, ana, grocers):
    there = visit(ana)
    page = edit(there, grocers)
    page.get_by_label(re.compile("^Description")).fill("Half typed")
    context = page.context
    page.close()
    again = context.new_page()
    again.goto(f"{there.site}/{ana.coalition.slug}/partners/{grocers.pk}/edit/")
    expect(again.locator("[data-draft-notice]")).to_be_visible()
    assert violations(again) == []
    again.get_by_role("button", name="Put it back").click()
    expect(again.get_by_label(re.compile("^Description"))).to_have_value("Half typed")
    again.get_by_role("button", name="Save").click()
    expect(again.get_by_role("heading", level=1)).to_have_text("Northgate Grocers")
    again.goto(f"{there.site}/{ana.coalition.slug}/partners/{grocers.pk}/edit/")
    expect(again.locator("[data-draft-notice]")).to_be_hidden()


def test_form_survives_a_lost_connection(visit, ana, grocers):
    there = visit(ana)
    page = edit(there, grocers)
    page.get_by_label(re.compile("^Description")).fill("Half typed")
    page.context.set_offline(True)
    with page.expect_event("requestfailed"):
        page.get_by_role("button", name="Save").click(no_wait_after=True)
    page.context.set_offline(False)
    expect(there.open(f"/{ana.coalition.slug}/").get_by_role("heading", level=1)).to_be_visible()
    page = edit(there, grocers)
    page.get_by_role("button", name="Put it back").click()
    expect(page.get_by_label(re.compile("^Description"))).to_have_value("Half typed")


def test_form_sent_after_the_sign_in_expired_comes_back(visit, ana, grocers):
    page = edit(visit(ana), grocers)
    page.get_by_label(re.compile("^Description")).fill("Half typed")
    Session.objects.all().delete()
    page.get_by_role("button", name="Save").click()
    sign_in_again(page, ana)
    expect(page.locator("[data-came-back]")).to_be_visible()
    expect(page.get_by_label(re.compile("^Description"))).to_have_value("Half typed")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Northgate Grocers")
    grocers.refresh_from_db()
    assert grocers.description == "Half typed"


def test_small_form_sent_after_the_sign_in_expired_is_sent_with_one_press(visit, ana):
    there = visit(ana)
    page = there.open(f"/{ana.coalition.slug}/partners/lists/")
    page.locator("#add-tag").fill("Evening hours")
    page.reload()
    page.get_by_role("button", name="Put it back").click()
    expect(page.locator("#add-tag")).to_have_value("Evening hours")
    Session.objects.all().delete()
    page.locator("[data-draft=add-tag] button[type=submit]").click()
    sign_in_again(page, ana)
    expect(page.get_by_text("Evening hours")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("button", name="Do it now").click()
    expect(page.locator("#tag").get_by_text("Evening hours", exact=True)).to_be_visible()
    assert Term.objects.get(vocabulary="tag").name == "Evening hours"
    assert not page.evaluate("Object.keys(localStorage).some((key) => key.startsWith('draft:'))")


def test_list_leads_whole_to_the_sign_in_once_it_expired(visit, ana, grocers):
    page = visit(ana).open(f"/{ana.coalition.slug}/partners/?kind=partner")
    Session.objects.all().delete()
    page.locator("[data-pick]").first.click()
    sign_in_again(page, ana)
    expect(page).to_have_url(re.compile(r"/partners/\?kind=partner$"))
    expect(page.get_by_role("link", name="Northgate Grocers")).to_be_visible()


def test_open_form_stays_where_it_is_when_the_sign_in_expires(visit, ana, grocers):
    page = edit(visit(ana), grocers)
    expect(page.locator("#presence[data-quiet]")).to_be_attached()
    Session.objects.all().delete()
    page.get_by_label(re.compile("^Description")).fill("Half typed")
    with page.expect_response(re.compile("/editing/")):
        page.evaluate("htmx.trigger('#presence', 'load')")
    expect(page.get_by_label(re.compile("^Description"))).to_have_value("Half typed")
    expect(page).to_have_url(re.compile("/edit/$"))


def test_signing_out_takes_the_drafts_along(visit, ana, grocers):
    there = visit(ana)
    page = edit(there, grocers)
    page.get_by_label(re.compile("^Description")).fill("Half typed")
    assert page.evaluate("Object.keys(localStorage).some((key) => key.startsWith('draft:'))")
    page.locator("details.me > summary").click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url(re.compile("/accounts/login/"))
    assert not page.evaluate("Object.keys(localStorage).some((key) => key.startsWith('draft:'))")


# ---------------------------------------------------------------- the palette


def test_coordinator_goes_finds_and_adds_by_keyboard(visit, ana, grocers):
    ContactFactory(organisation=grocers, name="Marisol Ortega")
    page = visit(ana).open(f"/{ana.coalition.slug}/")
    page.locator("a[data-palette-open]").first.focus()
    page.keyboard.press("Control+k")
    field = page.get_by_role("dialog").get_by_role("combobox")
    expect(field).to_be_focused()
    expect(page.get_by_role("option", name="Add a partner")).to_be_visible()
    assert violations(page) == []
    page.keyboard.press("Escape")
    expect(page.locator("#palette")).to_be_hidden()
    expect(page.locator("a[data-palette-open]").first).to_be_focused()
    page.keyboard.press("/")
    page.keyboard.type("nrothgate")
    expect(page.get_by_role("option", name="Northgate Grocers")).to_be_visible()
    page.keyboard.press("Control+a")
    page.keyboard.type("marisol")
    person = page.get_by_role("option", name="Marisol Ortega")
    expect(person).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", re.compile("people-1"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Northgate Grocers")
    page.keyboard.press("Control+k")
    page.keyboard.type("add")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Add a partner")


def test_arrows_choose_and_a_choice_is_pressed(visit, ana, grocers):
    page = visit(ana, viewport=PHONE).open(f"/{ana.coalition.slug}/partners/")
    page.get_by_role("link", name="Find, go or do").click()
    options = page.get_by_role("listbox").get_by_role("option")
    expect(options.first).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(options.last).to_have_attribute("aria-selected", "true")
    page.keyboard.type("dark")
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("data-bs-theme", "dark")
    expect(page).to_have_url(re.compile("/partners/$"))
    page.get_by_role("link", name="Find, go or do").click()
    expect(options.first).to_be_visible()
    assert violations(page) == []


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTNER])
def test_palette_offers_only_what_one_may_see(visit, ana, grocers, role):
    other = OrganisationFactory(coalition=ana.coalition, name="Northgate Clinic")
    reader = (
        RepresentationFactory(organisation=grocers).membership
        if role is Role.PARTNER
        else MembershipFactory(coalition=ana.coalition, role=role)
    )
    page = visit(reader).open(f"/{ana.coalition.slug}/")
    page.keyboard.press("/")
    expect(page.get_by_role("option", name="Today")).to_be_visible()
    expect(page.get_by_role("option", name="Add a partner")).to_be_hidden()
    page.keyboard.type("northgate")
    expect(page.get_by_role("option", name=grocers.name)).to_be_visible()
    is_shown = page.get_by_role("option", name=other.name)
    expect(is_shown).to_have_count(0 if role is Role.PARTNER else 1)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_without_a_script_the_palette_is_a_page(visit, ana, grocers):
    page = visit(ana, java_script_enabled=False).open(f"/{ana.coalition.slug}/")
    page.get_by_role("link", name="Find, go or do").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Find, go or do")
    page.get_by_label("A partner, a person, a page or something to do").fill("northgate")
    page.get_by_role("button", name="Find", exact=True).click()
    expect(page.get_by_role("link", name="Northgate Grocers")).to_be_visible()
    page.get_by_role("link", name="Northgate Grocers").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Northgate Grocers")


def test_both_versions_are_chosen_without_a_script(visit, ana, ben, grocers):
    first = edit(visit(ana, java_script_enabled=False), grocers)
    second = edit(visit(ben, java_script_enabled=False), grocers)
    for page, words, answer in (
        (first, "Six stores.", "Northgate Grocers"),
        (second, "Seven stores.", "You both changed one thing"),
    ):
        page.get_by_label(re.compile("^Description")).fill(words)
        page.get_by_role("button", name="Save").click()
        expect(page.get_by_role("heading", level=1)).to_have_text(answer)
    second.get_by_label("Both, put together here").check()
    second.locator("textarea[name=write-description]").fill("Six or seven stores.")
    second.get_by_role("button", name="Save what I chose").click()
    expect(second.get_by_role("heading", level=1)).to_have_text("Northgate Grocers")
    grocers.refresh_from_db()
    assert grocers.description == "Six or seven stores."
