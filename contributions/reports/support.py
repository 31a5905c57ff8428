"""Support that partners ask for: what waits for an answer, and what was agreed to and is not there yet."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from accounts.models import Membership
from common.pages.filters import Filter, chosen_filter
from contributions.models import SupportRequest

A_PAGE = 50
Kind, State = SupportRequest.Kind, SupportRequest.State
# What the kinds of support that a coalition starts with are called here.
STARTERS = {
    "Child care": Kind.CHILD_CARE,
    "An interpreter": Kind.INTERPRETER,
    "Translation": Kind.INTERPRETER,
    "Travel money": Kind.TRAVEL,
    "Money for their time": Kind.PAY,
    "Meetings at other hours": Kind.TIMES,
    "A phone or computer": Kind.EQUIPMENT,
    "Training": Kind.TRAINING,
}


@dataclass(frozen=True)
class Question:
    """`?kind=travel&state=provided`; without a state what is open."""

    kinds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()

    @classmethod
    def asked(cls, parameters: QueryDict) -> "Question":
        kinds, states = parameters.getlist("kind"), parameters.getlist("state")
        return cls(
            kinds=tuple(one for one in kinds if one in Kind.values),
            states=tuple(one for one in states if one in State.values),
        )


@dataclass(frozen=True)
class Requests:
    """`unanswered` and `agreed` count all that is open, whatever the filter."""

    page: Page
    filters: list[Filter]
    unanswered: int
    agreed: int


def requests(question: Question, *, membership: Membership, page: str | None) -> Requests:
    """Four queries."""
    everything = SupportRequest.objects.visible_to(membership).of_partners_of_today()
    rows = everything.in_states(question.states) if question.states else everything.open()
    if question.kinds:
        rows = rows.of_kinds(question.kinds)
    return Requests(
        page=Paginator(rows.told().most_urgent_first(), A_PAGE).get_page(page),
        filters=_filters(question),
        unanswered=everything.unanswered().count(),
        agreed=everything.in_states([State.AGREED]).count(),
    )


def kind_called(name: str) -> str:
    """The kind that a word of the coalition's own list of support means, if it is one we know."""
    known = {_(word): kind for word, kind in STARTERS.items()} | STARTERS
    return known.get(name, Kind.OTHER)


def _filters(question: Question) -> list[Filter]:
    offered = (
        ("kind", _("Kind of support"), Kind.choices, question.kinds),
        ("state", _("State"), State.choices, question.states),
    )
    return [
        chosen_filter(
            name=name,
            label=label,
            choices=[(value, str(text)) for value, text in choices],
            values=list(values),
        )
        for name, label, choices, values in offered
    ]
