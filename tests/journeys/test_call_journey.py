"""A call from its first draft to a new prospect: opened, answered on a phone, scored by two, decided."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from common.models import Letter
from partners.models import Application, Call, Organisation
from tests.factories import CallFactory, CriterionFactory, MembershipFactory
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


@pytest.fixture
def readers(coordinator):
    roles = (Role.STEERING, Role.PARTNER)
    return [MembershipFactory(coalition=coordinator.coalition, role=role) for role in roles]


def test_call_is_answered_scored_by_two_and_becomes_a_prospect(visit, coordinator, readers):
    page = visit(coordinator).open(f"/{coordinator.coalition.slug}/partners/calls/")
    call = open_a_call(page, readers)
    there = visit(viewport=PHONE, color_scheme="dark")
    apply(there.open(call.public_path))
    change(there.open(Application.objects.get().link_path))
    for reader, points in zip(readers, (4, 3), strict=True):
        score(visit(reader).open(call.applications_url), points)
    page.goto(f"{there.site}{call.applications_url}")
    look_behind_a_figure(page)
    decide(page)
    bring_onto_the_list(page)


def test_stranger_applies_without_a_script(visit, coordinator):
    call = CallFactory(coalition=coordinator.coalition, opened=True, closes_on=date(2999, 1, 1))
    CriterionFactory(call=call)
    apply(visit(viewport=PHONE, java_script_enabled=False).open(call.public_path), runs_axe=False)
    assert Application.objects.get().organisation_name == "Elm Center"


def said(page: Page, words: str) -> None:
    """The message is there, and the page is open to everybody."""
    expect(page.locator("#toasts").get_by_text(words)).to_be_visible()
    clean(page)


def clean(page: Page) -> None:
    assert violations(page) == []


def open_a_call(page: Page, readers) -> Call:
    today = timezone.localdate()
    clean(page)
    page.get_by_role("link", name="Write a call").click()
    page.get_by_label("Title", exact=True).fill("Partners wanted in Riverbend")
    page.get_by_label("What it is about", exact=True).fill(
        "We look for those who know the streets."
    )
    page.get_by_label("Opens on").fill(today.isoformat())
    page.get_by_label("Closes on").fill((today + timedelta(days=20)).isoformat())
    page.get_by_role("button", name="Keep the draft").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Partners wanted in Riverbend")
    for reader in readers:
        page.get_by_label("Which member?").select_option(str(reader.person_id))
        page.get_by_role("button", name="Ask them to read").click()
        said(page, f"{reader.person} reads for this call.")
    page.get_by_role("button", name="Publish it").click()
    said(page, "The call is public now.")
    return Call.objects.get()


def apply(page: Page, *, runs_axe: bool = True) -> None:
    """On a phone, signed out; the first time one thing is forgotten and nothing typed is lost."""
    look = clean if runs_axe else lambda _page: None
    look(page)
    page.get_by_label("Name of your organisation").fill("Elm Center")
    page.get_by_label("Your name").fill("Lena Moss")
    page.get_by_label("E-mail address").fill("lena@elm.example")
    for criterion in Call.objects.get().criteria.all():
        page.get_by_label(criterion.name).fill(f"Since 1990: {criterion.name}.")
    page.get_by_label("How did you hear of this?").select_option("elsewhere")
    page.get_by_role("button", name="Send the application").click()
    expect(page.get_by_label("Your name")).to_have_value("Lena Moss")
    look(page)
    page.get_by_label("may keep what I write").check()
    page.get_by_role("button", name="Send the application").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
    look(page)


def change(page: Page) -> None:
    """By the link in the letter."""
    letter = Letter.objects.get(kind="partners/application_received")
    assert Application.objects.get().link in letter.text
    page.get_by_role("textbox", name="Phone").fill("555 0100")
    page.get_by_role("button", name="Save the changes").click()
    said(page, "Your application is changed.")


def score(page: Page, points: int) -> None:
    clean(page)
    page.get_by_role("link", name="Read and score").click()
    clean(page)
    page.get_by_label("No", exact=True).check()
    page.get_by_role("button", name="Go on").click()
    for group in page.get_by_role("group", name="your score").all():
        group.get_by_role("radio").nth(points).check()
    for why in page.get_by_label("why?").all():
        why.fill(f"Worth {points}.")
    clean(page)
    page.get_by_role("button", name="Keep my scores").click()
    said(page, "Your scores are kept.")


def look_behind_a_figure(page: Page) -> None:
    clean(page)
    page.get_by_role("link", name="3.50").last.click()
    expect(page.get_by_text("Worth 4.").first).to_be_visible()
    page.go_back()


def decide(page: Page) -> None:
    page.get_by_role("button", name="Close it now").click()
    said(page, "The call takes no more applications.")
    page.get_by_role("link", name="Decide").click()
    page.get_by_label("Accepted").check()
    page.get_by_label("Why?").fill("Both readers found them strong.")
    page.get_by_role("button", name="Decide so").click()
    said(page, "It is decided. The letter is drafted")
    page.get_by_role("button", name="Send it by mail").click()
    said(page, "is in the outgoing mail")
    assert Letter.objects.filter(kind="partners/decision_on_application").count() == 1


def bring_onto_the_list(page: Page) -> None:
    page.get_by_role("link", name="Bring them onto the list").click()
    clean(page)
    page.get_by_role("button", name="Add as a prospect").click()
    said(page, "Elm Center is a prospect now.")
    assert Organisation.objects.get().kind == "prospect"
    page.get_by_role("link", name="Applications", exact=True).click()
    expect(page.get_by_text("Since 1990: Knows the area.")).to_be_visible()
    clean(page)
