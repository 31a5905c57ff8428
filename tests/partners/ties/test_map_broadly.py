"""The map by broad sectors: which part is drawn, and what its marks tell apart."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.factories import ClassificationFactory, OrganisationFactory, TermFactory

pytestmark = pytest.mark.django_db


def carrying(coalition, name: str, *terms):
    made = OrganisationFactory(coalition=coalition, name=name)
    for term in terms:
        ClassificationFactory(organisation=made, term=term)


@pytest.fixture
def town(coordinator):
    coalition = coordinator.membership.coalition

    def sector(position: int, name: str, broad: str = ""):
        where = {"coalition": coalition, "position": position}
        return TermFactory(name=name, broad_sector=broad, **where)

    housing = sector(1, "Housing")
    council, transit = sector(2, "Council", "government"), sector(3, "Transit", "government")
    clinics = sector(4, "Clinics", "health")
    carrying(coalition, "City Hall", council)
    carrying(coalition, "Buses", transit)
    carrying(coalition, "Homes Office", housing, council)
    carrying(coalition, "Clinic", clinics)
    carrying(coalition, "Landlords", housing)
    return coordinator


def page(client, query=""):
    return client.get(reverse("partners:network", args=[client.slug]) + query)


def drawn(client, query=""):
    """Colour and shape of each."""
    answer = client.get(reverse("partners:network_picture", args=[client.slug]) + query)
    series = answer.json()["series"][0]
    return {one["name"]: (one["itemStyle"]["color"], one["symbol"]) for one in series["data"]}


def legend(answer):
    return [mark.label for mark in answer.context["map"].legend]


def test_filter_leaves_those_of_the_broad_sector_in_page_and_picture(town):
    names = {row.name for row in page(town, "?broad=government").context["map"].page}
    assert names == {"City Hall", "Buses", "Homes Office"}
    assert set(drawn(town, "?broad=government")) == names
    assert set(drawn(town, "?broad=government&broad=health")) == names | {"Clinic"}
    assert set(drawn(town, "?broad=nonsense")) == set(drawn(town))


def test_marks_tell_sectors_apart_unless_broad_sectors_are_asked_for(town):
    assert legend(page(town)) == ["Housing", "Council", "Transit", "Clinics"]
    marks = drawn(town)
    assert marks["City Hall"] != marks["Buses"]
    answer = page(town, "?colour=broad")
    assert legend(answer) == ["Government", "Health care", "No broad sector"]
    marks = drawn(town, "?colour=broad")
    assert marks["City Hall"] == marks["Buses"] == marks["Homes Office"]
    assert len({marks[name] for name in ("City Hall", "Clinic", "Landlords")}) == 3
    told = {row.name: row.mark.label for row in answer.context["map"].page}
    assert (told["Homes Office"], told["Landlords"]) == ("Government", "No broad sector")


def test_filters_change_nobodys_mark(town):
    everybody, few = drawn(town, "?colour=broad"), drawn(town, "?colour=broad&broad=health")
    assert few == {"Clinic": everybody["Clinic"]}


def test_page_leads_from_one_to_the_other_and_its_filters_keep_it(town):
    assert 'href="?broad=health&amp;colour=broad"' in page(town, "?broad=health").text
    answer = page(town, "?broad=health&colour=broad")
    assert 'href="?broad=health&amp;"' in answer.text
    assert '<input type="hidden" name="colour" value="broad">' in answer.text
    assert "colour=broad" in answer.context["picture_url"]


def test_coalition_without_broad_sectors_is_offered_nothing_of_them(coordinator):
    carrying(coordinator.membership.coalition, "Elm")
    answer = page(coordinator)
    assert "broad" not in [each.name for each in answer.context["map"].filters]
    assert "colour=broad" not in answer.text


def test_map_takes_the_same_queries_for_1_and_3(coordinator):
    coalition = coordinator.membership.coalition
    taken = []
    for names in (["Ash"], ["Elm", "Oak"]):
        for name in names:
            carrying(coalition, name, TermFactory(coalition=coalition, broad_sector="private"))
        with CaptureQueriesContext(connection) as queries:
            page(coordinator, "?colour=broad&broad=private")
        taken.append(len(queries))
    assert taken[0] == taken[1]
