"""Where each body of the chart stands in the picture. Pure: no database, no clock, no words of its own.

Two shapes: from left to right for a desk, and indented for a phone. Sizes are pixels of the picture; it is
drawn as wide as the page allows.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from textwrap import wrap

LETTER = (
    8.6  # pixels that a letter of a name takes on average, in bold; rather too many than too few
)
LINE = 21  # from one line of words to the next
PAD = 16  # under the words of a node, before the next one
GAP = 56  # between two columns, for the lines that lead from one to the other
INSET = 12  # from the stroke of a node to its words
STEP = 28  # how far a phone indents what belongs to another one
DEEPEST = 5  # beyond it a phone indents no more, or no room is left for words


@dataclass(frozen=True)
class Note:
    """What stands under a name; pressing is what needs somebody."""

    text: str
    is_pressing: bool = False


@dataclass(frozen=True)
class Twig:
    """A body to be drawn, with what belongs to it."""

    pk: int
    name: str
    url: str
    notes: tuple[Note, ...] = ()
    under: tuple["Twig", ...] = ()
    is_paused: bool = False


@dataclass(frozen=True)
class Words:
    """A line of words and where its letters stand."""

    text: str
    x: float
    y: float
    is_name: bool = False
    is_pressing: bool = False


@dataclass(frozen=True)
class Node:
    """A body in the picture: where it begins, and its lines of words."""

    twig: Twig
    x: float
    y: float
    words: tuple[Words, ...]

    @property
    def height(self) -> float:
        return LINE * len(self.words)

    @property
    def middle(self) -> float:
        return self.y + self.height / 2

    @property
    def end(self) -> float:
        """About where its longest line ends."""
        return self.x + INSET + LETTER * max(len(line.text) for line in self.words)

    @property
    def stroke(self) -> str:
        """The heavy stroke before its words."""
        return f"M{self.x:g} {self.y + 2:g}V{self.y + self.height:g}"


@dataclass(frozen=True)
class Drawing:
    """The picture: its size, the bodies, and the lines that lead from one to what belongs to it."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    ways: tuple[str, ...]

    @property
    def box(self) -> str:
        return f"-2 0 {self.width + 4:g} {self.height:g}"


@dataclass
class _Pen:
    """How far down the picture is drawn."""

    nodes: list[Node] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)
    bottom: float = 0.0

    def drawing(self, width: float) -> Drawing:
        return Drawing(width, self.bottom, tuple(self.nodes), tuple(self.ways))


def deepness(roots: Sequence[Twig]) -> int:
    """How many bodies stand above one another at most, from none."""
    return max((1 + deepness(twig.under) for twig in roots), default=0)


def across(roots: Sequence[Twig], *, column: float) -> Drawing:
    """From left to right: a column for each step; a body stands in the middle of what belongs to it."""
    pen = _Pen()
    for root in roots:
        _branch(root, pen, x=0, column=column)
    return pen.drawing(max(deepness(roots), 1) * (column + GAP) - GAP)


def _branch(twig: Twig, pen: _Pen, *, x: float, column: float) -> Node:
    """What belongs to it is placed first, and says where its own place is."""
    top = pen.bottom
    under = [_branch(each, pen, x=x + column + GAP, column=column) for each in twig.under]
    node = _node(twig, x, top, room=column)
    if under:
        between = (under[0].middle + under[-1].middle - node.height) / 2
        node = _node(twig, x, max(top, between), room=column)
    bend = x + column + GAP / 2
    pen.ways += [
        f"M{node.end + 8:g} {node.middle:g}H{bend:g}V{each.middle:g}H{each.x - 6:g}"
        for each in under
    ]
    pen.nodes.append(node)
    pen.bottom = max(pen.bottom, node.y + node.height + PAD)
    return node


def indented(roots: Sequence[Twig], *, width: float) -> Drawing:
    """One under the other, each a step to the right of what it belongs to."""
    pen = _Pen()
    for root in roots:
        _indent(root, pen, depth=0, width=width)
    return pen.drawing(width)


def _indent(twig: Twig, pen: _Pen, *, depth: int, width: float) -> Node:
    x = min(depth, DEEPEST) * STEP
    node = _node(twig, x, pen.bottom, room=width - x)
    pen.nodes.append(node)
    pen.bottom = node.y + node.height + PAD
    for each in twig.under:
        child = _indent(each, pen, depth=depth + 1, width=width)
        if child.x > x:
            foot = node.y + node.height + 2
            pen.ways.append(f"M{x:g} {foot:g}V{child.y + LINE / 2:g}H{child.x - 6:g}")
    return node


def _node(twig: Twig, x: float, y: float, *, room: float) -> Node:
    """Name and notes, broken where the room ends."""
    letters = max(int((room - INSET) / LETTER), 8)
    lines = [(line, True, False) for line in wrap(twig.name, letters) or [""]]
    lines += [
        (line, False, note.is_pressing) for note in twig.notes for line in wrap(note.text, letters)
    ]
    words = tuple(
        Words(text, x + INSET, y + LINE * (place + 0.75), is_name, is_pressing)
        for place, (text, is_name, is_pressing) in enumerate(lines)
    )
    return Node(twig, x, y, words)
