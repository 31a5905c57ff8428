"""Whom to ask for what: functions with who holds them, what each body sees to, and who is good at it."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.http import urlencode

from accounts.models import Membership
from accounts.permissions import Permission
from governance.models import Body, Duty, Function
from governance.reports.bodies.functions import FunctionLine, functions_for
from governance.reports.bodies.holders import SeatLine, holders_of
from partners.models import ProfileRow
from partners.models.depth.answers import RowQuerySet

MOST_WORDS = 8  # of what is typed; who types more is not looking for a word
STRONGEST = 6  # partners that are named; the list has them all


@dataclass(frozen=True)
class BodyAnswer:
    """A body that sees to it: the duties that say so, and who leads it."""

    body: Body
    duties: list[Duty]
    leaders: list[SeatLine]


@dataclass(frozen=True)
class PartnerAnswers:
    """Partners that are good at it: the strengths that say so, the strongest first, and `address` of all."""

    strengths: list[ProfileRow]
    count: int
    address: str


@dataclass(frozen=True)
class Answers:
    """`partners` is None for who may not see partners, and as long as nothing was asked."""

    text: str
    functions: list[FunctionLine]
    bodies: list[BodyAnswer]
    partners: PartnerAnswers | None = None

    @property
    def count(self) -> int:
        of_partners = self.partners.count if self.partners else 0
        return len(self.functions) + len(self.bodies) + of_partners


def whom_to_ask(membership: Membership, typed: str, *, on: date) -> Answers:
    """Functions and standing bodies in whose words every typed word stands; all of them when none is typed.

    A word counts inside a longer one too: “fund” finds “funds”. Ten queries.
    """
    words = typed.replace("\0", "").split()[:MOST_WORDS]
    return Answers(
        text=" ".join(words),
        functions=_functions(membership, words, on),
        bodies=_bodies(membership, words, on),
        partners=_partners(membership, words) if words else None,
    )


def _partners(membership: Membership, words: list[str]) -> PartnerAnswers | None:
    """By their own words, and by our notes for whoever reads those. Each partner counts once."""
    if not membership.may(Permission.SEE_PARTNERS):
        return None
    rows = ProfileRow.objects.readable_by(membership).strengths().saying(words).of_today()
    asked = urlencode({"can": " ".join(words)})
    return PartnerAnswers(
        strengths=_strongest(rows),
        count=rows.order_by().values("organisation").distinct().count(),
        address=f"{reverse('partners:list', args=[membership.coalition.slug])}?{asked}",
    )


def _strongest(rows: RowQuerySet) -> list[ProfileRow]:
    """Of each of the strongest partners one strength: what it is best at."""
    told: dict[int, ProfileRow] = {}
    for row in rows.among(rows.strongest_partners()[:STRONGEST]).strongest_first():
        told.setdefault(row.organisation_id, row)
    return list(told.values())


def _functions(membership: Membership, words: list[str], on: date) -> list[FunctionLine]:
    rows = Function.objects.of_coalition(membership.coalition_id).saying(words)
    found = set(rows.values_list("pk", flat=True))
    told = functions_for(membership, on=on).current
    return [line for line in told if line.function.pk in found]


def _bodies(membership: Membership, words: list[str], on: date) -> list[BodyAnswer]:
    standing = Body.objects.visible_to(membership).standing()
    duties: dict[int, list[Duty]] = defaultdict(list)
    for duty in Duty.objects.visible_to(membership).saying(words):
        duties[duty.body_id].append(duty)
    named = set(standing.saying(words).values_list("pk", flat=True))
    found = [body for body in standing if body.pk in named or body.pk in duties]
    for body in found:
        body.coalition = membership.coalition
    seats = holders_of([body.pk for body in found], on=on)
    return [
        BodyAnswer(body, duties[body.pk], [one for one in seats[body.pk] if _leads(one)])
        for body in found
    ]


def _leads(seat: SeatLine) -> bool:
    return seat.is_leading and not seat.is_vacant
