"""The download says what the list shows, and no spreadsheet program runs it."""

import csv
import io
from datetime import date

import openpyxl
import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Address, Organisation
from tests.conftest import MemberClient
from tests.factories import (
    AliasFactory,
    ClassificationFactory,
    ContactFactory,
    OrganisationFactory,
    TermFactory,
)
from tests.partners.own_fields.defining import own


def download(client: MemberClient, address: str = "?format=csv") -> list[dict[str, str]]:
    answer = client.get(f"{reverse('partners:export', args=[client.slug])}{address}")
    assert answer.status_code == 200
    content = b"".join(answer.streaming_content)
    if "format=csv" in address:
        return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    heads, *rows = openpyxl.load_workbook(io.BytesIO(content)).active.values
    return [dict(zip(heads, row, strict=True)) for row in rows]


def add(client: MemberClient, name: str, **fields) -> Organisation:
    return OrganisationFactory(coalition=client.membership.coalition, name=name, **fields)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize(
    "address", ["", "&sort=-name", "&kind=prospect", "&q=partner+1", "&sector=Housing&sort=-added"]
)
def test_download_holds_all_pages_of_the_list_in_its_order(coordinator, form, address):
    term = TermFactory(coalition=coordinator.membership.coalition, name="Housing")
    for number in range(60):
        kind = ("partner", "prospect")[number % 2]
        organisation = add(coordinator, f"Partner {number}", kind=kind)
        if number % 3 == 0:
            ClassificationFactory(organisation=organisation, term=term)
    listed = []
    for page in ("1", "2"):
        url = f"{reverse('partners:list', args=[coordinator.slug])}?page={page}{address}"
        rows = [row.name for row in coordinator.get(url).context["listing"].rows]
        listed += [name for name in rows if name not in listed]
    assert [row["Name"] for row in download(coordinator, f"?format={form}{address}")] == listed


def test_several_values_are_joined_and_people_have_columns_of_their_own(coordinator):
    organisation = add(coordinator, "Northgate Grocers", owner=coordinator.membership.person)
    for name in ("NGC", "Northgate Co-op"):
        AliasFactory(organisation=organisation, name=name)
    Address.objects.create(
        coalition=organisation.coalition, organisation=organisation, street="1 Main St", city="Elm"
    )
    ContactFactory(organisation=organisation, name="Pat", role="finance", email="pat@g.example")
    ContactFactory(organisation=organisation, name="Marisol", email="marisol@g.example")
    (row,) = download(coordinator)
    assert row["Other names"] == "NGC; Northgate Co-op"
    assert (row["Street"], row["City"]) == ("1 Main St", "Elm")
    assert row["Looked after by"] == coordinator.membership.person.email
    assert (row["Contact 1 name"], row["Contact 2 name"]) == ("Marisol", "Pat")
    assert row["Contact 2 e-mail"] == "pat@g.example"


@pytest.mark.parametrize("text", ["=1+1", "+A1", "-A1+1", "@SUM(A1)", '=HYPERLINK("http://x")'])
def test_download_is_no_formula(coordinator, text):
    add(coordinator, text, description=text)
    (row,) = download(coordinator)
    assert row["Name"][0] not in "=+-@"
    url = f"{reverse('partners:export', args=[coordinator.slug])}?format=xlsx"
    book = b"".join(coordinator.get(url).streaming_content)
    cell = openpyxl.load_workbook(io.BytesIO(book)).active["A2"]
    assert cell.data_type == "s"


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTNER])
def test_download_is_refused_to_those_who_may_not(member, role):
    client = member(role)
    assert client.get(reverse("partners:export", args=[client.slug])).status_code == 403


def test_download_has_nothing_of_another_coalition(coordinator):
    OrganisationFactory(name="Not ours")
    assert download(coordinator) == []


def test_download_takes_the_same_queries_for_few_and_many(coordinator, django_assert_num_queries):
    add(coordinator, "One")
    with django_assert_num_queries(14):
        download(coordinator)
    OrganisationFactory.create_batch(60, coalition=coordinator.membership.coalition)
    with django_assert_num_queries(14):
        assert len(download(coordinator)) == 61


def test_chosen_columns_are_downloaded_as_they_stand_in_the_list(coordinator):
    own(coordinator, "Seats", kind="number")
    organisation = OrganisationFactory(
        coalition=coordinator.membership.coalition,
        name="Acorn",
        website="https://acorn.example/",
        since_on=date(2024, 5, 1),
        own_values={"seats": 12},
    )
    term = TermFactory(coalition=coordinator.membership.coalition, name="Housing")
    ClassificationFactory(organisation=organisation, term=term)
    asked = {"format": "csv", "columns": "name,since,sectors,own-seats,website"}
    address = reverse("partners:export", args=[coordinator.slug])
    text = b"".join(coordinator.get(address, asked).streaming_content).decode("utf-8-sig")
    assert list(csv.reader(text.splitlines())) == [
        ["Partner", "Since", "Sectors", "Seats", "Website"],
        ["Acorn", "2024-05-01", "Housing", "12", "https://acorn.example/"],
    ]
