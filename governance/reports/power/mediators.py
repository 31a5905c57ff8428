"""Who could mediate between two or more organisations without an interest in one of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accounts.models import Membership
from governance.models import Mediator
from partners.models import Organisation, Tie


@dataclass(frozen=True)
class Bond:
    """Why a mediator is not neutral towards a party. `words` are those told; empty: they are of it."""

    organisation: Organisation
    words: str = ""
    is_a_tie: bool = False


@dataclass(frozen=True)
class Checked:
    """A mediator and what speaks against them here. Working together is worth asking about, no more."""

    mediator: Mediator
    interests: tuple[Bond, ...]
    ties: tuple[Bond, ...]

    @property
    def is_neutral(self) -> bool:
        return not self.interests


def check(membership: Membership, parties: Iterable[Organisation], *, on: date) -> list[Checked]:
    """Every mediator on the list, those without an interest first. Four queries."""
    between = {party.pk: party for party in parties}
    rows = list(Mediator.objects.of_coalition(membership.coalition_id).current().told())
    tied = _tied({row.organisation_id for row in rows} - {None}, between, membership, on)
    checked = [_checked(row, between, tied) for row in rows]
    return sorted(checked, key=lambda one: (not one.is_neutral, bool(one.ties), one.mediator.name))


def _checked(
    mediator: Mediator, parties: dict[int, Organisation], tied: set[tuple[int, int]]
) -> Checked:
    told = [
        Bond(parties[one.organisation_id], one.words)
        for one in mediator.interests.all()
        if one.organisation_id in parties
    ]
    home = mediator.organisation_id
    if home in parties:
        told.append(Bond(parties[home]))
    ties = [Bond(party, is_a_tie=True) for pk, party in parties.items() if (home or 0, pk) in tied]
    return Checked(mediator, tuple(told), tuple(ties))


def _tied(
    homes: set[int | None], parties: dict[int, Organisation], membership: Membership, on: date
) -> set[tuple[int, int]]:
    """Pairs of a mediator's organisation and a party that work together, as far as the member may know."""
    ties = Tie.objects.visible_to(membership).standing(on=on)
    pairs = ties.filter(first__in=[*homes, *parties], second__in=[*homes, *parties])
    found = set(pairs.values_list("first_id", "second_id")) if homes and parties else set()
    return found | {(second, first) for first, second in found}
