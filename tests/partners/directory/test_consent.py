"""Who agreed to be listed, who may see it, and that nothing in it acts."""

from datetime import date

import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Contact
from partners.operations import versions
from partners.operations.people.erasure import erase_contact
from tests.factories import ContactFactory, OrganisationFactory
from tests.partners.changes import change
from tests.partners.directory.pages import ALL, YES, both, page, pdf

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
