"""Accepting, as somebody new or as somebody known."""

from datetime import UTC, datetime

import pytest
from allauth.account.models import EmailAddress
from django.urls import reverse

from accounts import operations
from accounts.models import Membership, Person
from accounts.permissions import Role
from accounts.signals import invitation_accepted
from common.background.outbox import deliver
from tests.accounts.invitations.letters import PASSWORD, path_of, send
from tests.factories import MembershipFactory


def test_invitation_says_who_invites_to_what_and_as_what(client, invitation):
    page = client.get(path_of(invitation)).content.decode()
    for words in (
        str(invitation.invited_by),
        invitation.coalition.name,
        "North Valley",
        "Too many adults get type 2 diabetes.",
        "Steering committee",
        "Sees every partner and its people, and downloads the list.",
        "We need your voice.",
    ):
        assert words in page


def test_opening_an_invitation_changes_nothing(client, invitation):
    for ask in (client.get, client.head):
        assert ask(path_of(invitation)).status_code == 200
    invitation.refresh_from_db()
    assert invitation.accepted_at is None
    assert not Person.objects.with_address(invitation.email).exists()


def test_newcomer_accepts_and_lands_in_the_coalition_signed_in(client, invitation, has_mail):
    answer = client.post(path_of(invitation), {"full_name": "Ana Dunn", "password": PASSWORD})
    assert answer["Location"] == invitation.coalition.get_absolute_url()
    assert client.get(answer["Location"]).status_code == 200
    person = Person.objects.with_address("ana@people.example").get()
    membership = Membership.objects.get(person=person)
    invitation.refresh_from_db()
    assert (membership.role, membership.ended_on) == (Role.STEERING, None)
    assert invitation.membership == membership
    assert person.check_password(PASSWORD)
    assert EmailAddress.objects.get(user=person).verified


def test_link_that_was_handed_over_proves_no_address(client, invitation):
    client.post(path_of(invitation), {"full_name": "Ana Dunn", "password": PASSWORD})
    assert not EmailAddress.objects.get(email="ana@people.example").verified


def test_newcomer_may_go_without_a_password_where_codes_are_mailed(client, invitation, has_mail):
    client.post(path_of(invitation), {"full_name": "Ana Dunn", "password": ""})
    person = Person.objects.with_address("ana@people.example").get()
    assert not person.has_usable_password()


def test_newcomer_needs_a_password_where_no_code_can_be_mailed(client, invitation):
    answer = client.post(path_of(invitation), {"full_name": "Ana Dunn", "password": ""})
    assert "password" in answer.context["form"].errors
    assert 'value="Ana Dunn"' in answer.content.decode()


@pytest.mark.parametrize("weak", ["short", "password123", "ana@people.example"])
def test_newcomer_with_a_weak_password_is_told_and_keeps_the_name(client, invitation, weak):
    answer = client.post(path_of(invitation), {"full_name": "Ana Dunn", "password": weak})
    assert "password" in answer.context["form"].errors
    assert not Person.objects.with_address("ana@people.example").exists()


def test_link_from_the_letter_works(administrator, client, mail_server):
    send(administrator)
    deliver(at=datetime.now(UTC))
    text = mail_server.letters[0].get_body(["plain"]).get_content()
    link = next(line for line in text.splitlines() if "/invitations/" in line)
    assert client.get(link.removeprefix("http://127.0.0.1:8000")).status_code == 200


def test_known_person_is_asked_to_sign_in_and_comes_back(client, invitation, ana):
    page = client.get(path_of(invitation))
    sign_in = f"{reverse('account_login')}?next={path_of(invitation)}"
    assert sign_in.replace(":", "%3A") in page.content.decode()
    answer = client.post(sign_in, {"login": ana.email, "password": "correct horse battery"})
    assert answer["Location"] == path_of(invitation)
    assert "Accept the invitation" in client.get(path_of(invitation)).content.decode()


def test_stranger_cannot_make_a_second_account_for_a_known_address(client, invitation, ana):
    client.post(path_of(invitation), {"full_name": "Eve", "password": PASSWORD})
    invitation.refresh_from_db()
    assert invitation.accepted_at is None
    assert Person.objects.with_address(ana.email).get().full_name == "Ana Dunn"


def test_known_person_accepts_with_one_press(client, invitation, ana):
    client.force_login(ana)
    answer = client.post(path_of(invitation))
    assert answer["Location"] == invitation.coalition.get_absolute_url()
    assert Membership.objects.get(person=ana).role == Role.STEERING


def test_accepting_twice_makes_one_membership_and_one_signal(client, invitation, ana):
    heard = []

    def listen(sender, **news) -> None:
        heard.append(news["membership"])

    invitation_accepted.connect(listen)
    client.force_login(ana)
    client.post(path_of(invitation))
    assert client.post(path_of(invitation))["Location"] == invitation.coalition.get_absolute_url()
    invitation_accepted.disconnect(listen)
    assert heard == list(Membership.objects.filter(person=ana))
    assert (
        operations.accept(invitation, by=ana, at=datetime.now(UTC), on=heard[0].started_on)
        == heard[0]
    )


def test_receiver_that_fails_undoes_the_acceptance(client, invitation, ana):
    def fail(sender, **news) -> None:
        raise RuntimeError

    invitation_accepted.connect(fail)
    client.force_login(ana)
    with pytest.raises(RuntimeError):
        client.post(path_of(invitation))
    invitation_accepted.disconnect(fail)
    invitation.refresh_from_db()
    assert invitation.accepted_at is None
    assert not Membership.objects.filter(person=ana).exists()


def test_former_member_comes_back_with_a_new_membership(client, invitation, ana):
    MembershipFactory(person=ana, coalition=invitation.coalition, ended=True)
    client.force_login(ana)
    client.post(path_of(invitation))
    assert Membership.objects.filter(person=ana, ended_on=None).count() == 1
    assert Membership.objects.filter(person=ana).count() == 2


def test_wrong_person_is_told_and_shown_the_way_out(coordinator, invitation):
    page = coordinator.get(path_of(invitation)).content.decode()
    assert "This invitation is for <b>ana@people.example</b>" in page
    coordinator.post(path_of(invitation))
    invitation.refresh_from_db()
    assert invitation.accepted_at is None
    answer = coordinator.post(reverse("account_logout"), {"next": path_of(invitation)})
    assert answer["Location"] == path_of(invitation)
    assert "_auth_user_id" not in coordinator.session
