"""The matrix marks every voice that is needed, of however many lists, and asks for one from an empty cell."""

import csv
import html
import re

import pytest
from django.utils.html import escape

from accounts.permissions import Role
from partners.models import NeededVoice
from tests.forms import carried
from tests.partners.composition.table import at, needed, partner, term
from tests.partners.listing.test_grouping import undo_on


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
        ["Youth", "All", "0", "0", "", "2", "Nobody yet"],
        ["Health", "Renters", "1", "1", "", "", ""],
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


def hidden(page) -> dict[str, str]:
    """The way back, as the form itself carries it: the page has another form with one."""
    form = page.text.split('data-draft="needed-voice')[1]
    return {"next": html.unescape(re.search(r'name="next" value="([^"]*)"', form)[1])}


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("composition", "?rows=sector&columns=population"),
        ("composition_cell", "?sector=Health&population=Youth"),
        ("needed", ""),
    ],
)
def test_who_asks_for_a_voice_comes_back_to_where_they_were(coordinator, empty, name, query):
    here = at(coordinator, name) + query
    wish = at(coordinator, "needed_add") + empty
    form = coordinator.get(wish, headers={"referer": f"http://testserver{here}"})
    wrong = coordinator.post(wish, {**hidden(form), "least": 1, "why": "They live it."})
    assert wrong.status_code == 422
    chosen = {one: form.context["form"][one].value() for one in ("sector", "population")}
    sent = {**hidden(wrong), **chosen, "least": 2, "why": "They live it."}
    answer = coordinator.post(wish, sent, follow=True)
    assert answer.redirect_chain == [(here, 302)]
    assert "You ask for it from now on" in answer.text
    undone = coordinator.post(
        undo_on(answer), headers={"referer": f"http://testserver{here}"}, follow=True
    )
    assert undone.redirect_chain == [(here, 302)]
    assert not NeededVoice.objects.exists()


def test_address_of_elsewhere_is_no_way_back(coordinator, empty):
    wish = at(coordinator, "needed_add") + empty
    page = coordinator.get(wish, headers={"referer": "https://evil.example/"})
    assert page.context["came_from"] == at(coordinator, "needed")


def test_voice_edited_from_its_gap_leads_back_there(coordinator, coalition):
    voice = needed(coalition, sector="Health")
    gap, url = at(coordinator, "gap", voice.pk), at(coordinator, "needed_edit", voice.pk)
    form = coordinator.get(url, headers={"referer": f"http://testserver{gap}"})
    sent = {
        **hidden(form),
        "opened": carried(form, "opened"),
        "least": 3,
        "why": "They see it first.",
    }
    assert coordinator.post(url, sent, follow=True).redirect_chain == [(gap, 302)]
    voice.refresh_from_db()
    assert voice.least == 3
