"""The page of one organisation: what stands there, and for whom."""

import html
from datetime import date

import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Contact, ExternalIdentifier, Organisation, Phone
from tests.conftest import MemberClient
from tests.factories import (
    AliasFactory,
    ClassificationFactory,
    ContactFactory,
    OrganisationFactory,
    RepresentationFactory,
    TermFactory,
)


def page(client: MemberClient, organisation: Organisation) -> str:
    answer = client.get(reverse("partners:detail", args=[client.slug, organisation.pk]))
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def grocers(client: MemberClient, **fields) -> Organisation:
    organisation = OrganisationFactory(
        coalition=client.membership.coalition, name="Northgate Grocers", **fields
    )
    ContactFactory(
        organisation=organisation,
        name="Marisol Ortega",
        email="marisol@grocers.example",
        phone="(410) 555-0123 ext. 4",
    )
    return organisation


def test_profile_tells_everything_that_is_known(coordinator):
    organisation = grocers(
        coordinator, description="Five food stores.", website="https://n.example"
    )
    AliasFactory(organisation=organisation, name="NGC")
    term = TermFactory(coalition=organisation.coalition, name="Food & farming")
    ClassificationFactory(organisation=organisation, term=term)
    Phone.objects.create(
        coalition=organisation.coalition, organisation=organisation, number="410 555 0199"
    )
    ExternalIdentifier.objects.create(
        coalition=organisation.coalition, organisation=organisation, scheme="EIN", value="52-1"
    )
    told = page(coordinator, organisation)
    expected = ["Five food stores.", "https://n.example", "NGC", "410 555 0199", "EIN 52-1"]
    assert [words for words in expected if words not in told] == []
    assert "?sector=Food+%26+farming" in told


def test_main_action_calls_the_person_who_speaks_for_them(coordinator):
    organisation = grocers(coordinator)
    told = page(coordinator, organisation)
    assert 'href="tel:4105550123"' in told
    assert "Call Marisol Ortega" in told


def test_main_action_writes_to_whom_would_rather_have_mail(coordinator):
    organisation = grocers(coordinator)
    organisation.contacts.update(preferred_channel=Contact.Channel.EMAIL)
    assert "Write to Marisol Ortega" in page(coordinator, organisation)


@pytest.mark.parametrize(
    ("role", "sees"), [(Role.COORDINATOR, True), (Role.STEERING, True), (Role.VIEWER, False)]
)
def test_contact_details_are_for_those_who_may_see_them(member, role, sees):
    client = member(role)
    told = page(client, grocers(client))
    assert "Marisol Ortega" in told
    assert ("marisol@grocers.example" in told, "555-0123" in told) == (sees, sees)


@pytest.mark.parametrize(
    ("role", "sees"), [(Role.COORDINATOR, True), (Role.STEERING, True), (Role.VIEWER, False)]
)
def test_what_happened_is_for_those_who_may_see_history(member, role, sees):
    client = member(role)
    assert ("What happened" in page(client, grocers(client))) is sees


def test_who_left_stands_below_and_speaks_no_more(coordinator):
    organisation = grocers(coordinator)
    organisation.contacts.update(left_on=date(2026, 1, 1))
    told = page(coordinator, organisation)
    assert "Call Marisol Ortega" not in told
    assert "marisol@grocers.example" not in told
    assert "Is there again" in told


def test_partner_sees_its_own_organisation_and_corrects_it(db):
    tie = RepresentationFactory()
    client = MemberClient.of(tie.membership)
    ContactFactory(organisation=tie.organisation, email="own@place.example")
    told = page(client, tie.organisation)
    assert "own@place.example" in told
    assert "What happened" not in told
    assert reverse("partners:profile", args=[client.slug, tie.organisation.pk]) in told


def test_partner_does_not_see_another_organisation(db):
    tie = RepresentationFactory()
    client = MemberClient.of(tie.membership)
    other = OrganisationFactory(coalition=tie.coalition)
    for name in ("detail", "profile"):
        address = reverse(f"partners:{name}", args=[client.slug, other.pk])
        assert client.get(address).status_code == 404
    assert client.post(address, {"name": "Mine"}).status_code == 404


def test_page_takes_the_same_queries_with_few_and_many_parts(
    coordinator, django_assert_num_queries
):
    organisation = grocers(coordinator)
    RepresentationFactory(organisation=organisation)
    for _round in range(2):
        ContactFactory.create_batch(3, organisation=organisation)
        for _number in range(3):
            AliasFactory(organisation=organisation)
            ClassificationFactory(organisation=organisation)
        with django_assert_num_queries(10):
            page(coordinator, organisation)
