"""Somebody stands twice at one partner: made one on their page, and taken apart again."""

import json

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from common.history.event_tables import events_of
from common.history.tracking import recording
from governance.models import RoleAssignment
from partners.models import Contact, ContactMerge, MergeMove
from partners.operations import ask_to_erase_contact
from tests.factories import ContactFactory, OrganisationFactory, TouchpointFactory
from tests.partners.merging.steps import add, last_message, merge, unmerge


@pytest.fixture
def cedar(coordinator):
    return add(coordinator, "Cedar Lane Health Center")


@pytest.fixture
def two(cedar) -> tuple[Contact, Contact]:
    return (
        ContactFactory(organisation=cedar, name="Ruth Amsel", email="ruth@cedar.example", phone=""),
        ContactFactory(organisation=cedar, name="Ruth Amsel", email="", phone="(410) 555-0142"),
    )


def same(client, contact: Contact, **told):
    args = [client.slug, contact.organisation_id, contact.pk]
    url = reverse("partners:contact_same", args=args)
    return client.post(url, told) if told else client.get(url)


def undo(client, answer):
    return client.post(last_message(answer).extra_tags.removeprefix("undo:"))


def test_profile_tells_who_seems_to_stand_there_twice(coordinator, member, cedar, two):
    viewer = member(Role.VIEWER, coalition=cedar.coalition)
    words = "Stands there twice, it seems"
    page = coordinator.get(cedar.get_absolute_url()).content.decode()
    assert page.count(words) == 2
    assert words not in viewer.get(cedar.get_absolute_url()).content.decode()
    Contact.objects.filter(pk=two[1].pk).update(name="Ben Ito")
    assert words not in coordinator.get(cedar.get_absolute_url()).content.decode()


def test_page_offers_everybody_else_there_the_likely_one_chosen(coordinator, cedar, two):
    somebody = ContactFactory(organisation=cedar, name="Abe Long")
    ContactFactory(organisation=OrganisationFactory(coalition=cedar.coalition))
    form = same(coordinator, two[0]).context["form"]
    assert [pk for pk, _told in form.fields["other"].choices] == [two[1].pk, somebody.pk]
    assert form.initial == {"other": two[1].pk}


def test_two_become_one_with_what_both_say_and_come_apart_as_they_were(coordinator, cedar, two):
    stays, goes = two
    talk = TouchpointFactory(organisation=cedar)
    named = talk.theirs.create(coalition=talk.coalition, contact=goes)
    answer = same(coordinator, stays, other=goes.pk)
    one = Contact.objects.get()
    assert (one.pk, one.email, one.phone) == (stays.pk, "ruth@cedar.example", "(410) 555-0142")
    named.refresh_from_db()
    assert named.contact == stays
    undo(coordinator, answer)
    named.refresh_from_db()
    assert named.contact == goes
    assert list(Contact.objects.order_by("pk").values_list("pk", "phone")) == [
        (stays.pk, ""),
        (goes.pk, "(410) 555-0142"),
    ]
    assert not ContactMerge.objects.exists()


def test_undo_can_be_undone(coordinator, two):
    stays, goes = two
    undo(coordinator, undo(coordinator, same(coordinator, stays, other=goes.pk)))
    assert Contact.objects.get() == stays
    assert ContactMerge.objects.get().gone == goes.pk


def test_seats_of_higher_rooms_follow_and_go_back(coordinator, two, seat_of):
    stays, goes = two
    held = seat_of(goes)
    answer = same(coordinator, stays, other=goes.pk)
    assert RoleAssignment.objects.get(pk=held.pk).contact == stays
    undo(coordinator, answer)
    assert RoleAssignment.objects.get(pk=held.pk).contact == goes


def test_who_was_edited_since_is_not_taken_apart(coordinator, two):
    stays, goes = two
    answer = same(coordinator, stays, other=goes.pk)
    with recording("contact.edited"):
        Contact.objects.update(title="Director")
    assert "changed again since" in str(last_message(undo(coordinator, answer)))
    assert Contact.objects.count() == 1


def test_story_tells_of_it(coordinator, cedar, two):
    same(coordinator, two[0], other=two[1].pk)
    history = reverse("partners:history", args=[coordinator.slug, cedar.pk])
    assert "made two entries of one person one" in coordinator.get(history).content.decode()


def test_somebody_of_another_partner_or_gone_meanwhile_is_refused(coordinator, cedar, two):
    elsewhere = ContactFactory(organisation=OrganisationFactory(coalition=cedar.coalition))
    for other in (elsewhere.pk, two[0].pk, "nobody"):
        assert same(coordinator, two[0], other=other).status_code == 422
    assert Contact.objects.count() == 3


@pytest.mark.parametrize("role", [Role.STEERING, Role.VIEWER, Role.PARTNER])
def test_only_editors_make_people_one(member, cedar, two, role):
    client = member(role, coalition=cedar.coalition)
    assert same(client, two[0], other=two[1].pk).status_code == 403


# ---------------------------------------------------------------- erased


def erase(client, contact: Contact) -> None:
    args = [client.slug, contact.organisation_id, contact.pk]
    client.post(reverse("partners:contact_erase", args=args))


def everything_kept() -> str:
    events, notes = events_of(Contact), events_of(ContactMerge)
    return json.dumps(
        [
            *events.values_list("name", "email", "phone", "title"),
            *notes.values_list("columns"),
            *ContactMerge.objects.values_list("columns"),
            *MergeMove.objects.values_list("kept"),
        ]
    )


def test_who_became_one_with_the_erased_is_erased_from_history_too(coordinator, two):
    Contact.objects.filter(pk=two[1].pk).update(title="Chaplain")
    same(coordinator, two[0], other=two[1].pk)
    erase(coordinator, Contact.objects.get())
    for word in ("Amsel", "ruth@", "0142", "Chaplain"):
        assert word not in everything_kept()


def test_who_comes_back_out_of_a_merge_is_erased_too(coordinator, cedar):
    clhc = add(coordinator, "CLHC")
    ContactFactory(organisation=cedar, name="Ruth Amsel", email="ruth@cedar.example")
    ContactFactory(organisation=clhc, name="R. Amsel", email="ruth@cedar.example", title="Head")
    merge(coordinator, cedar, clhc)
    erase(coordinator, Contact.objects.get())
    assert "Amsel" not in everything_kept()
    unmerge(coordinator, clhc)
    back = Contact.objects.get(organisation=clhc)
    assert (back.email, back.title, bool(back.erased_on)) == ("", "", True)


def test_nobody_is_merged_with_somebody_who_is_being_erased(coordinator, two):
    stays, goes = two
    ask_to_erase_contact(goes, by=coordinator.membership.person, at=timezone.now())
    answer = same(coordinator, stays, other=goes.pk)
    assert answer.status_code == 422
    assert "Ruth Amsel is being erased. Please merge when that is done." in answer.content.decode()
    assert Contact.objects.filter(pk__in=[stays.pk, goes.pk]).count() == 2


def test_no_partner_is_merged_while_somebody_there_is_being_erased(coordinator, cedar, two):
    ask_to_erase_contact(two[0], by=coordinator.membership.person, at=timezone.now())
    other = add(coordinator, "Cedar Lane Clinic")
    answer = merge(coordinator, other, cedar)
    assert "Ruth Amsel is being erased" in str(last_message(answer))
    cedar.refresh_from_db()
    assert cedar.merged_into is None
