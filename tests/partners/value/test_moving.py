"""A day that we move alone wins us no time: on time is by the day promised first, or agreed last."""

from datetime import timedelta

import pytest

from partners.models import Benefit
from partners.operations.value import benefits as operations
from partners.reports.value.keeping import Keeping, promises_among
from partners.reports.value.overview import Question, overview
from tests.conftest import MemberClient
from tests.factories import TODAY, BenefitFactory
from tests.forms import all_hidden
from tests.partners.pipeline.way import text
from tests.partners.value.doors import address, fill, speaker_of

FIRST, LATER = TODAY - timedelta(days=20), TODAY + timedelta(days=30)


@pytest.fixture
def benefit(coordinator, organisation) -> Benefit:
    by = coordinator.membership.person
    return BenefitFactory(organisation=organisation, promised_by=by, due_on=FIRST)


def move(client: MemberClient, benefit: Benefit, day, **told):
    url = address("benefit_edit", client, benefit.organisation_id, benefit.pk)
    answers = {
        "words": benefit.words,
        "kind": benefit.kind,
        "promised_on": benefit.promised_on,
        "promised_by": benefit.promised_by_id,
        "due_on": day,
    }
    answer = fill(client, url, **answers | told)
    benefit.refresh_from_db()
    return answer


def keeping(client: MemberClient) -> Keeping:
    """The page's and the overview's, which must be the same."""
    of_one = promises_among(Benefit.objects.all(), on=TODAY).keeping
    asked = {"membership": client.membership, "on": TODAY, "page": None}
    assert overview(Question(), **asked).keeping == of_one
    return of_one


def test_day_moved_alone_counts_as_it_was(coordinator, organisation, benefit):
    move(coordinator, benefit, LATER)
    assert (benefit.due_on, benefit.measured_on, benefit.times_moved) == (LATER, FIRST, 1)
    assert not benefit.is_overdue(on=TODAY)
    assert keeping(coordinator) == Keeping(kept=0, due=1)
    operations.deliver(benefit, on=TODAY, what="It came", by=coordinator.membership.person)
    assert keeping(coordinator) == Keeping(kept=0, due=1)
    for client in (coordinator, speaker_of(organisation)):
        page = text(client.get(address("value", client, organisation.pk)))
        assert "Moved from" in page
        assert "The new day was not agreed" in page


def test_agreed_day_counts(coordinator, organisation, benefit):
    move(coordinator, benefit, LATER, is_agreed="on")
    assert (benefit.first_due_on, benefit.measured_on) == (FIRST, LATER)
    assert keeping(coordinator) == Keeping(kept=0, due=0)
    page = text(coordinator.get(address("value", coordinator, organisation.pk)))
    assert "This was agreed, so the new day counts" in page


def test_day_agreed_last_counts_when_it_is_moved_on_alone(coordinator, benefit):
    agreed = TODAY + timedelta(days=9)
    move(coordinator, benefit, agreed, is_agreed="on")
    move(coordinator, benefit, LATER)
    assert (benefit.first_due_on, benefit.held_to_on) == (FIRST, agreed)
    assert benefit.times_moved == 2


def test_agreement_may_come_later(coordinator, benefit):
    move(coordinator, benefit, LATER)
    move(coordinator, benefit, LATER, is_agreed="on")
    assert (benefit.measured_on, benefit.times_moved) == (LATER, 1)


def test_day_taken_away_still_counts(coordinator, benefit):
    move(coordinator, benefit, "")
    assert (benefit.due_on, benefit.measured_on) == (None, FIRST)
    assert keeping(coordinator) == Keeping(kept=0, due=1)


def test_first_day_that_is_named_moves_none(coordinator, organisation):
    by = coordinator.membership.person
    benefit = BenefitFactory(organisation=organisation, promised_by=by)
    move(coordinator, benefit, LATER)
    assert (benefit.measured_on, benefit.times_moved, benefit.is_moved) == (LATER, 0, False)


def test_edit_of_words_alone_moves_no_day(coordinator, benefit):
    move(coordinator, benefit, FIRST, words="Two stands")
    assert (benefit.words, benefit.times_moved, benefit.held_to_on) == ("Two stands", 0, None)


def test_moved_twice_is_asked_whether_it_is_still_right(coordinator, organisation, benefit):
    for day in (TODAY, LATER):
        move(coordinator, benefit, day)
    url = address("value", coordinator, organisation.pk)
    assert "is it still the right promise?" in text(coordinator.get(url))


def test_what_has_come_keeps_its_day(coordinator, organisation):
    by = coordinator.membership.person
    benefit = BenefitFactory(
        organisation=organisation, promised_by=by, delivered=True, due_on=FIRST
    )
    url = address("benefit_edit", coordinator, organisation.pk, benefit.pk)
    assert coordinator.get(url).context["form"].fields["due_on"].disabled
    sent = all_hidden(coordinator.get(url)) | {
        "words": benefit.words,
        "kind": benefit.kind,
        "promised_on": benefit.promised_on,
        "promised_by": by.pk,
        "due_on": LATER,
        "is_agreed": "on",
    }
    coordinator.post(url, sent)
    benefit.refresh_from_db()
    assert (benefit.due_on, benefit.measured_on) == (FIRST, FIRST)


def test_undo_takes_the_move_back(coordinator, benefit):
    answer = move(coordinator, benefit, LATER)
    (message,) = list(answer.wsgi_request._messages)
    coordinator.post(message.extra_tags.removeprefix("undo:"))
    benefit.refresh_from_db()
    assert (benefit.due_on, benefit.first_due_on, benefit.times_moved) == (FIRST, None, 0)


def test_promise_cannot_begin_after_the_day_that_counts(coordinator, benefit):
    answer = move(coordinator, benefit, LATER, promised_on=TODAY)
    assert "promised_on" in answer.context["form"].errors
