"""Adding, editing and correcting a profile: what is written, what is refused, what is not lost."""

import html

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Alias, Contact, ExternalIdentifier, Organisation, Phone, Term
from tests.conftest import MemberClient
from tests.factories import (
    AliasFactory,
    ClassificationFactory,
    OrganisationFactory,
    RepresentationFactory,
    TermFactory,
)
from tests.forms import carried

NO_ADDRESSES = {"addresses-TOTAL_FORMS": "1", "addresses-INITIAL_FORMS": "0"}


def told(**values) -> dict[str, object]:
    return {"name": "Northgate Grocers", "kind": "partner", **NO_ADDRESSES, **values}


def add(client: MemberClient, **values):
    return client.post(reverse("partners:add", args=[client.slug]), told(**values))


def edit(client: MemberClient, organisation: Organisation, address: str = "edit", **values):
    url = reverse(f"partners:{address}", args=[client.slug, organisation.pk])
    return client.post(url, told(**values))


def ours(client: MemberClient, **fields) -> Organisation:
    return OrganisationFactory(coalition=client.membership.coalition, **fields)


def test_everything_that_is_typed_is_written(coordinator):
    coalition = coordinator.membership.coalition
    business = TermFactory(coalition=coalition, name="Business")
    answer = add(
        coordinator,
        website="northgate.example",
        email="office@northgate.example",
        aliases="NGC\nNorthgate Co-op",
        phones="(410) 555-0100",
        identifiers="EIN: 52-1234567",
        sector=business.pk,
        tag_more="founding member",
        owner=coordinator.membership.person.pk,
        since_on="2024-05-01",
        contact_name="Marisol Ortega",
        contact_email="marisol@northgate.example",
        **{"addresses-0-street": "1 Main St", "addresses-0-city": "Elm Park"},
    )
    organisation = Organisation.objects.with_details().get()
    assert answer["Location"] == organisation.get_absolute_url()
    assert organisation.website == "https://northgate.example"
    assert [str(alias) for alias in organisation.aliases.all()] == ["NGC", "Northgate Co-op"]
    assert [str(phone) for phone in organisation.phones.all()] == ["(410) 555-0100"]
    assert [str(number) for number in organisation.external_identifiers.all()] == ["EIN 52-1234567"]
    assert [str(address) for address in organisation.addresses.all()] == ["1 Main St, Elm Park"]
    assert [term.name for term in organisation.terms_in("sector")] == ["Business"]
    assert [term.name for term in organisation.terms_in("tag")] == ["founding member"]
    assert [person.name for person in organisation.current_contacts] == ["Marisol Ortega"]
    assert organisation.owner == coordinator.membership.person


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "This field is required"),
        ("email", "nobody at home", "Enter a valid email address"),
        ("website", "javascript://alert(1)", "web address"),
        ("website", "not a place", "web address"),
        ("since_on", "last spring", "Enter a valid date"),
        ("identifiers", "no colon here", "colon"),
        ("contact_email", "marisol@", "Enter a valid email address"),
        ("owner", "999999", "Select a valid choice"),
        ("kind", "enemy", "Select a valid choice"),
    ],
)
def test_mistake_is_explained_and_nothing_typed_is_lost(coordinator, field, value, sentence):
    typed = {"description": "Five food stores.", "aliases": "NGC\nCo-op", "phones": "410 555 0100"}
    answer = add(coordinator, **{**typed, field: value})
    page = html.unescape(answer.content.decode())
    assert answer.status_code == 422
    assert sentence in page
    assert [words for words in typed.values() if words not in page] == []
    assert not Organisation.objects.exists()


def test_day_still_to_come_is_no_day_since_when_they_are_with_us(coordinator):
    said = add(coordinator, since_on="2999-01-01").content.decode()
    assert "That day is still to come." in said
    assert 'value="2999-01-01"' in said
    assert not Organisation.objects.exists()


def test_page_carries_the_mark_against_forgery_once_in_each_form(coordinator):
    organisation = ours(coordinator)
    for url in (
        reverse("partners:add", args=[coordinator.slug]),
        reverse("partners:edit", args=[coordinator.slug, organisation.pk]),
    ):
        page = coordinator.get(url).content.decode()
        marks = page.count('name="csrfmiddlewaretoken"')
        assert marks == page.count('method="post"')


def test_address_of_a_printed_directory_carries_no_mark_against_forgery(coordinator):
    page = coordinator.get(reverse("partners:directory", args=[coordinator.slug]))
    form = page.content.decode().split('<form method="get" class="no-print"')[1].split("</form>")[0]
    assert "csrfmiddlewaretoken" not in form


def test_contact_without_a_name_is_asked_for(coordinator):
    page = html.unescape(add(coordinator, contact_phone="410 555 0100").content.decode())
    assert "Please give the person's name" in page
    assert not Organisation.objects.exists()


def test_form_sent_twice_adds_once(coordinator):
    key = carried(coordinator.get(reverse("partners:add", args=[coordinator.slug])), "form_key")
    for _press in range(2):
        assert add(coordinator, phones="410 555 0100", form_key=key).status_code == 302
    assert Organisation.objects.count() == 1
    assert Phone.objects.count() == 1


def test_nearly_the_same_name_is_asked_about_and_then_accepted(coordinator):
    ours(coordinator, name="Northgate Grocers Cooperative")
    asked = add(coordinator, name="Northgate Grocers Coop")
    assert asked.status_code == 422
    assert "Perhaps here already: Northgate Grocers Cooperative" in asked.content.decode()
    assert add(coordinator, name="Northgate Grocers Coop", is_another="on").status_code == 302
    assert Organisation.objects.count() == 2


def test_name_of_another_coalition_is_not_asked_about(coordinator):
    OrganisationFactory(name="Northgate Grocers")
    assert add(coordinator).status_code == 302


def test_identifier_of_another_organisation_is_refused_and_nothing_is_lost(coordinator):
    other = ours(coordinator, name="Elm Park Transit")
    ExternalIdentifier.objects.create(
        coalition=other.coalition, organisation=other, scheme="EIN", value="52-1"
    )
    answer = add(coordinator, identifiers="EIN: 52-1", description="Five food stores.")
    page = html.unescape(answer.content.decode())
    assert answer.status_code == 422
    assert "Elm Park Transit" in page
    assert "Five food stores." in page


def test_names_that_differ_in_accents_alone_are_one(coordinator):
    assert add(coordinator, aliases="Cafe Norte\nCafé Norte").status_code == 302
    assert Alias.objects.count() == 1


def test_edit_changes_what_is_shown_and_keeps_the_rest(coordinator):
    organisation = ours(coordinator, name="Northgate Grocers")
    kept = AliasFactory(organisation=organisation, name="NGC")
    AliasFactory(organisation=organisation, name="Old name")
    labelled = Phone.objects.create(
        coalition=organisation.coalition, organisation=organisation, number="1", label="Front desk"
    )
    answer = edit(
        coordinator, organisation, aliases="NGC\nNew name", phones="1\n2", name="Northgate"
    )
    assert answer.status_code == 302
    organisation.refresh_from_db()
    assert organisation.name == "Northgate"
    assert sorted(str(alias) for alias in organisation.aliases.all()) == ["NGC", "New name"]
    assert organisation.aliases.filter(pk=kept.pk).exists()
    assert organisation.phones.get(number="1") == labelled


def test_edit_sent_twice_writes_once(coordinator):
    organisation = ours(coordinator)
    for _press in range(2):
        assert (
            edit(coordinator, organisation, phones="410 555 0100", tag_more="new").status_code
            == 302
        )
    assert (Phone.objects.count(), Term.objects.filter(vocabulary="tag").count()) == (1, 1)


def test_retired_entry_that_is_carried_stays_ticked(coordinator):
    organisation = ours(coordinator)
    term = TermFactory(coalition=organisation.coalition, name="Faith", retired_on="2026-01-01")
    ClassificationFactory(organisation=organisation, term=term)
    unused = TermFactory(coalition=organisation.coalition, name="Media", retired_on="2026-01-01")
    page = coordinator.get(reverse("partners:edit", args=[coordinator.slug, organisation.pk]))
    assert "Faith" in page.content.decode()
    assert edit(coordinator, organisation, sector=unused.pk).status_code == 422
    assert edit(coordinator, organisation, sector=term.pk).status_code == 302
    assert [carried.term for carried in organisation.classifications.all()] == [term]


def test_term_of_another_coalition_cannot_be_chosen(coordinator):
    assert add(coordinator, sector=TermFactory().pk).status_code == 422


def test_partner_corrects_what_its_organisation_says_and_nothing_else(db):
    tie = RepresentationFactory(organisation__name="Northgate Grocers")
    client = MemberClient.of(tie.membership)
    organisation = tie.organisation
    ExternalIdentifier.objects.create(
        coalition=tie.coalition, organisation=organisation, scheme="EIN", value="52-1"
    )
    tag = TermFactory(coalition=tie.coalition, vocabulary="tag", name="Watch")
    ClassificationFactory(organisation=organisation, term=tag)
    page = client.get(reverse("partners:profile", args=[client.slug, organisation.pk]))
    assert "Watch" not in page.content.decode()
    answer = edit(
        client,
        organisation,
        "profile",
        description="Six food stores.",
        kind="stakeholder",
        identifiers="",
        owner=str(tie.membership.person.pk),
    )
    assert answer.status_code == 302
    organisation.refresh_from_db()
    assert organisation.description == "Six food stores."
    assert (organisation.kind, organisation.owner) == ("partner", None)
    assert organisation.external_identifiers.count() == 1
    assert organisation.classifications.get().term == tag


@pytest.mark.parametrize("role", [Role.STEERING, Role.VIEWER, Role.PARTNER])
def test_those_who_may_not_edit_are_refused(member, role):
    client = member(role)
    assert add(client).status_code == 403
    assert edit(client, ours(client)).status_code == 403
    assert Organisation.objects.filter(name="Northgate Grocers").count() == 0


@pytest.mark.parametrize("address", ["edit", "profile"])
def test_page_of_the_form_opens_for_whom_it_is_meant(address, coordinator):
    tie = RepresentationFactory(
        coalition=coordinator.membership.coalition,
        organisation__coalition=coordinator.membership.coalition,
    )
    client = coordinator if address == "edit" else MemberClient.of(tie.membership)
    url = reverse(f"partners:{address}", args=[client.slug, tie.organisation.pk])
    assert client.get(url).status_code == 200


# ---------------------------------------------------------------- around the forms


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"kind": "enemy"},
        {"retired_on": "2026-01-01"},
        {"retired_reason": "For no day"},
    ],
)
def test_database_refuses_an_organisation_that_forms_would_refuse(coordinator, wrong):
    organisation = ours(coordinator)
    with pytest.raises(IntegrityError), transaction.atomic():
        Organisation.objects.filter(pk=organisation.pk).update(**wrong)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": ""},
        {"role": "king"},
        {"preferred_channel": "drum"},
        {"since_on": "2026-02-01", "left_on": "2026-01-01"},
    ],
)
def test_database_refuses_a_person_that_forms_would_refuse(coordinator, wrong):
    organisation = ours(coordinator)
    with pytest.raises(IntegrityError), transaction.atomic():
        fields = {"name": "Marisol", **wrong}
        Contact.objects.create(
            coalition=organisation.coalition, organisation=organisation, **fields
        )


def test_database_refuses_a_part_of_another_coalition(coordinator):
    organisation, stranger = ours(coordinator), OrganisationFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        Phone.objects.create(coalition=stranger.coalition, organisation=organisation, number="1")
        transaction.get_connection().check_constraints()
