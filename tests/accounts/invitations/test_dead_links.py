"""Links that do not work any more."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client

from accounts.models import Invitation, Membership
from common.models import Letter
from tests.accounts.invitations.letters import PASSWORD, address, path_of


def test_expired_invitation_says_whom_to_ask(client, invitation):
    link = path_of(invitation)
    Invitation.objects.update(expires_at=datetime.now(UTC) - timedelta(minutes=1))
    for ask in (client.get, client.post):
        answer = ask(link)
        assert answer.status_code == 410
        assert "This invitation has expired" in answer.content.decode()
        assert invitation.invited_by.email in answer.content.decode()


def test_withdrawn_invitation_stops_working_at_once(administrator, client, invitation, has_mail):
    link = path_of(invitation)
    administrator.post(address(administrator, "resend_invitation", invitation.pk))
    administrator.post(address(administrator, "withdraw_invitation", invitation.pk))
    answer = client.post(link, {"full_name": "Ana", "password": PASSWORD})
    assert answer.status_code == 410
    assert "withdrawn" in answer.content.decode()
    assert Letter.objects.get().state == Letter.State.SUPERSEDED


def test_used_invitation_sends_others_to_sign_in(client, invitation):
    Client().post(path_of(invitation), {"full_name": "Ana", "password": PASSWORD})
    answer = client.get(path_of(invitation))
    assert answer.status_code == 410
    assert "has been accepted" in answer.content.decode()


def test_accepted_invitation_cannot_be_withdrawn(administrator, client, invitation):
    client.post(path_of(invitation), {"full_name": "Ana", "password": PASSWORD})
    administrator.post(address(administrator, "withdraw_invitation", invitation.pk))
    invitation.refresh_from_db()
    assert invitation.withdrawn_at is None


def test_used_link_does_not_bring_back_who_has_left(client, invitation, ana):
    client.force_login(ana)
    client.post(path_of(invitation))
    today = invitation.coalition.day(at=datetime.now(UTC))
    Membership.objects.filter(person=ana).update(ended_on=today)
    assert client.post(path_of(invitation)).status_code == 410
    assert not Membership.objects.active().filter(person=ana).exists()


@pytest.mark.django_db
def test_link_that_is_not_whole_gets_a_page_that_helps(client, invitation):
    answer = client.get(path_of(invitation)[:-3] + "/")
    assert answer.status_code == 404
    assert "This link does not work" in answer.content.decode()


def test_link_dies_when_the_invitation_names_another_address(client, invitation):
    link = path_of(invitation)
    Invitation.objects.update(email="ben@people.example")
    assert client.get(link).status_code == 404


def test_too_many_openings_are_slowed_down(client, invitation):
    answers = {client.get("/invitations/guess/").status_code for _guess in range(60)}
    assert answers == {404}
    assert client.get(path_of(invitation)).status_code == 429
