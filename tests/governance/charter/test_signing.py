"""Who signs, who objects, who is asked."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from common.models import Letter
from governance.models import CharterRequest, CharterSignature
from governance.reports.charter.summary import charter_summary
from tests.conftest import MemberClient
from tests.factories import (
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    RepresentationFactory,
)
from tests.governance.charter.factories import (
    CharterRequestFactory,
    CharterSignatureFactory,
    CharterVersionFactory,
)
from tests.governance.charter.sending import opened_form

OBJECTION = "Twelve meetings a year are too many for us."


def page(client, name, *more):
    return reverse(f"governance:{name}", args=[client.slug, *more])


@pytest.fixture
def held(coordinator):
    return CharterVersionFactory(coalition=coordinator.membership.coalition)


@pytest.fixture
def grocers(held):
    return OrganisationFactory(coalition=held.coalition, name="Northgate Grocers")


@pytest.fixture
def partner(grocers):
    """Somebody who speaks for the grocers."""
    membership = MembershipFactory(coalition=grocers.coalition, role=Role.PARTNER)
    RepresentationFactory(organisation=grocers, membership=membership, invitation=None)
    return MemberClient.of(membership)


def said(organisation):
    return CharterSignature.objects.get(organisation=organisation)


def sent(client, url, **fields):
    return client.post(url, {**opened_form(client, url), **fields}, follow=True)


def test_partner_signs_for_its_own_organisation(partner, grocers):
    sent(partner, page(partner, "charter_sign", grocers.pk), answer="signed")
    signature = said(grocers)
    assert (signature.answer, signature.way) == ("signed", "here")
    assert signature.person == partner.membership.person


def test_partner_is_offered_no_undo_that_it_may_not_press(partner, grocers):
    answer = sent(partner, page(partner, "charter_sign", grocers.pk), answer="signed")
    assert [message.extra_tags for message in answer.context["messages"]] == [""]


def test_partner_objects_in_words(partner, grocers):
    url = page(partner, "charter_sign", grocers.pk)
    sent(partner, url, answer="objects", objections=OBJECTION)
    assert said(grocers).objections == OBJECTION


def test_objection_without_words_is_refused(partner, grocers):
    url = page(partner, "charter_sign", grocers.pk)
    assert sent(partner, url, answer="objects", objections=" ").status_code == 422
    assert not CharterSignature.objects.exists()


def test_partner_whose_objection_was_met_signs(partner, grocers, held):
    CharterSignatureFactory(version=held, organisation=grocers, objecting=True)
    sent(partner, page(partner, "charter_sign", grocers.pk), answer="signed")
    assert (said(grocers).answer, said(grocers).objections) == ("signed", "")


def test_partner_cannot_sign_for_another(partner, held):
    other = OrganisationFactory(coalition=held.coalition)
    url = page(partner, "charter_sign", other.pk)
    assert partner.post(url, {"answer": "signed"}).status_code == 404


def test_signature_of_a_version_that_was_replaced_meanwhile_is_asked_for_anew(
    partner, grocers, held
):
    url = page(partner, "charter_sign", grocers.pk)
    form = opened_form(partner, url)
    CharterVersionFactory(coalition=held.coalition, number=held.number + 1)
    answer = partner.post(url, {**form, "answer": "signed"}, follow=True)
    assert "changed since you opened it" in answer.content.decode()
    assert not CharterSignature.objects.exists()


def test_coordinator_notes_what_a_partner_said_and_how_that_is_known(coordinator, grocers):
    url = page(coordinator, "charter_note", grocers.pk)
    sent(coordinator, url, answer="signed", told_how="On paper at the June meeting")
    assert (said(grocers).way, said(grocers).told_how) == ("told", "On paper at the June meeting")


def test_note_without_how_it_is_known_is_refused(coordinator, grocers):
    url = page(coordinator, "charter_note", grocers.pk)
    assert sent(coordinator, url, answer="signed").status_code == 422
    assert not CharterSignature.objects.exists()


def test_prospects_and_retired_partners_do_not_sign(coordinator, held):
    prospect = OrganisationFactory(coalition=held.coalition, prospect=True)
    url = page(coordinator, "charter_note", prospect.pk)
    answer = sent(coordinator, url, answer="signed", told_how="They said so")
    assert "Only partners of today" in answer.content.decode()
    assert charter_summary(held.coalition_id).members == 0


def test_table_tells_who_has_and_who_has_not(coordinator, held, grocers):
    CharterSignatureFactory(version=held, organisation=grocers)
    objecting = CharterSignatureFactory(version=held, objecting=True).organisation
    silent = OrganisationFactory(coalition=held.coalition)
    text = coordinator.get(page(coordinator, "charter_signatures")).content.decode()
    assert "1 of 3 members have signed" in text
    only = coordinator.get(page(coordinator, "charter_signatures") + "?answer=objects")
    names = [line.organisation for line in only.context["signing"].lines]
    assert names == [objecting]
    assert silent.name in text


def test_summary_counts_each_answer(held, grocers):
    CharterSignatureFactory(version=held, organisation=grocers)
    CharterSignatureFactory.create_batch(2, version=held, objecting=True)
    OrganisationFactory.create_batch(3, coalition=held.coalition)
    OrganisationFactory(coalition=held.coalition, retired=True)
    CharterSignatureFactory(
        version=held, organisation=OrganisationFactory(coalition=held.coalition, retired=True)
    )
    found = charter_summary(held.coalition_id)
    assert (found.signed, found.objecting, found.silent, found.members) == (1, 2, 3, 6)


def test_signatures_are_of_one_version(held, grocers):
    CharterSignatureFactory(version=held, organisation=grocers)
    CharterVersionFactory(coalition=held.coalition, number=held.number + 1)
    assert charter_summary(held.coalition_id).signed == 0


# ---------------------------------------------------------------- asking


def asked(client):
    return client.post(page(client, "charter_ask"), follow=True)


def test_letters_go_once_to_those_who_have_said_nothing(coordinator, held, grocers):
    ContactFactory(organisation=grocers, email="dev@grocers.example")
    signed = CharterSignatureFactory(version=held).organisation
    ContactFactory(organisation=signed, email="ana@signed.example")
    asked(coordinator)
    asked(coordinator)
    assert [letter.to_address for letter in Letter.objects.all()] == ["dev@grocers.example"]
    assert CharterRequest.objects.count() == 1


def test_letter_goes_to_who_speaks_for_them(coordinator, grocers):
    ContactFactory(organisation=grocers, email="other@grocers.example", role="other")
    ContactFactory(organisation=grocers, email="speaker@grocers.example", role="representative")
    asked(coordinator)
    assert Letter.objects.get().to_address == "speaker@grocers.example"


@pytest.mark.parametrize(
    "fields",
    [
        {"email": ""},
        {"wants_no_letters": True},
        {"listing_consent": "no", "listing_consent_on": "2026-01-01"},
        {"left_on": "2026-01-01"},
    ],
    ids=["no-address", "no-letters", "said-no", "left"],
)
def test_who_cannot_be_written_to_is_told(coordinator, grocers, fields):
    ContactFactory(organisation=grocers, **{"email": "x@grocers.example", **fields})
    answer = asked(coordinator)
    assert not Letter.objects.exists()
    assert "One cannot be written to" in answer.content.decode()


def test_next_version_is_sent_anew(coordinator, held, grocers):
    ContactFactory(organisation=grocers, email="dev@grocers.example")
    asked(coordinator)
    CharterVersionFactory(coalition=held.coalition, number=held.number + 1)
    asked(coordinator)
    assert Letter.objects.count() == 2


@pytest.mark.parametrize("number", [1, 12])
def test_table_takes_the_same_queries(coordinator, held, number, django_assert_num_queries):
    CharterSignatureFactory.create_batch(number, version=held)
    CharterRequestFactory.create_batch(number, version=held)
    coordinator.get(page(coordinator, "charter_signatures"))
    with django_assert_num_queries(10):
        coordinator.get(page(coordinator, "charter_signatures"))


def undo_of(answer):
    return next(iter(answer.context["messages"])).extra_tags.partition("undo:")[2]


def test_letters_that_still_wait_do_not_leave_once_the_sending_is_taken_back(coordinator, grocers):
    ContactFactory(organisation=grocers, email="dev@grocers.example")
    reached = ContactFactory(organisation__coalition=grocers.coalition, email="ana@x.example")
    answer = asked(coordinator)
    left = Letter.objects.get(to_address="ana@x.example")
    left.conclude(Letter.State.SENT, at=left.queued_at)
    left.save()
    coordinator.post(undo_of(answer))
    states = dict(Letter.objects.values_list("to_address", "state"))
    assert states == {"dev@grocers.example": "superseded", "ana@x.example": "sent"}
    assert CharterRequest.objects.get().contact == reached


def test_sending_is_not_taken_back_once_every_letter_has_left(coordinator, grocers):
    ContactFactory(organisation=grocers, email="dev@grocers.example")
    answer = asked(coordinator)
    left = Letter.objects.get()
    left.conclude(Letter.State.SENT, at=left.queued_at)
    left.save()
    page = coordinator.post(undo_of(answer), follow=True)
    assert "A letter about this has left" in page.content.decode()
    assert CharterRequest.objects.exists()
