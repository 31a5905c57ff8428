"""What the home page asks of who is missing at the table."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from common.database.counting import Number
from partners.models import CompositionReport, Gap
from tests.factories import (
    NOW,
    CompositionReportFactory,
    GapFactory,
    OrganisationFactory,
)


def home(client) -> str:
    OrganisationFactory(coalition=client.membership.coalition)
    return client.get(reverse("dashboard:home", args=[client.slug])).content.decode()


def planned(client, sector: str = "Media", **fields) -> Gap:
    coalition, told = client.membership.coalition, {"ask_by": timezone.localdate(), **fields}
    return GapFactory(needed__coalition=coalition, needed__sector__name=sector, **told)


def test_plan_with_a_day_is_an_errand_that_leads_to_it(coordinator):
    gap = planned(coordinator)
    page = home(coordinator)
    assert "Missing at the table" in page
    assert gap.needed.get_absolute_url() in page
    assert "Media" in page


def test_plans_that_are_not_shown_are_counted_all_the_same(coordinator):
    for day in range(5):
        planned(coordinator, f"Kind {day}", ask_by=timezone.localdate() + timedelta(days=day))
    read(coordinator, due_in=-1)
    OrganisationFactory(coalition=coordinator.membership.coalition)
    answer = coordinator.get(reverse("dashboard:home", args=[coordinator.slug]))
    (group,) = [
        each for each in answer.context["today"].groups if each.title == "Missing at the table"
    ]
    assert (len(group.errands), group.number) == (4, Number(6))


@pytest.mark.parametrize(
    "fields",
    [
        {"ask_by": None},
        {"state": "filled", "closed_on": NOW.date()},
        {"state": "accepted", "closed_on": NOW.date(), "reason": "In spring"},
    ],
)
def test_plan_without_a_day_or_settled_is_no_errand(coordinator, fields):
    read(coordinator, due_in=30)
    planned(coordinator, **fields)
    assert "Missing at the table" not in home(coordinator)


def read(client, *, due_in: int, year: int = 2025) -> None:
    CompositionReportFactory(
        coalition=client.membership.coalition,
        year=year,
        read_on=timezone.localdate() - timedelta(days=100),
        next_review_on=timezone.localdate() + timedelta(days=due_in),
    )


def test_next_reading_is_an_errand_once_it_is_due(coordinator):
    read(coordinator, due_in=1)
    assert "Read together who is at the table" not in home(coordinator)
    CompositionReport.objects.all().delete()
    read(coordinator, due_in=-3)
    assert "Read together who is at the table" in home(coordinator)


def test_only_the_latest_reading_says_when_the_next_is_due(coordinator):
    read(coordinator, due_in=-3, year=2024)
    read(coordinator, due_in=30, year=2025)
    assert "Read together who is at the table" not in home(coordinator)


def test_who_may_not_plan_is_not_asked(member):
    client = member(Role.VIEWER)
    planned(client)
    assert "Missing at the table" not in home(client)
