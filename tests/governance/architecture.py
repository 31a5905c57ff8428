"""What the tests of all addresses must know of each part: an example row, and how forms bear twice."""

from collections.abc import Callable
from typing import Any

from tests.governance.bodies import architecture as bodies
from tests.governance.charter import architecture as charter
from tests.governance.communication import architecture as communication
from tests.governance.joining import architecture as joining
from tests.governance.power import architecture as power
from tests.governance.seats import architecture as seats
from tests.governance.succession import architecture as succession
from tests.governance.words import architecture as words

PARTS = (bodies, charter, communication, joining, power, seats, succession, words)
TAKES_BACK = "It takes back one change that it names, refuses when others came since."


def changed_body(here: Any) -> dict[str, Any]:
    """A change of a body, so that it can be taken back."""
    from common.history.tracking import recording
    from tests.governance.factories import BodyFactory

    body = BodyFactory(coalition=here.coalition)
    with recording("body.edited") as change:
        body.purpose = "Changed"
        body.save()
    return {"change": change}


EXAMPLES: dict[str, Callable[..., Any]] = {
    "governance:undo": changed_body,
    **{name: example for part in PARTS for name, example in part.EXAMPLES.items()},
}
# Fields of tests.architecture.twice.Carries: {"field": MARK, "page": "governance:body"}
CARRYING: dict[str, Any] = {name: told for part in PARTS for name, told in part.CARRYING.items()}
NEEDS_NEITHER: dict[str, str] = {
    "governance:undo": TAKES_BACK,
    **{name: reason for part in PARTS for name, reason in part.NEEDS_NEITHER.items()},
}
