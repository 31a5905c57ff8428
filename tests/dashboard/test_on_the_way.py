"""The home page tells who was to be invited by now, and who waits for an answer."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from tests.factories import (
    NominationFactory,
    OrganisationFactory,
    PipelinePlanFactory,
    PipelineStepFactory,
)

pytestmark = pytest.mark.django_db


def home(client) -> str:
    html = client.get(reverse("dashboard:home", args=[client.slug])).content.decode()
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def planned(client, name: str, *, days: int, **fields):
    organisation = OrganisationFactory(
        coalition=client.membership.coalition, name=name, kind="prospect", **fields
    )
    by = timezone.localdate() + timedelta(days=days)
    return PipelinePlanFactory(organisation=organisation, invite_by=by)


def test_late_invitation_is_an_errand_until_they_are_invited(coordinator):
    late = planned(coordinator, "Route 9 Drivers", days=-1)
    planned(coordinator, "Cedar Lane", days=1)
    page = home(coordinator)
    assert "On the way to us" in page
    assert f"Route 9 Drivers {late.inviter} wanted to have invited them by then." in page
    assert "Cedar Lane wanted" not in page
    PipelineStepFactory(organisation=late.organisation, stage="invited")
    assert "On the way to us" not in home(coordinator)


def test_retired_prospect_is_no_errand(coordinator):
    planned(coordinator, "Route 9 Drivers", days=-1, retired=True)
    assert "On the way to us" not in home(coordinator)


def test_suggestion_waits_on_the_home_page_of_who_answers(coordinator, member):
    OrganisationFactory(coalition=coordinator.membership.coalition)
    made = NominationFactory(coalition=coordinator.membership.coalition)
    NominationFactory()
    page = home(coordinator)
    assert f"{made.name} {made.suggested_by} suggests them, and waits for an answer." in page
    viewer = member(Role.VIEWER, coalition=coordinator.membership.coalition)
    assert made.name not in home(viewer)


def test_partner_finds_the_form_at_home(member):
    client = member(Role.PARTNER)
    html = client.get(reverse("dashboard:home", args=[client.slug])).content.decode()
    assert f'href="{reverse("partners:suggest", args=[client.slug])}"' in html
