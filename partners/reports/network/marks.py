"""Colour and shape of each sector: no two share both, so that neither needs the other to be told apart."""

from collections.abc import Iterable
from dataclasses import dataclass

# Drawn in a square of 16; the chart and the legend draw the same.
SHAPES = {
    "circle": "M8 1a7 7 0 1 0 0 14a7 7 0 1 0 0-14z",
    "square": "M2 2h12v12H2z",
    "triangle": "M8 1.5L15 14.5H1z",
    "diamond": "M8 .5L15.5 8L8 15.5L.5 8z",
    "cross": "M5.5 1h5v4.5H15v5h-4.5V15h-5v-4.5H1v-5h4.5z",
    "wedge": "M1 1.5h14L8 14.5z",
}
# Blue, sky, ochre, plum and slate of the look; vermilion is for what needs somebody.
COLOURS = 5


@dataclass(frozen=True)
class Mark:
    """How the organisations of one sector are drawn. `colour` counts the tokens --cw-map-0 and on."""

    sector: int
    label: str
    colour: int
    shape: str

    @property
    def path(self) -> str:
        return SHAPES[self.shape]

    @property
    def token(self) -> str:
        return f"var(--cw-map-{self.colour})"


def marks_of(sectors: Iterable[tuple[int, str]], *, without: str) -> dict[int, Mark]:
    """In the order of the coalition's list, so that a filter changes nobody's mark; 0 is who has none.

    Five colours and six shapes make thirty pairs before the first comes again.
    """
    shapes = list(SHAPES)
    told = {
        pk: Mark(pk, label, n % COLOURS, shapes[n % len(shapes)])
        for n, (pk, label) in enumerate(sectors)
    }
    return {**told, 0: Mark(0, without, COLOURS, "circle")}
