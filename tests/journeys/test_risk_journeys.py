"""A restricted note is seen by no other role than those named; an incident runs from news to its end."""

import re

import pytest
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from partners.models import Incident, Organisation, RiskNote
from tests.factories import MembershipFactory, OrganisationFactory, RepresentationFactory
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser
SECRET = "Zanzibarquartz is being audited"
HOW = [{}, {"viewport": PHONE, "color_scheme": "dark"}, {"java_script_enabled": False}]


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


@pytest.fixture
def clinic(coordinator) -> Organisation:
    return OrganisationFactory(coalition=coordinator.coalition, name="Cedar Clinic")


@pytest.mark.parametrize("how", HOW)
def test_restricted_note_is_unseen_by_every_other_role(visit, coordinator, clinic, how):
    coalition = coordinator.coalition
    reader = MembershipFactory(coalition=coalition, role=Role.STEERING)
    page = visit(coordinator, **how).open(f"/{coalition.slug}/partners/{clinic.pk}/")
    page.get_by_role("link", name="Risk", exact=True).click()
    page.get_by_role("link", name="Write a restricted note").click()
    page.get_by_label("What should those named know?").fill(SECRET)
    page.get_by_label(str(reader)).first.check()
    if how.get("java_script_enabled", True):
        assert violations(page) == []
        assert page.evaluate("JSON.stringify(localStorage)").count("Zanzibarquartz") == 0
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text(SECRET).first).to_be_visible()
    if how.get("java_script_enabled", True):
        assert violations(page) == []
    note = RiskNote.objects.get()

    reading = visit(reader, **how).open(f"/{coalition.slug}/partners/{clinic.pk}/risk/")
    expect(reading.get_by_text(SECRET)).to_be_visible()
    for role in Role:
        other = MembershipFactory(coalition=coalition, role=role)
        if role is Role.PARTNER:
            RepresentationFactory(organisation=clinic, membership=other)
        there = visit(other, **how)
        for address in ("", "risk/", "history/"):
            looking = there.open(f"/{coalition.slug}/partners/{clinic.pk}/{address}")
            expect(looking.locator("body")).not_to_contain_text("Zanzibarquartz")
            expect(looking.locator("body")).not_to_contain_text("Notes that name you")
        looking = there.open(f"/{coalition.slug}/partners/risk/notes/{note.token}/")
        expect(looking.locator("body")).not_to_contain_text("Zanzibarquartz")
        looking = there.open(f"/{coalition.slug}/search/?q=Zanzibarquartz")
        expect(looking.locator("main")).not_to_contain_text("audited")


@pytest.mark.parametrize("how", HOW)
def test_incident_runs_from_the_news_to_its_end(visit, coordinator, clinic, how):
    coalition = coordinator.coalition
    decider = MembershipFactory(coalition=coalition, role=Role.STEERING)
    page = visit(coordinator, **how).open(f"/{coalition.slug}/partners/{clinic.pk}/risk/")
    open_incident(page)
    ask_for_decision(page, of=str(decider.person))
    if how.get("java_script_enabled", True):
        assert violations(page) == []
    decide(visit(decider, **how).open(f"/{coalition.slug}/"))

    viewer = MembershipFactory(coalition=coalition, role=Role.VIEWER)
    looking = visit(viewer, **how).open(f"/{coalition.slug}/partners/{clinic.pk}/")
    expect(looking.get_by_text("Not listed at the moment")).to_be_visible()
    expect(looking.locator("body")).not_to_contain_text("Money is missing")

    page.reload()
    page.get_by_role("link", name="Close it").click()
    page.get_by_label("How did it end?").fill("It was a mistake of the bank")
    page.get_by_role("button", name="Close the incident").click()
    expect(page.get_by_text("It was a mistake of the bank")).to_be_visible()
    assert not Incident.objects.open().exists()
    looking.reload()
    expect(looking.get_by_text("Not listed at the moment")).to_have_count(0)


def open_incident(page: Page) -> None:
    page.get_by_role("link", name="Something happened").click()
    page.get_by_label("What is it about?").fill("Money is missing")
    page.get_by_label(re.compile("What is known")).fill("The paper reports it")
    page.get_by_label("Serious", exact=True).check()
    page.get_by_label(re.compile("Pause their listing")).check()
    page.get_by_role("button", name="Open the incident").click()
    page.get_by_role("link", name="Agree on it").click()
    page.get_by_label(re.compile("Holding statement")).fill("We look into it.")
    page.get_by_role("button", name="Everybody says this").click()


def ask_for_decision(page: Page, *, of: str) -> None:
    page.get_by_role("link", name="Ask for a decision").click()
    page.get_by_label(re.compile("What has to be decided")).fill("Do we go on?")
    page.get_by_label(re.compile("Options")).fill("Go on\nLet it rest")
    page.get_by_label("Who decides?").select_option(label=of)
    page.get_by_label("By when?").fill("2099-01-01")
    page.get_by_role("button", name="Ask for it").click()


def decide(page: Page) -> None:
    page.goto(page.url.rstrip("/") + "/partners/risk/")
    page.get_by_role("link", name="Do we go on?").click()
    page.get_by_role("link", name=re.compile("^Decide")).click()
    page.get_by_label("Let it rest").check()
    page.get_by_label("Why?").fill("The audit runs")
    page.get_by_role("button", name="Decide").click()
    expect(page.get_by_text("The audit runs").first).to_be_visible()
