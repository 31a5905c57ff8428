"""What else the network is narrowed by: apps further up the ladder know groups of organisations."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from accounts.models import Membership


@dataclass(frozen=True)
class Narrower:
    """One filter of the map. `name` is its parameter in the address.

    `choices` tells the id and name of each group that a member may know of; `organisations` the ids of
    the organisations in any of the chosen groups on a day, again as far as the member may know.
    """

    name: str
    label: Any
    choices: Callable[[Membership], Iterable[tuple[int, str]]]
    organisations: Callable[[Membership, tuple[str, ...], date], QuerySet]


_NARROWERS: list[Narrower] = []


def also_narrow(narrower: Narrower) -> None:
    """Each app says so once, when it is ready."""
    _NARROWERS.append(narrower)


def narrowers() -> tuple[Narrower, ...]:
    return tuple(_NARROWERS)
