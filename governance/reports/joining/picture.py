"""The funnel as a drawing: one bar a stage, each as long as its number."""

from dataclasses import dataclass

from governance.reports.joining.figures import Funnel, Stage

# Narrow enough that words keep their size on a phone: they stand above their bar.
WIDTH, BAR, STEP, WORDS = 360, 18, 48, 16


@dataclass(frozen=True)
class Bar:
    """One stage: where its words stand, and where its bar begins and how long it is."""

    stage: Stage
    words_y: int
    y: int
    width: float
    number_x: float


@dataclass(frozen=True)
class Picture:
    bars: tuple[Bar, ...]
    width: int
    height: int
    bar: int = BAR


def picture_of(funnel: Funnel) -> Picture:
    """A bar of the whole length stands for the largest stage. Lengths begin at zero."""
    largest = max((stage.number for stage in funnel.stages), default=0)
    room = WIDTH - 50
    bars = []
    for place, stage in enumerate(funnel.stages):
        top = place * STEP
        width = room * stage.number / largest if largest else 0
        bars.append(Bar(stage, top + WORDS, top + WORDS + 6, round(width, 1), round(width + 8, 1)))
    return Picture(tuple(bars), WIDTH, len(bars) * STEP)
