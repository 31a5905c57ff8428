"""Signing in with a passkey or an app, in a real browser; and ending a sign-in from another one."""

import re
import time

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from playwright.sync_api import Page, expect

from accounts.models import Membership
from accounts.permissions import Role
from tests.factories import ContactFactory, MembershipFactory, OrganisationFactory
from tests.journeys.conftest import PASSWORD, PHONE, violations

pytestmark = pytest.mark.browser

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def with_authenticator(page: Page) -> None:
    """A phone's passkeys, as Chromium plays them: each question is answered with a finger."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})


def code_now(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


def sign_out(page: Page) -> None:
    page.goto(page.url.split("/", 3)[0] + "//" + page.url.split("/")[2] + "/me/")
    page.get_by_role("main").get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/accounts/login/**")


def add_passkey(page: Page) -> None:
    page.get_by_role("link", name="Add a passkey").click()
    page.get_by_label("Name of this passkey").fill("My phone")
    page.get_by_role("button", name="Add the passkey").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()


@pytest.fixture
def ana(transactional_db) -> Membership:
    return MembershipFactory(role=Role.COORDINATOR, person__full_name="Ana Dunn")


def test_passkey_is_added_and_then_signs_in_alone(visit, ana):
    there = visit(ana)
    with_authenticator(there.page)
    add_passkey(there.open("/accounts/security/"))
    page = there.open("/accounts/security/")
    expect(page.get_by_role("heading", name="My phone")).to_be_visible()
    sign_out(page)
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page).to_have_url(re.compile(f"/{ana.coalition.slug}/$"))


def test_passkey_is_the_second_factor_after_the_password(visit, ana):
    there = visit(ana)
    with_authenticator(there.page)
    add_passkey(there.open("/accounts/security/"))
    sign_out(there.page)
    there.page.get_by_label("E-mail").fill(ana.person.email)
    there.page.get_by_label("Password", exact=True).fill(PASSWORD)
    there.page.get_by_role("button", name="Sign in", exact=True).click()
    expect(there.page.get_by_role("heading", name="One more step")).to_be_visible()
    there.page.get_by_role("button", name="Use my passkey").click()
    expect(there.page).to_have_url(re.compile(f"/{ana.coalition.slug}/$"))


def test_passkey_that_is_not_there_is_said_so(visit, ana):
    page = visit().open("/accounts/login/")
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send(
        "WebAuthn.addVirtualAuthenticator",
        {"options": AUTHENTICATOR | {"isUserVerified": False}},
    )
    expect(page.get_by_text("No passkey was given")).to_be_hidden()
    page.get_by_role("button", name="Sign in with a passkey").click()
    expect(page.get_by_role("alert")).to_contain_text("No passkey was given")
    expect(page).to_have_url(re.compile("/accounts/login/$"))


def test_coalition_that_asks_for_a_second_factor_opens_once_an_app_is_set_up(visit, ana):
    ana.coalition.second_factor_for = [Role.COORDINATOR]
    ana.coalition.save()
    page = visit().sign_in(ana.person).page
    expect(page.get_by_role("heading", name="Set up a second factor first")).to_be_visible()
    page.get_by_role("link", name="Set an app up").click()
    page.get_by_text("No camera?").click()
    secret = page.locator("#key").inner_text()
    page.get_by_label("The six digits").fill(code_now(secret))
    page.get_by_role("button", name="Set the app up").click()
    expect(page.get_by_role("heading", name="Your recovery codes")).to_be_visible()
    code = page.locator(".codes li").first.inner_text()
    page.get_by_role("link", name="I have kept them").click()
    expect(page).to_have_url(re.compile(f"/{ana.coalition.slug}/$"))
    sign_out(page)
    page.get_by_label("E-mail").fill(ana.person.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    page.get_by_label("Code of your app").fill(code)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page).to_have_url(re.compile(f"/{ana.coalition.slug}/$"))


def test_sign_in_is_ended_from_another_browser(visit, ana):
    mine, lost = visit(ana), visit(ana)
    page = mine.open("/accounts/security/")
    page.get_by_role("button", name="Sign out everywhere else").click()
    expect(page.get_by_text("1 browser is signed out.").first).to_be_visible()
    expect(lost.open("/me/")).to_have_url(re.compile("/accounts/login/"))
    expect(mine.open("/me/")).to_have_url(re.compile("/me/$"))


PAGES = [
    "/accounts/security/",
    "/accounts/security/app/",
    "/accounts/security/passkeys/add/",
    "/accounts/security/codes/",
    "/accounts/security/codes/new/",
    "/me/data/",
    "/me/erase/",
    "/{slug}/settings/second-factor/",
    "/{slug}/settings/members/",
    "/{slug}/settings/members/{member}/end/",
    "/{slug}/partners/{organisation}/people/{contact}/erase/",
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [None, PHONE], ids=["desk", "phone"])
def test_pages_about_signing_in_are_accessible_and_fit(visit, transactional_db, scheme, viewport):
    boss = MembershipFactory(role=Role.ADMINISTRATOR)
    keeper = MembershipFactory(coalition=boss.coalition)
    contact = ContactFactory(organisation__coalition=boss.coalition)
    OrganisationFactory(coalition=boss.coalition, owner=keeper.person)
    there = visit(boss, viewport=viewport, color_scheme=scheme)
    with_authenticator(there.page)
    add_passkey(there.open("/accounts/security/"))
    found = {}
    for path in PAGES:
        own = path.format(
            slug=boss.coalition.slug,
            member=keeper.pk,
            organisation=contact.organisation_id,
            contact=contact.pk,
        )
        page = there.open(own)
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        problems = violations(page) + (["wider than the screen"] if wide else [])
        if problems:
            found[path] = problems
    assert found == {}


def test_second_step_is_accessible(visit, ana):
    TOTP.activate(ana.person, "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
    page = visit().open("/accounts/login/")
    page.get_by_label("E-mail").fill(ana.person.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()
    expect(page.get_by_role("heading", name="One more step")).to_be_visible()
    assert violations(page) == []
