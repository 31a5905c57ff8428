"""What the pages of calls show besides scores: the list, one application, an organisation's own."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Membership
from accounts.permissions import Permission
from partners.models import (
    WHOLE,
    Application,
    ApplicationAnswer,
    Call,
    Criterion,
    DecisionLetter,
    Organisation,
    Outreach,
    Reviewer,
)
from partners.reports.calls.scores import Scores, scores_of


@dataclass(frozen=True)
class CallLine:
    """One call in the list."""

    call: Call
    state: Call.State
    received: int
    undecided: int

    @property
    def state_words(self) -> str:
        return str(self.state.label)


def calls_of(membership: Membership, *, on: date) -> list[CallLine]:
    """The newest closing day first. One query."""
    rows: Any = Call.objects.visible_to(membership).with_counts().select_related("coalition")
    return [CallLine(one, one.state(on=on), one.received, one.undecided) for one in rows]


@dataclass(frozen=True)
class CallPage:
    """What a call consists of, and what it lacks yet."""

    call: Call
    state: Call.State
    criteria: list[Criterion]
    outreach: list[Outreach]
    reviewers: list[Reviewer]
    applications: int
    heard_elsewhere: int
    is_before: bool

    @property
    def weight(self) -> int:
        return sum(one.weight for one in self.criteria)

    @property
    def weight_left(self) -> int:
        return WHOLE - self.weight

    @property
    def can_be_published(self) -> bool:
        return self.weight == WHOLE

    @property
    def state_words(self) -> str:
        return str(self.state.label)


def call_page(call: Call, *, on: date) -> CallPage:
    """Four queries."""
    channels: list[Any] = list(
        Outreach.objects.of(call).select_related("call__coalition").with_counts()
    )
    received = Application.objects.of(call).count()
    state = call.state(on=on)
    return CallPage(
        call=call,
        state=state,
        criteria=list(Criterion.objects.of(call)),
        outreach=channels,
        reviewers=list(Reviewer.objects.of(call)),
        applications=received,
        heard_elsewhere=received - sum(one.came for one in channels),
        is_before=state == Call.State.OPEN and on < call.opens_on,
    )


@dataclass(frozen=True)
class Answered:
    """One criterion with what the applicant wrote, and what the reader has given."""

    criterion: Criterion
    words: str


@dataclass(frozen=True)
class ApplicationPage:
    application: Application
    state: Call.State
    answers: list[Answered]
    scores: Scores
    letters: list[DecisionLetter]
    sees_decision: bool

    @property
    def criteria(self) -> list[Criterion]:
        return [one.criterion for one in self.answers]

    @property
    def is_decidable(self) -> bool:
        return self.state == Call.State.CLOSED and self.application.withdrawn_at is None

    @property
    def is_readable(self) -> bool:
        """Reviewers still work on it."""
        is_at_work = self.state in (Call.State.OPEN, Call.State.CLOSED)
        return is_at_work and self.application.withdrawn_at is None


def application_page(
    application: Application, membership: Membership, *, on: date
) -> ApplicationPage:
    """Six queries."""
    call = application.call
    answers = answered(application)
    sees_all = membership.may(Permission.SEE_CALLS)
    return ApplicationPage(
        application=application,
        state=call.state(on=on),
        answers=answers,
        scores=scores_of(application, [one.criterion for one in answers], membership),
        letters=list(application.letters.select_related("sent_by")) if sees_all else [],
        sees_decision=sees_all or call.decided_at is not None,
    )


def answered(application: Application) -> list[Answered]:
    """In the order of the criteria. Two queries."""
    told = ApplicationAnswer.objects.filter(application=application).order_by()
    words = dict(told.values_list("criterion", "words"))
    return [
        Answered(one, words.get(one.pk, "")) for one in Criterion.objects.of(application.call_id)
    ]


def description_from(application: Application) -> str:
    """A draft for the profile, in the words of the application; somebody reads it before it is kept."""
    said = [f"{one.criterion.told_name}: {one.words}" for one in answered(application) if one.words]
    begin = _("From their application to “%(call)s”, %(day)s:") % {
        "call": application.call.told_title,
        "day": date_format(application.sent_at),
    }
    return "\n\n".join([begin, *said])


# ---------------------------------------------------------------- of one organisation


@dataclass(frozen=True)
class Applied:
    """One application of an organisation on the list, with what it said."""

    application: Application
    answers: list[tuple[str, str]]


def applications_of(organisation: Organisation) -> list[Applied]:
    """All that it applied for, the newest first. Three queries."""
    rows = Application.objects.at_organisation(organisation).prefetch_related("answers__criterion")
    return [
        Applied(one, [(answer.criterion.told_name, answer.words) for answer in one.answers.all()])
        for one in rows
    ]
