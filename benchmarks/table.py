"""Results as lines, and the last run beside them so that a change can be compared."""

import json
import statistics
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from django.conf import settings

HEADINGS = ("operation", "p50 ms", "p95 ms", "queries", "bytes", "÷ floor", "p50 before")


@dataclass(frozen=True)
class Line:
    """One operation. Times in milliseconds; `ratio` is its p50 over its floor's p50 of the same run."""

    operation: str
    p50: float
    p95: float
    queries: int | None = None
    size: int | None = None
    ratio: float | None = None


def percentile(values: list[float], share: int) -> float:
    return statistics.quantiles(values, n=100)[share - 1] if len(values) > 1 else values[0]


def last_file() -> Path:
    return Path(settings.DATA_DIR) / "bench" / "last.json"


def last() -> dict[str, float]:
    return json.loads(last_file().read_text()) if last_file().exists() else {}


def show(lines: Iterable[Line]) -> None:
    """Print each line as it is measured, then keep them for the next run."""
    before = last()
    print("{:<44}{:>9}{:>9}{:>9}{:>10}{:>9}{:>12}".format(*HEADINGS))
    measured = {}
    for line in lines:
        print(row(line, before.get(line.operation)), flush=True)
        measured[line.operation] = asdict(line)["p50"]
    last_file().parent.mkdir(parents=True, exist_ok=True)
    last_file().write_text(json.dumps(before | measured, indent=1))


def row(line: Line, before: float | None) -> str:
    cells = [
        line.queries,
        line.size,
        line.ratio and f"{line.ratio:.1f}",
        before and f"{before:.1f}",
    ]
    queries, size, ratio, then = ("" if cell is None else cell for cell in cells)
    return f"{line.operation:<44}{line.p50:>9.1f}{line.p95:>9.1f}{queries:>9}{size:>10}{ratio:>9}{then:>12}"
