"""What partners may hold, as this app knows it."""

from partners.reports.pipeline.held import watched, with_others, with_us
from partners.reports.pipeline.rehoming import also_rehome


def announce() -> None:
    for group, rows in (*with_us.HELD, *with_others.HELD, *watched.HELD):
        also_rehome(group, rows)
