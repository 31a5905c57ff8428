"""What all partners gain: promised against delivered, by kind and by sector, in a fixed number of queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q
from django.http import QueryDict
from django.utils.translation import gettext as _

from accounts.models import Coalition, Membership
from common.pages.filters import Filter, chosen_filter
from common.text.numbers import read_ids
from partners.models import Benefit, Term, Vocabulary
from partners.models.value.benefit_queries import (
    DOUBTED,
    LATE,
    UNANSWERED,
    BenefitQuerySet,
    counted_on,
    kept_on_time,
)
from partners.reports.value.amounts import Amount, amounts_of
from partners.reports.value.keeping import Keeping

ROWS_A_PAGE = 50
# Who was promised so much and received nothing is named.
MUCH = 2
NAMED = 10


@dataclass(frozen=True)
class Question:
    """What the address asks: `?sector=17&kind=data&state=late&came=no&owner=3`."""

    sectors: tuple[int, ...] = ()
    kinds: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    came: tuple[str, ...] = ()
    owners: tuple[int, ...] = ()

    @classmethod
    def asked(cls, parameters: QueryDict) -> "Question":
        """What nobody can have meant is left out."""
        return cls(
            sectors=tuple(read_ids(parameters.getlist("sector"))),
            kinds=_known(parameters.getlist("kind"), Benefit.Kind.values),
            states=_known(parameters.getlist("state"), [*Benefit.State.values, LATE, DOUBTED]),
            came=_known(parameters.getlist("came"), [*Benefit.Came.values, UNANSWERED]),
            owners=tuple(read_ids(parameters.getlist("owner"))),
        )


def _known(told: list[str], known: list[str]) -> tuple[str, ...]:
    return tuple(one for one in told if one in known)


@dataclass(frozen=True)
class Balance:
    """Of one kind, or of one sector: how much was promised, what came of it, what the partners say.

    `promised` counts all that was not taken back. A benefit to a partner of two sectors counts in both.
    """

    key: str
    label: str
    promised: int
    delivered: int
    late: int
    came: int
    doubted: int

    @property
    def percent(self) -> int | None:
        return round(100 * self.delivered / self.promised) if self.promised else None


@dataclass(frozen=True)
class Waiting:
    """A partner that was promised much and has received nothing."""

    pk: int
    name: str
    promised: int
    since: date


@dataclass(frozen=True)
class Overview:
    whole: Balance
    keeping: Keeping
    kinds: list[Balance]
    sectors: list[Balance]
    amounts: list[Amount]
    waiting: list[Waiting]
    page: Page
    filters: list[Filter]


def benefits_asked(question: Question, *, membership: Membership, on: date) -> BenefitQuerySet:
    """The benefits of partners of today that the address asks for."""
    rows = Benefit.objects.visible_to(membership).of_partners_of_today()
    if question.sectors:
        rows = rows.of_sectors(question.sectors)
    if question.kinds:
        rows = rows.of_kinds(question.kinds)
    if question.owners:
        rows = rows.looked_after_by(question.owners)
    return rows.standing(question.states, on=on).answered(question.came)


def overview(question: Question, *, membership: Membership, on: date, page: str | None) -> Overview:
    """Nine queries, whether there are ten partners or 2,000."""
    rows = benefits_asked(question, membership=membership, on=on)
    kinds: list[Any] = list(rows.order_by().values(key=F("kind")).annotate(**_counts(on)))
    labels = {value: str(label) for value, label in Benefit.Kind.choices}
    whole = {name: sum(kind[name] for kind in kinds) for name in _counts(on)}
    return Overview(
        whole=_balance("", "", whole),
        keeping=Keeping(kept=whole["n_kept"], due=whole["n_due"]),
        kinds=_in_order(_balance(told["key"], labels[told["key"]], told) for told in kinds),
        sectors=_by_sector(rows, on=on),
        amounts=amounts_of(rows),
        waiting=[Waiting(**told) for told in rows.promised_much(at_least=MUCH)[:NAMED]],
        page=Paginator(rows.for_listing(), ROWS_A_PAGE).get_page(page),
        filters=_filters(question, membership.coalition),
    )


def _counts(on: date) -> dict[str, Any]:
    living, delivered = ~Q(state="withdrawn"), Q(state="delivered")
    late = Q(state__in=["promised", "under_way"], due_on__lt=on)
    conditions = {
        "promised": living,
        "delivered": delivered,
        "late": late,
        "came": living & Q(came="yes"),
        "doubted": delivered & Q(came__in=["no", "not_yet"]),
        "due": counted_on(on),
        "kept": counted_on(on) & kept_on_time(),
    }
    return {f"n_{name}": Count("pk", filter=condition) for name, condition in conditions.items()}


def _balance(key: str, label: str, told: Mapping[str, Any]) -> Balance:
    names = ("promised", "delivered", "late", "came", "doubted")
    return Balance(key=key, label=label, **{name: told[f"n_{name}"] for name in names})


def _in_order(balances: Iterable[Balance]) -> list[Balance]:
    """Where most was promised first; what has no name last."""
    return sorted(balances, key=lambda one: (not one.key, -one.promised, one.label))


def _by_sector(rows: BenefitQuerySet, *, on: date) -> list[Balance]:
    counts = _counts(on)
    named = rows.in_their_sectors().annotate(**counts)
    told = [_balance(str(row["sector"]), row["sector_name"], row) for row in named]
    nameless = rows.without_sector().order_by().aggregate(**counts)
    if nameless["n_promised"]:
        told.append(_balance("", _("Without a sector"), nameless))
    return _in_order(told)


def _filters(question: Question, coalition: Coalition) -> list[Filter]:
    sectors = Term.objects.of_coalition(coalition.pk).in_vocabulary(Vocabulary.SECTOR)
    keepers = coalition.members.looking_after_partners()
    states = [*Benefit.State.choices, (LATE, _("Late")), (DOUBTED, _("In doubt"))]
    came = [*Benefit.Came.choices, (UNANSWERED, _("Delivered, no answer yet"))]
    offered: list[tuple[str, str, Iterable[tuple[Any, Any]], Iterable[object]]] = [
        (
            "sector",
            _("Sector"),
            [(term.pk, term.name) for term in sectors.current().for_choosing()],
            question.sectors,
        ),
        ("kind", _("What kind of gain"), Benefit.Kind.choices, question.kinds),
        ("state", _("State"), states, question.states),
        ("came", _("What they say"), came, question.came),
        (
            "owner",
            _("Looked after by"),
            [(one.person_id, one.person.full_name) for one in keepers],
            question.owners,
        ),
    ]
    return [
        chosen_filter(
            name=name,
            label=label,
            choices=[(str(value), str(text)) for value, text in choices],
            values=list(map(str, values)),
        )
        for name, label, choices, values in offered
    ]
