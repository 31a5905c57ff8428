"""The life of a restricted note: written, changed, given to others, handed on when somebody leaves."""

import pytest
from django.db import connection
from django.urls import reverse

from accounts.operations import end_membership, erase_person, reinstate
from accounts.permissions import Role
from common.refusal import Refusal
from partners.models import RiskNote, RiskReader
from partners.operations import erase_contact
from partners.operations.risk import notes
from partners.operations.versions import undo
from tests.conftest import MemberClient
from tests.factories import (
    NOW,
    TODAY,
    ContactFactory,
    InvitationFactory,
    MembershipFactory,
    OrganisationFactory,
    RiskNoteFactory,
)
from tests.partners.changes import change
from tests.partners.risk.doors import address, get, post, undo_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def author():
    return MembershipFactory(role=Role.STEERING)


@pytest.fixture
def other(author):
    return MembershipFactory(coalition=author.coalition, role=Role.COORDINATOR)


@pytest.fixture
def clinic(author):
    return OrganisationFactory(coalition=author.coalition, name="Cedar Clinic")


@pytest.fixture
def note(author, other, clinic) -> RiskNote:
    return write(clinic, author, readers=[other])


def write(organisation, by, *, readers=(), heir=None, words="They are being audited"):
    told = notes.Told(words=words)
    return notes.write(organisation, told, readers=readers, heir=heir, by=by, at=NOW)


def named(note) -> set[int]:
    return set(RiskReader.objects.filter(note=note).values_list("membership", flat=True))


def test_note_is_written_in_the_browser_for_those_named(author, other, clinic):
    client = MemberClient.of(author)
    answer = client.post(
        address(client, "risk_note_add", clinic.pk),
        {"words": "They are being audited", "readers": [other.pk], "review_on": "2099-01-01"},
        follow=True,
    )
    assert "They are being audited" in answer.content.decode()
    note = RiskNote.objects.get()
    assert note.words == "They are being audited"
    assert named(note) == {author.pk, other.pk}
    assert "audited" in get(MemberClient.of(other), "risk", clinic.pk).content.decode()


def test_note_that_one_person_alone_reads_needs_somebody_who_takes_it_over(author, other, clinic):
    client = MemberClient.of(author)
    answer = post(client, "risk_note_add", clinic.pk, words="Audited")
    assert answer.status_code == 422
    assert "so that it is not lost" in answer.content.decode()
    answer = post(client, "risk_note_add", clinic.pk, words="Audited", heir=other.pk)
    assert answer.status_code == 302
    assert named(RiskNote.objects.get()) == {author.pk}


def test_partner_and_somebody_of_elsewhere_are_not_offered_and_not_taken(author, clinic):
    partner = MembershipFactory(coalition=author.coalition, role=Role.PARTNER)
    stranger = MembershipFactory(role=Role.COORDINATOR)
    for one in (partner, stranger):
        with pytest.raises(Refusal):
            write(clinic, author, readers=[one])


def test_change_keeps_what_it_said_before_for_those_named(note, author):
    client = MemberClient.of(author)
    url = address(client, "risk_note_edit", note.token)
    opened = client.get(url).context["edit"].mark
    answer = client.post(url, {"words": "The audit is over", "opened": opened}, follow=True)
    page = answer.content.decode()
    assert "The audit is over" in page
    assert "They are being audited" in page
    answer = client.post(undo_of(answer), follow=True)
    note.refresh_from_db()
    assert note.words == "They are being audited"


def test_undo_of_somebody_elses_change_is_not_there(note, author, other):
    with change("risk_note.rewritten", day=60, by=author.person) as made:
        notes.rewrite(note, notes.Told(words="New"), by=author)
    for member in (other, MembershipFactory(coalition=author.coalition)):
        client = MemberClient.of(member)
        assert post(client, "risk_note_undo", made).status_code == 404
    note.refresh_from_db()
    assert note.words == "New"


def test_those_named_name_others_and_take_them_off(note, author, other):
    third = MembershipFactory(coalition=author.coalition, role=Role.VIEWER)
    client = MemberClient.of(other)
    post(client, "risk_reader_add", note.token, reader=third.pk)
    assert named(note) == {author.pk, other.pk, third.pk}
    row = note.readers.get(membership=third)
    post(client, "risk_reader_remove", note.token, row.pk)
    assert named(note) == {author.pk, other.pk}
    assert get(MemberClient.of(third), "risk_note", note.token).status_code == 404


def test_author_is_not_taken_off_by_others_and_nobody_as_the_last_but_one(note, author, other):
    with pytest.raises(Refusal, match="wrote this note"):
        notes.remove_reader(note, author, by=other)
    with pytest.raises(Refusal, match="One person alone"):
        notes.remove_reader(note, author, by=author)
    assert named(note) == {author.pk, other.pk}


def test_whoever_is_not_named_can_do_nothing_even_beneath_the_pages(note, author):
    stranger = MembershipFactory(coalition=author.coalition, role=Role.ADMINISTRATOR)
    for write_ in (
        lambda: notes.rewrite(note, notes.Told(words="x"), by=stranger),
        lambda: notes.name_reader(note, stranger, on=TODAY, by=stranger),
        lambda: notes.remove_reader(note, author, by=stranger),
        lambda: notes.choose_heir(note, stranger, by=stranger),
        lambda: notes.settle(note, on=TODAY, by=stranger),
    ):
        with pytest.raises(Refusal, match="no such note"):
            write_()


# ---------------------------------------------------------------- leaving


def leave(membership, *, by=None, successor=None):
    end_membership(membership, by=by or membership.person, on=TODAY, successor=successor)
    membership.refresh_from_db()


def test_note_goes_to_whom_those_named_chose_and_not_to_the_successor(author, other, clinic):
    chosen = MembershipFactory(coalition=author.coalition, role=Role.VIEWER)
    administrator = MembershipFactory(coalition=author.coalition, role=Role.ADMINISTRATOR)
    note = write(clinic, author, heir=chosen)
    leave(author, by=administrator.person, successor=administrator.person)
    assert named(note) == {author.pk, chosen.pk}
    assert get(MemberClient.of(chosen), "risk_note", note.token).status_code == 200
    assert get(MemberClient.of(administrator), "risk_note", note.token).status_code == 404


def test_note_with_another_reader_stays_with_them(note, author, other):
    heir = MembershipFactory(coalition=author.coalition)
    notes.choose_heir(note, heir, by=author)
    leave(author)
    assert named(note) == {author.pk, other.pk}


def test_whoever_alone_reads_a_note_hands_it_over_before_they_go(author, other, clinic):
    note = write(clinic, author, heir=other)
    MembershipFactory(coalition=author.coalition, role=Role.ADMINISTRATOR)
    leave(other)
    with pytest.raises(Refusal, match="only you can read"):
        leave(author)
    with pytest.raises(Refusal, match="only you can read"):
        erase_person(author.person, by=author.person, at=NOW)
    third = MembershipFactory(coalition=author.coalition)
    notes.choose_heir(note, third, by=author)
    erase_person(author.person, by=author.person, at=NOW)
    assert named(note) == {author.pk, third.pk}
    page = get(MemberClient.of(third), "risk_note", note.token).content.decode()
    assert "They are being audited" in page


def test_note_of_one_whom_others_end_waits_shut_and_opens_when_they_are_invited_again(
    author, other, clinic
):
    administrator = MembershipFactory(coalition=author.coalition, role=Role.ADMINISTRATOR)
    note = write(clinic, author, heir=other)
    leave(other, by=administrator.person)
    leave(author, by=administrator.person)
    assert named(note) == {author.pk}
    assert not RiskNote.objects.visible_to(administrator).exists()
    again = MembershipFactory(
        coalition=author.coalition, person=author.person, role=Role.STEERING, started_on=TODAY
    )
    notes.come_back(again, by=author.person)
    assert get(MemberClient.of(again), "risk_note", note.token).status_code == 200


def test_invitation_that_is_accepted_opens_what_waited(author, other, clinic):
    administrator = MembershipFactory(coalition=author.coalition, role=Role.ADMINISTRATOR)
    note = write(clinic, author, heir=other)
    leave(other, by=administrator.person)
    leave(author, by=administrator.person)
    invitation = InvitationFactory(
        coalition=author.coalition, email=author.person.email, role=Role.STEERING
    )
    from accounts.signals import invitation_accepted

    again = MembershipFactory(
        coalition=author.coalition, person=author.person, role=Role.STEERING, started_on=TODAY
    )
    invitation_accepted.send(type(again), invitation=invitation, membership=again)
    assert again.pk in named(note)


def test_ending_that_is_taken_back_takes_the_note_from_who_got_it(author, other, clinic):
    administrator = MembershipFactory(coalition=author.coalition, role=Role.ADMINISTRATOR)
    note = write(clinic, author, heir=other)
    leave(author, by=administrator.person)
    assert named(note) == {author.pk, other.pk}
    with change("membership.reinstated", day=60):
        reinstate(author, by=administrator.person, on=TODAY)
    assert author.pk in named(note)


# ---------------------------------------------------------------- the organisation goes


def test_note_outlives_the_organisation_that_an_undo_takes_away(author, other):
    """Whether there is a note must not show in what an undo refuses."""
    with change("organisation.added", day=10, by=other.person) as made:
        organisation = OrganisationFactory(coalition=author.coalition, name="Brief Clinic")
    note = write(organisation, author, readers=[other])
    undo(organisation, change_id=made, by=other.person)
    connection.check_constraints()
    note.refresh_from_db()
    assert (note.organisation_id, note.organisation_name) == (None, "Brief Clinic")
    page = get(MemberClient.of(author), "risk_notes").content.decode()
    assert "Brief Clinic" in page
    assert "They are being audited" in page


# ---------------------------------------------------------------- erasing


def test_erased_contact_is_masked_in_notes_and_their_versions(author, other, clinic):
    contact = ContactFactory(organisation=clinic, name="Ana Ruiz", email="ana@clinic.example")
    note = write(clinic, author, readers=[other], words="Ana Ruiz (ana@clinic.example) was warned")
    notes.rewrite(note, notes.Told(words="ana ruiz was warned; Diana Ruiz was not"), by=author)
    erase_contact(contact, by=other.person, on=TODAY)
    note.refresh_from_db()
    assert note.words == "••• was warned; Diana Ruiz was not"
    page = get(MemberClient.of(author), "risk_note", note.token).content.decode()
    assert "••• (•••) was warned" in page
    assert "Ana Ruiz" not in page.replace("Diana Ruiz", "")


# ---------------------------------------------------------------- what waits


def test_review_waits_on_the_home_page_of_those_named_alone(author, other, clinic):
    note = RiskNoteFactory(
        organisation=clinic, readers=[author, other], review_on=TODAY, words="Audited"
    )
    stranger = MembershipFactory(coalition=author.coalition, role=Role.ADMINISTRATOR)
    for member, is_told in ((author, True), (other, True), (stranger, False)):
        client = MemberClient.of(member)
        page = client.get(reverse("dashboard:home", args=[client.slug])).content.decode()
        assert (str(note.token) in page) is is_told
        assert "Audited" not in page


@pytest.mark.parametrize("number", [1, 3])
def test_pages_of_notes_take_the_same_queries(
    author, other, clinic, number, django_assert_max_num_queries
):
    client = MemberClient.of(author)
    RiskNoteFactory.create_batch(number, organisation=clinic, readers=[author, other])
    get(client, "risk_notes")
    with django_assert_max_num_queries(7):
        get(client, "risk_notes")
    with django_assert_max_num_queries(10):
        get(client, "risk", clinic.pk)
