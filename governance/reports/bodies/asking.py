"""Whom to ask for what: functions with who holds them, and what each body sees to."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from accounts.models import Membership
from governance.models import Body, Duty, Function
from governance.reports.bodies.functions import FunctionLine, functions_for
from governance.reports.bodies.holders import SeatLine, holders_of

MOST_WORDS = 8  # of what is typed; who types more is not looking for a word


@dataclass(frozen=True)
class BodyAnswer:
    """A body that sees to it: the duties that say so, and who leads it."""

    body: Body
    duties: list[Duty]
    leaders: list[SeatLine]


@dataclass(frozen=True)
class Answers:
    text: str
    functions: list[FunctionLine]
    bodies: list[BodyAnswer]

    @property
    def count(self) -> int:
        return len(self.functions) + len(self.bodies)


def whom_to_ask(membership: Membership, typed: str, *, on: date) -> Answers:
    """Functions and standing bodies in whose words every typed word stands; all of them when none is typed.

    A word counts inside a longer one too: “fund” finds “funds”. Seven queries.
    """
    words = typed.replace("\0", "").split()[:MOST_WORDS]
    return Answers(
        text=" ".join(words),
        functions=_functions(membership, words, on),
        bodies=_bodies(membership, words, on),
    )


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
