"""Who is at the table: the matrix, its cells, and who counts as active."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.permissions import Role
from partners.models import CompositionSettings, Organisation
from tests.factories import ContactFactory, OrganisationFactory, TouchpointFactory
from tests.partners.composition.table import at, needed, partner, term


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


def shown(client, query: str = ""):
    answer = client.get(at(client, "composition") + query)
    assert answer.status_code == 200
    return answer.context["page"]


def counts(page) -> dict[tuple[str, str], tuple[int, int]]:
    return {
        (cell.row.label, cell.column.label): (cell.count.nominal, cell.count.active)
        for cell in page.matrix.told
    }


def test_cell_counts_partners_that_carry_both(coordinator, coalition):
    partner(coalition, "Clinic", sector="Health", population="Renters,Carers")
    partner(coalition, "Church", sector="Faith", population="Renters", is_active=False)
    assert counts(shown(coordinator)) == {
        ("Health", "Renters"): (1, 1),
        ("Health", "Carers"): (1, 1),
        ("Faith", "Renters"): (1, 0),
    }


@pytest.mark.parametrize("kind", ["prospect", "stakeholder"])
def test_only_partners_are_at_the_table(coordinator, coalition, kind):
    partner(coalition, "Clinic", sector="Health", population="Renters", kind=kind)
    assert counts(shown(coordinator)) == {}


def test_retired_partner_is_not_at_the_table(coordinator, coalition):
    made = partner(coalition, "Clinic", sector="Health", population="Renters")
    Organisation.objects.filter(pk=made.pk).update(
        retired_on=timezone.localdate(), retired_reason="Closed"
    )
    assert counts(shown(coordinator)) == {}


def test_partners_of_another_coalition_are_not_counted(coordinator, coalition):
    term(coalition, "sector", "Health")
    term(coalition, "population", "Renters")
    partner(OrganisationFactory().coalition, "Clinic", sector="Health", population="Renters")
    assert counts(shown(coordinator)) == {}


def test_address_chooses_the_two_lists(coordinator, coalition):
    partner(coalition, "Clinic", area="Riverbend", determinant="Housing")
    page = shown(coordinator, "?rows=area&columns=determinant")
    assert counts(page) == {("Riverbend", "Housing"): (1, 1)}


@pytest.mark.parametrize("query", ["?rows=area&columns=area", "?rows=spam&columns=tag"])
def test_address_without_sense_still_shows_two_different_lists(coordinator, query):
    one, other = shown(coordinator, query).axes
    assert one != other


def test_partner_of_which_a_list_says_nothing_stands_under_not_said(coordinator, coalition):
    partner(coalition, "Clinic", sector="Health")
    partner(coalition, "Church", sector="Faith", population="Renters")
    assert counts(shown(coordinator))["Health", "Not said"] == (1, 1)


def test_twin_says_what_the_picture_says(coordinator, coalition):
    partner(coalition, "Clinic", sector="Health", population="Renters")
    needed(coalition, sector="Media", population="Renters")
    page = coordinator.get(at(coordinator, "composition")).content.decode()
    picture, twin = page.split('id="twin"')
    assert "1 on the list, 1 active" in picture
    assert "needed, nobody yet" in picture
    assert twin.count('scope="row"') == 2
    assert "Nobody yet" in twin


# ---------------------------------------------------------------- a cell opens into its rows


def cell(client, query: str):
    answer = client.get(at(client, "composition_cell") + query)
    assert answer.status_code == 200
    return answer.context["cell"]


def test_every_cell_opens_into_exactly_as_many_partners(coordinator, coalition):
    partner(coalition, "Clinic", sector="Health", population="Renters,Carers")
    partner(coalition, "Hospital", sector="Health", population="Carers", is_active=False)
    partner(coalition, "Church", sector="Faith")
    for one in shown(coordinator).matrix.told:
        found = coordinator.get(one.url).context["cell"]
        assert (len(found.active), len(found.unseen)) == (one.count.active, one.count.unseen)


def test_cell_leads_to_the_same_rows_in_the_partner_list(coordinator, coalition):
    partner(coalition, "Clinic", sector="Health", population="Renters")
    partner(coalition, "Church", sector="Faith", population="Renters")
    page = coordinator.get(at(coordinator, "composition_cell") + "?sector=Health").content.decode()
    address = f"{at(coordinator, 'list')}?kind=partner&amp;sector=Health"
    assert address in page
    listing = coordinator.get(address.replace("&amp;", "&")).context["listing"]
    assert [row.name for row in listing.rows] == ["Clinic"]


def test_cell_of_a_name_that_no_list_has_holds_nobody(coordinator, coalition):
    partner(coalition, "Clinic", sector="Health")
    found = cell(coordinator, "?sector=Spam")
    assert (found.active, found.unseen) == ([], [])


# ---------------------------------------------------------------- who counts as active


def is_active(client, organisation) -> bool:
    return organisation.pk in shown(client).table.standing.active


def test_partner_without_anybody_to_call_is_not_active(coordinator, coalition):
    made = OrganisationFactory(coalition=coalition, since_on=timezone.localdate())
    assert not is_active(coordinator, made)


def test_setting_says_how_long_ago_is_lately(coordinator, coalition):
    since = timezone.localdate() - timedelta(days=400)
    made = OrganisationFactory(coalition=coalition, since_on=since)
    ContactFactory(organisation=made)
    assert not is_active(coordinator, made)
    CompositionSettings.objects.create(coalition=coalition, active_days=500)
    assert is_active(coordinator, made)
    assert "500 days" in coordinator.get(at(coordinator, "composition")).content.decode()


# ---------------------------------------------------------------- figures, access, queries


def test_page_tells_coverage_single_voices_and_new_voices(coordinator, coalition):
    partner(coalition, "Clinic", sector="Health", population="Renters")
    needed(coalition, sector="Health")
    needed(coalition, sector="Media")
    measures = shown(coordinator).measures
    assert measures.covered[0].active.absent == ("Media",)
    assert [one.name for one in measures.singles] == ["Renters"]
    assert measures.effective == 1.0
    assert measures.new_voices is None


@pytest.mark.parametrize("role", [Role.STEERING, Role.VIEWER])
def test_who_sees_partners_sees_the_matrix(member, role):
    assert shown(member(role)).matrix.rows == []


def test_partner_sees_nothing_of_it(member):
    client = member(Role.PARTNER)
    for name in ("composition", "composition_cell", "needed", "composition_reports"):
        assert client.get(at(client, name)).status_code == 403


@pytest.mark.parametrize(
    ("name", "number"), [("composition", 10), ("composition_cell", 11), ("needed", 11)]
)
def test_queries_are_the_same_for_one_partner_and_many(
    coordinator, coalition, django_assert_num_queries, name, number
):
    def fill(first: int, last: int) -> None:
        for n in range(first, last):
            partner(
                coalition,
                f"P{n}",
                sector=f"S{n}",
                population=f"P{n}",
                area=f"A{n}",
                determinant=f"D{n}",
            )
            needed(coalition, sector=f"S{n}", area=f"A{n}")

    fill(0, 1)
    coordinator.get(at(coordinator, name))
    with django_assert_num_queries(number):
        coordinator.get(at(coordinator, name))
    fill(1, 6)
    with django_assert_num_queries(number):
        coordinator.get(at(coordinator, name))


def test_talk_counts_as_having_heard_of_a_partner(coordinator, coalition):
    silent = partner(coalition, "Clinic", sector="Health", population="Renters", is_active=False)
    ContactFactory(organisation=silent)
    assert counts(shown(coordinator)) == {("Health", "Renters"): (1, 0)}
    TouchpointFactory(organisation=silent, on=timezone.localdate())
    assert counts(shown(coordinator)) == {("Health", "Renters"): (1, 1)}
