"""People whom a file of talks names and nobody here knows are told of; rows to mend stay at hand."""

import csv
import json
from io import BytesIO, StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from openpyxl import load_workbook

from accounts.permissions import Role
from partners.models import Touchpoint
from tests.conftest import MemberClient
from tests.factories import ContactFactory, MembershipFactory, OrganisationFactory

SHEET = """Organization,Date,Notes,Contact,Our people
Northgate Grocers,2026-03-02,Menu,"Marisol Ortega, Jo Bloggs",Ruth Adeyemi; Rut Adeyemi
Northgate Grocers,2026-03-03,Shelves,Marisol Ortega,Ruth Adeyemi
Zzyzx Mining,2026-03-10,Hello,,
"""


@pytest.fixture
def ruth(db):
    made = MembershipFactory(role=Role.ADMINISTRATOR, person__full_name="Ruth Adeyemi")
    partner = OrganisationFactory(coalition=made.coalition, name="Northgate Grocers")
    ContactFactory(organisation=partner, name="Marisol Ortega")
    return made


@pytest.fixture
def client(ruth) -> MemberClient:
    return MemberClient.of(ruth)


def post(client, **fields):
    return client.post(reverse("partners:talks_import", args=[client.slug]), fields)


def tried(client):
    return post(client, file=SimpleUploadedFile("calls.csv", SHEET.encode()))


def test_command_names_the_people_without_whom_a_talk_comes_in(ruth, tmp_path):
    file = tmp_path / "calls.csv"
    file.write_text(SHEET)
    told, out = StringIO(), StringIO()
    call_command("import_touchpoints", ruth.coalition.slug, str(file), dry_run=True, stdout=told)
    assert (
        "Row 2 comes without Contact: Jo Bloggs; Our people: Rut Adeyemi: not known here"
        in told.getvalue()
    )
    call_command("import_touchpoints", ruth.coalition.slug, str(file), json=True, stdout=out)
    assert json.loads(out.getvalue())["unknown_people"] == [
        {"row": 2, "people": ["Contact: Jo Bloggs", "Our people: Rut Adeyemi"]}
    ]


def test_dry_run_on_the_page_names_them_too(client):
    page = tried(client).text
    assert "People who are not known here" in page
    assert "Contact: Jo Bloggs; Our people: Rut Adeyemi" in page


def test_rows_to_mend_come_for_excel_too(client):
    shown = tried(client)
    answer = post(client, key=shown.context["key"], do="mend-xlsx")
    sheet = load_workbook(BytesIO(answer.content)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][-1] == "Reason"
    assert rows[1][0] == "Zzyzx Mining"
    assert len(rows) == 2


def test_after_bringing_in_the_rows_to_mend_are_still_at_hand(client):
    shown = tried(client)
    answer = post(client, key=shown.context["key"], do="apply")
    assert Touchpoint.objects.count() == 2
    after = client.get(answer.url)
    assert "0 new, 2 here already, 1 that cannot be read." in after.text
    mend = post(client, key=after.context["key"], do="mend")
    rows = list(csv.reader(b"".join(mend.streaming_content).decode("utf-8-sig").splitlines()))
    assert [row[0] for row in rows[1:]] == ["Zzyzx Mining"]


def test_chosen_columns_hold_after_bringing_in(client):
    sheet = SimpleUploadedFile(
        "llamadas.csv", b"Socio,Cuando\nNorthgate Grocers,2026-03-04\nNobody,2026-03-04\n"
    )
    shown = post(client, file=sheet)
    columns = {"column-0": "partner", "column-1": "on"}
    answer = post(client, key=shown.context["key"], do="apply", **columns)
    assert "0 new, 1 here already, 1 that cannot be read." in client.get(answer.url).text
