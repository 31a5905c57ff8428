"""A charter from the first words to a signature: coordinator, partner, viewer, and by a link alone."""

import re

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from accounts.permissions import Role
from governance.models import CharterRequest, CharterSignature, CharterVersion
from tests.factories import (
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
)
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser
HOW = pytest.mark.parametrize(
    "how",
    [{}, {"viewport": PHONE, "color_scheme": "dark"}, {"java_script_enabled": False}],
    ids=["desk", "phone", "no-script"],
)
VISION = "Fresh food within a walk."


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


@pytest.fixture
def grocers(coordinator):
    organisation = OrganisationFactory(coalition=coordinator.coalition, name="Northgate Grocers")
    ContactFactory(organisation=organisation, name="Dev Patel", email="dev@northgate.example")
    return organisation


def checked(page, how):
    if how.get("java_script_enabled", True):
        assert violations(page) == []


@HOW
def test_charter_is_written_adopted_and_signed_by_a_link(visit, coordinator, grocers, how):
    slug = coordinator.coalition.slug
    page = visit(coordinator, **how).open(f"/{slug}/governance/charter/")
    page.get_by_role("button", name="Begin a draft").click()
    page.get_by_label("Vision").fill(VISION)
    page.get_by_label("How we know").fill("Health atlas 2024: https://atlas.example/a")
    page.get_by_role("button", name="Save the draft").click()
    expect(page.get_by_role("link", name="Health atlas 2024")).to_be_visible()
    checked(page, how)
    page.get_by_role("link", name="It was adopted").click()
    page.get_by_label("How it was adopted").fill("By consent of the founding meeting")
    checked(page, how)
    page.get_by_role("button", name="It is the charter now").click()
    expect(page.get_by_role("heading", name="0 of 1 members have signed")).to_be_visible()
    page.get_by_role("button", name="Write to the one that was not asked yet").click()
    expect(page.get_by_text("One letter leaves.").first).to_be_visible()
    checked(page, how)
    assert CharterVersion.objects.get().adopted_on == timezone.localdate()

    page.context.clear_cookies()
    page.goto(page.url.split(f"/{slug}/")[0] + CharterRequest.objects.get().link_path)
    expect(page.get_by_text(VISION)).to_be_visible()
    checked(page, how)
    page.get_by_role("button", name="Northgate Grocers signs").click()
    expect(page.get_by_role("heading", name="has signed. Thank you")).to_be_visible()
    assert CharterSignature.objects.get().way == "link"


def test_partner_objects_and_a_viewer_reads_it(visit, coordinator, grocers):
    coalition = coordinator.coalition
    CharterVersion.objects.create(
        coalition=coalition,
        number=1,
        problem_statement="Too many adults get type 2 diabetes.",
        vision=VISION,
        adopted_on=timezone.localdate(),
        adopted_how="By consent",
        review_on=timezone.localdate().replace(year=2999, day=1),
    )
    speaker = MembershipFactory(coalition=coalition, role=Role.PARTNER)
    RepresentationFactory(organisation=grocers, membership=speaker, invitation=None)
    page = visit(speaker).open(f"/{coalition.slug}/")
    page.get_by_role("link", name="Read and sign").click()
    page.get_by_text("There is something we cannot sign").click()
    page.get_by_label("What you cannot sign").fill("Six meetings are too many.")
    assert violations(page) == []
    page.get_by_role("button", name="Send our objections").click()
    expect(page.get_by_text("cannot sign it as it is")).to_be_visible()

    viewer = MembershipFactory(coalition=coalition, role=Role.VIEWER)
    page = visit(viewer).open(f"/{coalition.slug}/governance/charter/signatures/?answer=objects")
    expect(page.get_by_text("Six meetings are too many.")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Note it"))).to_have_count(0)


def test_ground_rules_are_begun_and_read(visit, coordinator):
    slug = coordinator.coalition.slug
    page = visit(coordinator).open(f"/{slug}/governance/ground-rules/")
    page.get_by_role("button", name="Begin with six that many use").click()
    expect(page.get_by_role("heading", name="We begin and end on time.")).to_be_visible()
    page.get_by_role("button", name="I have read them and keep to them").click()
    expect(page.get_by_role("heading", name="1 of 1 members have read them")).to_be_visible()
    assert violations(page) == []
