"""The register of all services, where two do the same, where nobody does, and the downloads."""

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
    OrganisationFactory,
    ServiceFactory,
    ServiceFunderFactory,
    ServiceLocationFactory,
    ServiceTermFactory,
    TermFactory,
)

pytestmark = pytest.mark.django_db


class Town:
    """Two kinds, two areas, three partners."""

    def __init__(self, coalition):
        self.coalition = coalition
        self.food, self.legal = (
            TermFactory(coalition=coalition, vocabulary="service", name=name, position=place)
            for place, name in enumerate(("Food", "Legal"))
        )
        self.north, self.south = (
            TermFactory(coalition=coalition, vocabulary="area", name=name, position=place)
            for place, name in enumerate(("North End", "South End"))
        )

    def service(self, partner, name, *, kind=None, area=None, **told):
        organisation = partner if not isinstance(partner, str) else self.partner(partner)
        service = ServiceFactory(organisation=organisation, name=name, **told)
        if kind:
            ServiceTermFactory(service=service, term=kind)
        if area:
            ServiceLocationFactory(service=service, area=area, street="")
        return service

    def partner(self, name):
        return OrganisationFactory(coalition=self.coalition, name=name)


@pytest.fixture
def town(coordinator):
    return Town(coordinator.membership.coalition)


def page(client, name="services", query=""):
    return client.get(reverse(f"partners:{name}", args=[client.slug]) + query)


def listed(answer):
    return [service.name for service in answer.context["register"].page]


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
    assert {name: asked(name) for name in names} == before
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


def test_partner_does_not_see_the_register_of_all(member, town):
    client = member(Role.PARTNER, coalition=town.coalition)
    for name in ("services", "services_overlap", "services_missing"):
        assert page(client, name).status_code == 403


# ---------------------------------------------------------------- where two do the same


def overlap(client, query=""):
    return page(client, "services_overlap", query).context["overlap"]


def test_same_kind_in_the_same_area_by_two_is_seen(coordinator, town):
    town.service("Elm", "Pantry", kind=town.food, area=town.north, open=True)
    town.service("Oak", "Soup kitchen", kind=town.food, area=town.north, full=True)
    town.service("Fir", "Boxes", kind=town.food, area=town.south)
    (one,) = overlap(coordinator).shared
    assert (one.kind, one.area, one.names) == ("Food", "North End", ["Elm", "Oak"])
    assert (one.spot.open, one.spot.is_closed) == (1, False)


def test_two_services_of_one_partner_are_no_overlap(coordinator, town):
    elm = town.partner("Elm")
    town.service(elm, "Pantry", kind=town.food, area=town.north)
    town.service(elm, "Soup kitchen", kind=town.food, area=town.north)
    assert overlap(coordinator).shared == []


def test_spot_opens_into_its_rows(coordinator, town):
    town.service("Elm", "Pantry", kind=town.food, area=town.north)
    town.service("Oak", "Soup kitchen", kind=town.food, area=town.north)
    town.service("Fir", "Advice", kind=town.legal, area=town.north)
    address = f"?kind={town.food.pk}&amp;area={town.north.pk}"
    assert address in page(coordinator, "services_overlap").text
    assert listed(page(coordinator, query=address.replace("&amp;", "&"))) == [
        "Pantry",
        "Soup kitchen",
    ]


def test_same_funder_of_two_is_seen_however_it_is_spelt(coordinator, town):
    fund = town.partner("Harbor Fund")
    for partner, spelling in (("Elm", "City Fund"), ("Oak", "CITY fund"), ("Fir", "Other")):
        service = town.service(partner, "Pantry")
        ServiceFunderFactory(service=service, name=spelling)
        if partner != "Elm":
            ServiceFunderFactory(service=service, name="", funder=fund)
    found = {one.name: (one.key, one.partners) for one in overlap(coordinator).funders}
    assert found == {
        "City Fund": ("city fund", ["Elm", "Oak"]),
        "Harbor Fund": (f"#{fund.pk}", ["Fir", "Oak"]),
    }
    assert listed(page(coordinator, query=f"?funder=%23{fund.pk}")) == ["Pantry", "Pantry"]


def test_what_a_partner_pays_itself_makes_it_nobodys_rival(coordinator, town):
    fund = town.partner("Harbor Fund")
    for partner in (fund, town.partner("Elm")):
        ServiceFunderFactory(service=town.service(partner, "Pantry"), name="", funder=fund)
    assert overlap(coordinator).funders == []


def test_pair_shares_spots_and_money(coordinator, town):
    for partner in ("Elm", "Oak"):
        service = town.service(partner, "Pantry", kind=town.food, area=town.north)
        ServiceFunderFactory(service=service, name="City Fund")
    town.service("Fir", "Boxes", kind=town.food, area=town.north)
    (pair,) = overlap(coordinator).pairs
    assert pair.names == ("Elm", "Oak")
    assert (pair.spots, pair.funders) == (["Food · North End"], ["City Fund"])


def test_where_a_crowd_does_the_same_no_pair_is_named(coordinator, town):
    for number in range(13):
        partner = town.partner(f"Partner {number:02}")
        for area in (town.north, town.south):
            town.service(partner, f"Pantry {area.pk}", kind=town.food, area=area)
    found = overlap(coordinator)
    assert [len(one.spot.partners) for one in found.shared] == [13, 13]
    assert found.pairs == []


def test_overlap_says_how_many_services_it_cannot_see(coordinator, town):
    town.service("Elm", "Pantry", kind=town.food)
    town.service("Oak", "Bare")
    answer = page(coordinator, "services_overlap")
    assert "Of 2 services" in answer.text
    assert "1 names no kind" in answer.text
    assert "2 name no area" in answer.text


# ---------------------------------------------------------------- where nobody does


def test_every_kind_in_every_area_is_nobody_one_or_several(coordinator, town):
    town.service("Elm", "Pantry", kind=town.food, area=town.north)
    town.service("Oak", "Soup", kind=town.food, area=town.north)
    town.service("Fir", "Boxes", kind=town.food, area=town.south, full=True)
    answer = page(coordinator, "services_missing")
    coverage = answer.context["coverage"]
    told = {row.name: [square.partners for square in row.squares] for row in coverage.rows}
    assert (coverage.area_names, told) == (
        ["North End", "South End"],
        {"Food": [2, 1], "Legal": [0, 0]},
    )
    assert (coverage.nobody, coverage.single, coverage.closed) == (2, 1, 1)
    assert "Nobody in 2 of 4 places" in answer.text


def test_filter_by_kind_narrows_the_table(coordinator, town):
    answer = page(coordinator, "services_missing", f"?kind={town.legal.pk}")
    assert [row.name for row in answer.context["coverage"].rows] == ["Legal"]
    assert answer.context["coverage"].nobody == 2


def test_without_kinds_and_areas_the_page_is_a_beginning(coordinator):
    assert "Kinds and areas come first" in page(coordinator, "services_missing").text


def test_other_coalition_reaches_no_register(town):
    client = MemberClient.of(MembershipFactory(role=Role.COORDINATOR))
    assert client.get(reverse("partners:services", args=[town.coalition.slug])).status_code == 404
