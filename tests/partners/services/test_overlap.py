"""Where two do the same, and where nobody does."""

import pytest

from tests.factories import ServiceFunderFactory, TieFactory
from tests.partners.services.town import Town, listed, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(coordinator):
    return Town(coordinator.membership.coalition)


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
    assert (pair.spots, pair.funders, pair.ties) == (["Food · North End"], ["City Fund"], [])


def test_pair_that_works_together_is_told_so(coordinator, town):
    elm, oak = (town.partner(name) for name in ("Elm", "Oak"))
    for partner in (elm, oak):
        for area in (town.north, town.south):
            town.service(partner, f"Pantry {area.pk}", kind=town.food, area=area)
    TieFactory(first=oak, second=elm, relation__name="Referral")
    (pair,) = overlap(coordinator).pairs
    assert pair.ties == ["Referral"]


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
