"""A prospect from gap to member, a suggestion to a prospect: by mouse, key, phone, without a script."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from accounts.permissions import Role
from partners.models import Gap, Nomination, Organisation, PipelineStep, Touchpoint
from tests.factories import MembershipFactory, OrganisationFactory, TieFactory, TouchpointFactory
from tests.journeys.conftest import PHONE, violations
from tests.partners.composition.table import needed, partner

pytestmark = pytest.mark.browser
HOW = pytest.mark.parametrize(
    "how",
    [{}, {"viewport": PHONE, "color_scheme": "dark"}, {"java_script_enabled": False}],
    ids=["desk", "phone", "no-script"],
)


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


def address(membership, rest: str = "") -> str:
    return f"/{membership.coalition.slug}/partners/{rest}"


def get_to_know(organisation: Organisation, door: Organisation) -> None:
    """Two talks, one help, and a partner who is tied to them."""
    today = timezone.localdate()
    TieFactory(first=door, second=organisation, level_ours=3)
    for _talk in range(2):
        TouchpointFactory(organisation=organisation, on=today)
    gave = {"kind": Touchpoint.Kind.HELP, "direction": "from_us"}
    TouchpointFactory(organisation=organisation, on=today, **gave)


@HOW
def test_prospect_comes_from_a_gap_to_the_table(visit, coordinator, how):
    """Missing, found, talked with, planned, invited, a member: and the gap is filled."""
    coalition = coordinator.coalition
    missing = needed(coalition, population="Night-shift workers", area="Riverbend")
    door = partner(coalition, "Tenants' Union", sector="Housing")
    door.owner = coordinator.person
    door.save()
    has_script = how.get("java_script_enabled", True)
    page = visit(coordinator, **how).open(address(coordinator, f"composition/gaps/{missing.pk}/"))
    made = find_somebody(page, "Levee Warehouse")
    page.goto(page.url.split("/partners/")[0] + f"/partners/{made.pk}/pipeline/")
    expect(page.get_by_role("heading", name="0 of 3 signs are there")).to_be_visible()
    expect(page.get_by_text(f"{coordinator.person} invites them by")).to_be_visible()
    get_to_know(made, door)
    page.reload()
    expect(page.get_by_role("heading", name="Ready to be invited")).to_be_visible()
    expect(page.get_by_text(f"ask {coordinator.person}, who looks after them")).to_be_visible()
    if has_script:
        assert violations(page) == []

    invite(page, door)
    page.get_by_role("link", name="They said yes").click()
    page.get_by_label("Night-shift workers · Riverbend").check()
    if has_script:
        assert violations(page) == []
    page.get_by_role("button", name="Log the step").click()
    expect(page.get_by_text("Levee Warehouse stands under “Member” now.").first).to_be_visible()
    assert standing(made) == ("partner", "filled")
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="Invited")).to_be_visible()
    assert standing(made) == ("prospect", "being_filled")


def find_somebody(page: Page, name: str) -> Organisation:
    """On the page of the gap, to be asked today."""
    page.get_by_label("What is it called?").fill(name)
    page.get_by_role("button", name="Add as a prospect").click()
    page.get_by_label("By when?").fill(timezone.localdate().isoformat())
    page.get_by_role("button", name="Keep the plan").click()
    return Organisation.objects.get(name=name)


def invite(page: Page, door: Organisation) -> None:
    page.get_by_role("link", name="Plan it").click()
    page.get_by_label("Who opens the door?").select_option(str(door.pk))
    page.get_by_role("button", name="Keep the plan").click()
    expect(page.get_by_text("The plan is kept.").first).to_be_visible()
    page.get_by_role("link", name="They are invited").click()
    page.get_by_label("How were they invited?").fill("The union took us along")
    page.get_by_role("button", name="Log the step").click()
    expect(page.get_by_role("heading", name="Invited")).to_be_visible()


def standing(organisation: Organisation) -> tuple[str, str]:
    organisation.refresh_from_db()
    return organisation.kind, Gap.objects.get().state


def test_board_is_walked_and_worked_by_keyboard(visit, coordinator):
    OrganisationFactory(coalition=coordinator.coalition, name="Cedar Lane", kind="prospect")
    page = visit(coordinator).open(address(coordinator, "pipeline/"))
    assert violations(page) == []
    page.get_by_role("link", name="Cedar Lane").focus()
    page.keyboard.press("Shift+ArrowRight")
    expect(page.get_by_text("Cedar Lane stands under “In conversation” now.").first).to_be_visible()
    column = page.get_by_role("region", name="In conversation 1")
    expect(column.get_by_role("link", name="Cedar Lane")).to_be_focused()
    column.get_by_text("Move").click()
    column.get_by_label("Why, if you like").fill("They wrote to us")
    column.get_by_role("button", name="Member").click()
    expect(page.get_by_role("region", name="Member 1")).to_contain_text("Cedar Lane")
    assert PipelineStep.objects.get(stage="member").reason == "They wrote to us"
    page.get_by_role("link", name="Cedar Lane").focus()
    page.keyboard.press("Shift+ArrowRight")
    expect(page.get_by_label("Why do they pause, and until when perhaps?")).to_be_visible()


def test_board_is_worked_by_dragging(visit, coordinator):
    OrganisationFactory(coalition=coordinator.coalition, name="Cedar Lane", kind="prospect")
    page = visit(coordinator).open(address(coordinator, "pipeline/"))
    page.get_by_role("listitem").filter(has_text="Cedar Lane").drag_to(
        page.get_by_role("region", name="Invited 0")
    )
    expect(page.get_by_role("region", name="Invited 1")).to_contain_text("Cedar Lane")


@HOW
def test_suggestion_becomes_a_prospect_and_who_made_it_sees_that(visit, coordinator, how):
    speaker = MembershipFactory(role=Role.PARTNER, coalition=coordinator.coalition)
    theirs = visit(speaker, **how).open(f"/{coordinator.coalition.slug}/")
    theirs.get_by_role("link", name="Suggest a partner").click()
    theirs.get_by_label("Which organisation?").fill("Route 9 Bus Drivers")
    theirs.get_by_label("Why should they be here?").fill("They know where the bus does not stop.")
    if how.get("java_script_enabled", True):
        assert violations(theirs) == []
    theirs.get_by_role("button", name="Suggest them").click()
    expect(theirs.get_by_text("Your suggestion waits for an answer").first).to_be_visible()

    ours = visit(coordinator, **how).open(address(coordinator, "pipeline/"))
    ours.get_by_role("link", name="Answer").click()
    ours.get_by_role("link", name=re.compile("Answer.*Route 9 Bus Drivers")).click()
    ours.get_by_role("button", name="Take it up", exact=True).click()
    expect(ours.get_by_role("heading", name="Prospect", exact=True)).to_be_visible()
    expect(ours.get_by_text(f"{speaker.person} suggested them")).to_be_visible()
    made = Organisation.objects.get(name="Route 9 Bus Drivers")
    assert (made.kind, Nomination.objects.get().organisation) == ("prospect", made)

    theirs.reload()
    expect(theirs.get_by_text("on our list of prospects")).to_be_visible()


@HOW
def test_member_is_seen_off_and_brought_back(visit, coordinator, how):
    leaving = partner(coordinator.coalition, "Corner Table Café", population="Renters")
    page = visit(coordinator, **how).open(address(coordinator, f"{leaving.pk}/pipeline/"))
    page.get_by_role("link", name="They leave").click()
    expect(page.get_by_text("For these they are the only voice")).to_be_visible()
    page.get_by_label("The main reason").select_option("closed")
    page.get_by_label("What do you thank them for?").fill("A hundred lunches")
    if how.get("java_script_enabled", True):
        assert violations(page) == []
    page.get_by_role("button", name="See them off").click()
    expect(page.get_by_role("heading", name="Alumni")).to_be_visible()
    expect(page.get_by_role("heading", name="Still to re-home")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    expect(page.get_by_role("heading", name="Member", exact=True)).to_be_visible()
    leaving.refresh_from_db()
    assert not leaving.is_retired
