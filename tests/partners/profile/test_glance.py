"""What the page of a partner says at a glance: what they give, need and gain, and when both last spoke."""

from datetime import timedelta
from html import unescape

import pytest
from django.urls import reverse
from django.utils import timezone
from django.utils.html import strip_tags

from accounts.permissions import Role
from partners.models import Organisation
from tests.conftest import MemberClient
from tests.factories import (
    BenefitFactory,
    MembershipFactory,
    OrganisationFactory,
    PipelinePlanFactory,
    ProfileAnswerFactory,
    ProfileRowFactory,
    RepresentationFactory,
    ServiceFactory,
    TieFactory,
    TouchpointFactory,
    VerificationFactory,
)


@pytest.fixture
def organisation(coordinator) -> Organisation:
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Northgate")


def words(client: MemberClient, organisation: Organisation) -> str:
    """The page as one reads it, in one line."""
    answer = client.get(reverse("partners:detail", args=[client.slug, organisation.pk]))
    assert answer.status_code == 200
    return " ".join(unescape(strip_tags(answer.content.decode().replace("<", " <"))).split())


def tell(organisation: Organisation) -> None:
    """Something of everything that a glance tells, and beside it what it must leave out."""
    ProfileRowFactory(organisation=organisation, words="Waiting", level=1, position=2)
    ProfileRowFactory(organisation=organisation, words="Cooking", level=3)
    ProfileRowFactory(organisation=organisation, brings=True, kind="outreach", level=2)
    ProfileRowFactory(organisation=organisation, voice="ours", words="Our guess", level=3)
    ProfileAnswerFactory(organisation=organisation, topic="support", text="Child care")
    ProfileAnswerFactory(organisation=organisation, topic="capacity", text="", choice="S")
    VerificationFactory(organisation=organisation)
    BenefitFactory(organisation=organisation, overdue=True)
    BenefitFactory(organisation=organisation, kind="funding", doubted=True)
    BenefitFactory(organisation=organisation, kind="data", withdrawn=True)
    TieFactory(first=organisation)
    ServiceFactory(organisation=organisation, open=True)
    ServiceFactory(organisation=organisation, full=True)
    spoken(organisation, days=70)


def spoken(organisation: Organisation, *, days: int) -> None:
    TouchpointFactory(organisation=organisation, on=timezone.localdate() - timedelta(days=days))


def test_page_says_what_they_give_need_and_gain(coordinator, organisation):
    tell(organisation)
    told = words(coordinator, organisation)
    assert "They can give Cooking Outreach to people Waiting capacity S" in told
    assert "They need Child care" in told
    assert "Being seen and Money or a grant: 1 of 2 delivered, one late, one in doubt" in told
    assert "Works with one organisation" in told
    assert "Runs 2 services, 1 open, 1 full, paused or with a waiting list" in told


def test_each_line_opens_what_is_behind_it(coordinator, organisation):
    tell(organisation)
    page = coordinator.get(reverse("partners:detail", args=[coordinator.slug, organisation.pk]))
    for name in ("talks_of", "depth", "value", "services_of", "ties"):
        link = reverse(f"partners:{name}", args=[coordinator.slug, organisation.pk])
        assert page.content.decode().count(f'href="{link}"') >= 2  # once as a page about them


def test_of_whom_nothing_is_known_one_is_invited_to_ask(coordinator, organisation):
    told = words(coordinator, organisation)
    assert "Last talk None logged yet" in told
    assert told.count("Nobody has asked yet. Ask them") == 2
    viewer = MembershipFactory(coalition=organisation.coalition, role=Role.VIEWER)
    told = words(MemberClient.of(viewer), organisation)
    assert [line for line in ("They can give", "They need", "They gain") if line in told] == []


@pytest.mark.parametrize(("days", "is_too_long"), [(60, False), (61, True)])
def test_page_says_when_nobody_spoke_with_them_for_too_long(
    coordinator, organisation, days, is_too_long
):
    spoken(organisation, days=days)
    told = words(coordinator, organisation)
    assert (f"{days} days ago. Active: at most 60 days" in told) == is_too_long


def test_letter_from_us_is_no_last_talk(coordinator, organisation):
    spoken(organisation, days=90)
    spoken(organisation, days=70)
    TouchpointFactory(organisation=organisation, on=timezone.localdate(), direction="from_us")
    assert "70 days ago" in words(coordinator, organisation)


def test_tie_that_is_over_and_a_second_one_to_the_same_do_not_count(coordinator, organisation):
    other = TieFactory(first=organisation).second
    TieFactory(first=other, second=organisation)
    TieFactory(first=organisation, until_on=timezone.localdate() - timedelta(days=1))
    assert "Works with one organisation" in words(coordinator, organisation)


def test_of_a_prospect_the_stage_is_told(coordinator):
    prospect = OrganisationFactory(coalition=coordinator.membership.coalition, prospect=True)
    PipelinePlanFactory(organisation=prospect, invite_by=timezone.localdate())
    told = words(coordinator, prospect)
    assert "Stage Prospect since " in told


def test_viewer_is_not_told_when_they_last_spoke(member, organisation):
    tell(organisation)
    told = words(member(Role.VIEWER, coalition=organisation.coalition), organisation)
    assert "Last talk" not in told
    assert "They need Child care" in told


def test_partner_sees_their_own_words_and_gain_but_no_ties(organisation):
    tell(organisation)
    membership = MembershipFactory(coalition=organisation.coalition, role=Role.PARTNER)
    RepresentationFactory(organisation=organisation, membership=membership)
    told = words(MemberClient.of(membership), organisation)
    assert "They can give Cooking" in told
    assert "1 of 2 delivered" in told
    assert "Works with" not in told
    assert "Last talk" not in told
