"""Answering the doubts of an import by keys, and on a phone: nothing typed is lost, little is covered."""

import re

import pytest
from playwright.sync_api import expect

from accounts.permissions import Role
from partners.models import ImportRow, ImportRun
from tests.factories import MembershipFactory, OrganisationFactory
from tests.journeys.conftest import DESK, PHONE

pytestmark = pytest.mark.browser
LIST = "Name,ID\r\nChase Braxton Health,7\r\nMountain Laurell Medical,8\r\nOak Hill,9\r\n"
# How much of the screen stays covered, whatever is scrolled: the bar of the page and the bar of the form.
COVERED = """() => ['.bar', '.sum'].map(one => document.querySelector(one)).filter(Boolean)
    .filter(one => ['fixed', 'sticky'].includes(getComputedStyle(one).position))
    .reduce((sum, one) => sum + one.getBoundingClientRect().height, 0) / window.innerHeight"""


@pytest.fixture
def coordinator(transactional_db):
    membership = MembershipFactory(role=Role.COORDINATOR)
    for name in ("Chase Brexton Health", "Mountain Laurel Medical"):
        OrganisationFactory(coalition=membership.coalition, name=name)
    return membership


@pytest.mark.parametrize("screen", [DESK, {"width": 360, "height": 640}, PHONE])
def test_enter_keeps_one_answer_and_one_column(visit, worker, coordinator, tmp_path, screen):
    file = tmp_path / "list.csv"
    file.write_text(LIST)
    page = visit(coordinator, viewport=screen).open(
        f"/{coordinator.coalition.slug}/partners/import/"
    )
    page.locator("input[type=file]").set_input_files(file)
    page.locator("main form [type=submit]").first.click()
    page.get_by_label("Which system do the numbers come from?").fill("EIN")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Perhaps here already")).to_be_visible(timeout=60_000)
    assert ImportRun.objects.get().options["scheme"] == "EIN"
    page.locator("input[name=row-2][value=skip]").focus()
    page.keyboard.press("Space")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    decisions = ImportRow.objects.order_by("number").values_list("decision", flat=True)
    assert list(decisions) == ["skip", "", "new"]
    expect(page.get_by_text(re.compile("1 row needs your answer first"))).to_be_visible()
    if screen is not DESK:
        assert page.evaluate(COVERED) <= 0.25
