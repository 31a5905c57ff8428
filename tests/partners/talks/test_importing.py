"""A spreadsheet of talks: tried out, brought in, taken back, and the rows to mend as a file."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from accounts.permissions import Role
from partners.models import Touchpoint
from tests.factories import (
    AliasFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
)

SHEET = """Organization,Date,Type,Notes,Contact,Our people,Follow up
Northgate Grocers,2026-03-02,Phone call,Marisol sends the menu,Marisol Ortega,Ruth Adeyemi,2026-03-20
NGC,3/9/2026,site visit,Saw the shelves,,,
Northgate Grosers,2026-03-10,Call,Hello,,,
Zzyzx Mining,2026-03-10,Call,Hello,,,
Northgate Grocers,yesterday,Call,Hello,,,
Northgate Grocers,2026-03-11,Smoke signal,Hello,,,
Northgate Grocers,2999-01-01,Call,Hello,,,
Northgate Grocers,2026-03-02,Phone call,Marisol sends the menu,,,
"""


@pytest.fixture
def ruth(db):
    return MembershipFactory(role=Role.ADMINISTRATOR, person__full_name="Ruth Adeyemi")


@pytest.fixture
def northgate(ruth):
    partner = OrganisationFactory(coalition=ruth.coalition, name="Northgate Grocers")
    AliasFactory(organisation=partner, name="NGC")
    ContactFactory(organisation=partner, name="Marisol Ortega")
    return partner


@pytest.fixture
def sheet(tmp_path, northgate) -> Path:
    file = tmp_path / "calls.csv"
    file.write_text(SHEET)
    return file


def run(ruth, *args: object, **options: object) -> dict:
    out = StringIO()
    call_command(
        "import_touchpoints", ruth.coalition.slug, *map(str, args), json=True, stdout=out, **options
    )
    return json.loads(out.getvalue())


def test_dry_run_judges_every_row_and_writes_nothing(ruth, sheet):
    report = run(ruth, sheet, dry_run=True)
    assert {key: report[key] for key in ("rows", "new", "unchanged", "rejected", "applied")} == {
        "rows": 8,
        "new": 2,
        "unchanged": 1,
        "rejected": 5,
        "applied": False,
    }
    assert {row["row"]: row["reason"] for row in report["rejected_rows"]} == {
        4: "Organization: Nobody is called “Northgate Grosers”. Perhaps “Northgate Grocers”?",
        5: "Organization: Nobody is called “Zzyzx Mining”.",
        6: "Date: “yesterday” is no day.",
        7: "Type: “Smoke signal” is not known. There are: Call, Visit, E-mail, Meeting, Their event"
        " attended, Help offered, Lent a hand, Advice asked, Information shared, Ask made, Thank-you,"
        " Something else.",
        8: "Date: That day is still to come.",
    }
    assert not Touchpoint.objects.exists()


def test_rows_become_talks_with_their_people_and_a_follow_up(ruth, sheet, northgate):
    run(ruth, sheet)
    visit, call = Touchpoint.objects.order_by("-on")
    assert (call.organisation, call.kind, call.direction) == (northgate, "call", "two_way")
    assert [one.name for one in call.contacts.all()] == ["Marisol Ortega"]
    assert [*call.members.all()] == [ruth.person]
    assert (call.follow_up_on.isoformat(), call.follow_up_by) == ("2026-03-20", ruth.person)
    assert (visit.kind, visit.on.isoformat(), visit.logged_by) == (
        "visit",
        "2026-03-09",
        ruth.person,
    )


def test_same_file_again_changes_nothing(ruth, sheet):
    run(ruth, sheet)
    again = run(ruth, sheet)
    assert (again["new"], again["unchanged"], again["talks"]) == (0, 3, 0)
    assert Touchpoint.objects.count() == 2


def test_import_is_taken_back_but_what_somebody_changed_since(ruth, sheet):
    number = run(ruth, sheet)["import"]
    changed = Touchpoint.objects.get(kind="visit")
    changed.said = "Saw every shelf"
    changed.save()
    report = run(ruth, undo=number)
    assert (report["taken_back"], report["kept"]) == (1, 1)
    assert [*Touchpoint.objects.all()] == [changed]
    assert changed.members.count() == 1


def test_import_taken_back_twice_says_so(ruth, sheet):
    number = run(ruth, sheet)["import"]
    run(ruth, undo=number)
    with pytest.raises(CommandError, match="nothing to undo"):
        run(ruth, undo=number)


def test_rows_to_mend_come_as_a_file_with_their_reasons(ruth, sheet, tmp_path):
    mended = tmp_path / "mend.csv"
    run(ruth, sheet, dry_run=True, rejects=mended)
    rows = list(csv.reader(StringIO(mended.read_text(encoding="utf-8-sig"))))
    assert rows[0][-1] == "Reason"
    assert [row[0] for row in rows[1:3]] == ["Northgate Grosers", "Zzyzx Mining"]
    assert rows[2][-1] == "Organization: Nobody is called “Zzyzx Mining”."


def test_column_may_be_named_and_day_may_come_first(ruth, northgate, tmp_path):
    file = tmp_path / "calls.csv"
    file.write_text("Socio,Cuando,Que\nNGC,3/4/2026,Hola\n")
    run(ruth, file, map=["Cuando=on", "Que=said"], day_first=True)
    talk = Touchpoint.objects.get()
    assert (talk.on.isoformat(), talk.said) == ("2026-04-03", "Hola")


@pytest.mark.parametrize(
    ("told", "problem"),
    [
        ({"map": ["Date="]}, "No column holds: Day"),
        ({"map": ["Nothing=on"]}, "No column is called “Nothing”"),
        ({"map": ["Date=colour"]}, "“colour” is no field"),
        ({"by": "nobody@nowhere.example"}, "No such member here"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(told, problem, ruth, sheet):
    with pytest.raises(CommandError, match=problem):
        run(ruth, sheet, **told)
    assert not Touchpoint.objects.exists()
