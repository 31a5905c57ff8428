"""`manage.py import_partners` on files whose list does not begin where one expects it."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from openpyxl import Workbook

from partners.models import Organisation
from tests.factories import CoalitionFactory

pytestmark = pytest.mark.django_db


def run(*args: object) -> str:
    CoalitionFactory(slug="north-valley")
    out = StringIO()
    call_command("import_partners", "north-valley", *map(str, args), stdout=out)
    return out.getvalue()


def test_first_row_is_a_partner_where_there_are_no_headings(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Maple Hill Food Bank,Food\r\nOak Hill Seniors,Health\r\n")
    told = json.loads(run(path, "--no-headings", "--map", "Column A=name", "--json"))
    assert (told["rows"], told["new"], told["header_row"]) == (2, 2, 0)
    assert Organisation.objects.filter(name="Maple Hill Food Bank").exists()


def test_command_says_which_sheet_it_has_read(tmp_path):
    book = Workbook()
    book.active.title = "Read me"
    book.active.append(["Ask Ana", "about this"])
    book.active.append(["before", "you begin"])
    sheet = book.create_sheet("Partners")
    sheet.append(["Organization", "Website"])
    sheet.append(["Oak Hill", "oak.example"])
    book.save(tmp_path / "list.xlsx")
    assert "1 rows in list.xlsx, sheet “Partners”" in run(tmp_path / "list.xlsx")
    assert Organisation.objects.get().name == "Oak Hill"
