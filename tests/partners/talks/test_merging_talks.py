"""Two partners that are one: their talks come together, and come apart again as they were."""

import pytest
from django.urls import reverse

from partners.models import EventGuest, TalkTier, Tier, Touchpoint, TouchpointContact
from partners.operations.talks import touchpoints as operations
from tests.factories import (
    NOW,
    TODAY,
    ContactFactory,
    PartnerEventFactory,
    TouchpointFactory,
)
from tests.partners.merging.steps import add, merge, unmerge


@pytest.fixture
def cedar(coordinator):
    return add(coordinator, "Cedar Lane Health Center")


@pytest.fixture
def clhc(coordinator):
    return add(coordinator, "CLHC")


def standing() -> list[tuple]:
    """Every talk, tier and event with the partner on whom it hangs, and who took part."""
    return [
        *Touchpoint.objects.order_by("pk").values_list("pk", "organisation", "answers", "event"),
        *TouchpointContact.objects.order_by("pk").values_list("pk", "touchpoint", "contact"),
        *TalkTier.objects.order_by("pk").values_list("pk", "organisation", "tier"),
        *EventGuest.objects.order_by("pk").values_list("pk", "event__organisation"),
    ]


def test_talks_come_together_and_apart_as_they_were(coordinator, cedar, clhc):
    ours = coordinator.membership.person
    asked = TouchpointFactory(organisation=clhc, asks=True, said="A room in June?")
    TouchpointFactory(organisation=clhc, answers=asked, said="Yes")
    TouchpointFactory(organisation=cedar, said="Hello")
    for partner in (cedar, clhc):
        anjali = ContactFactory(organisation=partner, name="Anjali", email="a@cedar.example")
        asked.theirs.create(coalition=asked.coalition, contact=anjali)
    event = PartnerEventFactory(organisation=clhc)
    event.guests.create(coalition=event.coalition, person=ours)
    TouchpointFactory(organisation=clhc, event=event, kind="event", said=event.name)
    TalkTier.objects.create(coalition=clhc.coalition, organisation=clhc, tier=Tier.STEERING)
    before = standing()

    merge(coordinator, cedar, clhc)
    assert set(Touchpoint.objects.values_list("organisation", flat=True)) == {cedar.pk}
    assert TalkTier.objects.get(organisation=cedar).tier == Tier.STEERING
    page = coordinator.get(reverse("partners:talks_of", args=[coordinator.slug, cedar.pk]))
    for words in ("A room in June?", "Yes", "Hello"):
        assert words in page.content.decode()

    unmerge(coordinator, clhc)
    assert standing() == before


def test_one_tier_stays_where_both_had_one_and_both_come_back(coordinator, cedar, clhc):
    for partner, tier in ((cedar, Tier.ACTIVE), (clhc, Tier.STEERING)):
        TalkTier.objects.create(coalition=cedar.coalition, organisation=partner, tier=tier)
    before = standing()
    merge(coordinator, cedar, clhc)
    assert TalkTier.objects.get(organisation=cedar).tier == Tier.ACTIVE
    unmerge(coordinator, clhc)
    assert standing() == before


def test_two_equal_talks_are_two_after_a_merge(coordinator, cedar, clhc):
    person = coordinator.membership.person
    for partner in (cedar, clhc):
        TouchpointFactory(organisation=partner, said="Called", logged_by=person)
    merge(coordinator, cedar, clhc)
    assert Touchpoint.objects.filter(organisation=cedar).count() == 2


def test_talk_logged_while_they_are_merged_stands_with_the_one_that_stays(coordinator, cedar, clhc):
    merge(coordinator, cedar, clhc)
    talk = operations.log(
        clhc,
        operations.Talk(kind="call", on=TODAY, said="Late"),
        by=coordinator.membership.person,
        at=NOW,
    )
    assert talk.organisation_id == cedar.pk


def test_page_of_talks_of_a_merged_partner_leads_to_the_other(coordinator, cedar, clhc):
    merge(coordinator, cedar, clhc)
    answer = coordinator.get(reverse("partners:talks_of", args=[coordinator.slug, clhc.pk]))
    assert answer.url == reverse("partners:talks_of", args=[coordinator.slug, cedar.pk])
