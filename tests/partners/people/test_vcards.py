"""People taken along as visiting cards: whose, and who may."""

from datetime import date

import pytest
import vobject
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Address
from tests.conftest import MemberClient
from tests.factories import ContactFactory, OrganisationFactory


@pytest.fixture
def northgate(coordinator):
    organisation = OrganisationFactory(
        coalition=coordinator.membership.coalition,
        name="Northgate Grocers",
        website="https://northgate.example",
    )
    Address.objects.create(
        coalition=organisation.coalition, organisation=organisation, street="1 Main St", city="Elm"
    )
    return organisation


def cards(client: MemberClient, name: str, *args: int, query: str = ""):
    answer = client.get(reverse(f"partners:{name}", args=[client.slug, *args]) + query)
    assert answer.status_code == 200
    return list(vobject.readComponents(b"".join(answer.streaming_content).decode())), answer


def test_one_person_is_a_file_of_their_name(coordinator, northgate):
    person = ContactFactory(organisation=northgate, name="Marisol Núñez", email="m@n.example")
    (card,), answer = cards(coordinator, "contact_vcard", northgate.pk, person.pk)
    assert (card.fn.value, card.email.value) == ("Marisol Núñez", "m@n.example")
    assert card.org.value[0] == "Northgate Grocers"
    assert card.adr.value.street == "1 Main St"
    assert answer["Content-Type"] == "text/vcard; charset=utf-8"
    assert answer["Content-Disposition"] == 'attachment; filename="marisol-nunez.vcf"'


def test_organisation_gives_everybody_who_is_there_now(coordinator, northgate):
    ContactFactory(organisation=northgate, name="Pat", role="finance")
    ContactFactory(organisation=northgate, name="Marisol")
    ContactFactory(organisation=northgate, name="Dev", left_on=date(2026, 1, 1))
    found, _answer = cards(coordinator, "organisation_vcards", northgate.pk)
    assert [card.fn.value for card in found] == ["Marisol", "Pat"]


def test_list_gives_the_people_of_what_it_shows(coordinator, northgate):
    ContactFactory(organisation=northgate, name="Marisol")
    other = OrganisationFactory(coalition=northgate.coalition, kind="prospect", name="Aspen")
    ContactFactory(organisation=other, name="Ana")
    ContactFactory(name="Of another coalition")
    found, answer = cards(coordinator, "vcards")
    assert [card.fn.value for card in found] == ["Ana", "Marisol"]
    assert answer["Content-Disposition"].endswith('.vcf"')
    found, _answer = cards(coordinator, "vcards", query="?kind=prospect")
    assert [card.fn.value for card in found] == ["Ana"]


def test_older_phone_gets_version_three(coordinator, northgate):
    ContactFactory(organisation=northgate)
    (card,), _answer = cards(coordinator, "vcards", query="?version=3")
    assert card.version.value == "3.0"


def test_person_who_left_has_no_card(coordinator, northgate):
    person = ContactFactory(organisation=northgate, left_on=date(2026, 1, 1))
    url = reverse("partners:contact_vcard", args=[coordinator.slug, northgate.pk, person.pk])
    assert coordinator.get(url).status_code == 404


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTNER])
def test_cards_are_refused_to_those_who_may_not(role, member, northgate):
    client = member(role, coalition=northgate.coalition)
    person = ContactFactory(organisation=northgate)
    for name, args in [
        ("vcards", []),
        ("organisation_vcards", [northgate.pk]),
        ("contact_vcard", [northgate.pk, person.pk]),
    ]:
        assert client.get(reverse(f"partners:{name}", args=[client.slug, *args])).status_code == 403
    page = client.get(northgate.get_absolute_url()).content.decode()
    assert "vCard" not in page


def test_cards_take_the_same_queries_for_few_and_many(
    coordinator, northgate, django_assert_num_queries
):
    for _round in range(2):
        ContactFactory.create_batch(2, organisation=northgate)
        ContactFactory(organisation__coalition=northgate.coalition)
        with django_assert_num_queries(12):
            cards(coordinator, "vcards")
