"""An area may lie in a larger one: who serves the county serves its towns, and they are seen to overlap."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from common.refusal import Refusal
from partners import operations
from partners.models import Term
from partners.reports.areas import Areas
from tests.factories import TermFactory
from tests.partners.composition.table import at, needed, partner
from tests.partners.services.town import Town, listed, page

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(coordinator):
    """North End and South End lie in the county."""
    town = Town(coordinator.membership.coalition)
    town.county = TermFactory(coalition=town.coalition, vocabulary="area", name="County")
    for part in (town.north, town.south):
        operations.place_area(part, within=town.county, by=coordinator.membership.person)
    return town


def overlap(client, query=""):
    return page(client, "services_overlap", query).context["overlap"]


def test_service_for_the_county_and_one_for_a_town_in_it_overlap_in_the_town(coordinator, town):
    town.service("Elm", "Pantry", kind=town.food, area=town.county)
    town.service("Oak", "Soup kitchen", kind=town.food, area=town.north)
    (one,) = overlap(coordinator).shared
    assert (one.area, one.names) == ("North End", ["Elm", "Oak"])


def test_two_for_the_county_overlap_there_once_and_not_in_each_town(coordinator, town):
    for name in ("Elm", "Oak"):
        organisation = town.partner(name)
        town.service(organisation, "Pantry", kind=town.food, area=town.county)
        town.service(organisation, "Advice", kind=town.legal, area=town.county)
    found = overlap(coordinator)
    assert [one.area for one in found.shared] == ["County", "County"]
    assert [pair.spots for pair in found.pairs] == [["Food · County", "Legal · County"]]


def test_neighbouring_towns_do_not_overlap(coordinator, town):
    town.service("Elm", "Pantry", kind=town.food, area=town.north)
    town.service("Oak", "Pantry", kind=town.food, area=town.south)
    assert overlap(coordinator).shared == []


def test_register_of_a_town_names_what_serves_the_county(coordinator, town):
    town.service("Elm", "Pantry", kind=town.food, area=town.county)
    town.service("Oak", "Soup kitchen", kind=town.food, area=town.south)
    assert listed(page(coordinator, query=f"?area={town.north.pk}")) == ["Pantry"]
    everything = listed(page(coordinator, query=f"?area={town.county.pk}"))
    assert everything == ["Pantry", "Soup kitchen"]


def test_county_served_in_part_is_no_hole(coordinator, town):
    town.service("Oak", "Soup kitchen", kind=town.food, area=town.north)
    coverage = page(coordinator, "services_missing").context["coverage"]
    told = {
        (row.name, square.area_name): (square.partners, square.in_parts)
        for row in coverage.rows
        for square in row.squares
    }
    assert told["Food", "North End"] == (1, 0)
    assert told["Food", "County"] == (0, 1)
    assert told["Food", "South End"] == (0, 0)
    assert coverage.nobody == 4  # food in the south, legal help everywhere


def test_partner_of_a_town_stands_for_its_county_and_not_the_other_way(coordinator, town):
    partner(town.coalition, "Clinic", sector="Health", area="North End")
    partner(town.coalition, "Agency", sector="Health", area="County")
    answer = coordinator.get(at(coordinator, "composition") + "?rows=sector&columns=area")
    told = {cell.column.label: cell.count.nominal for cell in answer.context["page"].matrix.told}
    assert told == {"County": 2, "North End": 1}
    cell = coordinator.get(at(coordinator, "composition_cell") + "?area=County").context["cell"]
    assert [one.name for one in cell.active] == ["Agency", "Clinic"]
    assert sorted(name for axis, name in cell.list_query if axis == "area") == [
        "County",
        "North End",
        "South End",
    ]


def test_prospect_of_a_town_is_offered_for_a_gap_of_its_county(coordinator, town):
    partner(town.coalition, "Church", kind="prospect", area="South End")
    answer = coordinator.get(at(coordinator, "gap", needed(town.coalition, area="County").pk))
    (one,) = answer.context["found"].suggestions
    assert (one.organisation.name, one.stands_for, one.lacks) == ("Church", ["County"], [])


def test_area_is_placed_and_taken_out_on_the_page_of_lists(coordinator, town):
    lists = reverse("partners:lists", args=[coordinator.slug])
    assert "in County" in coordinator.get(lists).text
    edit = reverse("partners:term_rename", args=[coordinator.slug, town.north.pk])
    coordinator.post(edit, {"name": "North End", "within": ""})
    assert Areas.of(town.coalition.pk).within == {town.south.pk: town.county.pk}
    coordinator.post(edit, {"name": "North Side", "within": town.south.pk})
    town.north.refresh_from_db()
    assert (town.north.name, town.north.within_id) == ("North Side", town.south.pk)


def test_area_that_cannot_be_renamed_is_not_placed_either(coordinator, town):
    edit = reverse("partners:term_rename", args=[coordinator.slug, town.north.pk])
    answer = coordinator.post(edit, {"name": "south end", "within": town.south.pk}, follow=True)
    assert "is in this list already" in answer.text
    assert Areas.of(town.coalition.pk).within[town.north.pk] == town.county.pk


def test_area_in_itself_is_refused_in_words_and_by_the_database(coordinator, town):
    by = coordinator.membership.person
    with pytest.raises(Refusal, match="lies in"):
        operations.place_area(town.county, within=town.north, by=by)
    with pytest.raises(IntegrityError), transaction.atomic():
        Term.objects.filter(pk=town.county.pk).update(within=town.north)
        _settle()


def test_only_an_area_lies_in_another(coordinator, town):
    by = coordinator.membership.person
    with pytest.raises(Refusal):
        operations.place_area(town.food, within=town.county, by=by)
    with pytest.raises(IntegrityError), transaction.atomic():
        Term.objects.filter(pk=town.food.pk).update(within=town.county)
    with pytest.raises(IntegrityError), transaction.atomic():
        Term.objects.filter(pk=town.north.pk).update(within=town.food)
        _settle()


def _settle() -> None:
    """What the database checks at the end of a change, now."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
