"""Who leaves may run services, pay for those of others, and be named in agreements on credit."""

from datetime import timedelta

from tests.factories import (
    CreditedPartnerFactory,
    CreditRuleFactory,
    OrganisationFactory,
    ServiceFactory,
    ServiceFunderFactory,
)
from tests.partners.pipeline.way import at, one, text, today


def test_services_funding_and_credit_are_named_before_they_leave(coordinator):
    leaving = one(coordinator, "Leaving Bank")
    coalition = leaving.coalition
    ServiceFactory(organisation=leaving, name="Warm meals")
    ServiceFactory(organisation=leaving, name="Long over", until_on=today() - timedelta(days=9))
    other = OrganisationFactory(coalition=coalition, name="Elm Clinic")
    paid = ServiceFactory(organisation=other, name="Night bus")
    ServiceFunderFactory(service=paid, organisation=other, funder=leaving, name="")
    rule = CreditRuleFactory(coalition=coalition, on_what="Posters")
    CreditedPartnerFactory(rule=rule, organisation=leaving)
    page = text(coordinator.get(at(coordinator, "pipeline_leave", leaving.pk)))
    assert "Warm meals" in page
    assert "Night bus · Elm Clinic" in page
    assert "Posters" in page
    assert "Long over" not in page
