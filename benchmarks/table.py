"""Results as lines, and the last run beside them so that a change can be compared."""

import json
import statistics
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings

WIDTH = 46
HEADINGS = (
    ("p50 ms", 9),
    ("p95 ms", 9),
    ("queries", 8),
    ("bytes", 12),
    ("floor ms", 9),
    ("÷ floor", 8),
    ("p95 at 4", 9),
    ("÷ floor", 8),
    ("× 1 %", 7),
    ("before", 9),
)


@dataclass(frozen=True)
class Line:
    """One operation. Times in milliseconds.

    `floor` is the p50 of its floor in the same run and `ratio` the p50 over it. `p95_at_4` is the p95 while
    four connections ask at once, `ratio_at_4` that over the floor's p95 in the same situation. `growth` is
    the p50 over the one with a hundredth of the rows.
    """

    operation: str
    p50: float
    p95: float
    queries: int | None = None
    size: int | None = None
    floor: float | None = None
    ratio: float | None = None
    p95_at_4: float | None = None
    ratio_at_4: float | None = None
    growth: float | None = None


def percentile(values: list[float], share: int) -> float:
    return statistics.quantiles(values, n=100)[share - 1] if len(values) > 1 else values[0]


def last_file() -> Path:
    return Path(settings.DATA_DIR) / "bench" / "last.json"


def last() -> dict[str, dict[str, float]]:
    """The newest measurement of each operation, by its name."""
    return json.loads(last_file().read_text()) if last_file().exists() else {}


def show(lines: Iterable[Line], *, only: str = "") -> None:
    """Print each line as it is measured, and keep it for the next run."""
    before = last()
    print(f"{'operation':<{WIDTH}}" + "".join(f"{word:>{width}}" for word, width in HEADINGS))
    last_file().parent.mkdir(parents=True, exist_ok=True)
    measured: dict[str, dict[str, float]] = {}
    for line in lines:
        if only not in line.operation:
            continue
        print(row(line, before.get(line.operation)), flush=True)
        measured[line.operation] = asdict(line)
        last_file().write_text(json.dumps(before | measured, indent=1))


def row(line: Line, before: dict[str, float] | None) -> str:
    cells = [
        _tenths(line.p50),
        _tenths(line.p95),
        "" if line.queries is None else str(line.queries),
        "" if line.size is None else f"{line.size:,}",
        _tenths(line.floor),
        _tenths(line.ratio),
        _tenths(line.p95_at_4),
        _tenths(line.ratio_at_4),
        _tenths(line.growth),
        _tenths(before and before["p50"]),
    ]
    told = (f"{cell:>{width}}" for cell, (_word, width) in zip(cells, HEADINGS, strict=True))
    return f"{line.operation:<{WIDTH}}" + "".join(told)


def _tenths(number: float | None) -> str:
    return "" if number is None else f"{number:.1f}"
