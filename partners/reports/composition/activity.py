"""Which organisations are *active*: on the list, within reach, and of whom something was heard lately.

Being on a list is not being at the table. `SIGNS` are the questions that show that somebody was heard of; an
organisation with one answer in the window is active.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import DateField, F, QuerySet
from django.db.models.functions import TruncDate

from common.event_tables import events_of
from partners.models import Attachment, Contact, Organisation, Touchpoint

# Changes that say nothing of the organisation: made of many at once, or of the records alone.
NO_SIGN = (
    "organisation.handed_over",
    "organisation.merged",
    "organisation.put_back",
    "organisation.retired",
    "organisation.undone",
    "organisation.unmerged",
    "partners.edited_together",
    "partners.import_undone",
    "partners.imported",
    "partners.undone_together",
)


@dataclass(frozen=True)
class Window:
    """The days after `start`, up to and including `end`."""

    start: date
    end: date

    @classmethod
    def before(cls, end: date, *, days: int) -> "Window":
        return cls(end - timedelta(days=days), end)

    def holds(self, day: date) -> bool:
        return self.start < day <= self.end


Heard = tuple[int, date]  # an organisation's id, and a day on which something was heard of it
Sign = Callable[[int, Window], QuerySet]  # answers rows of Heard


def joined(coalition: int, window: Window) -> QuerySet:
    """Those that joined, or were first talked to."""
    rows = Organisation.objects.of_coalition(coalition).order_by()
    since = rows.filter(since_on__gt=window.start, since_on__lte=window.end)
    return since.values_list("pk", "since_on")


def told_of_them(coalition: int, window: Window) -> QuerySet:
    """Those of whose profile a person wrote something, one by one."""
    return _written(Organisation, "pgh_obj_id", coalition, window)


def told_of_their_people(coalition: int, window: Window) -> QuerySet:
    """Those of whose people a person wrote something: somebody came, left, or can be reached otherwise."""
    return _written(Contact, "organisation_id", coalition, window)


def kept_a_file(coalition: int, window: Window) -> QuerySet:
    """Those on whom a file was kept."""
    rows = Attachment.objects.filter(coalition=coalition).order_by()
    dated = rows.annotate(day=TruncDate("uploaded_at"))
    return dated.filter(day__gt=window.start, day__lte=window.end).values_list(
        "organisation_id", "day"
    )


def talked(coalition: int, window: Window) -> QuerySet:
    """Those with whom somebody talked, or whose event somebody attended."""
    rows = Touchpoint.objects.filter(coalition=coalition).order_by()
    within = rows.filter(on__gt=window.start, on__lte=window.end)
    return within.values_list("organisation_id", "on")


SIGNS: tuple[Sign, ...] = (joined, talked, told_of_them, told_of_their_people, kept_a_file)


def heard(coalition: int, window: Window) -> list[Heard]:
    """Every organisation with every day in the window on which there was a sign of it: one query."""
    first, *others = (sign(coalition, window) for sign in SIGNS)
    return list(first.union(*others))


def heard_of(signs: Iterable[Heard], window: Window) -> set[int]:
    """The organisations of which there was at least one sign in the window."""
    return {organisation for organisation, day in signs if window.holds(day)}


def _written(model: Any, key: str, coalition: int, window: Window) -> QuerySet:
    rows = events_of(model).filter(coalition=coalition, pgh_context__person__isnull=False)
    rows = rows.exclude(pgh_context__verb__in=NO_SIGN)
    dated = rows.annotate(
        told=F(key), day=TruncDate("pgh_created_at", output_field=DateField())
    ).filter(day__gt=window.start, day__lte=window.end)
    return dated.order_by().values_list("told", "day")
