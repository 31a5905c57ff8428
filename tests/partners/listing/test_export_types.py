"""The workbook's cells have types: days are days, numbers numbers, addresses links; its heading filters."""

import io
from datetime import date, datetime
from decimal import Decimal

import openpyxl
import pytest
from django.urls import reverse

from common.spreadsheets.writing import Link, csv_chunks, write_xlsx
from partners.exports import table
from partners.models import Organisation
from tests.factories import ContactFactory, OrganisationFactory


def sheet_of(client):
    url = f"{reverse('partners:export', args=[client.slug])}?format=xlsx"
    return openpyxl.load_workbook(io.BytesIO(b"".join(client.get(url).streaming_content))).active


def column(sheet, heading: str) -> list:
    (place,) = [cell.column for cell in sheet[1] if cell.value == heading]
    return [row[place - 1] for row in sheet.iter_rows(min_row=2)]


@pytest.fixture
def northgate(coordinator):
    organisation = OrganisationFactory(
        coalition=coordinator.membership.coalition,
        name="Northgate",
        website="https://northgate.example/shop",
        email="stores@northgate.example",
        since_on=date(2024, 5, 17),
    )
    ContactFactory(organisation=organisation, email="marisol@northgate.example")
    return organisation


def test_day_is_a_day(coordinator, northgate):
    (since,) = column(sheet_of(coordinator), "Since")
    assert (since.is_date, since.value) == (True, datetime(2024, 5, 17))


def test_addresses_are_links_and_texts(coordinator, northgate):
    sheet = sheet_of(coordinator)
    (website,) = column(sheet, "Website")
    assert website.value == website.hyperlink.target == "https://northgate.example/shop"
    (email,) = column(sheet, "E-mail")
    assert (email.value, email.hyperlink.target) == (
        "stores@northgate.example",
        "mailto:stores@northgate.example",
    )
    (person,) = column(sheet, "Contact 1 e-mail")
    assert person.hyperlink.target == "mailto:marisol@northgate.example"


def test_heading_stays_and_filters_all_rows(coordinator, northgate):
    OrganisationFactory(coalition=northgate.coalition)
    sheet = sheet_of(coordinator)
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == f"A1:{sheet.cell(1, sheet.max_column).column_letter}3"
    assert sheet["A1"].font.bold


def test_column_is_as_wide_as_what_it_says(coordinator, northgate):
    sheet = sheet_of(coordinator)
    widths = {cell.value: sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]}
    assert widths["Name"] < widths["Website"] <= 62


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "file:///etc/passwd", "https://x.example/a b", "", "mailto:"]
)
def test_address_that_is_none_stays_a_text(target):
    out = io.BytesIO()
    write_xlsx(out, columns=["A"], rows=[[Link("=1+1", target)]], sheet_name="S")
    cell = openpyxl.load_workbook(io.BytesIO(out.getvalue())).active["A2"]
    assert (cell.value, cell.data_type, cell.hyperlink) == ("=1+1", "s", None)


def test_link_whose_text_is_a_formula_is_no_formula():
    out = io.BytesIO()
    write_xlsx(out, columns=["A"], rows=[[Link("=1+1", "https://x.example")]], sheet_name="S")
    cell = openpyxl.load_workbook(io.BytesIO(out.getvalue())).active["A2"]
    assert (cell.value, cell.data_type) == ("=1+1", "s")
    assert cell.hyperlink.target == "https://x.example"


def test_numbers_are_numbers_and_long_ones_keep_their_digits():
    out = io.BytesIO()
    row = [7, Decimal("1.50"), 12345678901234567890, True]
    write_xlsx(out, columns=list("ABCD"), rows=[row], sheet_name="S")
    cells = openpyxl.load_workbook(io.BytesIO(out.getvalue())).active[2]
    assert [cell.value for cell in cells] == [7, 1.5, "12345678901234567890", True]
    assert [cell.data_type for cell in cells] == ["n", "n", "s", "b"]


def test_link_is_its_text_in_csv():
    rows = [[Link("@SUM(A1)", "https://x.example")]]
    told = b"".join(csv_chunks(columns=["A"], rows=rows))
    assert told.decode("utf-8-sig").splitlines()[1] == '"\'@SUM(A1)"'


def test_sheet_without_rows_still_filters():
    out = io.BytesIO()
    write_xlsx(out, columns=["A", "B"], rows=[], sheet_name="S")
    sheet = openpyxl.load_workbook(io.BytesIO(out.getvalue())).active
    assert sheet.auto_filter.ref == "A1:B1"


def test_chosen_columns_come_in_the_order_chosen(northgate):
    listed = table(
        Organisation.objects.all(), with_people=False, columns=["since", "name", "contact_1_name"]
    )
    assert listed.columns == ["Since", "Name"]
    assert list(listed.rows) == [[date(2024, 5, 17), "Northgate"]]
