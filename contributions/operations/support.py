"""Support that partners ask for: asked, agreed to or declined, provided, needed no more."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal
from contributions.models import SupportRequest
from contributions.operations.changing import change, locked
from partners.models import Organisation

State = SupportRequest.State
UNANSWERED = {"answered_on": None, "answered_by": None, "answer_words": ""}
NOT_PROVIDED = {"provided_on": None, "provided_what": ""}


@transaction.atomic
def ask(
    organisation: Organisation,
    request: SupportRequest,
    *,
    on: date,
    by: Person,
    is_their_own_word: bool,
) -> SupportRequest:
    """The organisation asks for something, or one of us for it."""
    home = Organisation.objects.locked_home(organisation.pk)
    with recording("support.asked", by=by):
        request.coalition_id, request.organisation = home.coalition_id, home
        request.asked_on, request.asked_by = on, by
        request.is_their_own_word = is_their_own_word
        request.save()
    return request


@transaction.atomic
def edit(request: SupportRequest, *, by: Person, is_their_own_word: bool) -> SupportRequest:
    """Save what its form has written. What they have asked for themselves, only they change."""
    now = locked(request)
    if now.state != State.ASKED:
        raise Refusal(_("This was answered already. Ask for something new instead."))
    if now.is_their_own_word and not is_their_own_word:
        raise Refusal(_("They have asked for this themselves. Only they change their own word."))
    with recording("support.edited", by=by):
        request.save(update_fields=["kind", "words", "needed_by"])
    return request


@transaction.atomic
def note(request: SupportRequest, *, by: Person) -> SupportRequest:
    """Our own note on it, which the partner never sees."""
    locked(request)
    with recording("support.noted", by=by):
        request.save(update_fields=["note"])
    return request


def agree(request: SupportRequest, *, words: str, on: date, by: Person) -> SupportRequest:
    return _answer(request, "support.agreed", State.AGREED, words=words, on=on, by=by)


def decline(request: SupportRequest, *, words: str, on: date, by: Person) -> SupportRequest:
    """With a reason that they read."""
    return _answer(request, "support.declined", State.DECLINED, words=words, on=on, by=by)


def _answer(
    request: SupportRequest, verb: str, state: State, *, words: str, on: date, by: Person
) -> SupportRequest:
    def refuse(now: SupportRequest) -> None:
        if now.state == State.WITHDRAWN:
            raise Refusal(_("They do not need this any more."))
        if now.state == State.PROVIDED:
            raise Refusal(_("They got this already."))

    answer = {"answer_words": words, "answered_on": on, "answered_by": by}
    return change(request, verb, by=by, refuse=refuse, state=state, **answer)


def provide(request: SupportRequest, *, what: str, on: date, by: Person) -> SupportRequest:
    """They got it on a day, whether somebody had agreed to it in so many words or not."""

    def refuse(now: SupportRequest) -> None:
        if now.state == State.WITHDRAWN:
            raise Refusal(_("They do not need this any more."))
        if on < now.asked_on:
            raise Refusal(_("They had not asked for it yet on that day."))

    values: dict[str, Any] = {"state": State.PROVIDED, "provided_on": on, "provided_what": what}
    if request.answered_on is None:
        values |= {"answered_on": on, "answered_by": by}
    return change(request, "support.provided", by=by, refuse=refuse, **values)


def withdraw(request: SupportRequest, *, on: date, by: Person) -> SupportRequest:
    """It is not needed any more; what they got stays with them."""

    def refuse(now: SupportRequest) -> None:
        if now.state == State.PROVIDED:
            raise Refusal(_("They got this already."))

    return change(
        request,
        "support.withdrawn",
        by=by,
        refuse=refuse,
        state=State.WITHDRAWN,
        withdrawn_on=on,
    )


def reopen(request: SupportRequest, *, by: Person) -> SupportRequest:
    """It waits for an answer again."""
    values = {**UNANSWERED, **NOT_PROVIDED, "withdrawn_on": None}
    return change(request, "support.reopened", by=by, state=State.ASKED, **values)
