"""What waits about the charter and the ground rules, on the home pages of those whom it waits for."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.permissions import Role
from governance.reports.due import waiting
from tests.conftest import MemberClient
from tests.factories import MembershipFactory, OrganisationFactory, RepresentationFactory
from tests.governance.charter.factories import (
    CharterDeferralFactory,
    CharterSignatureFactory,
    CharterVersionFactory,
    GroundRuleFactory,
    GroundRulesReadFactory,
)


def kinds(client):
    """The kinds of this part that wait for somebody, each with its names."""
    found = waiting(client.membership, on=timezone.localdate())
    return {
        one.matter.key: [row.name for row in one.rows]
        for one in found
        if one.matter.key.startswith(("charter", "ground"))
    }


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def partner(coalition):
    organisation = OrganisationFactory(coalition=coalition, name="Northgate Grocers")
    membership = MembershipFactory(coalition=coalition, role=Role.PARTNER)
    RepresentationFactory(organisation=organisation, membership=membership, invitation=None)
    return MemberClient.of(membership)


def test_charter_that_nobody_has_begun_waits(coordinator):
    assert list(kinds(coordinator)) == ["charter_unwritten"]


@pytest.mark.parametrize("settle", [CharterDeferralFactory, CharterVersionFactory])
def test_reason_or_charter_settles_it(coordinator, coalition, settle):
    settle(coalition=coalition)
    assert kinds(coordinator) == {}


@pytest.mark.parametrize(("days", "waits"), [(31, False), (30, True), (-1, True)])
def test_yearly_reading_waits_from_a_month_before(coordinator, coalition, days, waits):
    day = timezone.localdate() + timedelta(days=days)
    CharterVersionFactory(coalition=coalition, review_on=day)
    assert ("charter_to_read" in kinds(coordinator)) == waits


def test_yearly_reading_of_a_version_that_was_replaced_does_not_wait(coordinator, coalition):
    CharterVersionFactory(coalition=coalition, number=1, due=True)
    CharterVersionFactory(coalition=coalition, number=2)
    assert kinds(coordinator) == {}


def test_objection_waits_for_who_can_talk_about_it(coordinator, coalition):
    held = CharterVersionFactory(coalition=coalition)
    objecting = CharterSignatureFactory(version=held, objecting=True).organisation
    CharterSignatureFactory(version=held)
    assert kinds(coordinator) == {"charter_objections": [objecting.name]}


def test_charter_waits_for_the_partner_until_it_has_answered(partner, coalition):
    held = CharterVersionFactory(coalition=coalition)
    assert kinds(partner) == {"charter_to_sign": ["Northgate Grocers"]}
    organisation = partner.membership.representations.get().organisation
    CharterSignatureFactory(version=held, organisation=organisation, objecting=True)
    assert kinds(partner) == {}


def test_partner_finds_it_at_home(partner, coalition):
    CharterVersionFactory(coalition=coalition)
    GroundRuleFactory(coalition=coalition)
    text = partner.get(f"/{partner.slug}/").content.decode()
    assert "Sign the charter for Northgate Grocers" in text
    assert "Read the ground rules" in text


def test_ground_rules_wait_for_each_until_read(coordinator, coalition, partner):
    CharterDeferralFactory(coalition=coalition)
    GroundRuleFactory(coalition=coalition)
    GroundRulesReadFactory(membership=coordinator.membership)
    assert kinds(coordinator) == {}
    assert list(kinds(partner)) == ["ground_rules_unread"]
