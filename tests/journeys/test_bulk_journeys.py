"""Many partners changed in one go, in a real browser: by mouse, by keyboard, by a worker."""

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from partners.models import Organisation, Selection
from partners.operations.bulk import edits
from tests.factories import (
    ClassificationFactory,
    MembershipFactory,
    OrganisationFactory,
    TermFactory,
)
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


def partners_of(coordinator, number: int = 60) -> list[int]:
    made = Organisation.objects.bulk_create(
        Organisation(coalition=coordinator.coalition, name=f"Partner {n:05}") for n in range(number)
    )
    return [organisation.pk for organisation in made]


def bar(page: Page):
    return page.get_by_role("group", name="Selected partners")


def tick(page: Page, number: int):
    return page.get_by_role("checkbox", name=f"Select Partner {number:05}")


def test_partners_of_two_pages_get_an_owner_and_it_is_undone(visit, coordinator):
    ids = partners_of(coordinator)
    page = visit(coordinator).open(f"/{coordinator.coalition.slug}/partners/")
    tick(page, 0).check()
    expect(bar(page)).to_contain_text("1 selected")
    tick(page, 4).click(modifiers=["Shift"])
    expect(bar(page)).to_contain_text("5 selected")
    page.get_by_role("link", name="Next").click()
    tick(page, 55).check()
    expect(bar(page)).to_contain_text("6 selected")
    page.get_by_role("link", name="Previous").click()
    expect(tick(page, 3)).to_be_checked()
    expect(tick(page, 5)).not_to_be_checked()
    bar(page).get_by_text("Change them").click()
    assert violations(page) == []
    page.get_by_role("button", name="Who looks after them").click()
    page.get_by_label("Looked after by").select_option(label=coordinator.person.full_name)
    page.get_by_role("button", name="Show what would change").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("6 partners would change")
    assert violations(page) == []
    page.get_by_role("button", name="Change these 6 partners").click()
    expect(page.locator("#toasts")).to_contain_text("6 partners changed.")
    assert mine(coordinator) == [*ids[:5], ids[55]]
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("#toasts")).to_contain_text("All of it is taken back.")
    assert mine(coordinator) == []


def mine(coordinator) -> list[int]:
    found = Organisation.objects.filter(owner=coordinator.person).order_by("pk")
    return list(found.values_list("pk", flat=True))


def test_all_that_are_found_get_a_tag_by_keyboard_alone(visit, coordinator):
    partners_of(coordinator)
    TermFactory(coalition=coordinator.coalition, vocabulary="tag", name="asthma")
    page = visit(coordinator).open(f"/{coordinator.coalition.slug}/partners/")
    page.get_by_role("checkbox", name="Select all on this page").focus()
    page.keyboard.press("Space")
    expect(bar(page)).to_contain_text("50 selected")
    page.get_by_role("button", name="All 60 found").focus()
    page.keyboard.press("Enter")
    expect(bar(page)).to_contain_text("60 selected")
    page.get_by_text("Change them").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Tags", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    page.get_by_role("checkbox", name="asthma").focus()
    page.keyboard.press("Space")
    page.get_by_role("button", name="Show what would change").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Change these 60 partners").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#toasts")).to_contain_text("60 partners changed.")
    assert Organisation.objects.filter(classifications__term__name="asthma").count() == 60


def test_without_a_script_ticks_are_kept_by_the_button_that_goes_on(visit, coordinator):
    ids = partners_of(coordinator)
    there = visit(viewport=PHONE, java_script_enabled=False).sign_in(coordinator.person)
    page = there.open(f"/{coordinator.coalition.slug}/partners/")
    tick(page, 2).check()
    page.get_by_role("button", name="Keep these ticks").click()
    page.get_by_role("link", name="Next").click()
    tick(page, 58).check()
    bar(page).get_by_text("Change them").click()
    page.get_by_role("button", name="Kind", exact=True).click()
    page.get_by_role("radio", name="Prospect").check()
    page.get_by_role("button", name="Show what would change").click()
    page.get_by_role("button", name="Change these 2 partners").click()
    expect(page.locator("#toasts")).to_contain_text("2 partners changed.")
    prospects = Organisation.objects.filter(kind="prospect").order_by("pk")
    assert list(prospects.values_list("pk", flat=True)) == [ids[2], ids[58]]
    page.get_by_role("button", name="Undo").click()
    assert not prospects.exists()


def test_selection_survives_filter_and_order(visit, coordinator):
    partners_of(coordinator)
    page = visit(coordinator).open(f"/{coordinator.coalition.slug}/partners/")
    tick(page, 7).check()
    expect(bar(page)).to_contain_text("1 selected")
    page.locator("main input[type=search]").fill("00012")
    expect(tick(page, 7)).to_be_hidden()
    tick(page, 12).check()
    expect(bar(page)).to_contain_text("2 selected")
    page.locator("main input[type=search]").fill("")
    expect(tick(page, 7)).to_be_checked()
    expect(tick(page, 12)).to_be_checked()
    page.get_by_role("button", name="Clear").click()
    expect(bar(page)).to_contain_text("Nobody is selected")
    assert not Selection.objects.exists()


def test_ten_thousand_are_changed_by_a_worker_with_progress_and_taken_back(
    visit, worker, coordinator
):
    partners_of(coordinator, 10_000)
    page = visit(coordinator).open(f"/{coordinator.coalition.slug}/partners/")
    page.get_by_role("button", name="All that are found").click()
    expect(bar(page)).to_contain_text(re.compile("10,?000 selected"))
    bar(page).get_by_text("Change them").click()
    page.get_by_role("button", name="Kind", exact=True).click()
    page.get_by_role("radio", name="Prospect").check()
    page.get_by_role("button", name="Show what would change").click()
    page.get_by_role("button", name=re.compile("^Change these")).click()
    expect(page.get_by_role("heading", name=re.compile("are changed$"))).to_be_visible(
        timeout=60_000
    )
    assert Organisation.objects.filter(kind="prospect").count() == 10_000 > edits.BATCH
    page.get_by_role("button", name="Undo all of it").click()
    expect(page.get_by_role("heading", name="The change is taken back")).to_be_visible(
        timeout=60_000
    )
    assert not Organisation.objects.filter(kind="prospect").exists()


def test_partner_of_two_sectors_is_one_tick_in_both_groups(visit, coordinator):
    organisation = OrganisationFactory(coalition=coordinator.coalition, name="Partner 00000")
    for name in ("Food", "Housing"):
        term = TermFactory(coalition=coordinator.coalition, name=name)
        ClassificationFactory(organisation=organisation, term=term)
    page = visit(coordinator).open(f"/{coordinator.coalition.slug}/partners/?group=sector")
    tick(page, 0).first.check()
    expect(tick(page, 0).last).to_be_checked()
    expect(bar(page)).to_contain_text("1 selected")
    tick(page, 0).last.uncheck()
    expect(tick(page, 0).first).not_to_be_checked()
    expect(bar(page)).to_contain_text("Nobody is selected")
