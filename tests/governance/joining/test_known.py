"""A checklist ticks by itself what the coalition knows: a signed charter, acknowledged ground rules."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from governance.models import Onboarding, OnboardingItem
from tests.conftest import MemberClient
from tests.factories import MembershipFactory, OrganisationFactory, RepresentationFactory
from tests.governance.charter.factories import (
    CharterSignatureFactory,
    CharterVersionFactory,
    GroundRuleFactory,
)
from tests.governance.charter.sending import opened_form
from tests.governance.joining.factories import (
    JoiningStepFactory,
    OnboardingFactory,
    OnboardingItemFactory,
)
from tests.governance.joining.pages import at, today

pytestmark = pytest.mark.django_db


@pytest.fixture
def grocers(coordinator):
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Grocers")


@pytest.fixture
def speaker(grocers):
    member = MembershipFactory(coalition=grocers.coalition, role=Role.PARTNER)
    RepresentationFactory(organisation=grocers, membership=member, invitation=None)
    return MemberClient.of(member)


def listed(kind, **newcomer) -> OnboardingItem:
    return OnboardingItemFactory(onboarding=OnboardingFactory(**newcomer), kind=kind)


def test_who_signs_the_charter_has_read_it(speaker, grocers):
    CharterVersionFactory(coalition=grocers.coalition)
    theirs = listed("charter", organisation=grocers)
    own = listed("charter", organisation=None, membership=speaker.membership)
    other = listed("charter", organisation=OrganisationFactory(coalition=grocers.coalition))
    url = at(speaker, "charter_sign", grocers.pk)
    speaker.post(url, {**opened_form(speaker, url), "answer": "signed"})
    for item, day in ((theirs, today()), (own, today()), (other, None)):
        item.refresh_from_db()
        assert item.done_on == day
    assert theirs.ticked_by == speaker.membership.person


def test_who_has_objections_has_not_signed(speaker, grocers):
    CharterVersionFactory(coalition=grocers.coalition)
    theirs = listed("charter", organisation=grocers)
    url = at(speaker, "charter_sign", grocers.pk)
    told = {"answer": "objects", "objections": "Twelve meetings are too many."}
    speaker.post(url, {**opened_form(speaker, url), **told})
    theirs.refresh_from_db()
    assert theirs.done_on is None


def test_who_acknowledges_the_ground_rules_has_read_them(speaker, grocers):
    GroundRuleFactory(coalition=grocers.coalition)
    theirs = listed("ground_rules", organisation=grocers)
    own = listed("ground_rules", organisation=None, membership=speaker.membership)
    speaker.post(reverse("governance:ground_rules_read", args=[speaker.slug]))
    for item in (theirs, own):
        item.refresh_from_db()
        assert item.done_on == today()


def test_checklist_that_is_started_later_knows_the_day_of_the_signature(coordinator, grocers):
    signed_on = timezone.localdate() - timedelta(days=9)
    CharterSignatureFactory(
        version__coalition=grocers.coalition, organisation=grocers, given_on=signed_on
    )
    JoiningStepFactory(coalition=grocers.coalition, words="Charter read", kind="charter")
    JoiningStepFactory(coalition=grocers.coalition, words="Welcome call", kind="welcome")
    coordinator.post(at(coordinator, "joining_start", grocers.pk))
    items = OnboardingItem.objects.of(Onboarding.objects.get())
    assert dict(items.values_list("words", "done_on")) == {
        "Charter read": signed_on,
        "Welcome call": None,
    }
