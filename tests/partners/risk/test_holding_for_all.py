"""While a listing is paused every member reads what everybody says, and nothing more of it."""

from accounts.permissions import Role
from tests.factories import IncidentFactory, OrganisationFactory
from tests.partners.pipeline.way import at, text

SAID = "We look into it, and ask everybody to wait."


def test_viewer_reads_what_everybody_says_and_not_what_is_known(coordinator, member):
    organisation = OrganisationFactory(coalition=coordinator.membership.coalition)
    holding = {"holding": SAID, "holding_on": "2026-01-01"}
    IncidentFactory(organisation=organisation, paused=True, known="Money is missing", **holding)
    viewer = member(Role.VIEWER, coalition=organisation.coalition)
    for client in (viewer, coordinator):
        page = text(client.get(at(client, "detail", organisation.pk)))
        assert f"If somebody asks you, say this {SAID}" in page
        assert "Money is missing" not in page


def test_what_is_closed_is_said_no_more(coordinator):
    organisation = OrganisationFactory(coalition=coordinator.membership.coalition)
    holding = {"holding": SAID, "holding_on": "2026-01-01"}
    IncidentFactory(organisation=organisation, closed=True, **holding)
    IncidentFactory(organisation=organisation, paused=True)
    page = text(coordinator.get(at(coordinator, "detail", organisation.pk)))
    assert "Not listed at the moment" in page
    assert SAID not in page
