"""All contributions of a coalition as rows, filtered and sorted by the address: four queries."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.translation import gettext as _

from accounts.models import Membership
from common.pages.filters import Filter, chosen_filter
from common.text.numbers import read_id
from contributions.models import Contribution
from contributions.models.contribution_queries import (
    COLUMNS,
    LATE,
    LATELY,
    LEFT,
    OTHERS,
    PARTNERS,
    ContributionQuerySet,
)
from partners.models import Organisation

A_PAGE = 50
LONGEST = 200  # letters of a search
WHOSE = (PARTNERS, OTHERS, LEFT)
STATES = (*Contribution.State.values, LATE, LATELY)


@dataclass(frozen=True)
class Question:
    """`?q=hall&state=late&kind=space&of=partners&partner=17&sort=-due`, checked."""

    words: str = ""
    states: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    whose: tuple[str, ...] = ()
    partner: int | None = None
    sort: str = ""

    @classmethod
    def asked(cls, parameters: QueryDict) -> "Question":
        """What nobody can have meant is left out."""
        sort = parameters.get("sort", "")
        return cls(
            words=parameters.get("q", "")[:LONGEST].strip(),
            states=_known(parameters.getlist("state"), STATES),
            kinds=_known(parameters.getlist("kind"), Contribution.Kind.values),
            whose=_known(parameters.getlist("of"), WHOSE),
            partner=read_id(parameters.get("partner")),
            sort=sort if sort.removeprefix("-") in COLUMNS else "",
        )

    @property
    def is_narrow(self) -> bool:
        """Something is left out by it."""
        return bool(self.words or self.states or self.kinds or self.whose or self.partner)


def _known(told: list[str], known: Any) -> tuple[str, ...]:
    return tuple(one for one in told if one in known)


@dataclass(frozen=True)
class Listed:
    """`partner` is the one to which the address narrows it."""

    question: Question
    page: Page
    filters: list[Filter]
    partner: Organisation | None

    @property
    def kept(self) -> list[tuple[str, int]]:
        """What the filters keep in the address beside themselves."""
        return [("partner", self.question.partner)] if self.question.partner else []


def listed(question: Question, *, membership: Membership, on: date, page: str | None) -> Listed:
    rows = contributions_asked(question, membership=membership, on=on)
    seen = Organisation.objects.visible_to(membership)
    return Listed(
        question=question,
        page=Paginator(rows, A_PAGE).get_page(page),
        filters=_filters(question),
        partner=seen.filter(pk=question.partner).first() if question.partner else None,
    )


def contributions_asked(
    question: Question, *, membership: Membership, on: date
) -> ContributionQuerySet:
    """All that the address asks for, in its order."""
    rows = Contribution.objects.visible_to(membership).of_those(question.whose)
    if question.partner:
        rows = rows.of([question.partner])
    if question.kinds:
        rows = rows.of_kinds(question.kinds)
    found = rows.saying(question.words).standing(question.states, on=on)
    return found.for_listing(question.sort)


def _filters(question: Question) -> list[Filter]:
    more = [(LATE, _("Late")), (LATELY, _("Given in the last 365 days"))]
    whose = [
        (PARTNERS, _("Partners of today")),
        (OTHERS, _("Prospects and other stakeholders")),
        (LEFT, _("Those who left us")),
    ]
    offered: tuple[tuple[str, str, list[tuple[str, Any]], tuple[str, ...]], ...] = (
        ("state", _("State"), [*Contribution.State.choices, *more], question.states),
        ("kind", _("What kind of contribution"), Contribution.Kind.choices, question.kinds),
        ("of", _("Whose"), whose, question.whose),
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
