"""One promise with its day, whoever made it to whom: what it came to, and whether it came on time."""

from datetime import date, timedelta
from typing import Any

WINDOW = timedelta(days=365)  # over which the on-time measure looks back
OPEN = ("promised", "under_way")


class Promise:
    """What a row says that is promised by a day and delivered, or taken back, on another.

    The same for what we promise to partners and for what they promise to us: a measure that is kept for
    one side only would be none.
    """

    pk: Any
    state: str
    due_on: date | None
    first_due_on: date | None
    held_to_on: date | None
    times_moved: int
    delivered_on: date | None

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_delivered(self) -> bool:
        return self.state == "delivered"

    @property
    def is_withdrawn(self) -> bool:
        return self.state == "withdrawn"

    @property
    def was_kept_on_time(self) -> bool:
        """Delivered on or before the day that is measured against; False without such a day."""
        due_on = self.measured_on
        return bool(due_on and self.delivered_on and self.delivered_on <= due_on)

    @property
    def measured_on(self) -> date | None:
        """The day promised first, or the one last agreed on: a day moved alone wins no time."""
        return self.held_to_on or self.due_on

    @property
    def is_moved(self) -> bool:
        return self.first_due_on is not None and self.first_due_on != self.due_on

    def is_overdue(self, *, on: date) -> bool:
        return bool(self.is_open and self.due_on and self.due_on < on)

    def counts(self, *, on: date) -> bool:
        """Whether the on-time measure of that day counts it: its day is over, within the window.

        A promise whose day is today counts once it is delivered; what was taken back never does.
        """
        due_on = self.measured_on
        if not due_on or self.is_withdrawn or due_on <= on - WINDOW:
            return False
        return due_on < on or (due_on == on and self.is_delivered)
