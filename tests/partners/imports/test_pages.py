"""Bringing in a spreadsheet, page by page."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Contact, ImportRun, Organisation
from tests.factories import OrganisationFactory
from tests.partners.importing import (
    answers,
    applied,
    checked,
    csv_text,
    decide,
    outcomes,
    undone,
    upload,
    uploaded,
    work,
)

pytestmark = pytest.mark.django_db

FILE = csv_text(
    ["Organization", "Email", "Contact name"],
    ["Harvest Moon Farm Stand", "hello@harvestmoon.example", "Teo Alvarado"],
    ["", "nobody@nowhere.example", ""],
)


def page(client, name, run, *more):
    return client.get(reverse(f"partners:{name}", args=[client.slug, run.pk, *more]))


def text_of(client, run) -> str:
    return page(client, "import", run).content.decode()


def test_upload_leads_to_the_columns_with_examples(coordinator):
    run = uploaded(coordinator, FILE)
    html = page(coordinator, "import_columns", run).content.decode()
    assert "Harvest Moon Farm Stand" in html
    assert '<option value="contact_name" selected>' in html


def test_upload_that_cannot_be_read_says_so_at_the_field(coordinator):
    answer = upload(coordinator, b"%PDF-1.7 not a table", name="partners.csv")
    assert answer.status_code == 422
    assert "PDF" in answer.content.decode()
    assert not ImportRun.objects.exists()


def test_upload_without_a_file_says_so_at_the_field(coordinator):
    answer = coordinator.post(reverse("partners:import_start", args=[coordinator.slug]))
    assert answer.status_code == 422
    assert answer.context["form"].errors["file"]


def test_upload_keeps_the_file_under_a_name_that_tells_nothing(coordinator):
    run = uploaded(coordinator, FILE, name="../../Smith family.csv")
    assert run.file_name == "Smith family.csv"
    assert "mith" not in run.file.name


UPLOADS = {
    "import_start": "file",
    "tie_import_start": "file",
    "service_import_start": "uploads",
    "talk_import_start": "file",
}


@pytest.mark.parametrize(("name", "field"), UPLOADS.items())
def test_empty_file_is_refused_in_our_words(coordinator, name, field):
    url = reverse(f"partners:{name}", args=[coordinator.slug])
    answer = coordinator.post(url, {field: SimpleUploadedFile("empty.csv", b"")})
    said = "This file is empty. Please choose a file with content."
    assert said in answer.content.decode()
    assert not ImportRun.objects.exists()


def test_file_that_is_too_large_is_told_the_limit_and_no_size_of_its_own(coordinator, settings):
    """The disk takes no more than the limit of a larger file, so that nobody knows its size."""
    settings.IMPORT_MAX_BYTES = settings.UPLOAD_MAX_BYTES = 1024 * 1024
    answer = upload(coordinator, b"Name\n" + b"Elm Center\n" * 300_000)
    assert "This file has more than 1 MB, the most that can be read." in answer.content.decode()


def test_dry_run_shows_every_outcome_and_writes_nothing(coordinator):
    run = checked(coordinator, FILE)
    html = page(coordinator, "import", run).content.decode()
    assert "Harvest Moon Farm Stand" in html
    assert "No name." in html
    assert "Bring in 1 row" in html
    assert not Organisation.objects.exists()


def test_apply_writes_the_rows_and_the_page_offers_to_undo(coordinator):
    run = applied(coordinator, FILE)
    assert Organisation.objects.get().name == "Harvest Moon Farm Stand"
    assert Contact.objects.get().name == "Teo Alvarado"
    assert "Undo this import" in page(coordinator, "import", run).content.decode()


def test_days_of_a_spanish_spreadsheet_come_in(coordinator):
    applied(coordinator, csv_text(["Nombre", "Desde"], ["Olmo", "5 de marzo de 2021"]))
    assert Organisation.objects.get().since_on == date(2021, 3, 5)


def test_day_still_to_come_is_refused(coordinator):
    run = checked(coordinator, csv_text(["Name", "Since"], ["Elm Center", "3/1/2999"]))
    assert "“3/1/2999” is still to come." in text_of(coordinator, run)


def test_undo_names_partners_that_were_changed_since_and_leaves_them(coordinator):
    run = applied(coordinator, csv_text(["Name"], ["Stays Here"], ["Goes Away"]))
    Organisation.objects.filter(name="Stays Here").update(description="We know more now.")
    assert "Stays Here" in page(coordinator, "import_undo", run).content.decode()
    undone(coordinator, run)
    assert [o.name for o in Organisation.objects.all()] == ["Stays Here"]


def test_progress_page_shows_rows_done_and_goes_on_when_the_work_is_done(coordinator):
    run = uploaded(coordinator, FILE)
    coordinator.post(
        reverse("partners:import_columns", args=[coordinator.slug, run.pk]), answers(run)
    )
    assert "waiting" in page(coordinator, "import", run).content.decode()
    work()
    address = reverse("partners:import_progress", args=[coordinator.slug, run.pk])
    answer = coordinator.get(address, headers={"HX-Request": "true"})
    assert answer.headers["HX-Redirect"] == run.get_absolute_url()
    assert coordinator.get(address).url == run.get_absolute_url()


def test_columns_page_can_read_another_row_of_headings(coordinator):
    text = "Partner list 2025\r\n" + FILE
    run = uploaded(coordinator, text)
    assert run.header_row == 2
    url = reverse("partners:import_columns", args=[coordinator.slug, run.pk])
    coordinator.post(url, {"do": "look", "header_row": "3"})
    run.refresh_from_db()
    assert run.header_row == 3


def test_what_is_no_number_is_no_row_of_headings_and_no_row(coordinator):
    run = uploaded(coordinator, csv_text(["Name"], ["Elm Center"]))
    url = reverse("partners:import_columns", args=[coordinator.slug, run.pk])
    assert coordinator.post(url, {"do": "look", "header_row": "²"}).status_code == 302
    url = reverse("partners:import_decide", args=[coordinator.slug, run.pk])
    assert coordinator.post(url, {"row-²": "skip"}).status_code == 302


def test_columns_that_two_people_tell_at_once_are_asked_again_and_nothing_is_lost(coordinator):
    run = uploaded(coordinator, FILE)
    url = reverse("partners:import_columns", args=[coordinator.slug, run.pk])
    seen = run.columns_mark
    coordinator.post(url, answers(run, **{"column-1": "tag", "do": "save", "seen": seen}))
    mine = {"column-1": "description", "do": "check", "seen": seen}
    html = coordinator.post(url, answers(run, **mine)).content.decode()
    assert "Somebody has changed the columns since you opened this page." in html
    assert '<option value="description" selected>' in html
    assert "Now stands: Tags" in html
    run.refresh_from_db()
    assert (run.state, run.mapping["1"]) == (ImportRun.State.MAPPING, "tag")
    again = answers(run, **(mine | {"seen": run.columns_mark}))
    assert coordinator.post(url, again).status_code == 302
    run.refresh_from_db()
    assert (run.state, run.mapping["1"]) == (ImportRun.State.CHECKING, "description")


def test_columns_sent_while_somebody_checks_the_file_are_shown_again(coordinator):
    run = uploaded(coordinator, FILE)
    url = reverse("partners:import_columns", args=[coordinator.slug, run.pk])
    coordinator.post(url, answers(run))
    html = coordinator.post(url, answers(run, **{"column-1": "tag"})).content.decode()
    assert "This file is being worked on" in html
    assert '<option value="tag" selected>' in html


def test_columns_page_refuses_without_a_name_column(coordinator):
    run = uploaded(coordinator, FILE)
    url = reverse("partners:import_columns", args=[coordinator.slug, run.pk])
    html = coordinator.post(
        url, {"column-0": "", "kind": "partner", "do": "check"}
    ).content.decode()
    assert "which column holds the partner" in html
    run.refresh_from_db()
    assert run.state == ImportRun.State.MAPPING


def test_apply_waits_until_every_doubt_has_its_answer(coordinator):
    coalition = coordinator.membership.coalition
    OrganisationFactory(coalition=coalition, name="Northgate Grocers Cooperative")
    run = checked(coordinator, csv_text(["Name"], ["Northgate Grocers Coop"]))
    assert outcomes(run) == ["duplicate"]
    decide(coordinator, run, do="apply")
    assert run.state == ImportRun.State.CHECKED
    decide(coordinator, run, **{"row-2": "new"}, do="apply")
    assert run.state == ImportRun.State.APPLIED
    assert Organisation.objects.count() == 2


def test_rejected_rows_come_back_as_a_file_that_can_be_mended_and_brought_in(coordinator):
    run = applied(coordinator, FILE)
    answer = page(coordinator, "import_rejected", run, "csv")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    assert text.splitlines()[0] == '"Organization","Email","Contact name","Reason"'
    assert "No name." in text
    mended = text.replace('"","nobody@', '"Found Its Name","nobody@')
    again = checked(coordinator, mended)
    assert outcomes(again) == ["new"]
    assert again.mapping == run.mapping


def test_rejected_rows_come_back_as_a_workbook(coordinator):
    run = checked(coordinator, FILE)
    answer = page(coordinator, "import_rejected", run, "xlsx")
    assert answer.content[:2] == b"PK"
    assert checked(coordinator, answer.content, name="again.xlsx").counts == {"rejected": 1}


def test_run_of_another_coalition_is_not_there(coordinator, member):
    run = uploaded(coordinator, FILE)
    other = member(Role.COORDINATOR)
    assert page(other, "import", run).status_code == 404


@pytest.mark.parametrize("outcome", ["new", "update", "unchanged", "rejected", "duplicate"])
def test_rows_of_each_outcome_have_a_page(coordinator, outcome):
    run = checked(coordinator, FILE)
    assert page(coordinator, "import_rows", run, outcome).status_code == 200


NAMES = ["Riverbend Tenants", "Oak Hill Seniors", "Cedar Lane Practice", "Elm Park Transit"]


def queries_of_dry_run(client, names) -> int:
    known = [
        OrganisationFactory(coalition=client.membership.coalition, name=name) for name in names
    ]
    rows = [[f"{organisation.name[:-1]}z", ""] for organisation in known]
    fresh = [[f"{word} Bakery", "Ana"] for word in ("Quince", "Zephyr", "Maple")[: len(names)]]
    run = checked(client, csv_text(["Name", "Contact"], *rows, ["", "Nobody"], *fresh))
    assert outcomes(run).count("duplicate") == len(names)
    with CaptureQueriesContext(connection) as queries:
        page(client, "import", run)
    return len(queries)


def test_dry_run_page_needs_as_many_queries_for_many_rows(member):
    one, three = member(Role.COORDINATOR), member(Role.COORDINATOR)
    assert queries_of_dry_run(one, NAMES[:1]) == queries_of_dry_run(three, NAMES[:3])
