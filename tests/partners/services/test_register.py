"""The register of all services, and its downloads."""

import csv
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.permissions import Role
from tests.conftest import MemberClient
from tests.factories import (
    TODAY,
    CoalitionFactory,
    MembershipFactory,
    ServiceFactory,
    ServiceFunderFactory,
    ServiceLocationFactory,
    ServiceTermFactory,
    TermFactory,
)
from tests.partners.services.town import Town, listed, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(coordinator):
    return Town(coordinator.membership.coalition)


def test_register_lists_by_partner_and_counts_who_takes_people(coordinator, town):
    town.service("Oak", "Dental", open=True)
    town.service("Elm", "Pantry", full=True)
    answer = page(coordinator)
    assert listed(answer) == ["Pantry", "Dental"]
    assert "1 of 2 services take people now" in answer.text
    assert "Full: 1." in answer.text


def test_register_leaves_out_what_is_over_and_who_retired(coordinator, town):
    town.service("Elm", "Pantry")
    town.service("Oak", "Over", until_on=TODAY.replace(year=2020))
    gone = town.partner("Gone")
    town.service(gone, "Of a retired one")
    gone.retired_on, gone.retired_reason = TODAY, "Closed"
    gone.save()
    assert listed(page(coordinator)) == ["Pantry"]


def test_register_is_of_one_coalition(coordinator, town):
    ServiceFactory(organisation__coalition=CoalitionFactory())
    assert listed(page(coordinator)) == []


def filters(town):
    people = TermFactory(coalition=town.coalition, vocabulary="population")
    pantry = town.service("Elm", "Pantry", kind=town.food, area=town.north, full=True)
    ServiceTermFactory(service=pantry, term=people)
    ServiceFunderFactory(service=pantry, name="City Fund")
    town.service("Oak", "Advice", kind=town.legal, area=town.south, open=True)
    town.service("Fir", "Bare")
    return {
        f"kind={town.food.pk}": ["Pantry"],
        f"kind={town.food.pk}&kind=none": ["Pantry", "Bare"],
        f"area={town.south.pk}": ["Advice"],
        "area=none": ["Bare"],
        f"population={people.pk}": ["Pantry"],
        "state=full": ["Pantry"],
        "state=full&state=open": ["Pantry", "Advice"],
        "state=unsaid": ["Bare"],
        "funder=city+fund": ["Pantry"],
        f"partner={pantry.organisation_id}": ["Pantry"],
        "q=pántry": ["Pantry"],
        "q=oak": ["Advice"],
        "q=nowhere": [],
        "kind=abc&state=brimming": ["Pantry", "Bare", "Advice"],
        "sort=service": ["Advice", "Bare", "Pantry"],
    }


def test_register_answers_every_filter(coordinator, town):
    for query, names in filters(town).items():
        assert listed(page(coordinator, query=f"?{query}")) == names, query


def test_what_was_said_long_ago_can_be_asked_for(coordinator, town):
    town.service("Elm", "Old word", open=True, capacity_on=TODAY.replace(year=2020))
    town.service("Oak", "No word")
    assert listed(page(coordinator, query="?state=stale")) == ["Old word"]


def test_register_takes_the_same_queries_for_one_and_for_many(coordinator, town):
    def asked(name):
        page(coordinator, name)
        with CaptureQueriesContext(connection) as queries:
            page(coordinator, name)
        return len(queries)

    def more(number):
        service = town.service(f"Partner {number}", "Pantry", kind=town.food, area=town.north)
        ServiceFunderFactory(service=service, name="City Fund")

    more(0)
    more(1)
    names = ("services", "services_overlap", "services_missing")
    before = {name: asked(name) for name in names}
    for number in range(2, 30):
        more(number)
    # One question fewer where a crowd does the same: of no pair are its ties asked.
    assert {name: asked(name) for name in names} == before | {"services_overlap": 8}
    assert max(before.values()) <= 12


def test_download_tells_a_row_for_each_place(coordinator, town):
    pantry = town.service("Elm", "Pantry", kind=town.food, area=town.north, open=True)
    ServiceLocationFactory(service=pantry, street="4 Elm St", area=town.south)
    answer = page(coordinator, "services_export", "?format=csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    headings, *rows = csv.reader(StringIO(text))
    assert headings[:3] == ["Organization", "Service", "Kind of service"]
    assert [row[:3] for row in rows] == [["Elm", "Pantry", "Food"]] * 2
    assert [row[headings.index("Street")] for row in rows] == ["", "4 Elm St"]


def test_download_follows_the_filters_of_the_page(coordinator, town):
    filters(town)
    answer = page(coordinator, "services_export", "?format=csv&state=open")
    text = b"".join(answer.streaming_content).decode()
    assert "Advice" in text
    assert "Pantry" not in text


def test_partner_and_viewer_download_nothing(member, town):
    for role in (Role.PARTNER, Role.VIEWER):
        client = member(role, coalition=town.coalition)
        assert page(client, "services_export").status_code == 403


def test_partner_does_not_see_overlap_and_what_is_missing(member, town):
    client = member(Role.PARTNER, coalition=town.coalition)
    for name in ("services_overlap", "services_missing"):
        assert page(client, name).status_code == 403


def test_other_coalition_reaches_no_register(town):
    client = MemberClient.of(MembershipFactory(role=Role.COORDINATOR))
    assert client.get(reverse("partners:services", args=[town.coalition.slug])).status_code == 404
