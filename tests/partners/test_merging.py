"""Partners that turn out to be one: choosing, merging, and everything that finds them afterwards."""

import pytest
from django.contrib.messages import get_messages
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.permissions import Role
from common.templatetags.look import undo_address
from partners.models import (
    Alias,
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
    OrganisationFactory,
    RepresentationFactory,
    TermFactory,
)
from tests.partners.changes import change
from tests.partners.importing import checked, csv_text, outcomes, row


def add(client: MemberClient, name: str, **fields) -> Organisation:
    return OrganisationFactory(coalition=client.membership.coalition, name=name, **fields)


@pytest.fixture
def cedar(coordinator) -> Organisation:
    return add(coordinator, "Cedar Lane Health Center", website="https://cedarlane.example")


@pytest.fixture
def clhc(coordinator) -> Organisation:
    return add(coordinator, "CLHC", email="front@cedarlane.example", description="A clinic.")


def address(client: MemberClient, *organisations: Organisation) -> str:
    ids = "&".join(f"ids={one.pk}" for one in organisations)
    return f"{reverse('partners:merge', args=[client.slug])}?{ids}"


def form(client: MemberClient, *organisations: Organisation) -> dict[str, object]:
    """What the page would send as it stands."""
    shown = client.get(address(client, *organisations)).context["preview"]
    told: dict[str, object] = {"ids": [side.organisation.pk for side in shown.sides]}
    told["seen"] = shown.seen
    told |= {
        f"pick-{choice.name}": option.organisation.pk
        for choice in shown.choices
        for option in choice.options
        if option.is_chosen
    }
    return told | {"pick-stays": shown.stays.pk}


def merge(client: MemberClient, survivor: Organisation, *others: Organisation, **picked):
    told = form(client, survivor, *others) | {"pick-stays": survivor.pk} | picked
    return client.post(reverse("partners:merge", args=[client.slug]), told)


def unmerge(client: MemberClient, other: Organisation):
    made = Merge.objects.standing().get(organisation=other)
    return client.post(reverse("partners:unmerge", args=[client.slug, made.pk]))


def last_message(answer):
    return list(get_messages(answer.wsgi_request))[-1]


def aliases(organisation: Organisation) -> list[str]:
    return list(Alias.objects.filter(organisation=organisation).values_list("name", flat=True))


# ---------------------------------------------------------------- the page


def test_fullest_values_are_chosen_beforehand_and_what_is_the_same_is_not_asked(
    coordinator, cedar, clhc
):
    shown = coordinator.get(address(coordinator, cedar, clhc)).context["preview"]
    chosen = {
        choice.name: option.organisation
        for choice in shown.choices
        for option in choice.options
        if option.is_chosen
    }
    assert chosen == {"name": cedar, "website": cedar, "email": clhc, "description": clhc}
    assert ("Kind", "Partner") in shown.alike


def test_page_tells_what_comes_together_and_what_both_have(coordinator, cedar, clhc):
    for one, number in (
        (cedar, "(410) 555-0100"),
        (clhc, "410 555 0100"),
        (clhc, "(410) 555-0101"),
    ):
        Phone.objects.create(coalition=one.coalition, organisation=one, number=number)
    shown = coordinator.get(address(coordinator, cedar, clhc)).context["preview"]
    phones = next(kind for kind in shown.gathered if kind.label == "Phones")
    assert (phones.count, phones.same, len(phones.words)) == (2, 1, 2)


def test_page_takes_as_many_queries_for_two_as_for_five_with_more_in_them(coordinator):
    counts = []
    for size in (2, 5):
        several = [add(coordinator, f"Partner {number}") for number in range(size)]
        for one in several:
            ContactFactory.create_batch(size, organisation=one)
            ClassificationFactory(organisation=one)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            assert coordinator.get(address(coordinator, *several)).status_code == 200
        counts.append(len(captured))
    assert counts[0] == counts[1] <= 12


def test_one_alone_cannot_be_merged(coordinator, cedar):
    answer = coordinator.get(address(coordinator, cedar))
    assert "at least two" in str(last_message(answer))
    answer = coordinator.get(address(coordinator))
    assert answer["Location"] == reverse("partners:list", args=[coordinator.slug])


def test_organisations_of_others_are_not_there(coordinator, cedar):
    foreign, another = OrganisationFactory(), OrganisationFactory()
    assert coordinator.get(address(coordinator, foreign, another)).status_code == 404
    answer = coordinator.get(address(coordinator, cedar, foreign))
    assert answer["Location"] == cedar.get_absolute_url() or answer.status_code == 302


@pytest.mark.parametrize("role", [Role.STEERING, Role.VIEWER, Role.PARTNER])
def test_only_editors_merge_and_take_apart(coordinator, member, role, cedar, clhc):
    client = member(role, coalition=cedar.coalition)
    merge(coordinator, cedar, clhc)
    made = Merge.objects.get()
    for name, args in (
        ("merge", []),
        ("merge_undo", [made.change_id]),
        ("unmerge", [made.pk]),
        ("merge_with", [cedar.pk]),
    ):
        url = reverse(f"partners:{name}", args=[client.slug, *args])
        assert client.post(url).status_code == 403
    assert Merge.objects.standing().count() == 1


def test_other_one_is_found_by_its_name_or_offered_because_it_is_called_nearly_so(
    coordinator, cedar, clhc
):
    alike = add(coordinator, "Cedar Lane Health Centre")
    url = reverse("partners:merge_with", args=[coordinator.slug, cedar.pk])
    assert coordinator.get(url).context["others"] == [alike, clhc]
    assert coordinator.get(f"{url}?q=clhc").context["others"] == [clhc]


# ---------------------------------------------------------------- merging


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


# ---------------------------------------------------------------- taking apart


def test_undo_right_after_takes_all_of_them_apart(coordinator, cedar, clhc):
    third = add(coordinator, "Cedar Lane")
    before = sorted(Organisation.including_merged.values_list())
    answer = merge(coordinator, cedar, clhc, third)
    coordinator.post(undo_address(last_message(answer)))
    assert sorted(Organisation.including_merged.values_list()) == before
    assert not Alias.objects.exists()


def test_what_came_along_goes_back_as_it_stands_and_what_is_new_stays(coordinator, cedar, clhc):
    person = ContactFactory(organisation=clhc, name="Dev Patel")
    merge(coordinator, cedar, clhc)
    Contact.objects.filter(pk=person.pk).update(title="Director")
    since = ContactFactory(organisation=cedar, name="Came later")
    unmerge(coordinator, clhc)
    person.refresh_from_db()
    assert (person.organisation, person.title) == (clhc, "Director")
    since.refresh_from_db()
    assert since.organisation == cedar
    assert coordinator.get(clhc.get_absolute_url()).status_code == 200


def test_field_goes_back_unless_somebody_has_changed_it_since(coordinator, cedar, clhc):
    merge(coordinator, cedar, clhc)
    Organisation.objects.filter(pk=cedar.pk).update(description="Written since")
    made = Merge.objects.get()
    page = coordinator.get(made.get_absolute_url()).context["apart"]
    assert [field.label for field in page.fields_back] == ["E-mail address"]
    assert [field.now for field in page.fields_kept] == ["Written since"]
    unmerge(coordinator, clhc)
    cedar.refresh_from_db()
    assert (cedar.email, cedar.description) == ("", "Written since")
    clhc.refresh_from_db()
    assert clhc.description == "A clinic."


def test_edited_other_name_stays(coordinator, cedar, clhc):
    merge(coordinator, cedar, clhc)
    Alias.objects.filter(name="CLHC").update(name="C.L.H.C.")
    unmerge(coordinator, clhc)
    assert aliases(cedar) == ["C.L.H.C."]


def test_retired_with_its_reason_goes_back_as_one(coordinator, cedar, clhc):
    Organisation.objects.filter(pk=clhc.pk).update(retired_on="2026-01-31", retired_reason="Closed")
    merge(coordinator, cedar, clhc, **{"pick-retired_on": clhc.pk})
    Organisation.objects.filter(pk=cedar.pk).update(retired_reason="Closed for good")
    unmerge(coordinator, clhc)
    cedar.refresh_from_db()
    assert cedar.retired_reason == "Closed for good"
    assert cedar.is_retired


def test_what_one_had_set_aside_for_another_stands_in_when_that_one_leaves(
    coordinator, cedar, clhc
):
    third = add(coordinator, "Cedar Lane")
    for one in (clhc, third):
        AliasFactory(organisation=one, name="The clinic on Cedar")
    merge(coordinator, cedar, clhc)
    merge(coordinator, cedar, third)
    unmerge(coordinator, clhc)
    assert "The clinic on Cedar" in aliases(cedar)
    assert aliases(clhc) == ["The clinic on Cedar"]
    unmerge(coordinator, third)
    assert aliases(cedar) == []
    assert aliases(third) == ["The clinic on Cedar"]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_merges_into_one_come_apart_in_any_order_with_its_fields(coordinator, cedar, order):
    others = [add(coordinator, f"Other {n}", website=f"https://{n}.example/longer") for n in (0, 1)]
    before = sorted(Organisation.including_merged.values_list())
    for other in others:
        merge(coordinator, cedar, other, **{"pick-website": other.pk})
    for number in order:
        unmerge(coordinator, others[number])
    assert sorted(Organisation.including_merged.values_list()) == before


def test_merge_of_a_merge_says_which_one_comes_first(coordinator, cedar, clhc):
    last = add(coordinator, "Cedar Network")
    merge(coordinator, cedar, clhc)
    merge(coordinator, last, cedar)
    assert coordinator.get(clhc.get_absolute_url())["Location"] == last.get_absolute_url()
    answer = unmerge(coordinator, clhc)
    assert "Take that apart first" in str(last_message(answer))
    page = coordinator.get(answer["Location"]).content.decode()
    assert "Take them apart" not in page
    unmerge(coordinator, cedar)
    unmerge(coordinator, clhc)
    assert Organisation.objects.count() == 3


def test_going_back_in_history_does_not_reach_across_a_merge(coordinator, cedar, clhc):
    """Else what came along would be dropped, and could never go back."""
    with change(day=1) as made:
        Organisation.objects.filter(pk=cedar.pk).update(description="Written first")
    person = ContactFactory(organisation=clhc)
    merge(coordinator, cedar, clhc)
    put_back = reverse("partners:put_back", args=[coordinator.slug, cedar.pk, made])
    answer = coordinator.post(put_back)
    assert "merged" in str(last_message(answer))
    assert Contact.objects.get(pk=person.pk).organisation == cedar


def test_story_tells_of_a_merge_and_its_end_to_both(coordinator, cedar, clhc):
    ContactFactory(organisation=clhc, name="Dev Patel")
    merge(coordinator, cedar, clhc)
    unmerge(coordinator, clhc)
    who = coordinator.membership.person.full_name
    for one, heads in (
        (cedar, [f"{who} took CLHC out of them again", f"{who} merged CLHC into them"]),
        (
            clhc,
            [
                f"{who} took them out of the other organisation again",
                f"{who} merged them into another organisation",
            ],
        ),
    ):
        page = coordinator.get(reverse("partners:history", args=[coordinator.slug, one.pk]))
        told = [entry.headline for entry in page.context["timeline"].entries]
        assert [head for head in told if who in head] == heads
