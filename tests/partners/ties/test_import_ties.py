"""A spreadsheet of ties comes in by the command and by the pages, and goes again."""

import csv
import json
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from partners.models import ExternalIdentifier, ImportRun, Organisation, Relation, Tie
from tests.factories import (
    AliasFactory,
    CoalitionFactory,
    OrganisationFactory,
    RelationFactory,
    TieFactory,
)
from tests.forms import carried
from tests.partners.importing import csv_text, work

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
def coalition():
    coalition = CoalitionFactory(slug="north-valley")
    for number, name in enumerate(("Oak", "Elm", "Fir"), start=1):
        organisation = OrganisationFactory(coalition=coalition, name=name)
        ExternalIdentifier.objects.create(
            coalition=coalition, organisation=organisation, scheme="survey", value=str(number)
        )
    return coalition


@pytest.fixture
def bring(tmp_path):
    def bring(text: str, *args: str) -> dict:
        path = tmp_path / "ties.csv"
        path.write_text(text)
        out = StringIO()
        call_command("import_ties", "north-valley", str(path), *args, "--json", stdout=out)
        return json.loads(out.getvalue())

    return bring


def told() -> set[tuple]:
    return {
        (tie.relation.name, *sorted((tie.first.name, tie.second.name)), tie.level)
        for tie in Tie.objects.told()
    }


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


# ---------------------------------------------------------------- in the browser


@pytest.fixture
def pages(coordinator):
    coalition = coordinator.membership.coalition
    for name in ("Oak", "Elm"):
        OrganisationFactory(coalition=coalition, name=name)
    return coordinator


FILE = csv_text(
    ["From", "To", "Relation", "Level"],
    ["Oak", "Elm", "Contact", "4"],
    ["Oak", "Birch", "Contact", "2"],
)


def address(client, name, *args):
    return reverse(f"partners:{name}", args=[client.slug, *args])


def checked(client, **changed) -> ImportRun:
    start = address(client, "tie_import_start")
    key = carried(client.get(start), "form_key")
    file = SimpleUploadedFile("ties.csv", FILE.encode())
    assert client.post(start, {"file": file, "form_key": key}).status_code == 302
    run = ImportRun.objects.latest("pk")
    answers = {f"column-{position}": key for position, key in run.mapping.items()}
    client.post(address(client, "tie_import_columns", run.pk), answers | changed)
    work()
    run.refresh_from_db()
    return run


def applied(client, **changed) -> ImportRun:
    run = checked(client, **changed)
    client.post(address(client, "tie_import_apply", run.pk))
    work()
    run.refresh_from_db()
    assert run.state == ImportRun.State.APPLIED, run.problem
    return run


def undone(client, run) -> None:
    client.post(address(client, "tie_import_undo", run.pk))
    work()
    run.refresh_from_db()
    assert run.state == ImportRun.State.UNDONE, run.problem


def test_pages_show_every_row_before_anything_is_written(pages):
    run = checked(pages)
    page = pages.get(run.get_absolute_url()).text
    assert "Oak – Elm" in page
    assert "No partner is called “Birch”." in page
    assert not Tie.objects.exists()
    rejected = pages.get(address(pages, "import_rejected", run.pk, "csv"))
    lines = list(csv.reader(StringIO(rejected.getvalue().decode("utf-8-sig"))))
    assert lines[1] == ["Oak", "Birch", "Contact", "2", "No partner is called “Birch”."]


def test_import_is_applied_and_undone_with_prospects_and_kinds_of_ties(pages):
    run = applied(pages, unknown_organisations="prospects")
    assert told() == {("Contact", "Elm", "Oak", 4.0), ("Contact", "Birch", "Oak", 2.0)}
    assert "2 ties were written" in pages.get(run.get_absolute_url()).text
    undone(pages, run)
    assert not Tie.objects.exists()
    assert not Relation.objects.exists()
    assert not Organisation.objects.filter(name="Birch").exists()


def test_undo_leaves_what_somebody_has_changed_since(pages):
    run = applied(pages, unknown_organisations="prospects")
    tie = Tie.objects.get(level_ours=2)
    from common.history import recording

    with recording("tie.edited"):
        Tie.objects.filter(pk=tie.pk).update(note="They met in May")
    assert "Oak – Birch" in pages.get(address(pages, "tie_import_undo", run.pk)).text
    undone(pages, run)
    assert list(Tie.objects.values_list("pk", flat=True)) == [tie.pk]
    assert Organisation.objects.filter(name="Birch").exists()


def test_tie_that_came_since_keeps_a_partner_that_an_import_had_added(pages):
    """An import of partners that is undone takes nobody away to whom somebody has told of a tie."""
    from tests.partners.importing import checked as partners_checked

    run = partners_checked(pages, csv_text(["Name"], ["Yew"]))
    pages.post(address(pages, "import_decide", run.pk), {"do": "apply"})
    work()
    yew, oak = (Organisation.objects.get(name=name) for name in ("Yew", "Oak"))
    tie = TieFactory(first=oak, second=yew)
    pages.post(address(pages, "import_undo", run.pk))
    work()
    assert Organisation.objects.filter(pk=yew.pk).exists()
    assert Tie.objects.filter(pk=tie.pk).exists()


def test_file_that_changed_something_since_the_dry_run_is_shown_anew(pages):
    run = checked(pages)
    oak, elm = (Organisation.objects.get(name=name) for name in ("Oak", "Elm"))
    relation = RelationFactory(coalition=oak.coalition, name="Contact")
    TieFactory(first=oak, second=elm, relation=relation, level_ours=1)
    pages.post(address(pages, "tie_import_apply", run.pk))
    work()
    run.refresh_from_db()
    assert run.state == ImportRun.State.CHECKED
    assert "has changed since the dry run" in run.notice
    assert Tie.objects.get().level_ours == 1
