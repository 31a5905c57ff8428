"""Gains and letters in the story of a partner, and through a merge and back."""

from datetime import timedelta

import pytest

from accounts.permissions import Role
from common.history.tracking import recording
from partners import operations
from partners.models import Benefit, Organisation, PartnerLetter, ValueStatement
from partners.operations.value import benefits, letters
from partners.reports.history.timeline import timeline
from tests.conftest import MemberClient
from tests.factories import (
    NOW,
    TODAY,
    BenefitFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    PartnerLetterFactory,
    ValueStatementFactory,
)
from tests.partners.changes import change
from tests.partners.value.doors import address, said, speaker_of


@pytest.fixture
def organisation(coordinator) -> Organisation:
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Northgate")


@pytest.fixture
def ruth(coordinator):
    return coordinator.membership.person


def headlines(organisation, *, may_see_contacts=True) -> list[str]:
    told = timeline(organisation, may_see_contacts=may_see_contacts)
    return [entry.headline for entry in told.entries if entry.headline != "Joined the list"]


def test_story_tells_of_a_promise_in_words(organisation, ruth):
    with change("benefit.promised", day=1, by=ruth):
        benefit = BenefitFactory(
            organisation=organisation, words="A stand", due_on="2026-06-15", promised_by=ruth
        )
    with change("benefit.reopened", day=2, by=ruth):
        benefits.set_open(benefit, is_under_way=True, by=ruth)
    with change("benefit.edited", day=3, by=ruth):
        Benefit.objects.update(due_on="2026-07-01")
    with change("benefit.edited", day=4, by=ruth):
        Benefit.objects.update(note="Ask Dev")
    with change("benefit.delivered", day=5, by=ruth):
        benefits.deliver(benefit, on=TODAY, what="120 visitors", by=ruth)
    with change("benefit.answered", day=6, by=ruth):
        benefits.answer(
            benefit, came="no", words="Nobody came", on=TODAY, by=ruth, is_their_own_word=True
        )
    assert headlines(organisation)[:6] == [
        "They say that it did not come: “A stand” (Nobody came)",
        "Delivered: “A stand” (120 visitors)",
        "Edited: “A stand”",
        "“A stand” is promised by July 1, 2026 now, before that by June 15, 2026",
        "Under way: “A stand”",
        "We promised them, by June 15, 2026: “A stand”",
    ]


def test_story_tells_of_the_two_voices(organisation, ruth):
    with change("value.stated", day=1, by=ruth):
        benefits.state_value(organisation, words="More people find you", by=ruth, on=TODAY)
    with change("value.hoped", day=2, by=ruth):
        benefits.state_hopes(organisation, words="Fewer empty shelves", by=ruth, on=TODAY)
    assert headlines(organisation)[:2] == [
        "They wrote down what they hope to gain",
        "What we say they gain was written anew",
    ]


def test_story_tells_of_letters_only_to_who_sees_people(organisation, ruth):
    contact = ContactFactory(organisation=organisation)
    with change("letter.drafted", day=1, by=ruth):
        letter = PartnerLetterFactory(organisation=organisation, contact=contact, written_by=ruth)
    with change("letter.sent", day=2, by=ruth):
        letters.send_letter(letter, by=ruth, at=NOW)
    assert headlines(organisation)[:2] == [
        "Letter sent by mail: “Come and join us”",
        "Letter drafted: “Come and join us”",
    ]
    assert "Come and join us" not in str(headlines(organisation, may_see_contacts=False))


def test_history_page_opens_for_steering_with_all_of_it(organisation, member):
    steering = member(Role.STEERING, coalition=organisation.coalition)
    BenefitFactory(organisation=organisation, doubted=True)
    PartnerLetterFactory(organisation=organisation)
    page = steering.get(address("history", steering, organisation.pk))
    assert page.status_code == 200


# ---------------------------------------------------------------- undo


def test_change_of_a_promise_is_undone(coordinator, organisation, ruth):
    benefit = BenefitFactory(organisation=organisation, promised_by=ruth)
    with recording("benefit.delivered", by=ruth) as made:
        benefits.deliver(benefit, on=TODAY, what="120 visitors", by=ruth)
    coordinator.post(address("undo", coordinator, organisation.pk, made))
    benefit.refresh_from_db()
    assert (benefit.state, benefit.delivered_on) == ("promised", None)


def test_letter_is_not_unsent_by_undo(coordinator, organisation, ruth):
    letter = PartnerLetterFactory(organisation=organisation)
    with recording("letter.sent", by=ruth) as made:
        letters.send_letter(letter, by=ruth, at=NOW)
    answer = coordinator.post(address("undo", coordinator, organisation.pk, made))
    assert "not taken back here" in said(answer)[0]
    letter.refresh_from_db()
    assert letter.sent_at


def test_profile_put_back_leaves_promises_alone(coordinator, organisation, ruth):
    with change(day=1, by=ruth) as first:
        Organisation.objects.filter(pk=organisation.pk).update(description="Then")
    with change(day=2, by=ruth):
        Organisation.objects.filter(pk=organisation.pk).update(description="Now")
        BenefitFactory(organisation=organisation)
        ValueStatementFactory(organisation=organisation)
    coordinator.post(address("put_back", coordinator, organisation.pk, first))
    organisation.refresh_from_db()
    assert organisation.description == "Then"
    assert Benefit.objects.exists()
    assert ValueStatement.objects.exists()


# ---------------------------------------------------------------- merging


def rows() -> list[tuple[object, ...]]:
    """Every gain, statement and letter, as it stands."""
    return [
        tuple(row)
        for model in (Benefit, ValueStatement, PartnerLetter)
        for row in model.objects.order_by("pk").values_list()
    ]


def merged(survivor, other, *, by):
    return operations.merge(survivor, others=[other], choices={}, by=by, at=NOW)[0]


def test_gains_and_letters_follow_a_merge_and_come_back(organisation, ruth):
    other = OrganisationFactory(coalition=organisation.coalition, name="Northgate Coop")
    BenefitFactory(organisation=organisation, words="A stand")
    BenefitFactory(organisation=other, words="A map", doubted=True)
    ValueStatementFactory(organisation=other)
    PartnerLetterFactory(organisation=other)
    before = rows()
    merge = merged(organisation, other, by=ruth)
    assert set(Benefit.objects.values_list("organisation", flat=True)) == {organisation.pk}
    assert ValueStatement.objects.get().organisation_id == organisation.pk
    assert PartnerLetter.objects.get().organisation_id == organisation.pk
    operations.unmerge(merge, by=ruth, at=NOW)
    assert rows() == before


def test_statement_of_the_one_that_stays_holds_and_the_other_comes_back(organisation, ruth):
    other = OrganisationFactory(coalition=organisation.coalition)
    ValueStatementFactory(organisation=organisation, statement="Ours")
    ValueStatementFactory(organisation=other, statement="Theirs")
    before = rows()
    merge = merged(organisation, other, by=ruth)
    assert ValueStatement.objects.get().statement == "Ours"
    operations.unmerge(merge, by=ruth, at=NOW)
    assert rows() == before


def test_letter_follows_its_person_when_two_entries_of_them_become_one(organisation, ruth):
    other = OrganisationFactory(coalition=organisation.coalition)
    same = {"name": "Marisol Ortega", "email": "m@north.example", "phone": ""}
    stays = ContactFactory(organisation=organisation, **same)
    goes = ContactFactory(organisation=other, **same)
    letter = PartnerLetterFactory(organisation=other, contact=goes)
    before = rows()
    merge = merged(organisation, other, by=ruth)
    letter.refresh_from_db()
    assert (letter.organisation, letter.contact) == (organisation, stays)
    operations.unmerge(merge, by=ruth, at=NOW)
    assert rows() == before


def test_what_is_written_meanwhile_goes_to_the_one_that_stays(organisation, ruth):
    other = OrganisationFactory(coalition=organisation.coalition)
    merged(organisation, other, by=ruth)
    benefit = BenefitFactory.build(
        organisation=other, coalition=other.coalition, promised_by=ruth, words="A stand"
    )
    assert benefits.promise(other, benefit, by=ruth).organisation == organisation
    benefits.state_value(other, words="More", by=ruth, on=TODAY)
    assert ValueStatement.objects.get().organisation == organisation


# ---------------------------------------------------------------- people


def test_erased_contact_leaves_the_text_of_letters(organisation, ruth):
    marisol = ContactFactory(organisation=organisation, name="Marisol Ortega", email="mo@n.example")
    letter = PartnerLetterFactory(
        organisation=organisation, contact=marisol, body="Dear Marisol Ortega, come."
    )
    operations.erase_contact(marisol, by=ruth, on=TODAY)
    letter.refresh_from_db()
    assert "Marisol Ortega" not in letter.body
    page = MemberClient.of(
        MembershipFactory(coalition=organisation.coalition, role=Role.COORDINATOR)
    )
    shown = page.get(address("letter", page, organisation.pk, letter.pk))
    assert "Marisol Ortega" not in shown.content.decode()


def test_partner_may_answer_again_and_history_keeps_both(organisation):
    speaker = speaker_of(organisation)
    benefit = BenefitFactory(organisation=organisation, delivered=True)
    for came in ("not_yet", "yes"):
        benefits.answer(
            benefit,
            came=came,
            words="",
            on=TODAY + timedelta(days=1),
            by=speaker.membership.person,
            is_their_own_word=True,
        )
    events = next(iter(Benefit.pgh_event_models.values()))
    kept = events.objects.filter(pgh_obj_id=benefit.pk).order_by("pgh_id")
    assert list(kept.values_list("came", flat=True)) == ["", "not_yet", "yes"]
