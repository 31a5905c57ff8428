"""A network as numbers: who is in it, and which pairs are tied."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Self


@dataclass(frozen=True)
class Edge:
    """One tied pair, in whatever order. `is_mutual`: both sides say so, or only one; None: not both asked."""

    one: int
    other: int
    level: float | None = None
    is_mutual: bool | None = None


@dataclass(frozen=True)
class Network:
    """An undirected simple graph. A pair stands once, nobody is tied to itself, and both are in it.

    `tellers`: who of them has told their own side of a tie. `is_told_by_us`: some ties stand by the word of
    none of the two. Raises ValueError for what is no such graph.
    """

    nodes: tuple[int, ...]
    edges: tuple[Edge, ...]
    tellers: frozenset[int] = frozenset()
    is_told_by_us: bool = True

    @classmethod
    def of(cls, nodes: Iterable[int], edges: Iterable[Edge]) -> Self:
        return cls(tuple(nodes), tuple(edges))

    @property
    def answerable(self) -> int:
        """The pairs of which somebody could tell: all, where we or nobody did; else those with a teller."""
        pairs = _pairs_of(len(self.nodes))
        if self.is_told_by_us or not self.tellers:
            return pairs
        return pairs - _pairs_of(len(self.nodes) - len(self.tellers))

    def __post_init__(self) -> None:
        known = set(self.nodes)
        pairs = {frozenset((edge.one, edge.other)) for edge in self.edges}
        if len(known) != len(self.nodes) or len(pairs) != len(self.edges):
            raise ValueError("A node or a pair stands twice.")
        if any(len(pair) == 1 or not pair <= known for pair in pairs):
            raise ValueError("A tie needs two different nodes of the network.")

    @cached_property
    def neighbours(self) -> Mapping[int, frozenset[int]]:
        """Of each node those that it is tied to."""
        found: dict[int, set[int]] = {node: set() for node in self.nodes}
        for edge in self.edges:
            found[edge.one].add(edge.other)
            found[edge.other].add(edge.one)
        return {node: frozenset(others) for node, others in found.items()}

    @cached_property
    def fingerprint(self) -> str:
        """The same for the same network, in whatever order it was told: by it results are kept."""
        told = [
            sorted(self.nodes),
            sorted(
                [*sorted((edge.one, edge.other)), str(edge.level), str(edge.is_mutual)]
                for edge in self.edges
            ),
            [sorted(self.tellers), self.is_told_by_us],
        ]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def _pairs_of(n: int) -> int:
    return n * (n - 1) // 2
