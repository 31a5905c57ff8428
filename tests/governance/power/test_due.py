"""What waits on the home page: a lead that is not shared, experiments to look at, interests to declare."""

import pytest

from accounts.permissions import Role
from governance.reports.due import waiting
from tests.factories import MembershipFactory, RepresentationFactory
from tests.governance.factories import BodyFactory, SeatFactory
from tests.governance.power.factories import (
    ExperimentFactory,
    InterestDeclarationFactory,
    LeadershipOverrideFactory,
    LeadershipRuleFactory,
    day,
    leading,
    partner,
    seated,
)

pytestmark = pytest.mark.django_db
OURS = {"co_leads", "experiments", "interests", "interests_own"}


@pytest.fixture
def membership():
    return MembershipFactory(role=Role.COORDINATOR)


def found(membership) -> dict[str, list[str]]:
    """By kind, the names of the rows as the home page tells them."""
    slug = membership.coalition.slug
    return {
        kind.matter.key: [kind.matter.told(row, slug=slug, on=day()).title for row in kind.rows]
        for kind in waiting(membership, on=day())
        if kind.matter.key in OURS
    }


def broken(membership):
    LeadershipRuleFactory(coalition=membership.coalition)
    body = BodyFactory(coalition=membership.coalition, name="Clinics group")
    role = leading(body, "Health care")
    InterestDeclarationFactory(organisation=role.organisation)
    return body


def test_body_that_breaks_the_rule_waits_for_a_coordinator(membership):
    broken(membership)
    assert found(membership) == {"co_leads": ["Clinics group"]}
    for role in (Role.STEERING, Role.VIEWER, Role.PARTNER):
        other = MembershipFactory(coalition=membership.coalition, role=role)
        assert found(other) == {}


def test_reason_says_what_is_asked_and_found(membership):
    broken(membership)
    (kind,) = [one for one in waiting(membership, on=day()) if one.matter.key == "co_leads"]
    told = kind.matter.told(kind.rows[0], slug="x", on=day())
    assert told.reason == "The rule asks for co-leads from 2 different sectors; there are 1."


def test_body_with_a_reason_does_not_wait_until_its_day(membership):
    override = LeadershipOverrideFactory(body=broken(membership))
    assert found(membership) == {}
    override.mend_by = day()
    override.save()
    assert found(membership) == {"co_leads": ["Clinics group"]}


def test_body_that_got_worse_than_was_allowed_waits(membership):
    body = broken(membership)
    LeadershipOverrideFactory(body=body, sectors_found=2, sectors_asked=3)
    assert found(membership) == {"co_leads": ["Clinics group"]}


def test_body_that_keeps_the_rule_or_is_closed_does_not_wait(membership):
    body = broken(membership)
    InterestDeclarationFactory(organisation=leading(body, "Housing").organisation)
    BodyFactory(coalition=membership.coalition, closed=True)
    assert found(membership) == {}


def test_experiment_waits_from_its_day_until_it_is_looked_at(membership):
    ExperimentFactory(coalition=membership.coalition)
    due = ExperimentFactory(coalition=membership.coalition, due=True)
    ExperimentFactory(coalition=membership.coalition, due=True, reviewed=True)
    assert found(membership) == {"experiments": [due.title]}


def test_holder_of_two_seats_waits_once(membership):
    body = BodyFactory(coalition=membership.coalition)
    organisation = partner(body.coalition, name="Clinic")
    role = seated(SeatFactory(body=body), organisation)
    seated(SeatFactory(body=body), organisation, contact=role.contact)
    assert found(membership) == {"interests": [f"{role.contact.name} · Clinic"]}


def test_declaration_that_ran_out_waits_again(membership):
    body = BodyFactory(coalition=membership.coalition)
    role = seated(SeatFactory(body=body), partner(body.coalition))
    InterestDeclarationFactory(organisation=role.organisation, over=True)
    assert "interests" in found(membership)
    InterestDeclarationFactory(organisation=role.organisation)
    assert found(membership) == {}


def test_partner_is_asked_for_their_own():
    speaker = RepresentationFactory()
    body = BodyFactory(coalition=speaker.coalition)
    role = seated(SeatFactory(body=body), speaker.organisation)
    seated(SeatFactory(body=body), partner(body.coalition))
    assert found(speaker.membership) == {
        "interests_own": [f"{role.contact.name} · {speaker.organisation.name}"]
    }


def test_steering_member_is_asked_for_their_own_seat():
    member = MembershipFactory(role=Role.STEERING)
    body = BodyFactory(coalition=member.coalition)
    role = seated(SeatFactory(body=body), partner(body.coalition))
    assert found(member) == {}
    role.contact.email = member.person.email
    role.contact.save()
    assert list(found(member)) == ["interests_own"]
