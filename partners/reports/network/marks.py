"""Colour and shape of each sector, or of each broad one; no two share both. Who has none is a ring."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from partners.reports.network.network import Node

# Drawn in a square of 16; the chart and the legend draw the same.
SHAPES = {
    "circle": "M8 1a7 7 0 1 0 0 14a7 7 0 1 0 0-14z",
    "square": "M2 2h12v12H2z",
    "triangle": "M8 1.5L15 14.5H1z",
    "diamond": "M8 .5L15.5 8L8 15.5L.5 8z",
    "cross": "M5.5 1h5v4.5H15v5h-4.5V15h-5v-4.5H1v-5h4.5z",
    "wedge": "M1 1.5h14L8 14.5z",
}
RING = "ring"
HOLLOW = "M8 1a7 7 0 1 0 0 14a7 7 0 1 0 0-14zM8 5a3 3 0 1 1 0 6a3 3 0 1 1 0-6z"
# Blue, sky, ochre, plum and slate of the look; vermilion is for what needs somebody.
COLOURS = 5


@dataclass(frozen=True)
class Mark:
    """How organisations of one kind are drawn. `colour` counts the tokens --cw-map-0 and on."""

    label: str
    colour: int
    shape: str

    @property
    def path(self) -> str:
        return SHAPES.get(self.shape, HOLLOW)

    @property
    def token(self) -> str:
        return f"var(--cw-map-{self.colour})"


@dataclass(frozen=True)
class Marks:
    """By sectors, each by its id, or by broad sectors, each by its key; `without` is who has none."""

    by: Mapping[int | str, Mark]
    without: Mark
    is_broad: bool = False

    def of(self, node: Node) -> Mark:
        return self.by.get(node.broad if self.is_broad else node.sector, self.without)

    def seen(self, nodes: Iterable[Node]) -> list[Mark]:
        """Those of the nodes, in the order of the list, who has none last."""
        here = set(map(self.of, nodes))
        return [mark for mark in (*self.by.values(), self.without) if mark in here]


def marks_of(
    told: Iterable[tuple[int | str, str]], *, without: str, is_broad: bool = False
) -> Marks:
    """In the order of the list, so that a filter changes nobody's mark.

    Five colours and six shapes make thirty pairs before the first comes again.
    """
    shapes = list(SHAPES)
    marks = {
        key: Mark(label, n % COLOURS, shapes[n % len(shapes)])
        for n, (key, label) in enumerate(told)
    }
    return Marks(marks, Mark(without, COLOURS, RING), is_broad=is_broad)
