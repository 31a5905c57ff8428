"""How decisions are made and a lead is shared: by mouse, on a phone, without a script."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from accounts.permissions import Role
from governance.models import DecisionRule, InterestDeclaration, LeadershipOverride, LeadershipRule
from tests.factories import MembershipFactory, RepresentationFactory
from tests.governance.factories import BodyFactory, SeatFactory
from tests.governance.power.factories import LeadershipRuleFactory, leading, partner, seated
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


def address(membership, rest: str = "") -> str:
    return f"/{membership.coalition.slug}/governance/{rest}"


@HOW
def test_lead_that_is_not_shared_is_refused_and_then_allowed_with_a_reason(visit, coordinator, how):
    body = BodyFactory(coalition=coordinator.coalition, name="Clinics group")
    leading(body, "Health care")
    leading(body, "Health care")
    page = visit(coordinator, **how).open(address(coordinator, "leadership/"))
    page.get_by_role("link", name="Set a rule").click()
    page.get_by_label("co-leads from so many different sectors").fill("2")
    page.get_by_role("button", name="Save").click()
    refusal = page.get_by_text("Clinics group: 2 different sectors asked for, 1 found")
    expect(refusal.first).to_be_visible()
    assert not LeadershipRule.objects.exists()
    page.get_by_label("Why must it be so for now?").fill("The pharmacy has nobody before spring")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("The pharmacy has nobody before spring")).to_be_visible()
    if how.get("java_script_enabled", True):
        assert violations(page) == []
    assert LeadershipOverride.objects.get().body == body
    viewer = MembershipFactory(coalition=coordinator.coalition, role=Role.VIEWER)
    page = visit(viewer, **how).open(address(viewer, f"bodies/{body.pk}/leadership/"))
    expect(page.get_by_text("The pharmacy has nobody before spring")).to_be_visible()


@HOW
def test_body_led_by_one_sector_is_opened_only_with_a_reason(visit, coordinator, how):
    LeadershipRuleFactory(coalition=coordinator.coalition, sectors=2)
    for name in ("Green Clinic", "Hospital"):
        partner(coordinator.coalition, "Health care", name=name)
    page = visit(coordinator, **how).open(address(coordinator, "bodies/add/"))
    page.get_by_label("Name").fill("Screening group")
    page.get_by_label("Organisation").nth(0).fill("Green Clinic")
    page.get_by_label("Organisation").nth(1).fill("Hospital")
    page.get_by_role("button", name="Open it").click()
    refusal = page.get_by_text("Screening group: 2 different sectors asked for, 1 found")
    expect(refusal.first).to_be_visible()
    page.get_by_label("less than your rule asks: why?").fill("The pharmacy joins in spring")
    page.get_by_role("button", name="Open it").click()
    expect(page.get_by_text("The pharmacy joins in spring")).to_be_visible()
    if how.get("java_script_enabled", True):
        assert violations(page) == []
    viewer = MembershipFactory(coalition=coordinator.coalition, role=Role.VIEWER)
    page = visit(viewer, **how).open(address(viewer, "bodies/"))
    expect(page.get_by_text("The pharmacy joins in spring")).to_be_visible()


@HOW
def test_rule_is_stored_before_it_is_used(visit, coordinator, how):
    page = visit(coordinator, **how).open(address(coordinator, "decisions/"))
    page.get_by_role("button", name="Begin with five kinds").click()
    expect(page.get_by_role("heading", name="Budget")).to_be_visible()
    if how.get("java_script_enabled", True):
        assert violations(page) == []
    page.get_by_role("link", name=re.compile("All versions.*Budget")).click()
    page.get_by_role("link", name="Store a new version").click()
    page.get_by_label("share that must support it").fill("80")
    page.get_by_label("valid from").fill(timezone.localdate().isoformat())
    page.get_by_role("button", name="Store this version").click()
    expect(page.get_by_text("valid from tomorrow at the earliest").first).to_be_visible()
    tomorrow = timezone.localdate() + timedelta(days=1)
    page.get_by_label("valid from").fill(tomorrow.isoformat())
    page.get_by_role("button", name="Store this version").click()
    expect(page.get_by_text("to come")).to_be_visible()
    shares = DecisionRule.objects.filter(kind__name="Budget").order_by("valid_from")
    assert list(shares.values_list("threshold", flat=True)) == [75, 80]


@HOW
def test_partner_declares_and_others_do_not_read_it(visit, transactional_db, how):
    speaker = RepresentationFactory()
    seated(SeatFactory(body=BodyFactory(coalition=speaker.coalition)), speaker.organisation)
    page = visit(speaker.membership, **how).open(address(speaker.membership, "interests/"))
    page.get_by_role("link", name="Declare for yourself").click()
    page.get_by_label(speaker.organisation.name).check()
    page.get_by_label("Yes").check()
    page.get_by_label("Which one?").fill("We sell to the clinic")
    page.get_by_role("button", name="Declare for a year").click()
    expect(page.get_by_text("We sell to the clinic")).to_be_visible()
    assert InterestDeclaration.objects.get().is_own_hand
    viewer = MembershipFactory(coalition=speaker.coalition, role=Role.VIEWER)
    page = visit(viewer, **how).open(address(viewer, "interests/"))
    expect(page.get_by_role("heading", name="Declared")).to_be_visible()
    expect(page.get_by_text("We sell to the clinic")).to_have_count(0)
