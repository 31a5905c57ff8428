"""The printable directory: whom it names, what it tells, and that no text of anybody acts in it."""

import io
from datetime import date

import pypdf
import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Address, Contact, Phone
from partners.operations import versions
from partners.operations.erasure import erase_contact
from tests.conftest import MemberClient
from tests.factories import (
    ClassificationFactory,
    ContactFactory,
    OrganisationFactory,
    TermFactory,
)
from tests.partners.changes import change

ALL = "&".join(
    [
        "chosen=1&title=Who+is+who&grouping=name&paper=a4",
        *(f"fields_told={name}" for name in ("description", "sectors", "areas", "website")),
        *(f"fields_told={name}" for name in ("email", "phones", "addresses")),
        *(f"people_told={name}" for name in ("name", "title", "email", "phone")),
    ]
)
YES = {
    "listing_consent": "yes",
    "listing_consent_on": date(2026, 5, 1),
    "listing_consent_how": "by e-mail",
}


@pytest.fixture
def northgate(coordinator):
    organisation = OrganisationFactory(
        coalition=coordinator.membership.coalition,
        name="Centro Médico Ñandú",
        description="Packs 900 boxes a week.",
        website="https://nandu.example",
        email="hola@nandu.example",
    )
    hung = {"coalition": organisation.coalition, "organisation": organisation}
    Phone.objects.create(number="555-0112", label="deliveries", **hung)
    Address.objects.create(street="14 Market Row", city="Elm", **hung)
    return organisation


def page(client: MemberClient, query: str = ALL) -> str:
    answer = client.get(f"{reverse('partners:directory', args=[client.slug])}?{query}")
    assert answer.status_code == 200
    return answer.content.decode()


def pdf(client: MemberClient, query: str = ALL) -> tuple[pypdf.PdfReader, str]:
    answer = client.get(f"{reverse('partners:directory_pdf', args=[client.slug])}?{query}")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    reader = pypdf.PdfReader(io.BytesIO(answer.content))
    return reader, "\n".join(page.extract_text() for page in reader.pages)


def both(client: MemberClient, query: str = ALL) -> list[str]:
    return [page(client, query), pdf(client, query)[1]]


# ---------------------------------------------------------------- what it tells


def test_directory_tells_what_was_chosen(coordinator, northgate):
    ContactFactory(
        organisation=northgate,
        name="Lucía Núñez",
        title="Directora",
        email="lucia@nandu.example",
        phone="555-0160",
        **YES,
    )
    for text in both(coordinator):
        for told in (
            *("Who is who", "Centro Médico Ñandú", "Packs 900 boxes a week.", "nandu.example"),
            *("hola@nandu.example", "555-0112 (deliveries)", "14 Market Row, Elm"),
            *("Lucía Núñez", "Directora", "lucia@nandu.example", "555-0160"),
        ):
            assert told in text


def test_directory_leaves_out_what_was_not_chosen(coordinator, northgate):
    ContactFactory(organisation=northgate, name="Lucía", email="lucia@nandu.example", **YES)
    query = "chosen=1&grouping=name&paper=a4&people_told=name"
    for text in both(coordinator, query):
        assert "Centro Médico Ñandú" in text
        assert "Lucía" in text
        for untold in ("Packs 900", "hola@nandu", "555-0112", "14 Market", "lucia@nandu"):
            assert untold not in text


def test_no_detail_of_people_chosen_names_nobody(coordinator, northgate):
    ContactFactory(organisation=northgate, name="Lucía", **YES)
    for text in both(coordinator, "chosen=1&grouping=name&paper=a4"):
        assert "Lucía" not in text


def test_title_page_says_whose_directory_it_is(coordinator, northgate):
    coalition = coordinator.membership.coalition
    reader, _text = pdf(coordinator)
    first = reader.pages[0].extract_text()
    assert "Who is who" in first
    assert coalition.name in first
    assert "1 partner" in first
    assert reader.metadata.title == "Who is who"
    assert "page 2 of 2" in reader.pages[1].extract_text()


def test_alphabet_ignores_accents(coordinator, northgate):
    coalition = northgate.coalition
    for name in ("Élan", "Elm Park", "211 Line"):
        OrganisationFactory(coalition=coalition, name=name)
    answer = coordinator.get(reverse("partners:directory", args=[coordinator.slug]))
    groups = answer.context["directory"].groups
    assert [(group.heading, [entry.name for entry in group.entries]) for group in groups] == [
        ("0–9", ["211 Line"]),
        ("C", ["Centro Médico Ñandú"]),
        ("E", ["Élan", "Elm Park"]),
    ]


def test_sectors_stand_in_their_own_order_and_refer_to_each_other(coordinator, northgate):
    coalition = northgate.coalition
    health = TermFactory(coalition=coalition, name="Health care", position=1)
    food = TermFactory(coalition=coalition, name="Food", position=2)
    for term in (food, health):
        ClassificationFactory(organisation=northgate, term=term)
    OrganisationFactory(coalition=coalition, name="Of no sector")
    query = ALL.replace("grouping=name", "grouping=sector")
    answer = coordinator.get(f"{reverse('partners:directory', args=[coordinator.slug])}?{query}")
    groups = answer.context["directory"].groups
    assert [group.heading for group in groups] == ["Health care", "Food", "Without a sector"]
    assert [entry.name for entry in groups[0].entries] == ["Centro Médico Ñandú"]
    assert groups[1].entries == []
    assert [other.group for other in groups[1].elsewhere] == ["Health care"]
    reader, text = pdf(coordinator, query)
    assert "Contents" in reader.pages[1].extract_text()
    assert "see Health care, page 3" in text


# ---------------------------------------------------------------- consent


@pytest.mark.parametrize(
    ("consent", "is_named"), [("not_asked", False), ("asked", False), ("no", False), ("yes", True)]
)
def test_person_is_named_only_after_a_yes(consent, is_named, coordinator, northgate):
    on = None if consent == "not_asked" else date(2026, 5, 1)
    ContactFactory(
        organisation=northgate,
        name="Lucía Núñez",
        listing_consent=consent,
        listing_consent_on=on,
    )
    for text in both(coordinator):
        assert ("Lucía Núñez" in text) is is_named


def test_person_who_left_is_not_named_despite_a_yes(coordinator, northgate):
    ContactFactory(organisation=northgate, name="Lucía", left_on=date(2026, 5, 1), **YES)
    for text in both(coordinator):
        assert "Lucía" not in text


def test_directory_tells_how_many_are_not_named(coordinator, northgate):
    ContactFactory(organisation=northgate, **YES)
    ContactFactory.create_batch(2, organisation=northgate)
    text = page(coordinator)
    assert "1 person named with their consent" in text
    assert "2 people are not named" in text


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "prospect"},
        {"kind": "stakeholder"},
        {"retired_on": date(2026, 1, 1), "retired_reason": "Closed"},
        {"is_left_out_of_directory": True},
    ],
    ids=["prospect", "stakeholder", "retired", "left out"],
)
def test_directory_names_no_others(fields, coordinator, northgate):
    OrganisationFactory(coalition=northgate.coalition, name="Unnamed Place", **fields)
    for text in both(coordinator, f"{ALL}&retired=too"):
        assert "Unnamed Place" not in text
        assert "Centro Médico Ñandú" in text


def test_consent_is_written_in_the_form_with_day_and_way(coordinator, northgate):
    contact = ContactFactory(organisation=northgate, name="Lucía")
    url = reverse("partners:contact_edit", args=[coordinator.slug, northgate.pk, contact.pk])
    form = {"name": "Lucía", "role": "other", "listing_consent": "yes"}
    refused = coordinator.post(url, form)
    assert refused.status_code == 422
    assert set(refused.context["form"].errors) == {"listing_consent_on", "listing_consent_how"}
    said = {"listing_consent_on": "2026-05-01", "listing_consent_how": "by e-mail"}
    assert coordinator.post(url, form | said).status_code == 302
    contact.refresh_from_db()
    assert contact.may_be_listed
    assert "In the directory: yes" in coordinator.get(
        northgate.get_absolute_url()
    ).content.decode().replace("\n", " ")
    coordinator.post(url, {"name": "Lucía", "role": "other"})
    contact.refresh_from_db()
    assert contact.may_be_listed
    coordinator.post(url, form | said | {"listing_consent": "not_asked"})
    contact.refresh_from_db()
    assert (contact.listing_consent_on, contact.listing_consent_how) == (None, "")


def test_earlier_version_brings_back_no_consent(coordinator):
    person = coordinator.membership.person
    with change("organisation.added", day=1, by=person):
        place = OrganisationFactory(coalition=coordinator.membership.coalition)
        contact = ContactFactory(organisation=place, title="Director", **YES)
    with change("contact.edited", day=2, by=person) as before:
        Contact.objects.filter(pk=contact.pk).update(title="Chair")
    with change("contact.edited", day=3, by=person):
        Contact.objects.filter(pk=contact.pk).update(
            title="Guest", listing_consent="no", listing_consent_on=date(2026, 5, 9)
        )
    versions.put_back(place, change_id=before, by=person)
    contact.refresh_from_db()
    assert (contact.title, contact.listing_consent) == ("Chair", "no")


def test_erased_person_is_neither_asked_nor_named(coordinator, northgate):
    contact = ContactFactory(organisation=northgate, name="Lucía Núñez", **YES)
    erase_contact(contact, by=coordinator.membership.person, on=date(2026, 5, 12))
    contact.refresh_from_db()
    assert (contact.listing_consent, contact.listing_consent_how) == ("not_asked", "")
    assert not contact.may_be_listed


def test_organisation_is_left_out_in_its_form(coordinator, northgate):
    url = reverse("partners:edit", args=[coordinator.slug, northgate.pk])
    form = {
        "name": northgate.name,
        "kind": "partner",
        "is_left_out_of_directory": "on",
        "addresses-TOTAL_FORMS": 0,
        "addresses-INITIAL_FORMS": 0,
    }
    assert coordinator.post(url, form).status_code == 302
    northgate.refresh_from_db()
    assert northgate.is_left_out_of_directory


# ---------------------------------------------------------------- who, and how much


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTNER])
@pytest.mark.parametrize("name", ["directory", "directory_pdf"])
def test_directory_is_refused_to_those_who_may_not(role, name, member):
    client = member(role)
    assert client.get(reverse(f"partners:{name}", args=[client.slug])).status_code == 403


def test_directory_holds_what_the_list_shows(coordinator, northgate):
    OrganisationFactory(coalition=northgate.coalition, name="Aspen Clinic")
    OrganisationFactory(name="Of another coalition")
    for text in both(coordinator, f"{ALL}&q=aspen"):
        assert "Aspen Clinic" in text
        assert "Centro" not in text
        assert "Of another coalition" not in text
    assert '<input type="hidden" name="q" value="aspen">' in page(coordinator, f"{ALL}&q=aspen")


def test_too_many_partners_are_told_and_not_printed(coordinator, northgate, settings):
    settings.DIRECTORY_MAX = 1
    OrganisationFactory(coalition=northgate.coalition)
    assert "A directory holds 1 partners, and these are more." in page(coordinator)
    answer = coordinator.get(f"{reverse('partners:directory_pdf', args=[coordinator.slug])}?{ALL}")
    assert answer.status_code == 302
    assert reverse("partners:directory", args=[coordinator.slug]) in answer["Location"]


def test_choice_that_makes_no_sense_is_told(coordinator, northgate):
    url = reverse("partners:directory", args=[coordinator.slug])
    assert coordinator.get(f"{url}?chosen=1&grouping=moon&paper=a4").status_code == 422


def test_directory_takes_the_same_queries_for_1_and_3_partners(
    coordinator, northgate, django_assert_num_queries
):
    for _round in range(2):
        ContactFactory(organisation=northgate, **YES)
        with django_assert_num_queries(10):
            page(coordinator)
        OrganisationFactory.create_batch(2, coalition=northgate.coalition)


# ---------------------------------------------------------------- nothing acts

HOSTILE = [
    '#read("/etc/passwd")',
    "#panic()",
    "*bold* _it_ $x^2$ `raw` @ref <label> // gone /* gone */",
    '\\ " \\" ] } ) #{',
    "#sys.inputs",
    "<script>alert(1)</script>",
    "= Heading\n- item\n+ item",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_text_of_a_person_is_text_in_the_pdf(text, coordinator):
    organisation = OrganisationFactory(
        coalition=coordinator.membership.coalition, name=text.split("\n")[0], description=text
    )
    ContactFactory(organisation=organisation, name=text.split("\n")[0], **YES)
    _reader, told = pdf(coordinator, ALL.replace("Who+is+who", "T"))
    for line in text.split("\n"):
        assert "".join(line.split()) in "".join(told.split())


def test_website_that_is_none_is_no_link(coordinator, northgate):
    northgate.website = "javascript:alert(1)"
    northgate.save()
    assert 'href="javascript' not in page(coordinator)
    reader, text = pdf(coordinator)
    links = [
        note.get_object()["/A"].get("/URI") for p in reader.pages for note in p.get("/Annots", [])
    ]
    assert "javascript:alert(1)" in text
    assert links == ["mailto:hola@nandu.example"]


def test_very_long_name_stays_on_its_page(coordinator):
    name = "Asociación de Jóvenes " * 11
    OrganisationFactory(coalition=coordinator.membership.coalition, name=name.strip())
    OrganisationFactory(coalition=coordinator.membership.coalition, name="X" * 250)
    _reader, text = pdf(coordinator)
    assert "".join(name.split()) in "".join(text.split())
