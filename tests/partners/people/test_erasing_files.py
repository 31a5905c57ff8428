"""Somebody who asks to be forgotten may stand in files too: in their names, and in uploaded spreadsheets."""

import io
import json
import zipfile

import openpyxl
import pytest
from django.core.files.storage import default_storage
from django.db import connection
from django.urls import reverse

from accounts import operations as accounts
from common.personal import file_names
from partners.models import Attachment, Contact, ImportRun
from partners.reports.people import naming_files
from tests.factories import (
    NOW,
    AttachmentFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    PersonFactory,
)
from tests.partners.importing import applied, csv_text, uploaded

NAME, ADDRESS = "Lucía Castañeda-Ruiz", "lucia@clinic.example"


@pytest.fixture
def clinic(coordinator):
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Cedar Clinic")


@pytest.fixture
def lucia(clinic) -> Contact:
    return ContactFactory(organisation=clinic, name=NAME, email=ADDRESS, phone="555-0142")


def keep(clinic, name: str, **fields) -> Attachment:
    return AttachmentFactory(organisation=clinic, name=name, **fields)


def page(client, contact: Contact):
    args = [client.slug, contact.organisation_id, contact.pk]
    return client.get(reverse("partners:contact_erase", args=args))


def erase(client, contact: Contact, *files: Attachment):
    args = [client.slug, contact.organisation_id, contact.pk]
    told = {"files": [file.pk for file in files]}
    return client.post(reverse("partners:contact_erase", args=args), told)


def stored_names() -> list[str]:
    """File names in the table and in every version of it."""
    found = list(Attachment.objects.values_list("name", flat=True))
    for event in Attachment.pgh_event_models.values():
        found += event.objects.values_list("name", flat=True)
    return sorted(set(found))


@pytest.mark.parametrize(
    ("name", "is_named"),
    [
        ("Lucía Castañeda-Ruiz.pdf", True),
        ("lucia_castaneda_ruiz cv (2).pdf", True),
        ("CASTANEDA RUIZ, Lucia.docx", False),
        ("Ruiz, Lucía Castañeda.docx", True),
        ("LuciaCastanedaRuiz.png", True),
        ("Luci\u0301a Castan\u0303eda-Ruiz.pdf", True),
        ("Agreement lucia@clinic.example.pdf", True),
        ("Lucía Castañeda-Ruizova.pdf", False),
        ("Minutes.pdf", False),
        ("Lucía and Ruiz.pdf", False),
    ],
)
def test_person_is_found_in_the_name_of_a_file(clinic, name, is_named):
    keep(clinic, name)
    patterns = [file_names.pattern_of(needle) for needle in (NAME, ADDRESS)]
    assert Attachment.objects.named_after(patterns).exists() is is_named


def test_marks_alone_name_nobody(clinic):
    keep(clinic, "Minutes.pdf")
    assert not Attachment.objects.named_after([file_names.pattern_of("•••")]).exists()


def test_page_lists_files_that_name_them_and_nobody_elses(coordinator, clinic, lucia):
    keep(clinic, "CV Lucia Castaneda Ruiz.pdf")
    keep(clinic, "Photo of Lucía Castañeda-Ruiz.png", removed=True)
    keep(clinic, "Minutes.pdf")
    keep(OrganisationFactory(name="Elsewhere"), "Lucía Castañeda-Ruiz.pdf")
    words = page(coordinator, lucia).content.decode()
    assert "CV Lucia Castaneda Ruiz.pdf, kept on Cedar Clinic" in words
    assert "Photo of Lucía Castañeda-Ruiz.png, removed from Cedar Clinic" in words
    assert "Minutes.pdf" not in words
    assert "Elsewhere" not in words
    assert "is not looked into" in words


def test_chosen_file_goes_for_good_and_the_other_loses_the_name(
    coordinator, clinic, lucia, django_capture_on_commit_callbacks
):
    gone = keep(clinic, "CV Lucia Castaneda Ruiz.pdf")
    kept = keep(clinic, "Agreement, Lucía Castañeda-Ruiz.pdf")
    with django_capture_on_commit_callbacks(execute=True):
        erase(coordinator, lucia, gone)
    kept.refresh_from_db()
    assert kept.name == "Agreement, •••.pdf"
    assert stored_names() == ["Agreement, •••.pdf"]
    assert not default_storage.exists(gone.stored.name)
    assert default_storage.exists(kept.stored.name)


def test_file_that_does_not_name_them_cannot_be_erased_with_them(coordinator, clinic, lucia):
    keep(clinic, "CV Lucia Castaneda Ruiz.pdf")
    minutes = keep(clinic, "Minutes.pdf")
    erase(coordinator, lucia, minutes)
    assert Attachment.objects.filter(pk=minutes.pk).exists()
    lucia.refresh_from_db()
    assert lucia.erased_on is None


def source_of(run: ImportRun) -> str:
    return ImportRun.objects.get(pk=run.pk).file.name


def test_spreadsheet_that_was_brought_in_goes_as_a_whole(coordinator, lucia):
    told = csv_text(["Name", "Contact name"], ["Cedar Clinic", NAME])
    naming = applied(coordinator, told, name="clinic.csv")
    other = applied(coordinator, csv_text(["Name"], ["Acorn"]), name="acorn.csv")
    words = page(coordinator, lucia).content.decode()
    assert "clinic.csv" in words
    assert "acorn.csv" not in words
    erase(coordinator, lucia)
    assert (source_of(naming), bool(source_of(other))) == ("", True)


def test_spreadsheet_that_nobody_has_confirmed_is_read_for_it(coordinator, lucia):
    told = csv_text(["Name", "Contact name"], ["Cedar Clinic", NAME])
    run = uploaded(coordinator, told, name="waiting.csv")
    assert not run.rows.exists()
    assert "waiting.csv" in page(coordinator, lucia).content.decode()
    erase(coordinator, lucia)
    assert source_of(run) == ""


def test_title_rows_and_other_sheets_are_read_too(coordinator, lucia):
    book = openpyxl.Workbook()
    book.active.append(["Name"])
    book.active.append(["Acorn"])
    book.create_sheet("Notes").append([f"Written by {ADDRESS}", "in May"])
    content = io.BytesIO()
    book.save(content)
    run = applied(coordinator, content.getvalue(), name="acorn.xlsx")
    erase(coordinator, lucia)
    assert source_of(run) == ""


def test_spreadsheet_that_cannot_be_read_any_more_goes_too(coordinator, lucia):
    run = uploaded(coordinator, csv_text(["Name"], ["Acorn"]))
    with default_storage.open(run.file.name, "wb") as file:
        file.write(b"\x00\x01\x02 nothing that is a table")
    erase(coordinator, lucia)
    assert source_of(run) == ""


def test_spreadsheet_too_long_to_look_through_goes_too_and_the_shorter_ones_are_read(
    coordinator, lucia, monkeypatch
):
    short = uploaded(coordinator, csv_text(["Name"], ["Acorn"]), name="short.csv")
    long = uploaded(coordinator, csv_text(["Name"], *[["Acorn"]] * 50), name="long.csv")
    monkeypatch.setattr(naming_files, "READ_AT_MOST", 200)
    erase(coordinator, lucia)
    assert (bool(source_of(short)), source_of(long)) == (True, "")


def test_name_of_an_uploaded_spreadsheet_loses_them(coordinator, lucia):
    run = applied(coordinator, csv_text(["Name"], ["Acorn"]), name="from Lucia_Castaneda_Ruiz.csv")
    erase(coordinator, lucia)
    run.refresh_from_db()
    assert run.file_name == "from •••.csv"
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM partners_organisationevent WHERE pgh_context::text ILIKE %s",
            ["%Castaneda%"],
        )
        assert cursor.fetchone() == (0,)


# ---------------------------------------------------------------- people who can sign in


@pytest.fixture
def ana(coordinator):
    coalition = coordinator.membership.coalition
    person = PersonFactory(full_name="Ana Dunn", email="ana.dunn@people.example")
    return MembershipFactory(coalition=coalition, person=person).person


def test_erased_account_stands_in_no_file_name_and_no_spreadsheet(coordinator, clinic, ana):
    keep(clinic, "Letter to Ana_Dunn.pdf")
    waiting = uploaded(coordinator, csv_text(["Name", "By"], ["Acorn", "Ana Dunn"]))
    naming = applied(coordinator, csv_text(["Name", "By"], ["Birch", ana.email]))
    other = applied(coordinator, csv_text(["Name"], ["Cedar"]))
    accounts.erase_person(ana, by=None, at=NOW)
    assert stored_names() == ["Letter to •••.pdf"]
    assert [bool(source_of(run)) for run in (waiting, naming, other)] == [False, False, True]


def test_own_data_names_the_files(coordinator, clinic):
    person = coordinator.membership.person
    person.full_name = "Ana Dunn"
    person.save()
    keep(clinic, "Letter to Ana Dunn.pdf")
    keep(clinic, "Minutes.pdf")
    keep(OrganisationFactory(), "Ana Dunn elsewhere.pdf")
    applied(coordinator, csv_text(["Name", "By"], ["Birch", person.email]), name="birch.csv")
    words = coordinator.get(reverse("accounts:my_data")).content.decode()
    assert "Letter to Ana Dunn.pdf" in words
    assert "birch.csv" in words
    assert "Minutes.pdf" not in words
    assert "Ana Dunn elsewhere.pdf" not in words


def test_download_of_own_data_names_the_files(coordinator, clinic):
    person = coordinator.membership.person
    person.full_name = "Ana Dunn"
    person.save()
    keep(clinic, "Letter to Ana Dunn.pdf")
    coordinator.post(reverse("account_reauthenticate"), {"password": "correct horse battery"})
    answer = coordinator.get(reverse("accounts:my_data_download"))
    archive = zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))
    told = json.loads(archive.read("my-data.json"))["files_naming_me"]
    assert [(file["name"], file["named"]) for file in told] == [("Letter to Ana Dunn.pdf", "name")]
    assert b"Letter to Ana Dunn.pdf" in archive.read("my-data.html")
