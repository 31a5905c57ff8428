"""A spreadsheet of talks: tried out, brought in, taken back, and the rows to mend as a file."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Touchpoint
from tests.conftest import MemberClient
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
    assert (again["new"], again["unchanged"], again["applied"]) == (0, 3, False)
    assert Touchpoint.objects.count() == 2


def test_import_is_taken_back_but_what_somebody_changed_since(ruth, sheet):
    change = run(ruth, sheet)["change"]
    changed = Touchpoint.objects.get(kind="visit")
    changed.said = "Saw every shelf"
    changed.save()
    report = run(ruth, undo=change)
    assert (report["taken_back"], report["kept"]) == (1, 1)
    assert [*Touchpoint.objects.all()] == [changed]
    assert changed.members.count() == 1


def test_import_taken_back_twice_says_so(ruth, sheet):
    change = run(ruth, sheet)["change"]
    run(ruth, undo=change)
    with pytest.raises(CommandError, match="taken back already"):
        run(ruth, undo=change)


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
        ({"map": ["Date="]}, "No column holds: on"),
        ({"map": ["Nothing=on"]}, "No column is called “Nothing”"),
        ({"map": ["Date=colour"]}, "“colour” is no field"),
        ({"by": "nobody@nowhere.example"}, "No such member here"),
    ],
)
def test_what_cannot_be_is_refused_in_a_sentence(told, problem, ruth, sheet):
    with pytest.raises(CommandError, match=problem):
        run(ruth, sheet, **told)
    assert not Touchpoint.objects.exists()


# ---------------------------------------------------------------- in the browser


@pytest.fixture
def client_of_ruth(ruth) -> MemberClient:
    return MemberClient.of(ruth)


def post(client: MemberClient, **fields):
    return client.post(reverse("partners:talks_import", args=[client.slug]), fields)


def tried(client: MemberClient, content: str = SHEET):
    return post(client, file=SimpleUploadedFile("calls.csv", content.encode()))


def test_file_is_tried_out_brought_in_and_taken_back_in_the_browser(client_of_ruth, northgate):
    shown = tried(client_of_ruth)
    assert "2 new, 1 here already, 5 that cannot be read." in shown.content.decode()
    assert not Touchpoint.objects.exists()
    answer = post(client_of_ruth, key=shown.context["key"], do="apply")
    assert answer.status_code == 302
    assert Touchpoint.objects.count() == 2
    again = post(client_of_ruth, key=shown.context["key"], do="apply")
    assert "Nothing in this file is new." in again.content.decode()
    [said] = get_messages(answer.wsgi_request)
    assert (
        "calls.csv"
        in client_of_ruth.get(
            reverse("partners:talks_import", args=[client_of_ruth.slug])
        ).content.decode()
    )
    client_of_ruth.post(said.extra_tags.split("undo:")[1].split()[0])
    assert not Touchpoint.objects.exists()


def test_rows_to_mend_are_a_download(client_of_ruth, northgate):
    shown = tried(client_of_ruth)
    answer = post(client_of_ruth, key=shown.context["key"], do="mend")
    assert "Zzyzx Mining" in b"".join(answer.streaming_content).decode()


def test_column_that_is_not_guessed_is_chosen(client_of_ruth, northgate):
    shown = tried(client_of_ruth, "Socio,Cuando\nNGC,2026-03-04\n")
    assert shown.status_code == 422
    answer = post(
        client_of_ruth,
        key=shown.context["key"],
        do="apply",
        **{"column-0": "partner", "column-1": "on"},
    )
    assert answer.status_code == 302, answer.content.decode()
    assert Touchpoint.objects.get().organisation == northgate


def test_file_of_somebody_else_is_not_at_hand(client_of_ruth, northgate):
    shown = tried(client_of_ruth)
    other = MemberClient.of(MembershipFactory(coalition=northgate.coalition))
    answer = post(other, key=shown.context["key"], do="apply")
    assert answer.status_code == 302
    assert not Touchpoint.objects.exists()


def test_change_that_was_no_import_is_not_taken_back_as_one(client_of_ruth, northgate):
    log = reverse("partners:talk_log", args=[client_of_ruth.slug])
    client_of_ruth.post(log, {"organisation_id": northgate.pk, "said": "Hello"})
    event = Touchpoint.pgh_event_models["insert"].objects.latest("pgh_id")
    undo = reverse("partners:talks_import_undo", args=[client_of_ruth.slug, event.pgh_context_id])
    assert client_of_ruth.post(undo).status_code == 404
    assert Touchpoint.objects.exists()
