"""Nobody who said no stands on a list for letters, and the page says how many that are and why."""

import html

import pytest
from django.urls import reverse

from common.history.tracking import recording
from partners.models import Contact
from partners.operations import versions
from tests.factories import ContactFactory
from tests.partners.changes import change
from tests.partners.people.test_mail_merge import names, tally
from tests.partners.selecting import pick, some

pytestmark = pytest.mark.django_db
SAID_NO = {"listing_consent": "no", "listing_consent_on": "2026-05-01"}
REFUSALS = [
    ({"wants_no_letters": True}, "no_letters"),
    ({"erasure_asked_on": "2026-05-01"}, "no_letters"),
    (SAID_NO, "not_listed"),
]


def page(client, **choices) -> str:
    url = reverse("partners:mail_merge", args=[client.slug])
    return html.unescape(client.get(url, choices).content.decode())


@pytest.mark.parametrize(("refusal", "head"), REFUSALS)
@pytest.mark.parametrize("way", ["email", "any"])
def test_who_said_no_is_left_out_of_file_and_count(coordinator, refusal, head, way):
    organisation = some(coordinator, 1)[0]
    ContactFactory(organisation=organisation, name="Reader")
    ContactFactory(organisation=organisation, name="Refuser", **refusal)
    pick(coordinator, do="all")
    assert names(coordinator, whom="everyone", way=way) == ["Reader"]
    told = tally(coordinator, whom="everyone", way=way)
    assert (told.people, getattr(told, head), told.other_way, told.nobody) == (1, 1, 0, 0)
    assert [one.contact.name for one in told.refused] == ["Refuser"]


@pytest.mark.parametrize("answer", ["not_asked", "asked", "yes"])
def test_who_did_not_say_no_is_written_to(coordinator, answer):
    on = None if answer == "not_asked" else "2026-05-01"
    ContactFactory(
        organisation=some(coordinator, 1)[0],
        name="Reader",
        listing_consent=answer,
        listing_consent_on=on,
    )
    pick(coordinator, do="all")
    assert names(coordinator) == ["Reader"]


def test_somebody_else_stands_in_where_one_of_each_is_wanted(coordinator):
    organisation = some(coordinator, 1)[0]
    ContactFactory(organisation=organisation, name="Refuser", wants_no_letters=True)
    ContactFactory(organisation=organisation, name="Cashier", role="finance")
    pick(coordinator, do="all")
    assert names(coordinator, whom="one") == ["Cashier"]
    assert names(coordinator, whom="speaker") == []


def test_page_says_how_many_why_and_who(coordinator):
    first, second = some(coordinator, 2)
    ContactFactory(organisation=first, name="Silent", wants_no_letters=True)
    ContactFactory(organisation=second, name="Unlisted", **SAID_NO)
    pick(coordinator, do="all")
    said = page(coordinator)
    assert "0 people get the letter" in said
    assert "person asked for no letters, or to be forgotten, and is left out" in said
    assert "person said no to being listed and is left out" in said
    assert "Silent" in said
    assert "Unlisted" in said
    assert "Download the list" not in said


def test_names_of_those_who_refused_are_cut_and_their_number_is_not(coordinator):
    organisation = some(coordinator, 1)[0]
    for number in range(23):
        ContactFactory(organisation=organisation, name=f"N{number}", wants_no_letters=True)
    pick(coordinator, do="all")
    told = tally(coordinator, whom="everyone")
    assert (told.no_letters, len(told.refused)) == (23, 20)
    assert "These are the first of them." in page(coordinator, whom="everyone")


def test_wish_is_noted_on_the_form_shown_on_the_profile_and_told_in_history(coordinator):
    organisation = some(coordinator, 1)[0]
    person = ContactFactory(organisation=organisation, name="Ana", email="ana@oak.example")
    url = reverse("partners:contact_edit", args=[coordinator.slug, organisation.pk, person.pk])
    coordinator.post(url, {"name": "Ana", "role": "representative", "wants_no_letters": "on"})
    person.refresh_from_db()
    assert person.wants_no_letters
    profile = coordinator.get(organisation.get_absolute_url()).content.decode()
    assert "Wants no letters from us" in profile
    assert "Ana wants no letters from us" in profile
    with recording("contact.edited"):
        Contact.objects.filter(pk=person.pk).update(wants_no_letters=False)
    history = reverse("partners:history", args=[coordinator.slug, organisation.pk])
    assert "Ana takes letters from us again" in coordinator.get(history).content.decode()


def test_earlier_version_of_the_profile_does_not_bring_letters_back(coordinator):
    person = coordinator.membership.person
    with change("contact.added", day=1, by=person) as before:
        organisation = some(coordinator, 1)[0]
        contact = ContactFactory(organisation=organisation, title="Guest")
    with change("contact.edited", day=2, by=person):
        Contact.objects.filter(pk=contact.pk).update(wants_no_letters=True, title="Chair")
    versions.put_back(organisation, change_id=before, by=person)
    contact.refresh_from_db()
    assert (contact.title, contact.wants_no_letters) == ("Guest", True)
