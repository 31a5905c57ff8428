"""A partner says with two presses that a service is full; a coordinator sees it, and who else could help."""

import pytest
from playwright.sync_api import expect

from accounts.permissions import Role
from partners.models import Service
from tests.factories import (
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
    ServiceFactory,
    ServiceFunderFactory,
    ServiceLocationFactory,
    ServiceTermFactory,
    TermFactory,
)
from tests.journeys.conftest import PHONE, violations

pytestmark = pytest.mark.browser


@pytest.fixture
def coordinator(transactional_db):
    return MembershipFactory(role=Role.COORDINATOR)


@pytest.fixture
def pantry(coordinator) -> Service:
    """One of two in the same area; nobody has said yet whether they take people."""
    coalition = coordinator.coalition
    food = TermFactory(coalition=coalition, vocabulary="service", name="Food")
    north = TermFactory(coalition=coalition, vocabulary="area", name="North End")
    services = []
    for name in ("Greenway", "Oak Kitchen"):
        organisation = OrganisationFactory(coalition=coalition, name=name)
        service = ServiceFactory(organisation=organisation, name=f"Food of {name}")
        ServiceTermFactory(service=service, term=food)
        ServiceLocationFactory(service=service, street="4 Elm St", area=north)
        ServiceFunderFactory(service=service, name="City Fund")
        services.append(service)
    return services[0]


@pytest.mark.parametrize(
    "how", [{}, {"viewport": PHONE, "color_scheme": "dark"}, {"java_script_enabled": False}]
)
def test_partner_says_in_two_presses_that_a_service_is_full(visit, coordinator, pantry, how):
    tie = RepresentationFactory(
        organisation=pantry.organisation, membership__coalition=coordinator.coalition
    )
    slug, has_script = coordinator.coalition.slug, how.get("java_script_enabled", True)
    page = visit(tie.membership, **how).open(f"/{slug}/partners/{pantry.organisation_id}/")
    page.get_by_role("link", name="Services", exact=True).click()
    page.get_by_role("button", name="Full", exact=True).click()
    expect(page.get_by_text("Food of Greenway: Full.").first).to_be_visible()
    expect(page.get_by_role("button", name="Full", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )
    if has_script:
        assert violations(page) == []
    pantry.refresh_from_db()
    assert (pantry.capacity, pantry.is_their_own_word) == ("full", True)


@pytest.mark.parametrize("how", [{}, {"viewport": PHONE, "color_scheme": "dark"}])
def test_overlap_opens_into_its_services_and_no_page_is_wrong(visit, coordinator, pantry, how):
    slug = coordinator.coalition.slug
    page = visit(coordinator, **how).open(f"/{slug}/partners/services/")
    assert violations(page) == []
    page.get_by_role("link", name="Where nobody does").click()
    assert violations(page) == []
    page.get_by_role("link", name="Where two do the same").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("In 1 place two or more do the same")
    expect(page.get_by_role("link", name="City Fund")).to_be_visible()
    assert violations(page) == []
    page.get_by_role("link", name="Food · North End").click()
    expect(page.get_by_text("2 services", exact=True)).to_be_visible()
    expect(page.get_by_text("Food of Oak Kitchen")).to_be_visible()
