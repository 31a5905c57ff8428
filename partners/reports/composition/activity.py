"""Which organisations are *active*: on the list, within reach, and themselves heard or met lately.

Being on a list is not being at the table, and neither is being written about. `SIGNS` are the questions
that show that a partner did something, or that something happened with them; an organisation with one
answer in the window is active. What one of us writes about them, or sends to them, is no sign.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import (
    BigIntegerField,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.fields.json import KT
from django.db.models.functions import Cast, TruncDate
from django.utils.translation import gettext_lazy as _

from accounts.models import Membership
from accounts.permissions import Permission
from common.history.event_tables import events_of
from partners.models import (
    Application,
    Benefit,
    Contact,
    Organisation,
    ProfileAnswer,
    Representation,
    Service,
    Touchpoint,
    ValueStatement,
    Verification,
)


@dataclass(frozen=True)
class Window:
    """The days after `start`, up to and including `end`."""

    start: date
    end: date

    @classmethod
    def before(cls, end: date, *, days: int) -> "Window":
        return cls(end - timedelta(days=days), end)

    def holds(self, day: date) -> bool:
        return self.start < day <= self.end


Heard = tuple[int, date]  # an organisation's id, and a day on which something was heard of it


@dataclass(frozen=True)
class Sign:
    """One question. `rows` answers it for a coalition: each row with `told` (whose) and `day` (when)."""

    key: str
    label: Any
    rows: Callable[[int], QuerySet]

    def within(self, coalition: int, window: Window) -> QuerySet:
        rows = self.rows(coalition).order_by()
        return rows.filter(told__isnull=False, day__gt=window.start, day__lte=window.end)


def _dated(rows: QuerySet, day: str, *, whose: str = "organisation_id") -> QuerySet:
    return rows.annotate(told=F(whose), day=F(day))


def _timed(rows: QuerySet, moment: str, *, whose: str = "organisation_id") -> QuerySet:
    return rows.annotate(told=F(whose), day=TruncDate(moment, output_field=DateField()))


def joined(coalition: int) -> QuerySet:
    """Those that joined."""
    return _dated(Organisation.objects.of_coalition(coalition), "since_on", whose="pk")


def spoke(coalition: int) -> QuerySet:
    """Those with whom somebody talked, and those who wrote or called; what we alone sent is not among it."""
    rows = Touchpoint.objects.filter(coalition=coalition)
    return _dated(rows.exclude(direction=Touchpoint.Direction.FROM_US), "on")


def hosted(coalition: int) -> QuerySet:
    """Those whose own event one of us attended."""
    rows = Touchpoint.objects.filter(coalition=coalition, kind=Touchpoint.Kind.EVENT)
    return _dated(rows.filter(direction=Touchpoint.Direction.FROM_US), "on")


def applied(coalition: int) -> QuerySet:
    """Those that answered a call for partners."""
    return _timed(Application.objects.filter(coalition=coalition), "sent_at")


# What somebody who signs in for a partner writes, and whose it is.
WRITTEN: tuple[tuple[Any, str], ...] = (
    (Organisation, "pgh_obj_id"),
    *((one, "organisation_id") for one in (Contact, ProfileAnswer, Verification)),
    *((one, "organisation_id") for one in (Benefit, ValueStatement, Service)),
)


def written_by_them(model: Any, whose: str) -> Callable[[int], QuerySet]:
    """Those who wrote something themselves, signed in for their own organisation."""

    def rows(coalition: int) -> QuerySet:
        who = Cast(KT("pgh_context__person"), BigIntegerField())
        theirs = Representation.objects.filter(
            Q(membership__in=Membership.objects.holding(Permission.EDIT_OWN_ORGANISATION)),
            organisation=OuterRef(whose),
            membership__person=OuterRef("who"),
        )
        events = events_of(model).filter(coalition=coalition).annotate(who=who)
        return _timed(events.filter(Exists(theirs)), "pgh_created_at", whose=whose)

    return rows


JOINED = Sign("joined", _("They joined"), joined)
SPOKE = Sign("spoke", _("We spoke with each other, or they wrote or called"), spoke)
HOSTED = Sign("hosted", _("One of us was at their event"), hosted)
APPLIED = Sign("applied", _("They answered a call for partners"), applied)
WROTE = [
    Sign("wrote", _("They wrote here themselves"), written_by_them(model, whose))
    for model, whose in WRITTEN
]
SIGNS: list[Sign] = [JOINED, SPOKE, HOSTED, APPLIED, *WROTE]


def also_a_sign(sign: Sign) -> None:
    """An app above this one knows of something else that a partner does with us."""
    if sign not in SIGNS:
        SIGNS.append(sign)


def heard(coalition: int, window: Window) -> list[Heard]:
    """Every organisation with every day in the window on which there was a sign of it: one query."""
    found = (sign.within(coalition, window).values_list("told", "day") for sign in SIGNS)
    first, *others = found
    return list(first.union(*others))


def heard_and_in_touch(coalition: int, window: Window) -> tuple[list[Heard], list[Heard]]:
    """The same; and with every day on which a talk is logged, what we alone sent included: one query."""
    talks = _dated(Touchpoint.objects.filter(coalition=coalition), "on").order_by()
    within = talks.filter(day__gt=window.start, day__lte=window.end)
    first, *others = [
        rows.annotate(is_talk=Value(is_talk)).values_list("told", "day", "is_talk")
        for is_talk, rows in [
            *((False, sign.within(coalition, window)) for sign in SIGNS),
            (True, within),
        ]
    ]
    found = list(first.union(*others))
    signs = [(told, day) for told, day, is_talk in found if not is_talk]
    return signs, [(told, day) for told, day, is_talk in found if is_talk]


def heard_of(signs: Iterable[Heard], window: Window) -> set[int]:
    """The organisations of which there was at least one sign in the window."""
    return {organisation for organisation, day in signs if window.holds(day)}


# ---------------------------------------------------------------- what made somebody active


@dataclass(frozen=True)
class Made:
    """One row that made an organisation active. `row` is its id among those that its sign asks for."""

    organisation: int
    day: date
    sign: Sign
    row: int


def made_active(coalition: int, window: Window, *, organisations: Iterable[int]) -> list[Made]:
    """The rows behind the figure for these organisations, the latest first: one query."""
    ids = list(organisations)
    if not ids:
        return []
    numbered = [
        sign.within(coalition, window)
        .filter(told__in=ids)
        .annotate(sign=Value(number), row=Cast(F("pk"), BigIntegerField()))
        .values_list("told", "day", "sign", "row")
        for number, sign in enumerate(SIGNS)
    ]
    found = numbered[0].union(*numbered[1:])
    rows = [Made(told, day, SIGNS[number], row) for told, day, number, row in found]
    return sorted(rows, key=lambda one: (one.day, one.sign.key, one.row), reverse=True)
