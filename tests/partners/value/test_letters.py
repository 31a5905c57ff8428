"""Letters made from wordings: drafted, edited, sent once, kept."""

import pytest
from django.db import IntegrityError, connection, transaction
from django.db.models import ProtectedError

from accounts.permissions import Role
from common.models import Letter
from common.refusal import Refusal
from partners.models import Contact, PartnerLetter
from partners.operations.value import letters as operations
from tests.factories import (
    NOW,
    BenefitFactory,
    ContactFactory,
    OrganisationFactory,
    PartnerLetterFactory,
    PersonFactory,
    WordingFactory,
)
from tests.forms import all_hidden
from tests.partners.value.doors import address, said
from tests.partners.value.doors import fill as fill_in


@pytest.fixture
def marisol(organisation):
    return ContactFactory(organisation=organisation, name="Marisol Ortega", email="m@north.example")


@pytest.fixture
def letter(organisation, marisol):
    return PartnerLetterFactory(organisation=organisation, contact=marisol)


def press(client, name: str, letter: PartnerLetter):
    """Open the letter and press a button of its page."""
    page = client.get(address("letter", client, letter.organisation_id, letter.pk))
    url = address(f"letter_{name}", client, letter.organisation_id, letter.pk)
    return client.post(url, all_hidden(page))


# ---------------------------------------------------------------- a draft


def test_draft_is_filled_in_with_what_is_known(coordinator, organisation, marisol):
    wording = WordingFactory(
        coalition=organisation.coalition,
        body="Dear {contact},\n{benefits}\n{sender}, {coalition}",
    )
    BenefitFactory(organisation=organisation, words="A stand.", due_on="2026-06-15")
    BenefitFactory(organisation=organisation, words="Never mind", withdrawn=True)
    url = address("letter_add", coordinator, organisation.pk)
    fill_in(coordinator, url, contact=marisol.pk, wording=wording.pk)
    letter = PartnerLetter.objects.get()
    coalition = organisation.coalition
    assert letter.subject == f"Northgate and {coalition.name}"
    assert letter.body == (
        f"Dear Marisol,\n– A stand, by June 15, 2026\n"
        f"{coordinator.membership.person}, {coalition.name}"
    )
    assert letter.is_draft
    assert not Letter.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"wants_no_letters": True},
        {"left_on": "2026-01-01"},
        {"erasure_asked_on": "2026-01-01"},
        {"listing_consent": "no", "listing_consent_on": "2026-01-01"},
    ],
)
def test_who_said_no_is_not_offered_and_gets_no_draft(coordinator, organisation, wording, fields):
    refusing = ContactFactory(organisation=organisation, **fields)
    url = address("letter_add", coordinator, organisation.pk)
    page = coordinator.get(url)
    assert "Nobody to write to" in page.content.decode()
    fill_in(coordinator, url, contact=refusing.pk, wording=wording.pk)
    with pytest.raises(Refusal):
        operations.draft_letter(
            organisation, contact=refusing, wording=wording, by=PersonFactory(), at=NOW
        )
    assert not PartnerLetter.objects.exists()


def test_person_of_another_partner_cannot_be_chosen(coordinator, organisation, marisol, wording):
    stranger = ContactFactory(
        organisation=OrganisationFactory(coalition=organisation.coalition), name="Somebody"
    )
    url = address("letter_add", coordinator, organisation.pk)
    answer = fill_in(coordinator, url, contact=stranger.pk, wording=wording.pk)
    assert answer.status_code == 422
    assert not PartnerLetter.objects.exists()


def test_draft_pressed_twice_is_made_once(coordinator, organisation, marisol, wording):
    url = address("letter_add", coordinator, organisation.pk)
    sent = all_hidden(coordinator.get(url)) | {"contact": marisol.pk, "wording": wording.pk}
    first, second = coordinator.post(url, sent), coordinator.post(url, sent)
    assert first["Location"] == second["Location"]
    assert PartnerLetter.objects.count() == 1


def test_earlier_versions_of_a_draft_are_kept(coordinator, letter):
    url = address("letter_edit", coordinator, letter.organisation_id, letter.pk)
    fill_in(coordinator, url, subject="Please join us", body="Dear Marisol, please.")
    page = coordinator.get(address("letter", coordinator, letter.organisation_id, letter.pk))
    (version,) = page.context["shown"].versions
    assert (version.subject, version.body) == ("Come and join us", letter.body)
    letter.refresh_from_db()
    assert letter.subject == "Please join us"


# ---------------------------------------------------------------- sending


def test_letter_is_put_into_the_outgoing_mail_once(coordinator, letter):
    answer = press(coordinator, "send", letter)
    assert said(answer) == ["The letter to Marisol Ortega is in the outgoing mail."]
    press(coordinator, "send", letter)
    mail = Letter.objects.get()
    assert (mail.to_address, mail.subject) == ("m@north.example", "Come and join us")
    assert "would you join us?" in mail.text
    assert mail.tenant == letter.coalition_id
    assert mail.headers["Reply-To"] == coordinator.membership.person.email
    letter.refresh_from_db()
    assert letter.sent_by == coordinator.membership.person


def test_letter_written_anew_meanwhile_is_read_once_more(coordinator, letter):
    page = coordinator.get(address("letter", coordinator, letter.organisation_id, letter.pk))
    PartnerLetter.objects.update(body="Something else")
    url = address("letter_send", coordinator, letter.organisation_id, letter.pk)
    answer = coordinator.post(url, all_hidden(page))
    assert "Please read it once more" in said(answer)[0]
    assert not Letter.objects.exists()


def test_who_says_no_after_the_draft_gets_no_letter(coordinator, letter, marisol):
    Contact.objects.filter(pk=marisol.pk).update(wants_no_letters=True)
    assert "wants no letters" in said(press(coordinator, "send", letter))[0]
    assert "wants no letters" in said(press(coordinator, "printed", letter))[0]
    assert not Letter.objects.exists()
    letter.refresh_from_db()
    assert letter.is_draft


def test_letter_to_nobody_s_address_is_refused(coordinator, letter, marisol):
    Contact.objects.filter(pk=marisol.pk).update(email="")
    assert "no e-mail address" in said(press(coordinator, "send", letter))[0]
    assert not Letter.objects.exists()


def test_letter_with_gaps_does_not_leave(coordinator, organisation, marisol):
    letter = PartnerLetterFactory(
        organisation=organisation, contact=marisol, body="You gain: {benefits}"
    )
    assert "{benefits}" in said(press(coordinator, "send", letter))[0]
    assert not Letter.objects.exists()


def test_letter_that_left_is_not_edited_or_thrown_away(coordinator, letter):
    press(coordinator, "send", letter)
    url = address("letter_edit", coordinator, letter.organisation_id, letter.pk)
    answer = fill_in(coordinator, url, subject="Other", body="Other")
    assert "stays as it is" in answer.content.decode()
    press(coordinator, "discard", letter)
    letter.refresh_from_db()
    assert (letter.subject, letter.discarded_at) == ("Come and join us", None)


def test_html_in_a_letter_stays_text(coordinator, organisation, marisol):
    letter = PartnerLetterFactory(
        organisation=organisation, contact=marisol, body="<script>alert(1)</script> & more"
    )
    page = coordinator.get(address("letter", coordinator, organisation.pk, letter.pk))
    assert "<script>alert(1)" not in page.content.decode()
    press(coordinator, "send", letter)
    mail = Letter.objects.get()
    assert "<script>alert(1)</script> & more" in mail.text
    assert "&lt;script&gt;alert(1)" in mail.html


def test_draft_is_thrown_away_and_brought_back(coordinator, letter):
    press(coordinator, "discard", letter)
    assert "Bring it back first" in said(press(coordinator, "send", letter))[0]
    press(coordinator, "bring_back", letter)
    letter.refresh_from_db()
    assert letter.is_draft


def test_letter_on_paper_is_noted_on_its_first_day(coordinator, letter):
    press(coordinator, "printed", letter)
    letter.refresh_from_db()
    assert letter.printed_by == coordinator.membership.person
    press(coordinator, "send", letter)
    assert Letter.objects.count() == 1


@pytest.mark.parametrize("paper", ["", "?paper=a4", "?paper=/etc/passwd"])
def test_letter_is_printed_as_pdf_whatever_it_says(coordinator, organisation, marisol, paper):
    nasty = '#import "x"; $1 @y <z> \\ *a* _b_ `c` // d\n\n= e'
    letter = PartnerLetterFactory(organisation=organisation, contact=marisol, body=nasty)
    url = address("letter_pdf", coordinator, organisation.pk, letter.pk)
    answer = coordinator.get(url + paper)
    assert answer.content.startswith(b"%PDF")
    letter.refresh_from_db()
    assert letter.is_draft


# ---------------------------------------------------------------- who sees letters


@pytest.mark.parametrize(
    ("role", "status"), [(Role.VIEWER, 403), (Role.PARTNER, 403), (Role.STEERING, 200)]
)
def test_letters_are_for_who_sees_people(member, letter, role, status):
    client = member(role, coalition=letter.organisation.coalition)
    url = address("letter", client, letter.organisation_id, letter.pk)
    assert client.get(url).status_code == status


# ---------------------------------------------------------------- what the database refuses


@pytest.mark.parametrize(
    "values", [{"subject": ""}, {"sent_at": NOW}, {"printed_on": NOW.date()}, {"body": ""}]
)
def test_database_refuses_what_cannot_be(letter, values):
    with pytest.raises(IntegrityError), transaction.atomic():
        PartnerLetter.objects.filter(pk=letter.pk).update(**values)


def test_database_refuses_a_letter_to_a_person_of_another_coalition(organisation):
    with pytest.raises(IntegrityError), transaction.atomic():
        PartnerLetterFactory(organisation=organisation, contact=ContactFactory())
        connection.check_constraints()


def test_person_who_got_a_letter_is_not_deleted(letter, marisol):
    with pytest.raises(ProtectedError):
        marisol.delete()
