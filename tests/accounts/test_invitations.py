"""From the invitation to the membership, on both sides, and every way in which it can go wrong."""

from datetime import UTC, datetime, timedelta

import pytest
from allauth.account.models import EmailAddress
from django.test import Client
from django.urls import reverse

from accounts import operations
from accounts.models import Invitation, Membership, Person
from accounts.permissions import Role
from accounts.signals import invitation_accepted
from common.models import MASK, Letter
from common.outbox import deliver
from common.refusal import Refusal
from tests.conftest import MemberClient
from tests.factories import InvitationFactory, MembershipFactory, PersonFactory

PASSWORD = "a long and winding road"


def address(client: MemberClient, name: str, *more) -> str:
    return reverse(f"accounts:{name}", args=[client.slug, *more])


def send(client: MemberClient, **fields):
    values = {"email": "Ana@People.example", "full_name": "Ana", "role": "viewer", "message": "Hi"}
    return client.post(address(client, "invite"), values | fields)


def path_of(invitation: Invitation) -> str:
    return "/invitations/" + invitation.link.split("/invitations/")[1]


@pytest.fixture
def has_mail(settings):
    settings.HAS_MAIL_SERVER = True


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


# ---------------------------------------------------------------- accepting as somebody new


@pytest.fixture
def invitation(administrator) -> Invitation:
    return InvitationFactory(
        coalition=administrator.membership.coalition,
        email="ana@people.example",
        role=Role.STEERING,
        message="We need your voice.",
        invited_by=administrator.membership.person,
    )


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


# ---------------------------------------------------------------- accepting as somebody known


@pytest.fixture
def ana(invitation) -> Person:
    return PersonFactory(email="ana@people.example", full_name="Ana Dunn")


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


# ---------------------------------------------------------------- links that do not work any more


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


# ---------------------------------------------------------------- outgoing mail


def test_administrator_reads_the_letter_without_its_link(administrator, has_mail):
    send(administrator)
    letter = Letter.objects.get()
    listed = administrator.get(address(administrator, "mail")).content.decode()
    page = administrator.get(address(administrator, "letter", letter.pk)).content.decode()
    assert letter.subject in listed
    assert "Too many adults" in page
    assert MASK in page
    assert "/invitations/" not in page.replace(address(administrator, "invitations"), "")


def test_markup_in_a_letter_stays_text(administrator, has_mail):
    send(administrator, message="<script>alert(1)</script>")
    letter = Letter.objects.get()
    page = administrator.get(address(administrator, "letter", letter.pk)).content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_mail_page_says_whether_a_mail_server_is_set(administrator, settings):
    page = address(administrator, "mail")
    assert "EMAIL_URL" in administrator.get(page).content.decode()
    settings.HAS_MAIL_SERVER = True
    assert "EMAIL_URL" not in administrator.get(page).content.decode()


def test_personal_letters_and_those_of_others_are_not_there(administrator, member):
    other = member(Role.ADMINISTRATOR)
    send(other)
    personal = Letter.objects.create(
        key="code",
        kind="x",
        to_address="a@b.example",
        subject="Code",
        text="1",
        tenant=None,
        queued_at=datetime.now(UTC),
        not_before=datetime.now(UTC),
    )
    for letter in Letter.objects.all():
        assert administrator.get(address(administrator, "letter", letter.pk)).status_code == 404
    assert (
        personal.subject not in administrator.get(address(administrator, "mail")).content.decode()
    )


def test_coordinator_does_not_read_outgoing_mail(coordinator):
    assert coordinator.get(address(coordinator, "mail")).status_code == 403
