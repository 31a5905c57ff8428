"""Erasing a contact."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse
from pghistory.models import Context

from accounts import operations
from common.history.tracking import recording
from partners.models import (
    Alias,
    Classification,
    Contact,
    ImportRow,
    Organisation,
    Phone,
    SearchEntry,
)
from partners.operations import erase_contact
from tests.accounts.personal_data.places import ADDRESS, NAME, NOW, places_of
from tests.conftest import MemberClient
from tests.factories import ContactFactory, ImportRunFactory, MembershipFactory


@pytest.fixture
def contact(boss) -> Contact:
    contact = ContactFactory(
        organisation__coalition=boss.coalition,
        organisation__name="Northgate",
        name="Ana Dunn",
        email=ADDRESS,
        phone="(410) 555-0199",
    )
    with recording("contact.edited", by=boss.person):
        contact.name, contact.title = NAME, "Head nurse"
        contact.save()
    run = ImportRunFactory(coalition=boss.coalition)
    ImportRow.objects.create(
        coalition=boss.coalition,
        run=run,
        number=2,
        cells=["Northgate", NAME, ADDRESS],
        values={"name": "Northgate", "contact": NAME},
        outcome="new",
        organisation=contact.organisation,
    )
    return contact


def erase_page(contact: Contact) -> str:
    slug = contact.coalition.slug
    return reverse("partners:contact_erase", args=[slug, contact.organisation_id, contact.pk])


def test_erased_contact_stands_in_no_table(contact, boss, django_capture_on_commit_callbacks):
    run = ImportRow.objects.get().run
    assert "Northgate" in str(places_of("Northgate")) or places_of("Northgate")
    assert run.file.storage.exists(run.file.name)
    with django_capture_on_commit_callbacks(execute=True):
        MemberClient.of(boss).post(erase_page(contact))
    for words in (ADDRESS, NAME, "Ana Dunn", "555-0199", "Head nurse"):
        assert places_of(words) == []
    assert not run.file.storage.exists(run.file.name)


def test_organisation_of_an_erased_contact_is_otherwise_intact(contact, boss):
    record = [Organisation, Contact, Classification, Phone, Alias, ImportRow, SearchEntry]
    before = {model: list(model.objects.values_list("pk", flat=True)) for model in record}
    MemberClient.of(boss).post(erase_page(contact))
    for model, rows in before.items():
        assert list(model.objects.values_list("pk", flat=True)) == rows
    assert ImportRow.objects.get().cells == ["Northgate", "•••", "•••"]
    assert "northgate" in SearchEntry.objects.get().names


def test_dated_note_says_who_erased(contact, boss):
    client = MemberClient.of(boss)
    client.post(erase_page(contact))
    contact.refresh_from_db()
    assert contact.erased_by == boss.person
    assert contact.erased_on == boss.coalition.day(at=datetime.now(UTC))
    page = client.get(contact.organisation.get_absolute_url()).content.decode()
    assert "Ruth Adeyemi erased them" in page
    assert client.get(erase_page(contact)).status_code == 404
    history = reverse("partners:history", args=[client.slug, contact.organisation_id])
    assert "erased what was held about a person" in client.get(history).content.decode()


def test_putting_an_older_version_back_brings_nobody_back(contact, boss):
    client = MemberClient.of(boss)
    change = Context.objects.get(metadata__verb="contact.edited").pk
    client.post(erase_page(contact))
    for name in ("undo", "put_back"):
        url = reverse(f"partners:{name}", args=[client.slug, contact.organisation_id, change])
        client.post(url)
    assert places_of(ADDRESS) == []
    contact.refresh_from_db()
    assert contact.erased_by == boss.person


def test_reason_of_a_change_that_names_them_is_masked(contact, boss):
    with recording("organisation.edited", by=boss.person, reason=f"{NAME} asked for it"):
        contact.organisation.description = "Open late"
        contact.organisation.save()
    MemberClient.of(boss).post(erase_page(contact))
    assert places_of(NAME) == []
    assert Context.objects.filter(metadata__reason__endswith=" asked for it").exists()


def test_same_person_in_another_coalition_is_untouched(contact, boss):
    other = ContactFactory(name=NAME, email=ADDRESS, phone="(410) 555-0199")
    erase_contact(contact, by=boss.person, on=NOW.date())
    other.refresh_from_db()
    assert (other.name, other.email, other.phone) == (NAME, ADDRESS, "(410) 555-0199")


def test_member_of_the_coalition_erases_themself(contact, boss):
    MembershipFactory(coalition=boss.coalition, person__email=ADDRESS)
    answer = MemberClient.of(boss).post(erase_page(contact), follow=True)
    assert "can erase their account themself" in answer.content.decode()
    contact.refresh_from_db()
    assert contact.email == ADDRESS


def test_opening_the_page_erases_nothing(contact, boss):
    page = MemberClient.of(boss).get(erase_page(contact)).content.decode()
    assert "This cannot be taken back" in page
    contact.refresh_from_db()
    assert contact.email == ADDRESS


def test_contact_of_an_erased_person_is_offered_to_the_coalition(contact, boss):
    membership = MembershipFactory(person__email=ADDRESS, person__full_name=NAME)
    operations.erase_person(membership.person, by=None, at=datetime.now(UTC))
    contact.refresh_from_db()
    assert contact.email == ADDRESS
    client = MemberClient.of(boss)
    home = client.get(boss.coalition.get_absolute_url()).content.decode()
    assert "Asked to be forgotten" in home
    assert erase_page(contact) in home
    client.post(erase_page(contact))
    assert places_of(ADDRESS) == []
    assert (
        "Asked to be forgotten"
        not in client.get(boss.coalition.get_absolute_url()).content.decode()
    )
