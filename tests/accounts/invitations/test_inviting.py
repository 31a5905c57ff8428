"""Who invites whom to what, and what the list of invitations tells."""

from datetime import UTC, datetime, timedelta

import pytest

from accounts import operations
from accounts.models import Invitation
from accounts.permissions import Role
from common.models import Letter
from common.refusal import Refusal
from tests.accounts.invitations.letters import address, path_of, send
from tests.factories import InvitationFactory, MembershipFactory, PersonFactory

# ---------------------------------------------------------------- inviting


def test_invitation_is_written_down_with_its_letter(administrator, has_mail):
    answer = send(administrator)
    assert answer["Location"] == address(administrator, "members")
    invitation = Invitation.objects.get()
    letter = Letter.objects.get()
    assert (invitation.email, invitation.role) == ("ana@people.example", "viewer")
    assert invitation.invited_by == administrator.membership.person
    assert invitation.link in letter.text
    assert "Too many adults get type 2 diabetes." in letter.text
    assert "Hi" in letter.text
    assert letter.tenant == administrator.membership.coalition_id
    assert letter.headers["Reply-To"] == administrator.membership.person.email


@pytest.mark.parametrize(
    ("inviter", "offered"),
    [
        (Role.ADMINISTRATOR, ["administrator", "coordinator", "steering", "viewer"]),
        (Role.COORDINATOR, ["steering", "viewer"]),
    ],
)
def test_roles_on_the_form_are_those_that_the_inviter_may_hand_out(member, inviter, offered):
    client = member(inviter)
    form = client.get(address(client, "invite")).context["form"]
    assert [value for value, _label in form.fields["role"].choices] == offered


@pytest.mark.parametrize("role", ["administrator", "coordinator", "partner"])
def test_role_beyond_the_inviter_is_refused_and_nothing_typed_is_lost(coordinator, role):
    answer = send(coordinator, role=role)
    assert answer.status_code == 200
    assert "role" in answer.context["form"].errors
    assert 'value="Ana@People.example"' in answer.content.decode()
    assert not Invitation.objects.exists()


def test_operation_refuses_a_role_beyond_the_inviter(coordinator):
    with pytest.raises(Refusal, match="does not let you invite"):
        operations.invite(
            coalition=coordinator.membership.coalition,
            email="a@people.example",
            role=Role.ADMINISTRATOR,
            by=coordinator.membership.person,
            at=datetime.now(UTC),
        )


def test_operation_lets_a_coordinator_invite_a_partner(coordinator):
    invitation = operations.invite(
        coalition=coordinator.membership.coalition,
        email="a@people.example",
        role=Role.PARTNER,
        by=coordinator.membership.person,
        at=datetime.now(UTC),
    )
    assert invitation.role == Role.PARTNER


def test_stranger_to_the_coalition_may_not_invite_by_operation(coordinator):
    with pytest.raises(Refusal):
        operations.invite(
            coalition=coordinator.membership.coalition,
            email="a@people.example",
            role=Role.VIEWER,
            by=PersonFactory(),
            at=datetime.now(UTC),
        )


def test_invitation_to_a_member_is_refused_with_the_reason(administrator):
    there = MembershipFactory(
        coalition=administrator.membership.coalition, role=Role.STEERING, person__full_name="Ben"
    )
    answer = send(administrator, email=there.person.email.upper())
    assert "Ben is a member already: Steering committee." in answer.content.decode()
    assert not Invitation.objects.exists()


def test_second_invitation_to_one_address_is_refused_with_the_day(administrator):
    send(administrator)
    answer = send(administrator, email="ANA@people.example")
    assert "was invited on" in answer.content.decode()
    assert Invitation.objects.count() == 1


def test_expired_invitation_gives_way_to_a_new_one(administrator):
    old = InvitationFactory(
        coalition=administrator.membership.coalition,
        email="ana@people.example",
        expires_at=datetime.now(UTC) - timedelta(days=1),
    )
    send(administrator)
    old.refresh_from_db()
    assert old.withdrawn_at
    assert Invitation.objects.open().get().email == "ana@people.example"


def test_inviter_without_mail_server_gets_the_link_to_hand_over(administrator, client):
    answer = send(administrator)
    invitation = Invitation.objects.get()
    assert answer["Location"] == address(administrator, "invitation_link", invitation.pk)
    page = administrator.get(answer["Location"])
    assert invitation.link in page.content.decode()
    assert "It works until" in page.content.decode()
    assert ".</time>." not in page.content.decode()
    assert client.get(path_of(invitation)).status_code == 200


def test_link_is_not_shown_once_mail_can_carry_it(administrator, has_mail):
    send(administrator)
    page = address(administrator, "invitation_link", Invitation.objects.get().pk)
    assert administrator.get(page).status_code == 404


def test_link_of_a_role_beyond_ones_own_is_not_shown(administrator, member):
    send(administrator, role="administrator")
    other = member(Role.COORDINATOR, coalition=administrator.membership.coalition)
    page = address(other, "invitation_link", Invitation.objects.get().pk)
    assert other.get(page).status_code == 404


def test_invitation_sent_again_counts_from_now_and_writes_a_new_letter(administrator, has_mail):
    old = InvitationFactory(
        coalition=administrator.membership.coalition,
        expires_at=datetime.now(UTC) - timedelta(days=1),
    )
    administrator.post(address(administrator, "resend_invitation", old.pk))
    administrator.post(address(administrator, "resend_invitation", old.pk))
    old.refresh_from_db()
    assert old.is_open(at=datetime.now(UTC))
    states = Letter.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["superseded", "waiting"]


@pytest.mark.parametrize("name", ["resend_invitation", "withdraw_invitation"])
def test_coordinator_has_no_hand_in_an_administrators_invitation(coordinator, name):
    theirs = InvitationFactory(coalition=coordinator.membership.coalition, role=Role.ADMINISTRATOR)
    before = theirs.expires_at
    coordinator.post(address(coordinator, name, theirs.pk))
    theirs.refresh_from_db()
    assert (theirs.expires_at, theirs.withdrawn_at) == (before, None)


def test_invitations_of_another_coalition_are_not_there(administrator):
    theirs = InvitationFactory()
    for name in ("resend_invitation", "withdraw_invitation"):
        assert administrator.post(address(administrator, name, theirs.pk)).status_code == 404
    assert (
        theirs.email
        not in administrator.get(address(administrator, "invitations")).content.decode()
    )


@pytest.mark.parametrize("role", [Role.STEERING, Role.VIEWER, Role.PARTNER])
def test_other_roles_do_not_invite(member, role):
    client = member(role)
    assert send(client).status_code == 403
    assert client.get(address(client, "members")).status_code == 403


def test_list_tells_how_each_invitation_stands(administrator, client):
    coalition = administrator.membership.coalition
    now = datetime.now(UTC)
    InvitationFactory(coalition=coalition)
    InvitationFactory(coalition=coalition, expires_at=now - timedelta(days=1))
    InvitationFactory(coalition=coalition, withdrawn_at=now)
    InvitationFactory(
        coalition=coalition, accepted_at=now, membership=MembershipFactory(coalition=coalition)
    )
    page = administrator.get(address(administrator, "invitations")).content.decode()
    for words in ("open until", "expired on", "withdrawn on", "accepted on"):
        assert page.count(words) == 1
