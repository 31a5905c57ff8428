"""What members keep, told by the apps above: the question is a signal, the answers have this shape."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from accounts.models import Coalition
from accounts.signals import duties_asked


@dataclass(frozen=True)
class Duties:
    """One kind of duty. `label` is a lazy sentence with %(n)d; `kept` counts by the id of a person."""

    label: Any
    url: str
    kept: Mapping[int, int]


@dataclass(frozen=True)
class Duty:
    sentence: str
    url: str


def duties_of(coalition: Coalition, people: Iterable[int]) -> dict[int, list[Duty]]:
    """For each person what they keep, as sentences with the page that lists it; one query a kind."""
    people = list(people)
    answers = duties_asked.send(Coalition, coalition=coalition, people=people)
    kinds: list[Duties] = [answer for _receiver, answer in answers]
    return {person: _told(kinds, person) for person in people}


def _told(kinds: list[Duties], person: int) -> list[Duty]:
    return [
        Duty(sentence=kind.label % {"n": kind.kept[person]}, url=kind.url % {"person": person})
        for kind in kinds
        if kind.kept.get(person)
    ]
