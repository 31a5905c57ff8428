"""The first minutes: printed sign-ins, an invitation accepted, and every page for everybody."""

import re

import pytest
from django.conf import settings
from playwright.sync_api import Route, expect

from accounts.models import Invitation, Membership
from accounts.permissions import Role
from tests.factories import MembershipFactory

pytestmark = pytest.mark.browser


def sign_ins() -> dict[str, tuple[str, str]]:
    lines = (settings.DATA_DIR / "sample-sign-ins.txt").read_text().splitlines()
    return {
        role: (email, password) for role, email, password in (line.split("\t") for line in lines)
    }


def test_printed_sign_in_opens_the_sample(visit, sample):
    email, password = sign_ins()["coordinator"]
    page = visit().open("/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page).to_have_url(re.compile("/sunnybrook/$"))
    page.get_by_role("navigation", name="Main", exact=True).get_by_role(
        "link", name="Partners"
    ).click()
    expect(page.get_by_role("link", name="Northgate Grocers Cooperative")).to_be_visible()


def test_address_typed_before_the_suggestion_came_stays_as_typed(visit, transactional_db):
    page = visit(MembershipFactory()).open("/coalitions/new/")
    held = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/coalitions/new/address/**", hold)
    page.get_by_label("Name", exact=True).fill("River Valley Health")
    with page.expect_request("**/coalitions/new/address/**"):
        page.keyboard.press("Tab")
    page.keyboard.type("rv")
    held.pop().continue_()
    expect(page.get_by_text("Left empty, it becomes river-valley-health.")).to_be_visible()
    page.keyboard.type("h")
    expect(page.get_by_label("Address")).to_have_value("rvh")


def test_invitation_is_handed_over_and_accepted(visit, transactional_db):
    administrator = MembershipFactory(role=Role.ADMINISTRATOR)
    slug = administrator.coalition.slug
    page = visit(administrator).open(f"/{slug}/settings/invitations/new/")
    page.get_by_label("E-mail address").fill("gloria@tenants.example")
    page.get_by_role("radio", name=re.compile("Steering committee")).check()
    page.get_by_role("button", name=re.compile("invitation", re.I)).click()
    expect(page.get_by_text("gloria@tenants.example").first).to_be_visible()
    guest = visit().open("/" + Invitation.objects.get().link.split("/", 3)[3])
    guest.get_by_label(re.compile("name", re.I)).first.fill("Gloria Tran")
    guest.locator("input[type=password]").first.fill("seven brave otters sing")
    guest.locator("main form button").last.click()
    expect(guest).to_have_url(re.compile(f"/{slug}/$"))
    assert Membership.objects.get(person__email="gloria@tenants.example").role == Role.STEERING
