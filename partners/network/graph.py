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

    Raises ValueError for what is no such graph.
    """

    nodes: tuple[int, ...]
    edges: tuple[Edge, ...]

    @classmethod
    def of(cls, nodes: Iterable[int], edges: Iterable[Edge]) -> Self:
        return cls(tuple(nodes), tuple(edges))

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
        ]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()
