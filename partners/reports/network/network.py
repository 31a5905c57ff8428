"""The network that a question asks for, measured: a fixed number of queries, and kept by what went in."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, TypeVar

from django.core.cache import cache

from accounts.models import Membership
from partners.models import Classification, Vocabulary
from partners.network import layout, measures
from partners.network.graph import Edge, Network
from partners.network.levels import mean_level
from partners.network.measures import Measures
from partners.reports.network.question import Question

T = TypeVar("T")
# Of a tie both sides, the relation, and the levels of the first, of the second, and ours.
Told = tuple[int, int, int, int | None, int | None, int | None]
Pairs = Mapping[tuple[int, int], Mapping[int, Edge]]
KEPT_FOR = 7 * 24 * 3600
# More than a picture bears, and than can be measured while somebody waits.
MOST = 3000


@dataclass(frozen=True)
class Node:
    """`sector` is the id of the first of its sectors, 0 where it has none.

    `broad` is the broad sector of the first that is part of one.
    """

    pk: int
    name: str
    sort_name: str
    sector: int = 0
    broad: str = ""


@dataclass(frozen=True)
class Found:
    """`levels`: of each node the mean level of its ties, where anything was said of them.

    `kinds`: of each line the relations that make it, each with its level.
    """

    nodes: tuple[Node, ...]
    network: Network
    measures: Measures
    levels: dict[int, float | None]
    kinds: dict[tuple[int, int], dict[int, float | None]]

    @cached_property
    def positions_of(self) -> dict[int, tuple[float, float]]:
        network = self.network
        return _kept(f"layout:{layout.VERSION}", network, lambda: layout.positions(network))


class TooMany(Exception):  # noqa: N818 - it is an answer: the page asks for a part of the network
    """The question leaves more organisations than can be drawn. Carries the most that can."""


def network_of(question: Question, *, membership: Membership, most: int = MOST) -> Found:
    """Three queries, however large it is. Raises TooMany."""
    rows = question.organisations(membership).by_name()
    told = list(rows.values_list("pk", "name", "sort_name")[: most + 1])
    if len(told) > most:
        raise TooMany(most)
    sector_of, broad_of = _sectors(pk for pk, _name, _sort in told)
    nodes = tuple(
        Node(pk, name, sort, sector_of.get(pk, 0), broad_of.get(pk, "")) for pk, name, sort in told
    )
    here = {node.pk for node in nodes}
    ties = list(_ties(question, membership))
    pairs = dict(sorted(tied_pairs(ties, here, question).items()))
    network = network_in((node.pk for node in nodes), pairs, ties)
    found = _kept(f"measures:{measures.VERSION}", network, lambda: measures.measure(network))
    kinds = {
        pair: {relation: edge.level for relation, edge in ties.items()}
        for pair, ties in pairs.items()
    }
    return Found(nodes, network, found, _levels(network), kinds)


def _ties(question: Question, membership: Membership) -> Iterable[Told]:
    return question.ties(membership).values_list(
        "first_id", "second_id", "relation_id", "level_first", "level_second", "level_ours"
    )


def tied_pairs(ties: Iterable[Told], here: Container[int], question: Question) -> Pairs:
    """Of each pair the ties that count, by relation: it is tied when there is any."""
    pairs: dict[tuple[int, int], dict[int, Edge]] = defaultdict(dict)
    for first, second, relation, one, other, ours in ties:
        if (
            first in here
            and second in here
            and _counts(level := _level(one, other, ours), question)
        ):
            mutual = bool(one and other) if one is not None and other is not None else None
            key = (min(first, second), max(first, second))
            pairs[key][relation] = Edge(*key, level, mutual)
    return pairs


def network_in(nodes: Iterable[int], pairs: Pairs, ties: Iterable[Told]) -> Network:
    """`ties` are all that were told, also of level 0: who says that there is no tie has told their side."""
    network = Network.of(nodes, (_strongest(list(found.values())) for found in pairs.values()))
    here = set(network.nodes)
    told = [tie for tie in ties if here.issuperset(tie[:2])]
    firsts = {first for first, _second, _kind, level, _other, _ours in told if level is not None}
    seconds = {second for _first, second, _kind, _one, level, _ours in told if level is not None}
    by_us = any(one is None and other is None for *_pair, one, other, _ours in told)
    return replace(network, tellers=frozenset(firsts | seconds), is_told_by_us=by_us)


def _level(one: int | None, other: int | None, ours: int | None) -> float | None:
    sides = mean_level([one, other])
    return sides if sides is not None else mean_level([ours])


def _counts(level: float | None, question: Question) -> bool:
    """Level 0 says that there is no tie. Of one without a level nobody knows whether it is close enough."""
    if level is None:
        return question.level == 0
    return level > 0 and level >= question.level


def _strongest(edges: list[Edge]) -> Edge:
    """The line of a pair: its level is the highest of its ties."""
    if len(edges) == 1:
        return edges[0]
    best = max(edges, key=lambda edge: -1.0 if edge.level is None else edge.level)
    mutual = [edge.is_mutual for edge in edges if edge.is_mutual is not None]
    return Edge(best.one, best.other, best.level, any(mutual) if mutual else None)


def _levels(network: Network) -> dict[int, float | None]:
    told: dict[int, list[float]] = defaultdict(list)
    for edge in network.edges:
        if edge.level is not None:
            told[edge.one].append(edge.level)
            told[edge.other].append(edge.level)
    return {node: sum(all_) / len(all_) for node, all_ in told.items()}


def _sectors(ids: Iterable[int]) -> tuple[dict[int, int], dict[int, str]]:
    """Of each its first sector in the order of the list, and the first broad one that is told."""
    rows = Classification.objects.filter(
        organisation__in=list(ids), term__vocabulary=Vocabulary.SECTOR
    ).order_by("term__position", "term__name", "term")
    of: dict[int, int] = {}
    broadly: dict[int, str] = {}
    for organisation, term, broad in rows.values_list(
        "organisation_id", "term_id", "term__broad_sector"
    ):
        of.setdefault(organisation, term)
        if broad:
            broadly.setdefault(organisation, broad)
    return of, broadly


def _kept(what: str, network: Network, compute: Callable[[], T]) -> T:
    """What was computed of the same network before: it costs seconds at 2,000."""
    key = f"network:{what}:{network.fingerprint}"
    found: Any = cache.get(key)
    if found is None:
        found = compute()
        cache.set(key, found, KEPT_FOR)
    return found
