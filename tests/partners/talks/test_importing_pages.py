"""A spreadsheet of talks in the browser: tried out by a worker, brought in, taken back."""

import csv
import json
from datetime import timedelta
from io import StringIO

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from partners import tasks
from partners.models import Contact, ImportRow, ImportRun, Organisation, Touchpoint
from tests.conftest import MemberClient
from tests.factories import ContactFactory, MembershipFactory, OrganisationFactory

SHEET = """Organization,Date,Notes,Contact,Our people
Northgate Grocers,2026-03-02,Menu,"Marisol Ortega, Jo Bloggs",Ruth Adeyemi; Rut Adeyemi
Northgate Grocers,2026-03-03,Shelves,Marisol Ortega,Ruth Adeyemi
Northgate Grocers,2026-03-03,Shelves,,
Zzyzx Mining,2026-03-10,Hello,,
"""
State = ImportRun.State


@pytest.fixture
def ruth(db):
    made = MembershipFactory(role=Role.ADMINISTRATOR, person__full_name="Ruth Adeyemi")
    partner = OrganisationFactory(coalition=made.coalition, name="Northgate Grocers")
    ContactFactory(organisation=partner, name="Marisol Ortega")
    return made


@pytest.fixture
def client(ruth) -> MemberClient:
    return MemberClient.of(ruth)


def upload(client, content: str = SHEET) -> ImportRun:
    url = reverse("partners:talk_import_start", args=[client.slug])
    client.post(url, {"file": SimpleUploadedFile("calls.csv", content.encode())})
    return ImportRun.objects.about("talks").latest("pk")


def ask(client, run: ImportRun, what: str, **told):
    """Press a button of the import's pages, and let the worker have its turn."""
    answer = client.post(reverse(f"partners:talk_import_{what}", args=[client.slug, run.pk]), told)
    tasks.resume_imports()
    run.refresh_from_db()
    return answer


def checked(client, content: str = SHEET, **told) -> ImportRun:
    run = upload(client, content)
    columns = {f"column-{place}": key for place, key in run.mapping.items()}
    ask(client, run, "columns", **(columns | told))
    assert run.state == State.CHECKED, run.problem
    return run


def shown(client, run: ImportRun) -> str:
    return client.get(run.get_absolute_url()).content.decode()


def test_dry_run_shows_every_row_and_writes_nothing(client):
    run = checked(client)
    assert {name: run.counts.get(name, 0) for name in ("new", "unchanged", "rejected")} == {
        "new": 2,
        "unchanged": 1,
        "rejected": 1,
    }
    page = shown(client, run)
    assert "Nobody is called “Zzyzx Mining”." in page
    assert "Contact: Jo Bloggs is not known here, and is left out" in page
    assert "1 row names somebody who is not known here, and comes in without them." in page
    assert not Touchpoint.objects.exists()


def test_file_is_brought_in_and_taken_back(client, ruth):
    run = checked(client)
    ask(client, run, "apply")
    assert run.state == State.APPLIED
    talks = Touchpoint.objects.order_by("on")
    assert [(talk.said, talk.logged_by) for talk in talks] == [
        ("Menu", ruth.person),
        ("Shelves", ruth.person),
    ]
    assert [one.name for one in talks[0].contacts.all()] == ["Marisol Ortega"]
    assert "2 talks were written from “calls.csv”." in shown(client, run)
    ask(client, run, "undo")
    assert run.state == State.UNDONE
    assert not Touchpoint.objects.exists()
    run = checked(client)
    assert run.counts["new"] == 2


def test_second_press_writes_nothing_twice(client):
    run = checked(client)
    ask(client, run, "apply")
    ask(client, run, "apply")
    assert Touchpoint.objects.count() == 2


def test_talk_that_was_changed_since_stays_and_is_named_before(client, ruth):
    run = checked(client)
    ask(client, run, "apply")
    talk = Touchpoint.objects.get(said="Menu")
    url = reverse("partners:talk_edit", args=[client.slug, talk.pk])
    form = client.get(url).context["form"]
    told = {name: value for name, value in form.initial.items() if value not in (None, [])}
    told |= {"said": "The menu in Spanish", "on": "2026-03-02", "members": [ruth.person.pk]}
    client.post(url, told)
    talk.refresh_from_db()
    assert talk.said == "The menu in Spanish"
    page = client.get(reverse("partners:talk_import_undo", args=[client.slug, run.pk]))
    assert "The menu in Spanish" in page.content.decode()
    assert "1 talk is taken away." in page.content.decode()
    ask(client, run, "undo")
    assert [*Touchpoint.objects.all()] == [talk]
    assert talk.members.exists()


@pytest.mark.parametrize("what", ["renamed", "person gone", "logged by hand"])
def test_what_changed_since_the_dry_run_is_shown_before_anything_is_written(client, ruth, what):
    run = checked(client)
    if what == "renamed":
        Organisation.objects.update(name="Northgate Co-op")
    elif what == "person gone":
        Contact.objects.all().delete()
    else:
        partner = Organisation.objects.get()
        log = reverse("partners:talk_log", args=[client.slug])
        client.post(log, {"organisation_id": partner.pk, "said": "Shelves", "on": "2026-03-03"})
        Touchpoint.objects.update(kind="call")
    before = Touchpoint.objects.count()
    ask(client, run, "apply")
    assert run.state == State.CHECKED
    assert "has changed since the dry run" in run.notice
    assert Touchpoint.objects.count() == before


def test_rows_to_mend_are_a_download_also_once_the_rest_is_in(client):
    run = checked(client)
    ask(client, run, "apply")
    url = reverse("partners:import_rejected", args=[client.slug, run.pk, "csv"])
    assert url in shown(client, run)
    told = b"".join(client.get(url).streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(told)))
    assert rows[0][-1] == "Reason"
    assert [row[0] for row in rows[1:]] == ["Zzyzx Mining"]


def test_column_that_is_not_guessed_is_chosen_and_remembered(client):
    content = "Socio,Cuando\nNorthgate Grocers,3/4/2026\n"
    run = upload(client, content)
    page = ask(client, run, "columns", **{"column-0": "partner"})
    assert page.status_code == 422
    assert "No column holds: Day." in page.content.decode()
    ask(client, run, "columns", **{"column-0": "partner", "column-1": "on", "day_first": "on"})
    ask(client, run, "apply")
    assert Touchpoint.objects.get().on.isoformat() == "2026-04-03"
    assert upload(client, content).mapping == {"0": "partner", "1": "on"}


def test_file_of_another_coalition_is_not_at_hand(client):
    run = checked(client)
    other = MemberClient.of(MembershipFactory(role=Role.ADMINISTRATOR))
    url = reverse("partners:talk_import_apply", args=[other.slug, run.pk])
    assert other.post(url).status_code == 404


def test_file_and_rows_are_forgotten_after_their_time_and_the_undo_is_not(client):
    run = checked(client)
    ask(client, run, "apply")
    long_ago = timezone.now() - timedelta(days=settings.IMPORT_KEEP_DAYS + 1)
    ImportRun.objects.update(created_at=long_ago)
    tasks.forget_old_imports()
    run.refresh_from_db()
    assert not run.file
    assert not ImportRow.objects.exists()
    ask(client, run, "undo")
    assert not Touchpoint.objects.exists()


def test_command_names_the_people_without_whom_a_talk_comes_in(ruth, tmp_path):
    file = tmp_path / "calls.csv"
    file.write_text(SHEET)
    out = StringIO()
    call_command("import_touchpoints", ruth.coalition.slug, str(file), json=True, stdout=out)
    [told] = json.loads(out.getvalue())["unknown_people"]
    assert told["row"] == 2
    assert told["people"][0] == "Contact: Jo Bloggs is not known here, and is left out"
