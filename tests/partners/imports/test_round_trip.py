"""The list goes out as a file, and the same file comes back without changing anything."""

import csv
from datetime import date

import pytest
from django.urls import reverse

from accounts.models import Person
from partners.models import (
    Address,
    Alias,
    Classification,
    Contact,
    ExternalIdentifier,
    Organisation,
    OwnField,
    Phone,
    ProfileAnswer,
    ProfileRow,
    Term,
)
from partners.models.taxonomy import Vocabulary
from tests.factories import (
    AliasFactory,
    ClassificationFactory,
    ContactFactory,
    OrganisationFactory,
    OwnFieldFactory,
    ProfileRowFactory,
    TermFactory,
)
from tests.partners.importing import applied, checked, csv_text, outcomes, row, uploaded

STRENGTHS = [
    ("Cooking classes", 3, "also in Somali: by day; by night"),
    ("Vans (blue): 3", 2, ""),
    ('"The" quiet; ones', None, "=a | b"),
    ("Español", 1, ""),
]
PARTS = [Address, Alias, Classification, Contact, ExternalIdentifier, Organisation, Phone, Term]
PARTS += [ProfileAnswer, ProfileRow]


def ours(client, name: str, **fields) -> Organisation:
    return OrganisationFactory(coalition=client.membership.coalition, name=name, **fields)


def add(part, organisation: Organisation, **fields):
    return part.objects.create(
        organisation=organisation, coalition=organisation.coalition, **fields
    )


@pytest.fixture
def full(coordinator):
    """Two partners of whom everything is told, in the ways that are hard to read back."""
    coalition = coordinator.membership.coalition
    OwnFieldFactory(coalition=coalition, label="Seats", kind="number")
    OwnFieldFactory(coalition=coalition, label="Eats", subject="contact")
    acorn = ours(
        coordinator,
        "Acorn, Inc.",
        kind="prospect",
        description="=Walks.\r\nTalks,  and more.",
        website="https://acorn.example/a,b;c",
        email="hello@acorn.example",
        since_on=date(2024, 5, 1),
        owner=coordinator.membership.person,
        own_values={"seats": 12},
    )
    for name in ("Acorn & Oak, LLC", "+A1", "Grove (the)", "Elm; Oak", '"The" Hub', '"Elm"'):
        AliasFactory(organisation=acorn, name=name)
    for number in ("(410) 555-0100 x12", "+1-410-555-0101", "410-555-0102, ext. 5"):
        add(Phone, acorn, number=number, label="desk")
    for scheme, value in (("EIN", "52-1234567"), ("UEI", "AB:12")):
        add(ExternalIdentifier, acorn, scheme=scheme, value=value)
    add(Address, acorn, street="1 Main St, Suite 4", city="Elm", region="MA", postcode="2139")
    add(Address, acorn, street="2 Side St", city="Oak", region="MD", postcode="21215-1234")
    for vocabulary in Vocabulary.values:
        name = f"State, local or {vocabulary}"
        term = TermFactory(coalition=coalition, vocabulary=vocabulary, name=name)
        ClassificationFactory(organisation=acorn, term=term)
    told = [
        ("representative", "yes", date(2025, 3, 1), "on the sheet, by hand; twice"),
        ("finance", "no", date(2025, 4, 1), ""),
        ("other", "asked", date(2025, 5, 1), "by e-mail"),
        ("decision_maker", "not_asked", None, ""),
    ]
    for number, (role, answer, on, how) in enumerate(told):
        ContactFactory(
            organisation=acorn,
            name=("Dev Patel", "Edward Adams, Jr.", "Ana y Luz", "Dev Patel")[number],
            title=("Director, Outreach", "", "Chief / Nurse", "Driver")[number],
            role=role,
            phone=("410-555-0110; 410-555-0111", "", "555 0112 x3", "")[number],
            email=f"person{number}@acorn.example" if number != 1 else "",
            own_values={"eats": "Vegan"},
            listing_consent=answer,
            listing_consent_on=on,
            listing_consent_how=how,
            wants_no_letters=number == 1,
        )
    for place, (words, level, note) in enumerate(STRENGTHS):
        fields = {"words": words, "level": level, "note": note, "position": place}
        ProfileRowFactory(organisation=acorn, **fields)
        ProfileRowFactory(organisation=acorn, voice="ours", **fields | {"words": f"{words}!"})
    retired = ours(coordinator, "Oak", retired_on=date(2026, 1, 1), retired_reason="Closed")
    add(Address, retired, city="Elm")
    return coordinator


def exported(client, form: str) -> bytes:
    url = reverse("partners:export", args=[client.slug])
    return b"".join(client.get(f"{url}?format={form}&retired=too"))


def filled(client, heading: str) -> bool:
    rows = csv.DictReader(exported(client, "csv").decode("utf-8-sig").splitlines())
    return any(each[heading] for each in rows)


def everything() -> dict:
    return {part: list(part.objects.order_by("pk").values()) for part in PARTS}


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_list_goes_out_and_comes_back_unchanged(full, form, language):
    Person.objects.update(language=language)
    before = everything()
    content = exported(full, form)
    run = checked(full, content, name=f"partners.{form}")
    told = [(each.outcome, each.changes, each.notes) for each in run.rows.order_by("number")]
    assert told == [("unchanged", [], [])] * 2
    applied(full, content, name=f"partners.{form}")
    assert everything() == before


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_column_that_goes_out_is_known_when_it_comes_back(full, language):
    Person.objects.update(language=language)
    run = uploaded(full, exported(full, "csv"))
    left_out = [
        heading
        for position, heading in enumerate(run.headings)
        if position not in run.columns_by_position and filled(full, heading)
    ]
    # To retire is a decision about a partner, with a reason: not one of a spreadsheet.
    assert (
        left_out
        == {
            "en": ["Retired on", "Why retired"],
            "es": ["Fecha de retiro", "Motivo del retiro"],
        }[language]
    )


def test_list_goes_into_an_empty_coalition_with_all_that_it_says(full, member):
    other = member("coordinator")
    for field in OwnField.objects.of_coalition(full.membership.coalition.pk):
        OwnFieldFactory(
            coalition=other.membership.coalition,
            label=field.label,
            kind=field.kind,
            subject=field.subject,
        )
    # In a file that stands alone, two people of one name at one place are one.
    Contact.objects.filter(role="decision_maker").delete()
    run = applied(other, exported(full, "xlsx"), name="partners.xlsx")
    assert outcomes(run) == ["new", "new"]
    acorn = Organisation.objects.get(coalition=other.membership.coalition, name="Acorn, Inc.")
    assert [str(each) for each in acorn.external_identifiers.all()] == [
        "EIN 52-1234567",
        "UEI AB:12",
    ]
    told = [("theirs", *told) for told in STRENGTHS]
    told += [("ours", f"{words}!", level, note) for words, level, note in STRENGTHS]
    rows = acorn.profilerows.order_by("-voice", "position")
    assert list(rows.values_list("voice", "words", "level", "note")) == told
    people = acorn.contacts.order_by("pk").values_list(
        "name", "role", "listing_consent", "listing_consent_on", "listing_consent_how"
    )
    assert list(people) == [
        (
            "Dev Patel",
            "representative",
            "yes",
            date(2025, 3, 1),
            "on the sheet, by hand; twice",
        ),
        (
            "Edward Adams, Jr.",
            "finance",
            "no",
            date(2025, 4, 1),
            "spreadsheet “partners.xlsx”",
        ),
        ("Ana y Luz", "other", "asked", date(2025, 5, 1), "by e-mail"),
    ]


def test_partner_is_recognised_by_its_number_and_renamed(full):
    text = csv_text(["Name", "Identifiers"], ["Acorn Health", "UEI: AB:12"])
    run = applied(full, text)
    assert row(run, 2).reason == "Same number in another system: UEI: AB:12."
    assert Organisation.objects.filter(name="Acorn Health").exists()


def test_numbers_of_two_partners_in_one_row_are_asked_about(full):
    add(ExternalIdentifier, Organisation.objects.get(name="Oak"), scheme="EIN", value="11-1")
    text = csv_text(["Name", "Identifiers"], ["Acorn Health", "UEI: AB:12; EIN: 11-1"])
    assert outcomes(checked(full, text)) == ["duplicate"]


def test_number_is_given_to_one_partner_only(coordinator):
    text = csv_text(["Name", "Identifiers"], ["Acorn", "EIN: 1"], ["Birch Clinic", "EIN: 1"])
    applied(coordinator, text)
    assert ExternalIdentifier.objects.count() == 1
    assert Organisation.objects.count() == 2
