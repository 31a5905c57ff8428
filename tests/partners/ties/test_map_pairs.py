"""The table of the lines names who is tied to whom, in which way and how closely, as the picture draws."""

import re
from html import unescape

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from tests.factories import OrganisationFactory, RelationFactory, TieFactory

pytestmark = pytest.mark.django_db
# A cell of a table: <td class="num">2.0</td>
CELLS = re.compile(r"<t[hd][^>]*>(.*?)</t[hd]>", re.DOTALL)


@pytest.fixture
def path(coordinator):
    """Ash – Elm – Oak – Yew: a path."""
    coalition = coordinator.membership.coalition
    made = {
        name: OrganisationFactory(coalition=coalition, name=name)
        for name in ("Ash", "Elm", "Oak", "Yew")
    }
    contact = RelationFactory(coalition=coalition, name="Contact", position=1)
    for one, other, level in (("Ash", "Elm", 2), ("Oak", "Elm", None), ("Yew", "Oak", 5)):
        TieFactory(first=made[one], second=made[other], relation=contact, level_ours=level)
    return made


def page(client, **asked):
    return client.get(reverse("partners:network", args=[client.slug]), asked)


def rows(client, **asked) -> list[tuple[str, ...]]:
    """As they are read, cell by cell."""
    _before, _found, table = page(client, **asked).text.partition('id="network-pairs"')
    told = CELLS.findall(table.partition("<tbody>")[2].partition("</tbody>")[0])
    cells = [unescape(strip_tags(cell)).strip() for cell in told]
    return list(zip(*[iter(cells)] * 4, strict=True))


def lines(client, **asked) -> set[frozenset[str]]:
    answer = client.get(reverse("partners:network_picture", args=[client.slug]), asked)
    series = answer.json()["series"][0]
    names = {node["id"]: node["name"] for node in series["data"]}
    return {frozenset((names[one["source"]], names[one["target"]])) for one in series["links"]}


def test_every_line_of_the_picture_is_a_row_with_kind_and_level(coordinator, path):
    assert rows(coordinator) == [
        ("Ash", "Elm", "Contact", "2.0"),
        ("Elm", "Oak", "Contact", "–"),
        ("Oak", "Yew", "Contact", "5.0"),
    ]
    assert {frozenset(row[:2]) for row in rows(coordinator)} == lines(coordinator)


def test_pair_that_is_tied_in_two_ways_is_one_row_that_names_both(coordinator, path):
    funding = RelationFactory(coalition=path["Ash"].coalition, name="Funding", position=2)
    TieFactory(first=path["Elm"], second=path["Ash"], relation=funding, level_ours=4)
    assert rows(coordinator)[0] == ("Ash", "Elm", "Contact (2.0), Funding (4.0)", "4.0")
    assert len(rows(coordinator)) == 3
    assert rows(coordinator, relation=str(funding.pk)) == [("Ash", "Elm", "Funding", "4.0")]


def test_filter_narrows_rows_and_lines_alike(coordinator, path):
    asked = {"level": "3"}
    assert rows(coordinator, **asked) == [("Oak", "Yew", "Contact", "5.0")]
    assert {frozenset(row[:2]) for row in rows(coordinator, **asked)} == lines(coordinator, **asked)


def test_network_without_a_line_has_no_such_table(coordinator):
    OrganisationFactory(coalition=coordinator.membership.coalition)
    assert rows(coordinator) == []


def test_rows_have_pages_of_their_own(coordinator, path, monkeypatch):
    monkeypatch.setattr("partners.reports.network.page.A_PAGE", 2)
    assert [row[:2] for row in rows(coordinator, pairs="2")] == [("Oak", "Yew")]
    first = page(coordinator, level="0")
    assert 'href="?level=0&amp;pairs=2" rel="next"' in first.text
    assert 'href="?level=0&amp;page=2" rel="next"' in first.text
