"""The funnel as a drawing: one bar a stage, each as long as its number."""

from dataclasses import dataclass

from governance.reports.joining.figures import Funnel, Stage

WIDTH, BAR, STEP, LEFT = 560, 26, 44, 150


@dataclass(frozen=True)
class Bar:
    """One stage: where its bar begins and how long it is, and where its words stand."""

    stage: Stage
    y: int
    width: float
    words_y: int
    number_x: float


@dataclass(frozen=True)
class Picture:
    bars: tuple[Bar, ...]
    width: int
    height: int
    left: int = LEFT
    bar: int = BAR


def picture_of(funnel: Funnel) -> Picture:
    """A bar of the whole length stands for the largest stage. Lengths begin at zero."""
    largest = max((stage.number for stage in funnel.stages), default=0)
    room = WIDTH - LEFT - 70
    bars = []
    for place, stage in enumerate(funnel.stages):
        y = place * STEP + 6
        width = room * stage.number / largest if largest else 0
        bars.append(Bar(stage, y, round(width, 1), y + BAR - 8, round(LEFT + width + 8, 1)))
    return Picture(tuple(bars), WIDTH, len(bars) * STEP)
