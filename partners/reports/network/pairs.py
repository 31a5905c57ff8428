"""The lines of the picture as rows: who is tied to whom, in which way, how closely."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from common.text.numbers import written
from partners.reports.network.network import Found, Node


@dataclass(frozen=True)
class Pair:
    """Two that a line connects. `kinds` are the names of their ties, in the order of the list."""

    one: Node
    other: Node
    kinds: tuple[str, ...]
    height: float | None

    @property
    def level(self) -> str:
        return level_words(self.height)


def level_words(level: float | None) -> str:
    return "" if level is None else written(level, 1)


def pairs_of(found: Found, relations: Iterable[tuple[int, str]]) -> list[Pair]:
    """Every line once, by name."""
    nodes = {node.pk: node for node in found.nodes}
    names = dict(relations)
    rows = []
    for edge in found.network.edges:
        both = sorted((nodes[edge.one], nodes[edge.other]), key=lambda node: node.sort_name)
        kinds = _kinds(found.kinds[edge.one, edge.other], names)
        rows.append(Pair(both[0], both[1], kinds, edge.level))
    return sorted(rows, key=lambda row: (row.one.sort_name, row.other.sort_name))


def _kinds(levels: Mapping[int, float | None], names: Mapping[int, str]) -> tuple[str, ...]:
    """With the level of each where there are several: the closest of them makes the line."""
    if len(levels) == 1:
        return tuple(names[relation] for relation in levels)
    return tuple(
        f"{name} ({level_words(levels[relation])})" if levels[relation] is not None else name
        for relation, name in names.items()
        if relation in levels
    )
