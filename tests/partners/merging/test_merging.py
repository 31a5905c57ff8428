"""Merging."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners.models import (
    Classification,
    Contact,
    ExternalIdentifier,
    Merge,
    Organisation,
    OwnField,
    Phone,
    SearchEntry,
)
from tests.conftest import MemberClient
from tests.factories import (
    AliasFactory,
    ClassificationFactory,
    ContactFactory,
    RepresentationFactory,
    TermFactory,
)
from tests.partners.importing import checked, csv_text, outcomes, row
from tests.partners.merging.steps import add, address, aliases, form, last_message, merge, unmerge


def test_chosen_values_stay_and_the_other_names_become_aliases(coordinator, cedar, clhc):
    AliasFactory(organisation=clhc, name="The Cedar clinic")
    answer = merge(coordinator, cedar, clhc, **{"pick-name": clhc.pk})
    assert answer["Location"] == cedar.get_absolute_url()
    cedar.refresh_from_db()
    assert (cedar.name, cedar.email) == ("CLHC", "front@cedarlane.example")
    assert cedar.website == "https://cedarlane.example"
    assert aliases(cedar) == ["Cedar Lane Health Center", "The Cedar clinic"]


def test_three_become_one_with_their_people_phones_numbers_and_sectors(coordinator, cedar, clhc):
    third = add(coordinator, "Cedar Lane")
    health = TermFactory(coalition=cedar.coalition, name="Health")
    for number, one in enumerate((cedar, clhc, third)):
        ContactFactory(organisation=one, name=f"Person {number}")
        ClassificationFactory(organisation=one, term=health)
        ExternalIdentifier.objects.create(
            coalition=one.coalition, organisation=one, scheme="EIN", value=str(number)
        )
        Phone.objects.create(coalition=one.coalition, organisation=one, number="(410) 555-0100")
    merge(coordinator, cedar, clhc, third)
    assert Contact.objects.filter(organisation=cedar).count() == 3
    assert ExternalIdentifier.objects.filter(organisation=cedar).count() == 3
    assert Classification.objects.get().organisation == cedar
    assert Phone.objects.get().organisation == cedar


def test_merged_one_is_in_no_list_search_export_or_count(coordinator, cedar, clhc):
    merge(coordinator, cedar, clhc)
    listed = reverse("partners:list", args=[coordinator.slug])
    for query in ("", "?retired=too", "?q=clhc", "?q=clhk"):
        shown = coordinator.get(f"{listed}{query}").context["listing"]
        assert [found.name for found in shown.rows] == ["Cedar Lane Health Center"]
    export = coordinator.get(f"{reverse('partners:export', args=[coordinator.slug])}?format=csv")
    assert b"CLHC" in (content := b"".join(export.streaming_content))
    assert content.count(b"\n") == 2
    assert not SearchEntry.objects.filter(organisation=clhc).exists()
    assert not Organisation.objects.filter(pk=clhc.pk).exists()


def test_old_address_leads_to_the_survivor_and_its_story_stays_readable(coordinator, cedar, clhc):
    merge(coordinator, cedar, clhc)
    answer = coordinator.get(clhc.get_absolute_url())
    assert answer["Location"] == cedar.get_absolute_url()
    answer = coordinator.get(reverse("partners:edit", args=[coordinator.slug, clhc.pk]))
    assert answer["Location"] == reverse("partners:edit", args=[coordinator.slug, cedar.pk])
    history = coordinator.get(reverse("partners:history", args=[coordinator.slug, clhc.pk]))
    assert "merged them into another organisation" in history.content.decode()
    profile = coordinator.get(cedar.get_absolute_url()).content.decode()
    assert "Merged from" in profile
    assert "merged CLHC into them" in profile


def test_what_was_being_written_about_the_merged_one_is_shown_and_not_lost(
    coordinator, cedar, clhc
):
    merge(coordinator, cedar, clhc)
    url = reverse("partners:contact_add", args=[coordinator.slug, clhc.pk])
    answer = coordinator.post(url, {"name": "Dr. Anjali Mehta", "title": "Director"})
    assert answer.status_code == 409
    assert "Dr. Anjali Mehta" in answer.content.decode()
    assert not Contact.objects.exists()


def test_partner_sees_the_survivor_once_their_organisation_was_merged(coordinator, cedar, clhc):
    tie = RepresentationFactory(organisation=clhc)
    client = MemberClient.of(tie.membership)
    merge(coordinator, cedar, clhc)
    assert client.get(cedar.get_absolute_url()).status_code == 200
    assert client.get(clhc.get_absolute_url())["Location"] == cedar.get_absolute_url()


@pytest.mark.parametrize("role", [Role.PARTNER])
def test_partner_of_another_learns_nothing_of_a_merge(coordinator, member, role, cedar, clhc):
    client = member(role, coalition=cedar.coalition)
    merge(coordinator, cedar, clhc)
    assert client.get(clhc.get_absolute_url()).status_code == 404


def test_edit_meanwhile_is_shown_before_anything_is_merged(coordinator, cedar, clhc):
    told = form(coordinator, cedar, clhc) | {"pick-stays": cedar.pk, "pick-name": clhc.pk}
    ContactFactory(organisation=clhc, name="New since")
    url = reverse("partners:merge", args=[coordinator.slug])
    answer = coordinator.post(url, told)
    assert answer.status_code == 409
    assert not Merge.objects.exists()
    page = answer.content.decode()
    assert "New since" in page
    name = next(one for one in answer.context["preview"].choices if one.name == "name")
    assert [option.organisation for option in name.options if option.is_chosen] == [clhc]


def test_merging_twice_says_that_they_are_one_already(coordinator, cedar, clhc):
    told = form(coordinator, cedar, clhc)
    url = reverse("partners:merge", args=[coordinator.slug])
    coordinator.post(url, told)
    answer = coordinator.post(url, told)
    assert "one already" in str(last_message(answer))
    assert Merge.objects.count() == 1


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("Name", "C.L.H.C."),
        ("Website", "http://clhc.example"),
        ("EIN", "52-7"),
        ("Name", "Cedar clinic"),
    ],
)
def test_import_that_knows_the_merged_one_lands_on_the_survivor(
    coordinator, cedar, clhc, column, value
):
    Organisation.objects.filter(pk=clhc.pk).update(website="https://clhc.example")
    AliasFactory(organisation=clhc, name="Cedar clinic")
    ExternalIdentifier.objects.create(
        coalition=clhc.coalition, organisation=clhc, scheme="EIN", value="52-7"
    )
    merge(coordinator, cedar, clhc, **{"pick-website": cedar.pk})
    told = {"Name": "CLHC"} | {column: value}
    keys = {"Name": "name", "Website": "website", "EIN": "external_id"}
    columns = {f"column-{place}": keys[heading] for place, heading in enumerate(told)}
    run = checked(coordinator, csv_text(list(told), list(told.values())), **columns, scheme="EIN")
    assert row(run, 2).organisation == cedar
    assert outcomes(run) != ["new"]


def test_own_fields_are_chosen_one_by_one_and_go_back_one_by_one(coordinator, cedar, clhc):
    for place, label in enumerate(("Beds", "Languages of the desk", "Nickname")):
        OwnField.objects.create(
            coalition=cedar.coalition,
            subject="organisation",
            key=f"own_{place}",
            kind="text",
            label=label,
        )
    before = {}
    for one, told in (
        (cedar, {"own_0": "12", "own_2": "C"}),
        (clhc, {"own_0": "40", "own_1": "Es"}),
    ):
        before[one.pk] = told
        Organisation.objects.filter(pk=one.pk).update(own_values=told)
    shown = coordinator.get(address(coordinator, cedar, clhc)).context["preview"]
    assert "Beds" in [choice.label for choice in shown.choices]
    merge(coordinator, cedar, clhc, **{"pick-own_values.own_0": clhc.pk})
    cedar.refresh_from_db()
    assert cedar.own_values == {"own_0": "40", "own_1": "Es", "own_2": "C"}
    Organisation.objects.filter(pk=cedar.pk).update(
        own_values=cedar.own_values | {"own_1": "Es, En"}
    )
    page = coordinator.get(Merge.objects.get().get_absolute_url()).content.decode()
    assert "Languages of the desk" in page
    unmerge(coordinator, clhc)
    told = dict(Organisation.objects.values_list("pk", "own_values"))
    assert told == {cedar.pk: before[cedar.pk] | {"own_1": "Es, En"}, clhc.pk: before[clhc.pk]}
