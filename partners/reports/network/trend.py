"""What the network comes to now, and on the evenings before each half-year: figures to be read as a trend."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import number_format
from django.utils.translation import gettext_lazy

from accounts.models import Membership
from common.text.numbers import written
from partners.network.measures import Measures
from partners.network.outline import Outline, outline
from partners.reports.composition.periods import HalfYear
from partners.reports.network.question import Question
from partners.reports.network.then import networks_then

HALF_YEARS = 6
# The drawing of one figure: in a box of 240 by 60, with room for the marks at its ends.
LEFT, RIGHT, TOP, BOTTOM = 6.0, 234.0, 6.0, 54.0
SCALES = (0.02, 0.05, 0.1, 0.25, 0.5, 1.0)


@dataclass(frozen=True)
class Point:
    """The figures of one evening, or of now; without them there is not enough data."""

    on: date
    outline: Outline | Measures | None
    late: int = 0
    undated: int = 0
    is_now: bool = False

    @property
    def told(self) -> list[tuple[Any, str]]:
        """Every figure with its word; an empty one is not enough data, and so is none at all."""
        return [(figure.label, figure.words(self)) for figure in FIGURES] if self.outline else []


@dataclass(frozen=True)
class Figure:
    """One column of the table, and one drawing. `is_share`: from 0 to 1, told as so many of a hundred."""

    key: str
    label: Any
    is_share: bool = True

    def value(self, point: Point) -> float | None:
        return None if point.outline is None else getattr(point.outline, self.key)

    def words(self, point: Point) -> str:
        value = self.value(point)
        if value is None:
            return ""
        return f"{written(100 * value, 1)} %" if self.is_share else number_format(value)


FIGURES = (
    Figure("nodes", gettext_lazy("Organisations"), is_share=False),
    Figure("ties", gettext_lazy("Tied pairs"), is_share=False),
    Figure("density", gettext_lazy("Density")),
    Figure("centralisation", gettext_lazy("Centralisation")),
    Figure("components", gettext_lazy("Components"), is_share=False),
    Figure("isolates", gettext_lazy("Without a tie"), is_share=False),
    Figure("reciprocity", gettext_lazy("Reciprocity")),
)
DRAWN = ("density", "centralisation", "components", "isolates", "reciprocity")


@dataclass(frozen=True)
class Mark:
    """Where a figure stands in its drawing."""

    x: str
    y: str
    is_now: bool


@dataclass(frozen=True)
class Drawing:
    """`lines`: the points of each stretch between evenings that are known. `top`: the end of the scale."""

    label: Any
    now: str
    earlier: str
    earlier_on: date | None
    top: str
    marks: list[Mark]
    lines: list[str]


@dataclass(frozen=True)
class Trend:
    """From the first evening to now."""

    points: list[Point]

    @property
    def newest_first(self) -> list[Point]:
        return self.points[::-1]

    @property
    def labels(self) -> list[Any]:
        return [figure.label for figure in FIGURES]

    @property
    def has_past(self) -> bool:
        return any(point.outline for point in self.points[:-1])

    @property
    def drawings(self) -> list[Drawing]:
        """Of every figure of which anything is known."""
        drawn = [drawing(one, self.points) for one in FIGURES if one.key in DRAWN]
        return [one for one in drawn if one.marks]

    @property
    def late(self) -> int:
        """Most ties of an evening that were told only later."""
        return max((point.late for point in self.points if point.outline), default=0)

    @property
    def undated(self) -> int:
        return max((point.undated for point in self.points), default=0)


def trend(question: Question, membership: Membership, *, now: Measures) -> Trend:
    """`now` are the measures of the same network as the map tells them."""
    days = evenings_before(question.on)
    then = [
        Point(one.on, outline(one.network) if one.is_known else None, one.late, one.undated)
        for one in networks_then(question, membership, days)
    ]
    return Trend([*then, Point(question.on, now, is_now=True)])


def evenings_before(day: date) -> list[date]:
    """The last days of the half-years before, the oldest first."""
    found, half = [], HalfYear.of(day)
    for _step in range(HALF_YEARS):
        found.append(half.before)
        half = HalfYear.of(half.before)
    return found[::-1]


# ---------------------------------------------------------------- the drawing


def drawing(figure: Figure, points: list[Point]) -> Drawing:
    told = [figure.value(point) for point in points]
    top = scale_to(max((value for value in told if value is not None), default=0), figure)
    place = _places(points, top)
    known = [point for point, value in zip(points, told, strict=True) if value is not None]
    first = next((point for point in known if not point.is_now), None)
    return Drawing(
        label=figure.label,
        now=figure.words(points[-1]),
        earlier=figure.words(first) if first else "",
        earlier_on=first.on if first else None,
        top=f"{written(100 * top, 0)} %" if figure.is_share else number_format(top),
        marks=[
            Mark(*place(point, value), is_now=point.is_now)
            for point, value in zip(points, told, strict=True)
            if value is not None
        ],
        lines=[
            " ".join(",".join(place(*both)) for both in stretch)
            for stretch in _stretches(points, told)
        ],
    )


def scale_to(most: float, figure: Figure) -> float:
    """Every scale begins at 0; it ends at a round number."""
    if figure.is_share:
        return next(top for top in SCALES if most <= top)
    return max(4, most)


Place = Callable[[Point, float], tuple[str, str]]


def _places(points: list[Point], top: float) -> Place:
    begin, days = points[0].on, (points[-1].on - points[0].on).days

    def place(point: Point, value: float) -> tuple[str, str]:
        x = LEFT + (RIGHT - LEFT) * (point.on - begin).days / days
        y = BOTTOM - (BOTTOM - TOP) * value / top
        return f"{x:.1f}", f"{y:.1f}"

    return place


def _stretches(
    points: Iterable[Point], told: Iterable[float | None]
) -> list[list[tuple[Point, float]]]:
    """A line ends where nothing is known, and begins anew after it."""
    stretches: list[list[tuple[Point, float]]] = [[]]
    for point, value in zip(points, told, strict=True):
        if value is None:
            stretches.append([])
        else:
            stretches[-1].append((point, value))
    return [stretch for stretch in stretches if len(stretch) > 1]
