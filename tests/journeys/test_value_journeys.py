"""A wording becomes a letter that leaves; a promise is kept, and the partner says whether it came."""

import re

import pytest
from playwright.sync_api import expect

from accounts.permissions import Role
from common.models import Letter
from partners.models import Benefit, Organisation, PartnerLetter
from tests.factories import (
    BenefitFactory,
    ClassificationFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
    TermFactory,
)
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def administrator(transactional_db):
    return MembershipFactory(role=Role.ADMINISTRATOR)


@pytest.fixture
def league(administrator) -> Organisation:
    """A prospect of the sector Recreation, with somebody to write to."""
    coalition = administrator.coalition
    organisation = OrganisationFactory(coalition=coalition, name="Little League", prospect=True)
    recreation = TermFactory(coalition=coalition, name="Recreation")
    ClassificationFactory(organisation=organisation, term=recreation)
    ContactFactory(organisation=organisation, name="Ray Okafor", email="ray@league.example")
    return organisation


@pytest.mark.parametrize(
    "how", [{}, {"viewport": PHONE, "color_scheme": "dark"}, {"java_script_enabled": False}]
)
def test_wording_becomes_a_letter_that_is_in_the_outgoing_mail(visit, administrator, league, how):
    slug = administrator.coalition.slug
    has_script = how.get("java_script_enabled", True)
    page = visit(administrator, **how).open(f"/{slug}/partners/value/wordings/")
    page.get_by_role("button", name=re.compile("^Fill in the set")).click()
    letters = page.locator("#letter")
    letters.get_by_role("link", name="Recreation", exact=True).click()
    page.get_by_label("Text").fill("Dear {contact},\n\nyou gain:\n{benefits}\n\n{sendr}")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Nobody knows the merge word {sendr}.").first).to_be_visible()
    page.get_by_label("Text").fill("Dear {contact},\n\nyou gain:\n{benefits}\n\n{sender}")
    page.get_by_role("button", name="Save").click()

    page.goto(page.url.split("/partners/")[0] + f"/partners/{league.pk}/value/")
    page.get_by_role("link", name="Promise something").click()
    page.get_by_label("What they gain").fill("Fruit and water at every game")
    page.get_by_role("button", name="Put it on record").click()
    page.get_by_role("link", name="Write a letter").first.click()
    expect(page.get_by_label(re.compile("From which wording"))).to_contain_text("Recreation")
    page.get_by_role("button", name="Make a draft").click()
    body = page.get_by_label("Text")
    expect(body).to_have_value(
        "Dear Ray,\n\nyou gain:\n– Fruit and water at every game\n\n" + str(administrator.person)
    )
    body.fill("Dear Ray,\n\nfruit and water at every game. Shall we talk?")
    page.get_by_role("button", name="Save and look at it").click()
    if has_script:
        assert violations(page) == []
    page.get_by_role("button", name="Send it by mail").click()
    expect(page.get_by_text("is in the outgoing mail").first).to_be_visible()
    assert PartnerLetter.objects.get().sent_by == administrator.person
    assert Letter.objects.get().to_address == "ray@league.example"
    page.goto(page.url.split("/partners/")[0] + "/settings/mail/")
    expect(page.get_by_text("ray@league.example").first).to_be_visible()


@pytest.mark.parametrize(
    "how", [{}, {"viewport": PHONE, "color_scheme": "dark"}, {"java_script_enabled": False}]
)
def test_partner_confirms_what_came_and_says_what_they_hope_for(visit, transactional_db, how):
    speaker = MembershipFactory(role=Role.PARTNER)
    store = OrganisationFactory(coalition=speaker.coalition, name="Northgate")
    RepresentationFactory(organisation=store, membership=speaker)
    benefit = BenefitFactory(organisation=store, words="A stand at the fair", delivered=True)
    page = visit(speaker, **how).open(f"/{speaker.coalition.slug}/")
    expect(page.get_by_text("We say that one thing was delivered. Did it come?")).to_be_visible()
    page.get_by_role("link", name="What you gain by being here").click()
    page.get_by_role("button", name=re.compile("^Yes, it came")).click()
    expect(page.get_by_text(re.compile("You said: Yes, it came"))).to_be_visible()
    page.get_by_role("link", name=re.compile("^Write it down.*hope")).click()
    page.get_by_label("What we hope to gain").fill("Fewer empty shelves")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Fewer empty shelves")).to_be_visible()
    if how.get("java_script_enabled", True):
        assert violations(page) == []
    benefit.refresh_from_db()
    assert (benefit.came, benefit.is_their_own_word) == (Benefit.Came.YES, True)
