"""One populated coalition, and for every address that names a row the row to try it with."""

from collections.abc import Callable
from typing import Any

from tests.architecture.examples import accounts, calls, network, partners, risk
from tests.architecture.examples.populated import Populated, populate
from tests.architecture.examples.risk import FOR_THOSE_NAMED
from tests.contributions.architecture import EXAMPLES as CONTRIBUTIONS
from tests.goals.architecture import EXAMPLES as GOALS
from tests.governance.architecture import EXAMPLES as GOVERNANCE

__all__ = ["EXAMPLES", "FOR_THOSE_NAMED", "Populated", "populate"]

EXAMPLES: dict[str, Callable[[Populated], Any]] = (
    GOALS
    | CONTRIBUTIONS
    | GOVERNANCE
    | {
        name: example
        for part in (accounts, partners, network, risk, calls)
        for name, example in part.EXAMPLES.items()
    }
)
