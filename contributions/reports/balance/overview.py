"""Who gives and who receives, of all partners: five queries, whether there are ten or 2,000."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import F, QuerySet
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from accounts.models import Membership
from accounts.permissions import Permission
from common.pages.filters import Filter, chosen_filter
from common.text.numbers import read_ids
from contributions.models import Contribution
from contributions.models.contribution_queries import LATELY
from contributions.reports.balance.counting import (
    EVEN,
    GAINS,
    GIVES,
    UNKNOWN,
    Balance,
    Usual,
    flag_words,
    flagged,
    usual_of,
    with_any,
    with_balance,
    with_counts,
)
from partners.models import Organisation

A_PAGE = 50
BATCH = 500
COLUMNS = {
    "name": "sort_name",
    "given": "n_of_kinds",
    "received": "n_received",
    "balance": "balance",
}
FLAGS = (GIVES, GAINS, EVEN, UNKNOWN)


@dataclass(frozen=True)
class Question:
    """`?kind=data&balance=gives&owner=3&sort=-given`, checked."""

    kinds: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    owners: tuple[int, ...] = ()
    sort: str = "name"

    @classmethod
    def asked(cls, parameters: QueryDict, *, membership: Membership) -> "Question":
        """What nobody can have meant is left out, and what this member may not see is not asked."""
        sees = membership.may(Permission.SEE_BALANCE)
        sorts = [one for one in COLUMNS if sees or one != "balance"]
        sort = parameters.get("sort", "")
        kinds, flags = parameters.getlist("kind"), parameters.getlist("balance")
        return cls(
            kinds=tuple(one for one in kinds if one in Contribution.Kind.values),
            flags=tuple(one for one in flags if sees and one in FLAGS),
            owners=tuple(read_ids(parameters.getlist("owner"))),
            sort=sort if sort.removeprefix("-") in sorts else "name",
        )


@dataclass(frozen=True)
class Line:
    """One partner. `of_kinds` is what it gave of the kinds that are asked for; `balance` counts all."""

    pk: int
    name: str
    of_kinds: int
    benefits: int
    support: int
    balance: Balance

    @property
    def received(self) -> int:
        return self.benefits + self.support


@dataclass(frozen=True)
class Overview:
    """`usual` is None for who may not see balances."""

    question: Question
    page: Page
    filters: list[Filter]
    usual: Usual | None
    given: int
    received: int

    @property
    def given_asked(self) -> str:
        """What the list of contributions is asked for to show what the column “Given” counts."""
        return urlencode([("state", LATELY), *(("kind", kind) for kind in self.question.kinds)])


def overview(question: Question, *, membership: Membership, on: date, page: str | None) -> Overview:
    """Figures of the last 365 days."""
    usual = usual_of(membership, on=on)
    rows = _rows(question, usual, membership=membership, on=on)
    found = Paginator(rows, A_PAGE).get_page(page)
    lines: Any = [_line(row, usual) for row in found.object_list]
    found.object_list = lines
    sees = membership.may(Permission.SEE_BALANCE)
    return Overview(
        question=question,
        page=found,
        filters=_filters(question, membership),
        usual=usual if sees else None,
        given=usual.all_given,
        received=usual.all_received,
    )


def every_line(question: Question, *, membership: Membership, on: date) -> Iterator[Line]:
    """All pages of the list, one by one."""
    usual = usual_of(membership, on=on)
    rows = _rows(question, usual, membership=membership, on=on)
    return (_line(row, usual) for row in rows.iterator(chunk_size=BATCH))


def _rows(
    question: Question, usual: Usual, *, membership: Membership, on: date
) -> QuerySet[Organisation]:
    rows = with_counts(membership, on=on, kinds=question.kinds)
    if question.owners:
        rows = rows.filter(owner__in=question.owners)
    if question.kinds:
        rows = with_any(rows)
    return flagged(with_balance(rows, usual), question.flags).order_by(*_order(question.sort))


def _order(sort: str) -> list[Any]:
    """What is unknown stands last, whichever way one sorts."""
    name = sort.removeprefix("-")
    column = F(COLUMNS[name])
    falls = sort.startswith("-")
    first = column.desc(nulls_last=True) if falls else column.asc(nulls_last=True)
    return [first, "sort_name", "pk"]


def _line(row: Any, usual: Usual) -> Line:
    return Line(
        pk=row.pk,
        name=row.name,
        of_kinds=row.n_of_kinds,
        benefits=row.n_benefits,
        support=row.n_support,
        balance=Balance(given=row.n_given, received=row.n_received, usual=usual),
    )


def _filters(question: Question, membership: Membership) -> list[Filter]:
    keepers = membership.coalition.members.looking_after_partners()
    kinds = [(value, str(label)) for value, label in Contribution.Kind.choices]
    found = [
        chosen_filter(
            name="kind", label=_("What they gave"), choices=kinds, values=list(question.kinds)
        )
    ]
    if membership.may(Permission.SEE_BALANCE):
        flags = flag_words()
        found.append(
            chosen_filter(
                name="balance",
                label=_("Give and take"),
                choices=[(flag, flags[flag]) for flag in FLAGS],
                values=list(question.flags),
            )
        )
    people = [(str(one.person_id), one.person.full_name) for one in keepers]
    owners = list(map(str, question.owners))
    found.append(
        chosen_filter(name="owner", label=_("Looked after by"), choices=people, values=owners)
    )
    return found
