"""The map: picture and table of the same network, narrowed by the address, for whoever may see it."""

import json
import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from partners.models import Organisation, Vocabulary
from partners.reports.network.marks import marks_of
from tests.factories import (
    ClassificationFactory,
    OrganisationFactory,
    RelationFactory,
    TermFactory,
    TieFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def star(coordinator):
    """Hub is tied to Ash, Elm and Oak; Yew is tied to nobody."""
    coalition = coordinator.membership.coalition
    names = ("Hub", "Ash", "Elm", "Oak", "Yew")
    made = {name: OrganisationFactory(coalition=coalition, name=name) for name in names}
    relation = RelationFactory(coalition=coalition, name="Contact")
    for name, level in (("Ash", 1), ("Elm", 3), ("Oak", None)):
        TieFactory(first=made["Hub"], second=made[name], relation=relation, level_ours=level)
    return made


def page(client, **asked):
    return client.get(reverse("partners:network", args=[client.slug]), asked)


def picture(client, **asked):
    answer = client.get(reverse("partners:network_picture", args=[client.slug]), asked)
    return answer.json()["series"][0]


def rows(answer):
    return {row.name: row.place.degree for row in answer.context["map"].page}


def drawn(series):
    return {node["name"]: node["value"] for node in series["data"]}


def lines(series):
    names = {node["id"]: node["name"] for node in series["data"]}
    return {frozenset((names[one["source"]], names[one["target"]])) for one in series["links"]}


def test_picture_and_table_tell_the_same(coordinator, star):
    answer, series = page(coordinator), picture(coordinator)
    assert rows(answer) == drawn(series) == {"Hub": 3, "Ash": 1, "Elm": 1, "Oak": 1, "Yew": 0}
    assert lines(series) == {frozenset(("Hub", name)) for name in ("Ash", "Elm", "Oak")}
    assert "3 tied pairs among 5 organisations." in answer.text
    assert "One has no tie." in answer.text
    sizes = {node["name"]: node["symbolSize"] for node in series["data"]}
    assert sizes["Hub"] > sizes["Ash"] > sizes["Yew"]


def test_tables_go_on_after_fifty_rows_and_reach_everybody(coordinator, star):
    more = OrganisationFactory.create_batch(55, coalition=star["Hub"].coalition)
    for other in more:
        TieFactory(first=star["Yew"], second=other)
    first, second = (rows(page(coordinator, page=n)) for n in "12")
    assert (len(first), len(second)) == (50, 10)
    assert first | second == drawn(picture(coordinator))
    pairs = [page(coordinator, pairs=n) for n in ("", "2")]
    assert [len(one.context["map"].pairs) for one in pairs] == [50, 8]
    folded = [re.search(r"<details[^>]*other[^>]*>", one.text)[0] for one in pairs]
    assert [" open" in one for one in folded] == [False, True]


def test_density_says_what_it_is_a_share_of(coordinator, star):
    told = page(coordinator).text
    assert "30 % of the 10 possible ties are there (density)." in told
    assert "told their side" not in told


def test_who_has_not_told_their_side_leaves_pairs_out_unless_we_tell_too(coordinator, star):
    relation = RelationFactory(coalition=star["Hub"].coalition, name="Referrals")
    for name, level in (("Ash", 2), ("Elm", 0)):
        TieFactory(first=star["Hub"], second=star[name], relation=relation, level_first=level)
    told = page(coordinator, relation=str(relation.pk)).text
    assert "25 % of the 4 possible ties of which a side has told are there (density)." in told
    assert "1 of 5 organisations has told their side." in told
    TieFactory(first=star["Oak"], second=star["Yew"], relation=relation, level_ours=2)
    told = page(coordinator, relation=str(relation.pk)).text
    assert "20 % of the 10 possible ties are there (density)." in told
    assert "1 of 5 organisations has told their side." in told
    assert "so the density is of all pairs" in told


def test_mark_leads_to_its_partner(coordinator, star):
    urls = {node["name"]: node["url"] for node in picture(coordinator)["data"]}
    assert urls["Elm"] == star["Elm"].get_absolute_url()


def test_least_level_leaves_out_what_is_lower_or_unknown(coordinator, star):
    assert lines(picture(coordinator, level="2")) == {frozenset(("Hub", "Elm"))}
    assert rows(page(coordinator, level="2"))["Hub"] == 1


def test_relation_sector_area_and_tag_narrow_both(coordinator, star):
    coalition = star["Hub"].coalition
    funding = RelationFactory(coalition=coalition, name="Funding")
    TieFactory(first=star["Ash"], second=star["Elm"], relation=funding)
    asked = {"relation": str(funding.pk)}
    assert lines(picture(coordinator, **asked)) == {frozenset(("Ash", "Elm"))}
    for vocabulary in (Vocabulary.SECTOR, Vocabulary.AREA, Vocabulary.TAG):
        term = TermFactory(coalition=coalition, vocabulary=vocabulary)
        for name in ("Hub", "Ash"):
            ClassificationFactory(coalition=coalition, organisation=star[name], term=term)
        asked = {vocabulary.value: str(term.pk)}
        assert set(drawn(picture(coordinator, **asked))) == set(rows(page(coordinator, **asked)))
        assert lines(picture(coordinator, **asked)) == {frozenset(("Hub", "Ash"))}


@pytest.mark.parametrize(
    "asked", [{"level": "x"}, {"relation": "1;"}, {"sort": "?"}, {"page": "x"}]
)
def test_nonsense_in_the_address_is_left_out(coordinator, star, asked):
    assert len(rows(page(coordinator, **asked))) == 5


def test_ended_ties_and_level_0_draw_no_line_and_tied_prospects_stand_with_the_partners(
    coordinator, star
):
    coalition = star["Hub"].coalition
    relation = RelationFactory(coalition=coalition)
    over = timezone.localdate() - timedelta(days=1)
    TieFactory(first=star["Ash"], second=star["Elm"], relation=relation, until_on=over)
    TieFactory(first=star["Ash"], second=star["Oak"], relation=relation, level_first=0)
    prospect = {"coalition": coalition, "kind": Organisation.Kind.PROSPECT}
    TieFactory(first=OrganisationFactory(name="Fig", **prospect), second=star["Yew"])
    OrganisationFactory(name="Gum", **prospect)
    series = picture(coordinator)
    assert len(lines(series)) == 4
    assert "Fig" in drawn(series)
    assert "Gum" not in drawn(series)


def test_table_is_sorted_by_every_measure(coordinator, star):
    def first(sort):
        return next(row.name for row in page(coordinator, sort=sort).context["map"].page)

    assert [first(sort) for sort in ("name", "-name", "-ties", "-closeness", "-level")] == [
        "Ash",
        "Yew",
        "Hub",
        "Hub",
        "Elm",
    ]


def test_more_than_a_picture_bears_is_said_and_not_drawn(coordinator, star, monkeypatch):
    monkeypatch.setattr("partners.reports.network.network.network_of.__kwdefaults__", {"most": 4})
    assert "too many for one picture" in page(coordinator).text
    url = reverse("partners:network_picture", args=[coordinator.slug])
    assert coordinator.get(url).status_code == 422


def test_queries_are_as_many_for_three_as_for_sixty(coordinator, star):
    def count():
        with CaptureQueriesContext(connection) as captured:
            page(coordinator)
        return len(captured)

    few = count()
    for _each in range(55):
        TieFactory(first=star["Hub"], relation=RelationFactory(coalition=star["Hub"].coalition))
    assert count() == few <= 12


def test_viewer_sees_the_map_and_a_partner_does_not(coordinator, star, member):
    coalition = star["Hub"].coalition
    assert "Hub" in page(member(Role.VIEWER, coalition=coalition)).text
    partner = member(Role.PARTNER, coalition=coalition)
    assert page(partner).status_code == 403
    url = reverse("partners:network_picture", args=[partner.slug])
    assert partner.get(url).status_code == 403


def test_chart_is_loaded_by_the_map_alone(coordinator, star):
    assert "echarts.min.js" in page(coordinator).text
    url = reverse("partners:list", args=[coordinator.slug])
    assert "echarts" not in coordinator.get(url).text


def test_no_two_sectors_share_colour_and_shape():
    told = marks_of([(n, str(n)) for n in range(1, 31)], without="none")
    marks = [*told.by.values(), told.without]
    assert len({(mark.colour, mark.shape) for mark in marks}) == 31


def measured(slug, *args):
    out = StringIO()
    call_command("network_measures", slug, *args, stdout=out)
    return out.getvalue()


def test_command_tells_the_measures_in_words_and_as_json(coordinator, star):
    told = json.loads(measured(coordinator.slug, "--relation", "contact", "--json"))
    assert (told["nodes"], told["ties"], told["isolates"], told["brokers"]) == (5, 3, 1, ["Hub"])
    assert told["organisations"][0]["name"] == "Hub"
    assert "not enough data" in measured(coordinator.slug, "--min-level", "5")
    with pytest.raises(CommandError, match="There are: Contact"):
        measured(coordinator.slug, "--relation", "Kinship")
