"""What the steering committee finds on its home page: what moved, who is quiet, who is missing."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from common.database.counting import Number
from tests.factories import (
    CompositionReportFactory,
    GapFactory,
    IncidentFactory,
    OrganisationFactory,
    TouchpointFactory,
)


def home(client):
    return client.get(reverse("dashboard:home", args=[client.slug]))


@pytest.fixture
def steering(member):
    return member(Role.STEERING)


def ago(days):
    return timezone.localdate() - timedelta(days=days)


def partner(client, **fields):
    return OrganisationFactory(coalition=client.membership.coalition, **fields)


def prospect(client, **fields):
    return partner(client, kind="prospect", **fields)


def stand(client):
    return home(client).context["stand"]


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.VIEWER])
def test_only_who_reviews_and_decides_sees_it(member, role):
    answer = home(member(role))
    assert answer.context["stand"] is None
    assert "Where we stand" not in answer.text


def test_who_joined_and_who_left_lately_is_told_with_day_and_page(steering):
    came = partner(steering, name="Cedar Clinic", since_on=ago(10))
    went = partner(
        steering, name="Elm School", since_on=ago(900), retired_on=ago(5), retired_reason="Closed"
    )
    partner(steering, name="Old Friends", since_on=ago(92))
    partner(
        steering, name="Long Gone", since_on=ago(900), retired_on=ago(92), retired_reason="Closed"
    )
    prospect(steering, name="Not Here Yet", since_on=ago(3))
    found = stand(steering)
    assert [(one.pk, one.on) for one in found.joined.shown] == [(came.pk, ago(10))]
    assert [(one.pk, one.on) for one in found.left.shown] == [(went.pk, ago(5))]
    page = home(steering).text
    assert reverse("partners:detail", args=[steering.slug, came.pk]) in page
    assert reverse("partners:detail", args=[steering.slug, went.pk]) in page


def test_the_latest_are_named_and_the_others_counted(steering):
    for days in range(1, 6):
        partner(steering, name=f"Partner {days}", since_on=ago(days))
    found = stand(steering).joined
    assert [one.name for one in found.shown] == ["Partner 1", "Partner 2", "Partner 3"]
    assert found.more.least == 2
    assert "2 more" in home(steering).text


def test_prospects_are_counted_at_their_stage(steering):
    for name in ("One", "Two"):
        prospect(steering, name=name)
    prospect(steering, name="Gone", retired_on=ago(1), retired_reason="Not now")
    (found,) = stand(steering).on_the_way
    assert (found.stage, found.number) == ("prospect", Number(2))
    listed = reverse("partners:pipeline_table", args=[steering.slug])
    assert f"{listed}?stage=prospect" in home(steering).text


def test_who_is_quiet_and_who_is_to_be_asked_open_their_pages(steering):
    quiet = partner(steering, name="Silent Night")
    TouchpointFactory(organisation=quiet, on=ago(800))
    coalition = steering.membership.coalition
    plan = GapFactory(needed__coalition=coalition, ask_by=timezone.localdate())
    page = home(steering).text
    assert reverse("partners:talks_of", args=[steering.slug, quiet.pk]) in page
    assert reverse("partners:gap", args=[steering.slug, plan.needed_id]) in page


def test_a_reading_tells_its_day_and_none_is_said_to_be_none(steering):
    partner(steering)
    assert "Nobody has read it together yet." in home(steering).text
    CompositionReportFactory(coalition=steering.membership.coalition, read_on=ago(40))
    assert stand(steering).read_on == ago(40)
    assert "Read together on" in home(steering).text


def test_open_incidents_are_counted_and_closed_ones_are_not(steering):
    ours = partner(steering)
    IncidentFactory(organisation=ours)
    IncidentFactory(organisation=ours, closed=True)
    assert stand(steering).incidents.least == 1


def test_nothing_of_another_coalition_is_told(steering):
    OrganisationFactory(name="Strangers", since_on=ago(1))
    TouchpointFactory(on=ago(800))
    IncidentFactory()
    found = stand(steering)
    assert (found.joined.shown, found.quiet, found.incidents.least) == ([], [], 0)


def test_as_many_queries_for_many_as_for_one(steering, django_assert_num_queries):
    def populate(number):
        for _each in range(number):
            one = partner(steering, since_on=ago(2))
            TouchpointFactory(organisation=one, on=ago(800))
            IncidentFactory(organisation=one)
            prospect(steering)

    populate(1)
    home(steering)
    with django_assert_num_queries(12):
        home(steering)
    populate(3)
    with django_assert_num_queries(12):
        home(steering)
