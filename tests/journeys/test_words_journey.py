"""A word that nobody knew is found while reading and explained; and what is told to whom is sent."""

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from governance.models import RegularMessage, Word
from governance.operations.acronyms import search
from tests.factories import MembershipFactory, OrganisationFactory
from tests.governance.communication.factories import CallRowFactory, RegularMessageFactory
from tests.governance.words.factories import WordFactory
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser
HOW = pytest.mark.parametrize(
    "how",
    [{}, {"viewport": PHONE, "color_scheme": "dark"}, {"java_script_enabled": False}],
    ids=["desk", "phone", "no-script"],
)


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


def address(membership, rest: str) -> str:
    return f"/{membership.coalition.slug}/{rest}"


def clean(page: Page, how) -> None:
    if how.get("java_script_enabled", True):
        assert violations(page) == []


@HOW
def test_acronym_is_explained_and_a_viewer_reads_its_meaning(visit, coordinator, how):
    clinic = OrganisationFactory(
        coalition=coordinator.coalition, name="Cedar Lane", description="An FQHC by the bus stop."
    )
    search(coordinator.coalition_id)
    page = visit(coordinator, **how).open(address(coordinator, "governance/words/unexplained/"))
    clean(page, how)
    page.get_by_role("link", name="Explain FQHC").click()
    page.get_by_label("What it stands for").fill("Federally Qualified Health Center")
    page.get_by_label("What it means").fill("A clinic that sees everybody.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("“FQHC” is explained from now on.").first).to_be_visible()
    expect(page.get_by_role("heading", name="Every acronym is explained")).to_be_visible()
    assert Word.objects.get().term == "FQHC"

    viewer = MembershipFactory(role=Role.VIEWER, coalition=coordinator.coalition)
    reading = visit(viewer, **how).open(address(viewer, f"partners/{clinic.pk}/"))
    word = reading.get_by_role("button", name="FQHC", exact=True)
    meaning = reading.get_by_role("tooltip")
    expect(word).to_have_accessible_description(
        "Federally Qualified Health Center A clinic that sees everybody."
    )
    expect(meaning).to_be_hidden()
    word.focus()
    expect(meaning).to_be_visible()
    clean(reading, how)


def test_meaning_is_shown_by_the_mouse_and_put_away_by_escape(visit, coordinator):
    WordFactory(coalition=coordinator.coalition, term="FQHC", definition="A clinic.")
    clinic = OrganisationFactory(coalition=coordinator.coalition, description="Once an FQHC")
    page = visit(coordinator).open(address(coordinator, f"partners/{clinic.pk}/"))
    meaning = page.get_by_role("tooltip")
    page.get_by_role("button", name="FQHC", exact=True).hover()
    expect(meaning).to_be_visible()
    page.keyboard.press("Escape")
    expect(meaning).to_be_hidden()
    page.get_by_role("heading", level=1).hover()
    page.get_by_role("button", name="FQHC", exact=True).hover()
    expect(meaning).to_be_visible()


def test_hint_follows_what_is_written(visit, coordinator):
    page = visit(coordinator).open(address(coordinator, "governance/words/add/"))
    hard = "The interdisciplinary implementation committee coordinates multisectoral interventions"
    page.get_by_label("What it means").press_sequentially(f"{hard} that facilitate utilization.")
    page.get_by_label("What it means").press_sequentially(
        " We meet and we talk, and we all eat lunch."
    )
    expect(page.get_by_text("Flesch–Kincaid")).to_be_visible()


@HOW
def test_message_is_sent_by_who_sees_to_it(visit, coordinator, how):
    steering = MembershipFactory(role=Role.STEERING, coalition=coordinator.coalition)
    day = coordinator.coalition.day(at=timezone.now())
    OrganisationFactory(coalition=coordinator.coalition)
    RegularMessageFactory(
        coalition=coordinator.coalition, what="News for residents", owner=steering, due_on=day
    )
    page = visit(steering, **how).open(address(steering, ""))
    page.get_by_role("link", name="Note that it is sent").click()
    page.get_by_label("What it said, in a few words").fill("The van comes twice")
    clean(page, how)
    page.get_by_role("button", name="Note that it is sent").click()
    expect(page.get_by_text("Noted: it is sent.").first).to_be_visible()
    assert RegularMessage.objects.get().due_on > day
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_text("That is taken back: it is due as before.").first).to_be_visible()
    assert RegularMessage.objects.get().due_on == day


@HOW
def test_urgent_message_is_called_through(visit, coordinator, how):
    row = CallRowFactory(protocol__coalition=coordinator.coalition, protocol__title="Heat wave")
    page = visit(coordinator, **how).open(
        address(coordinator, f"governance/urgent/{row.protocol_id}/")
    )
    clean(page, how)
    page.get_by_role("link", name="Start it").click()
    page.get_by_role("button", name="Start calling").click()
    expect(page.get_by_text("0 of 1 are reached.")).to_be_visible()
    page.get_by_role("button", name="Reached").click()
    expect(page.get_by_text("1 of 1 are reached.")).to_be_visible()
    clean(page, how)
    page.get_by_label("What do we do better next time?").fill("Call earlier")
    page.get_by_role("button", name="End it").click()
    expect(page.get_by_text("Call earlier")).to_be_visible()
