"""Deciding, and telling it."""

import pytest

from common.models import Letter
from common.refusal import Refusal
from partners.models import DecisionLetter
from partners.operations.calls import deciding
from tests.factories import ReviewerFactory, ReviewFactory
from tests.forms import carried
from tests.partners.calls.deciding.steps import decide, press_send, undo, where
from tests.partners.calls.doors import said

# History dates a change by its transaction, so each request needs one of its own.
pytestmark = pytest.mark.django_db(transaction=True)


def test_decision_has_a_reason_and_drafts_the_letter(coordinator, application):
    assert decide(coordinator, application, reason="").status_code == 422
    answer = decide(coordinator, application)
    assert said(answer) == ["It is decided. The letter is drafted; nothing has left yet."]
    application.refresh_from_db()
    assert application.decision == "accepted"
    assert application.decided_by == coordinator.membership.person
    letter = DecisionLetter.objects.get()
    assert "Hello Lena Moss," in letter.body
    assert "They know the place." not in letter.body
    assert not Letter.objects.exists()


def test_letter_speaks_the_language_of_the_applicant(coordinator, application, monkeypatch):
    spoken = []
    from django.utils import translation

    from partners.operations.calls import deciding as module

    def text(application, *, sender):
        spoken.append(translation.get_language())
        return module_text(application, sender=sender)

    module_text = module.letter_text
    monkeypatch.setattr(module, "letter_text", text)
    application.language = "es"
    application.save()
    decide(coordinator, application)
    assert spoken == ["es"]


def test_nothing_is_decided_while_the_call_is_open(coordinator, application):
    application.call.closed_at = None
    application.call.save()
    answer = decide(coordinator, application)
    assert answer.status_code == 422
    assert "Close the call first" in answer.text


def test_who_is_in_conflict_does_not_decide(coordinator, application):
    reviewer = ReviewerFactory(call=application.call, person=coordinator.membership.person)
    ReviewFactory(
        application=application, reviewer=reviewer, has_conflict=True, conflict_words="My firm"
    )
    answer = decide(coordinator, application)
    assert answer.status_code == 422
    assert "Let somebody else decide." in answer.text


def test_decision_changed_before_the_letter_left_drafts_another(coordinator, application):
    decide(coordinator, application, "declined")
    decide(coordinator, application, "waiting")
    assert DecisionLetter.objects.get().decision == "waiting"


def test_decision_is_taken_back_with_its_letter(coordinator, application):
    undo(coordinator, decide(coordinator, application))
    application.refresh_from_db()
    assert (application.decision, application.reason, application.decided_by) == ("", "", None)
    assert not DecisionLetter.objects.exists()


def test_letter_leaves_once_as_it_was_shown(coordinator, application):
    decide(coordinator, application)
    letter = DecisionLetter.objects.get()
    page = coordinator.get(where("application", coordinator, application))
    mark = carried(page, "opened")
    url = where("decision_letter_send", coordinator, application, letter.pk)
    deciding.edit_letter(letter, subject="New", body="Better.", by=coordinator.membership.person)
    answer = coordinator.post(url, {"opened": mark}, follow=True)
    assert "read it once more" in said(answer)[0]
    assert not Letter.objects.exists()
    press_send(coordinator, application, letter)
    coordinator.post(url, {"opened": mark}, follow=True)
    sent = Letter.objects.get()
    assert (sent.subject, sent.to_address) == ("New", "lena@elm.example")
    with pytest.raises(Refusal, match="has left"):
        deciding.edit_letter(letter, subject="X", body="Y", by=coordinator.membership.person)


def test_sent_letter_is_not_undone(coordinator, application):
    answer = decide(coordinator, application)
    press_send(coordinator, application, DecisionLetter.objects.get())
    refused = undo(coordinator, answer)
    assert said(refused) == ["This was changed again since, so it cannot be undone any more."]
