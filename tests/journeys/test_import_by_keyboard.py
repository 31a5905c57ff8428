"""From the sign-in page to an import that is in, and taken back: without a mouse."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from accounts.permissions import Role
from partners.models import Organisation
from tests.factories import MembershipFactory
from tests.journeys.conftest import PASSWORD

pytestmark = pytest.mark.browser

LIST = "Organization,Contact,E-mail\nCedar Lane Clinic,Ana Ruiz,ana@cedar.example\n"
MOST_STOPS = 120  # on one page; whoever needs more is lost


def reach(page: Page, target: Locator) -> None:
    """Tab by Tab, as far as it takes; fails when the keyboard does not come there."""
    expect(target).to_be_visible()
    for _stop in range(MOST_STOPS):
        if target.evaluate("one => one === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"The keyboard does not reach {target}.")


def press(page: Page, target: Locator) -> None:
    reach(page, target)
    page.keyboard.press("Enter")


def test_spreadsheet_comes_in_and_goes_out_by_keyboard_alone(
    visit, worker, transactional_db, tmp_path
):
    coordinator = MembershipFactory(role=Role.COORDINATOR)
    file = tmp_path / "contacts.csv"
    file.write_text(LIST)
    page = visit().open("/accounts/login/")
    reach(page, page.get_by_label("E-mail"))
    page.keyboard.type(coordinator.person.email)
    reach(page, page.get_by_label("Password", exact=True))
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    press(page, page.get_by_role("link", name="Partners", exact=True).first)
    page.wait_for_url("**/partners/")
    press(page, page.get_by_role("link", name=re.compile("^Bring in a spreadsheet")).first)
    reach(page, page.locator("input[type=file]"))
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Space")
    chooser.value.set_files(file)
    press(page, page.get_by_role("button", name="Look at its columns"))
    press(page, page.get_by_role("button", name="Show what would happen"))
    press(page, page.get_by_role("button", name=re.compile("^Bring in")))
    expect(page.get_by_role("heading", name="The spreadsheet is in")).to_be_visible()
    assert Organisation.objects.get().contacts.get().email == "ana@cedar.example"
    press(page, page.get_by_role("link", name="Undo this import"))
    press(page, page.locator("main form [type=submit]").last)
    expect(page.get_by_role("heading", name="The import is undone")).to_be_visible()
    assert not Organisation.objects.exists()
