"""Among whom partners are trusted: told in the interview, shown on the profile, counted in the matrix."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners.models import ProfileRow
from tests.factories import ProfileRowFactory
from tests.forms import carried
from tests.partners.composition.table import at, partner, term
from tests.partners.listing.test_grouping import undo_on


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def clinic(coalition):
    return partner(coalition, "Clinic", sector="Health", population="Renters")


def tell(client, organisation, *rows: tuple[int, int | str], voice: str = "theirs"):
    """Each row a term and a level, as the form of the topic sends them."""
    url = at(client, "depth_topic", organisation.pk, "populations")
    sent = {"opened": carried(client.get(url), "opened")}
    for side in ("theirs", "ours"):
        told = rows if side == voice else ()
        sent |= {f"{side}_rows-TOTAL_FORMS": len(told), f"{side}_rows-INITIAL_FORMS": 0}
        for number, (pk, level) in enumerate(told):
            sent |= {f"{side}_rows-{number}-term": pk, f"{side}_rows-{number}-level": level}
    answer = client.post(url, sent, follow=True)
    assert answer.status_code == 200
    return answer


def told(client, query: str = "") -> dict[tuple[str, str], tuple[int, int]]:
    page = client.get(at(client, "composition") + query).context["page"]
    return {
        (cell.row.label, cell.column.label): (cell.count.nominal, cell.trusted)
        for cell in page.matrix.told
    }


def test_language_and_place_are_told_beside_groups_and_count_as_served(
    coordinator, coalition, clinic
):
    spanish, river = term(coalition, "language", "Spanish"), term(coalition, "area", "Riverbend")
    tell(coordinator, clinic, (spanish.pk, 3), (river.pk, 1))
    carried_now = set(clinic.classifications.values_list("term__name", flat=True))
    assert carried_now == {"Health", "Renters", "Spanish", "Riverbend"}
    assert told(coordinator, "?rows=sector&columns=language") == {("Health", "Spanish"): (1, 1)}
    assert told(coordinator, "?rows=sector&columns=area") == {("Health", "Riverbend"): (1, 0)}


def test_cell_says_how_many_of_those_who_serve_are_trusted(coordinator, coalition, clinic):
    renters = term(coalition, "population", "Renters")
    partner(coalition, "Hospital", sector="Health", population="Renters")
    tell(coordinator, clinic, (renters.pk, 2))
    assert told(coordinator) == {("Health", "Renters"): (2, 1)}
    page = coordinator.get(at(coordinator, "composition")).text
    assert "2 on the list, 2 active; 1 trusted" in page
    assert '<td class="num" data-l="Trusted">1</td>' in page


def test_our_notes_are_no_word_of_theirs(coordinator, member, coalition, clinic):
    renters = term(coalition, "population", "Renters")
    spanish = term(coalition, "language", "Spanish")
    tell(coordinator, clinic, (renters.pk, 4), (spanish.pk, 4), voice="ours")
    assert told(coordinator) == {("Health", "Renters"): (1, 0)}
    assert not clinic.classifications.filter(term=spanish).exists()
    cell = at(coordinator, "composition_cell") + "?population=Renters"
    assert "Renters, our note: one of their own" in coordinator.get(cell).text
    viewer = member(Role.VIEWER, coalition=coalition)
    assert "one of their own" not in viewer.get(cell).text


def test_profile_says_how_trusted_they_are_beside_what_they_serve(coordinator, coalition, clinic):
    renters = term(coalition, "population", "Renters")
    url = reverse("partners:detail", args=[coordinator.slug, clinic.pk])
    assert "people come by themselves" not in coordinator.get(url).text
    tell(coordinator, clinic, (renters.pk, 3))
    assert "people come by themselves" in coordinator.get(url).text


def test_who_is_named_no_more_is_still_served(coordinator, coalition, clinic):
    spanish = term(coalition, "language", "Spanish")
    tell(coordinator, clinic, (spanish.pk, 3))
    tell(coordinator, clinic)
    assert clinic.classifications.filter(term=spanish).exists()
    assert told(coordinator, "?rows=sector&columns=language") == {("Health", "Spanish"): (1, 0)}


def test_undo_takes_back_what_was_told_and_that_they_serve_it(coordinator, coalition, clinic):
    spanish = term(coalition, "language", "Spanish")
    coordinator.post(undo_on(tell(coordinator, clinic, (spanish.pk, 3))))
    assert not clinic.classifications.filter(term=spanish).exists()
    assert not ProfileRow.objects.exists()


def test_town_that_trusts_them_counts_in_its_county(coordinator, coalition, clinic):
    county = term(coalition, "area", "Elm County")
    town = term(coalition, "area", "Riverbend")
    town.within = county
    town.save()
    tell(coordinator, clinic, (town.pk, 4))
    assert told(coordinator, "?rows=area&columns=sector")["Elm County", "Health"] == (1, 1)
    cell = coordinator.get(at(coordinator, "composition_cell") + "?area=Elm+County")
    assert "Riverbend, in their words: one of their own" in cell.text


def test_voice_is_not_asked_for_by_language(coordinator, coalition, clinic):
    term(coalition, "language", "Spanish")
    page = coordinator.get(at(coordinator, "composition") + "?rows=sector&columns=language").text
    assert at(coordinator, "needed_add") not in page


@pytest.mark.parametrize("number", [1, 3])
def test_cell_asks_the_same_number_of_questions(
    coordinator, coalition, django_assert_num_queries, number
):
    for one in range(number):
        made = partner(coalition, f"P{one}", population="Renters")
        ProfileRowFactory(
            organisation=made,
            topic="populations",
            term=term(coalition, "population", "Renters"),
            words="",
            level=3,
        )
    cell = at(coordinator, "composition_cell") + "?population=Renters"
    coordinator.get(cell)
    with django_assert_num_queries(12):
        coordinator.get(cell)
