"""The table by broad sectors: as a side of the matrix, as a cell, and as figures."""

import csv

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from partners.models import Term
from tests.partners.composition.table import at, needed, partner, term


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def table(coalition):
    """Two of the government, one of them not seen lately; the school board is of two broad sectors."""
    for name, broad in (
        ("Council", "government"),
        ("Transit", "government"),
        ("Schools", "academia"),
    ):
        one = term(coalition, "sector", name)
        Term.objects.filter(pk=one.pk).update(broad_sector=broad)
    partner(coalition, "City Hall", sector="Council,Transit", population="Renters")
    partner(coalition, "Buses", sector="Transit", population="Renters", is_active=False)
    partner(coalition, "School Board", sector="Council,Schools", population="Teenagers")
    partner(coalition, "Landlords", sector="Housing", population="Renters")


def page(client, query=""):
    answer = client.get(at(client, "composition") + query)
    assert answer.status_code == 200
    return answer.context["page"]


def counts(page):
    return {
        (cell.row.label, cell.column.label): (cell.count.nominal, cell.count.active)
        for cell in page.matrix.told
    }


def test_broad_sectors_are_rows_and_count_each_partner_once(coordinator, table):
    shown = page(coordinator, "?rows=broad&columns=population")
    assert counts(shown) == {
        ("Government", "Renters"): (2, 1),
        ("Government", "Teenagers"): (1, 1),
        ("Schools and academia", "Teenagers"): (1, 1),
        ("Not said", "Renters"): (1, 1),
    }
    assert [(row.entry.label, row.count.nominal) for row in shown.matrix.rows] == [
        ("Government", 3),
        ("Schools and academia", 1),
        ("Not said", 1),
    ]


def test_broad_sectors_are_columns_too(coordinator, table):
    shown = page(coordinator, "?rows=sector&columns=broad")
    assert counts(shown)["Council", "Schools and academia"] == (1, 1)
    assert counts(shown)["Housing", "Not said"] == (1, 1)


def test_cell_names_those_it_counts_and_opens_the_same_in_the_list(coordinator, table):
    shown = page(coordinator, "?rows=broad&columns=population")
    (cell,) = (
        one
        for one in shown.matrix.cells
        if (one.row.label, one.column.label) == ("Government", "Renters")
    )
    found = coordinator.get(cell.url).context["cell"]
    assert [one.name for one in found.active] == ["City Hall"]
    assert [one.name for one in found.unseen] == ["Buses"]
    assert found.list_query == [
        ("kind", "partner"),
        ("broad", "government"),
        ("population", "Renters"),
    ]


@pytest.mark.parametrize(("name", "found"), [("none", ["Landlords"]), ("private", []), ("x", [])])
def test_cell_of_whom_nothing_is_said_and_of_what_is_not_there(coordinator, table, name, found):
    cell = coordinator.get(at(coordinator, "composition_cell") + f"?broad={name}").context["cell"]
    assert [one.name for one in cell.active] == found


def test_no_voice_is_asked_of_a_broad_sector(coordinator, table, coalition):
    needed(coalition, sector="Council", population="Teenagers")
    shown = page(coordinator, "?rows=broad&columns=population")
    assert {cell.wish for cell in shown.matrix.cells} == {""}
    assert not any(cell.voices for cell in shown.matrix.cells)


def test_figures_say_how_many_are_active_in_each(coordinator, table):
    answer = coordinator.get(at(coordinator, "composition"))
    measures = answer.context["page"].measures
    told = [(one.entry.label, one.count.active, one.count.nominal) for one in measures.broad]
    assert told == [("Government", 2, 3), ("Schools and academia", 1, 1), ("Not said", 1, 1)]
    assert (measures.broad_active, measures.broad_told) == (2, 2)
    assert "Broad sectors with an active partner" in answer.text


def test_coalition_without_broad_sectors_reads_nothing_of_them(coordinator, coalition):
    partner(coalition, "Clinic", sector="Health")
    answer = coordinator.get(at(coordinator, "composition"))
    assert answer.context["page"].measures.broad == []
    assert "Broad sectors with an active partner" not in answer.text


def test_download_says_the_same(coordinator, table):
    url = at(coordinator, "composition_file") + "?rows=broad&columns=population"
    text = b"".join(coordinator.get(url)).decode("utf-8-sig")
    rows = [row[:4] for row in csv.reader(text.splitlines())][1:]
    assert ["Government", "Renters", "2", "1"] in rows


def test_page_takes_the_same_queries_for_1_and_3(coordinator, coalition):
    taken = []
    for many in (1, 2):
        for number in range(many):
            name = f"Sector {many} {number}"
            one = term(coalition, "sector", name)
            Term.objects.filter(pk=one.pk).update(broad_sector="private")
            partner(coalition, f"Partner {many} {number}", sector=name, population="Renters")
        with CaptureQueriesContext(connection) as queries:
            page(coordinator, "?rows=broad&columns=population")
        taken.append(len(queries))
    assert taken[0] == taken[1]
