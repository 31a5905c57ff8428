"""What a survey of ties becomes."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from partners.models import ImportRun, Organisation, Relation, Tie
from tests.factories import (
    TODAY,
    AliasFactory,
    OrganisationFactory,
    PersonFactory,
    RelationFactory,
    TieFactory,
)
from tests.partners.importing import csv_text
from tests.partners.ties.importing.survey import told

pytestmark = pytest.mark.django_db


# The shape of a real survey: two numbers, two names, two relations with levels and one with yes and no.
HEADINGS = [
    "source",
    "target",
    "source_name",
    "target_name",
    "contact",
    "collaborate",
    "dissemination",
]
SURVEY = csv_text(
    [*HEADINGS, "distance_miles", "contact_label"],
    ["1", "2", "Oak", "Elm", "5.0", "4.0", "1.0", "1.935", "Daily"],
    ["1", "3", "Oak", "Fir", "2.0", "0.0", "0.0", "491.868", "Quarterly"],
    ["2", "3", "Elm", "Fir", "", "3.0", "1.0", "10.5", ""],
)


@pytest.fixture
def bring(tmp_path):
    def bring(text: str, *args: str) -> dict:
        path = tmp_path / "ties.csv"
        path.write_text(text)
        out = StringIO()
        call_command("import_ties", "north-valley", str(path), *args, "--json", stdout=out)
        return json.loads(out.getvalue())

    return bring


def sides(tie: Tie) -> dict[str, int | None]:
    return {tie.first.name: tie.level_first, tie.second.name: tie.level_second}


def test_survey_with_three_relations_is_read_by_its_own_headings(coalition, bring):
    report = bring(SURVEY)
    assert report["columns"] == {
        "source": "from_id",
        "target": "to_id",
        "source_name": "from_name",
        "target_name": "to_name",
        "contact": "levels.Contact",
        "collaborate": "levels.Collaborate",
        "dissemination": "yes.Dissemination",
    }
    assert (report["new"], report["rejected"], report["ties"]) == (3, 0, 6)
    assert told() == {
        ("Contact", "Elm", "Oak", 5.0),
        ("Contact", "Fir", "Oak", 2.0),
        ("Collaborate", "Elm", "Oak", 4.0),
        ("Collaborate", "Elm", "Fir", 3.0),
        ("Dissemination", "Elm", "Oak", None),
        ("Dissemination", "Elm", "Fir", None),
    }
    assert not Tie.objects.exclude(level_first=None, level_second=None).exists()


def test_second_time_the_same_file_changes_nothing(coalition, bring):
    bring(SURVEY)
    report = bring(SURVEY)
    assert (report["new"], report["update"], report["unchanged"]) == (0, 0, 3)
    assert Tie.objects.count() == 6


def test_dry_run_writes_nothing_and_says_the_same(coalition, bring):
    report = bring(SURVEY, "--dry-run")
    assert (report["new"], report["applied"]) == (3, False)
    assert not Tie.objects.exists()
    assert not Relation.objects.exists()


def test_both_sides_of_a_directed_survey_stand_beside_each_other(coalition, bring):
    file = csv_text(
        ["From", "To", "Relation", "Level"],
        ["Oak", "Elm", "Contact", "4"],
        ["elm", "OAK", "contact", "2 cooperation"],
    )
    bring(file, "--told-by", "first")
    tie = Tie.objects.told().get()
    assert sides(tie) == {"Oak": 4, "Elm": 2}
    assert (tie.level, tie.is_disputed, tie.level_ours) == (3, True, None)


def test_levels_of_each_side_in_columns_of_their_own(coalition, bring):
    row = ["Elm", "Oak", "Contact", "1", "5", "2024-03-01", "Joint grant"]
    bring(csv_text(["From", "To", "Type", "Level from", "Level to", "Since", "Evidence"], row))
    tie = Tie.objects.told().get()
    assert sides(tie) == {"Elm": 1, "Oak": 5}
    assert (tie.since_on.isoformat(), tie.evidence) == ("2024-03-01", "Joint grant")


def test_level_that_a_side_told_itself_stays_and_the_row_says_so(coalition, bring):
    elm, oak = (Organisation.objects.get(name=name) for name in ("Elm", "Oak"))
    relation = RelationFactory(coalition=coalition, name="Contact")
    TieFactory(
        first=oak,
        second=elm,
        relation=relation,
        level_first=2,
        own_word_first_on=TODAY,
        own_word_first_by=PersonFactory(),
    )
    row = ["Elm", "Oak", "Contact", "1", "5"]
    bring(csv_text(["From", "To", "Type", "Level from", "Level to"], row))
    assert sides(Tie.objects.told().get()) == {"Elm": 1, "Oak": 2}
    (note,) = ImportRun.objects.get().rows.get().notes
    assert note == ["Contact", "They have told another level themselves, and that stays."]


def test_organisation_is_found_by_another_name_and_by_the_number_before_the_name(coalition, bring):
    AliasFactory(organisation=Organisation.objects.get(name="Fir"), name="The Firs")
    rows = [["The firs", "Oak", ""], ["Renamed since", "Elm", "3"]]
    file = csv_text(["From", "To", "From id", "Contact"], *[[*row, "1"] for row in rows])
    report = bring(file, "--map", "Contact=levels.Contact")
    assert report["rejected_rows"] == []
    assert told() == {("Contact", "Fir", "Oak", 1.0), ("Contact", "Elm", "Fir", 1.0)}


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["Oak", "Birch", "Contact", "3"], "No partner is called “Birch”."),
        (["Oak", "oak", "Contact", "3"], "It ties an organisation to itself."),
        (["Oak", "Twin", "Contact", "3"], "Several partners are called “Twin”."),
        (["Oak", "Elm", "Contact", "6"], "Level: “6” is no level from 0 to 5."),
        (["Oak", "Elm", "Contact", "often"], "Level: “often” is no level from 0 to 5."),
        (["Oak", "", "Contact", "3"], "To: There is no organisation here."),
    ],
)
def test_row_that_cannot_come_in_is_rejected_with_its_reason(coalition, bring, row, reason):
    OrganisationFactory.create_batch(2, coalition=coalition, name="Twin")
    report = bring(csv_text(["From", "To", "Relation", "Level"], row))
    assert report["rejected_rows"] == [{"row": 2, "reason": reason}]
    assert not Tie.objects.exists()


def test_unknown_organisations_come_in_as_prospects_when_asked_for(coalition, bring):
    rows = [["Oak", "Birch", "Contact", "3"], ["birch", "Yew", "Contact", "1"]]
    report = bring(csv_text(["From", "To", "Relation", "Level"], *rows), "--unknown", "prospects")
    assert report["ties"] == 2
    new = Organisation.objects.filter(kind=Organisation.Kind.PROSPECT)
    assert set(new.values_list("name", flat=True)) == {"Birch", "Yew"}


def test_earlier_row_of_the_file_stays_where_a_later_one_says_otherwise(coalition, bring):
    rows = [["Oak", "Elm", "Contact", "3"], ["Elm", "Oak", "Contact", "1"]]
    report = bring(csv_text(["From", "To", "Relation", "Level"], *rows))
    assert (report["new"], report["unchanged"]) == (1, 1)
    assert told() == {("Contact", "Elm", "Oak", 3.0)}
    notes = ImportRun.objects.get().rows.get(number=3).notes
    assert notes == [["Contact", "An earlier row of the file says something else, and that stays."]]


def test_file_updates_a_tie_that_is_there_whichever_side_stands_first(coalition, bring):
    oak, elm = (Organisation.objects.get(name=name) for name in ("Oak", "Elm"))
    relation = RelationFactory(coalition=coalition, name="Contact")
    tie = TieFactory(first=elm, second=oak, relation=relation, level_ours=1, note="Kept")
    report = bring(csv_text(["From", "To", "Relation", "Level"], ["Oak", "Elm", "CONTACT", "4"]))
    tie.refresh_from_db()
    assert (report["update"], tie.level_ours, tie.note) == (1, 4, "Kept")


def test_file_without_two_organisations_is_refused_in_words(coalition, bring):
    with pytest.raises(CommandError, match="which column names the other of the two"):
        bring(csv_text(["From", "Relation"], ["Oak", "Contact"]))
