"""The matrix marks every voice that is needed, of however many lists, and asks for one from an empty cell."""

import csv
import re

import pytest
from django.utils.html import escape

from accounts.permissions import Role
from tests.partners.composition.table import at, needed, partner, term


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


def shown(client, query: str = ""):
    return client.get(at(client, "composition") + query)


def lines(client, query: str = "") -> list[tuple[str, str, str]]:
    """Those of the twin of which something is needed."""
    told = shown(client, query).context["page"].matrix.lines
    return [(one.row, one.column, one.place.needed_words) for one in told if one.place.voices]


def heads(client) -> list[str]:
    """The words of every marked head, as the page says them."""
    found = re.findall(r'<th scope="\w+" class="is-gap">(.*?)</th>', shown(client).text, re.DOTALL)
    return [re.sub(r"<[^>]+>", "", one).strip() for one in found]


def test_voice_of_one_list_is_marked_at_its_row_or_column(coordinator, coalition):
    partner(coalition, "Clinic", sector="Health", population="Renters")
    needed(coalition, sector="Youth")
    needed(coalition, population="Carers")
    needed(coalition, sector="Health")
    assert heads(coordinator) == ["Carers, needed, nobody yet", "Youth, needed, nobody yet"]
    assert lines(coordinator) == [
        ("Health", "All", "At the table"),
        ("Youth", "All", "Nobody yet"),
        ("All", "Carers", "Nobody yet"),
    ]


def test_voice_of_three_lists_is_marked_in_the_cell_of_the_two_that_are_shown(
    coordinator, coalition
):
    partner(coalition, "Clinic", sector="Health", population="Renters")
    needed(coalition, sector="Health", population="Renters", area="Riverbend")
    assert lines(coordinator) == [("Health", "Renters", "Health · Renters · Riverbend: Nobody yet")]
    page = shown(coordinator).text
    assert '<td class="is-gap">' in page
    assert "1 on the list, 1 active; Health · Renters · Riverbend: needed, nobody yet" in page


def test_voice_of_two_lists_is_told_at_the_head_of_the_one_that_is_shown(coordinator, coalition):
    partner(coalition, "Clinic", sector="Health", population="Renters")
    needed(coalition, sector="Health", area="Riverbend")
    assert lines(coordinator) == [("Health", "All", "Health · Riverbend: Nobody yet")]
    assert lines(coordinator, "?rows=sector&columns=area") == [
        ("Health", "Riverbend", "Nobody yet")
    ]
    assert lines(coordinator, "?rows=population&columns=determinant") == []


def test_download_tells_what_the_twin_tells(coordinator, coalition):
    partner(coalition, "Clinic", sector="Health", population="Renters")
    needed(coalition, sector="Youth", least=2)
    answer = coordinator.get(at(coordinator, "composition_file"))
    rows = csv.reader(b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()[1:])
    assert list(rows) == [
        ["Youth", "All", "0", "0", "2", "Nobody yet"],
        ["Health", "Renters", "1", "1", "", ""],
    ]


# ---------------------------------------------------------------- an empty cell


@pytest.fixture
def empty(coalition) -> str:
    """The address that asks for young people in health, whom nobody brings."""
    sector, young = term(coalition, "sector", "Health"), term(coalition, "population", "Youth")
    return f"?sector={sector.pk}&population={young.pk}"


def test_empty_cell_and_its_page_lead_to_asking_for_a_voice(coordinator, coalition, empty):
    wish = at(coordinator, "needed_add") + empty
    assert f'href="{escape(wish)}"' in shown(coordinator).text
    cell = coordinator.get(at(coordinator, "composition_cell") + "?sector=Health&population=Youth")
    assert f'href="{escape(wish)}"' in cell.text
    form = coordinator.get(wish).context["form"]
    named = {form[axis].value() for axis in ("sector", "population")}
    assert {str(one) for one in named} == set(re.findall(r"\d+", empty))


def test_cell_of_a_voice_that_is_needed_already_leads_to_its_gap(coordinator, coalition, empty):
    gap = needed(coalition, sector="Health", population="Youth")
    cell = coordinator.get(at(coordinator, "composition_cell") + "?sector=Health&population=Youth")
    assert at(coordinator, "gap", gap.pk) in cell.text
    assert at(coordinator, "needed_add") not in cell.text
    assert at(coordinator, "needed_add") not in shown(coordinator).text


def test_not_said_is_nothing_to_ask_for(coordinator, coalition, empty):
    partner(coalition, "Church", sector="Faith")
    cell = coordinator.get(at(coordinator, "composition_cell") + "?sector=Health&population=none")
    assert at(coordinator, "needed_add") not in cell.text


def test_who_may_not_say_what_is_needed_is_offered_nothing(member, coalition, empty):
    viewer = member(Role.VIEWER, coalition=coalition)
    assert at(viewer, "needed_add") not in shown(viewer).text
    cell = viewer.get(at(viewer, "composition_cell") + "?sector=Health&population=Youth")
    assert at(viewer, "needed_add") not in cell.text
