"""Decisions."""

import pytest

from partners.models import Address, Alias, DistinctPair, Organisation, Phone
from tests.factories import OrganisationFactory
from tests.partners.importing import checked, csv_text, decide, outcomes, row

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("decision", "names"),
    [
        ("update", ["Chase Brexton Health"]),
        ("new", ["Chase Brexton Health", "Chase Braxton Health"]),
        ("later", ["Chase Brexton Health", "Chase Braxton Health"]),
        ("skip", ["Chase Brexton Health"]),
    ],
)
def test_decision_about_a_doubt_is_done(coordinator, coalition, decision, names):
    OrganisationFactory(coalition=coalition, name="Chase Brexton Health")
    run = checked(coordinator, csv_text(["Name", "Phone"], ["Chase Braxton Health", "4105550100"]))
    decide(coordinator, run, **{"row-2": decision}, do="apply")
    assert [o.name for o in Organisation.objects.order_by("pk")] == names
    assert Phone.objects.count() == (0 if decision == "skip" else 1)
    assert Alias.objects.count() == (1 if decision == "update" else 0)


@pytest.mark.parametrize("decision", ["update", "new", "later", "skip"])
def test_one_press_decides_all_doubts(coordinator, coalition, decision):
    for name in ("Chase Brexton Health", "Riverbend Tenants Union"):
        OrganisationFactory(coalition=coalition, name=name)
    rows = [["Chase Braxton Health"], ["Riverbend Tenant Union"]]
    run = checked(coordinator, csv_text(["Name"], *rows))
    decide(coordinator, run, all=decision)
    assert {r.decision for r in run.rows.all()} == {decision}


@pytest.mark.parametrize(("decision", "is_apart"), [("new", True), ("later", False)])
def test_doubt_put_off_tells_nobody_apart(coordinator, coalition, decision, is_apart):
    OrganisationFactory(coalition=coalition, name="Chase Brexton Health")
    run = checked(coordinator, csv_text(["Name"], ["Chase Braxton Health"]))
    decide(coordinator, run, **{"row-2": decision}, do="apply")
    assert DistinctPair.objects.of_coalition(coalition).exists() is is_apart
    page = coordinator.get(run.get_absolute_url()).content.decode()
    assert ("until you decide" in page) is not is_apart


OF_TWO_STATES = ["Name", "City", "State"]


def told_apart_in_two_states(coordinator, coalition) -> None:
    """Two of one name, the second of which a file has brought in as another partner."""
    oak = OrganisationFactory(coalition=coalition, name="Oak Hill Clinic")
    Address.objects.create(coalition=coalition, organisation=oak, city="Elm", region="MD")
    run = checked(coordinator, csv_text(OF_TWO_STATES, ["Oak Hill Clinic", "Oak", "PA"]))
    assert outcomes(run) == ["duplicate"]
    decide(coordinator, run, **{"row-2": "new"}, do="apply")


@pytest.mark.parametrize(("city", "state", "which"), [("Oak", "PA", 1), ("Elm", "MD", 0)])
def test_two_of_one_name_that_were_told_apart_are_not_asked_about_again(
    coordinator, coalition, city, state, which
):
    told_apart_in_two_states(coordinator, coalition)
    run = checked(coordinator, csv_text(OF_TWO_STATES, ["Oak Hill Clinic", city, state]))
    assert outcomes(run) == ["unchanged"]
    assert row(run, 2).organisation == Organisation.objects.order_by("pk")[which]


def test_row_that_could_be_either_of_two_told_apart_is_asked(coordinator, coalition):
    told_apart_in_two_states(coordinator, coalition)
    run = checked(coordinator, csv_text(["Name", "Phone"], ["Oak Hill Clinic", "4105550100"]))
    assert outcomes(run) == ["duplicate"]


def test_rows_that_resemble_each_other_are_asked_and_can_be_one(coordinator):
    rows = [["Chase Brexton Health", ""], ["Chase Braxton Health", "4105550100"]]
    run = checked(coordinator, csv_text(["Name", "Phone"], *rows))
    assert outcomes(run) == ["new", "duplicate"]
    decide(coordinator, run, all="update", do="apply")
    assert Organisation.objects.get().name == "Chase Brexton Health"
    assert Phone.objects.count() == 1


def test_rows_that_follow_a_doubt_share_its_fate(coordinator, coalition):
    OrganisationFactory(coalition=coalition, name="Chase Brexton Health")
    rows = [["Chase Braxton Health", ""], ["Chase Braxton Health", "4105550100"]]
    run = checked(coordinator, csv_text(["Name", "Phone"], *rows))
    decide(coordinator, run, all="skip", do="apply")
    assert (Organisation.objects.count(), Phone.objects.count()) == (1, 0)
