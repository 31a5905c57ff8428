"""The matrix as lines of a spreadsheet: every cell that says something."""

from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import BroadSector
from partners.reports.composition.page import Page
from partners.reports.composition.reading import Reading

MATRIX = (
    gettext_lazy("Row"),
    gettext_lazy("Column"),
    gettext_lazy("On the list"),
    gettext_lazy("Active"),
    gettext_lazy("Trusted, by their own word"),
    gettext_lazy("Voices needed"),
    gettext_lazy("How it stands"),
)


def matrix_lines(page: Page) -> Iterator[list[Any]]:
    for line in page.matrix.lines:
        place = line.place
        least = place.voice.needed.least if place.voice else ""
        count = place.count
        told = [line.row, line.column, count.nominal, count.active, place.trusted or ""]
        yield [*told, least, place.needed_words]


READING = (
    gettext_lazy("What"),
    gettext_lazy("At the start"),
    gettext_lazy("At the end"),
)


def reading_lines(reading: Reading) -> Iterator[list[Any]]:
    """Figures first, then names; what is not known stays empty."""
    start, end = reading.start, reading.end
    yield [_("Day"), start.day, end.day]
    yield [_("Partners on the list"), start.count.nominal, end.count.nominal]
    yield [_("Active partners"), start.active, end.active]
    yield [_("Needed voices at the table, of %(n)d") % {"n": reading.needed}, start.met, end.met]
    yield [_("Effective sectors"), _rounded(start.effective), _rounded(end.effective)]
    yield [_("Populations with one voice so far"), len(start.singles), len(end.singles)]
    before, after = start.figures()["broad"], end.figures()["broad"]
    for broad in before:
        label = _("Active partners, %(broad)s") % {"broad": BroadSector(broad).label}
        yield [label, before[broad], after[broad]]
    for one in reading.came:
        yield [_("Came"), "", one.name]
    for one in reading.left:
        yield [_("Left"), one.name, ""]
    for gap in reading.opened:
        yield [_("Gap opened"), "", str(gap.needed)]
    for gap in reading.filled:
        yield [_("Gap filled"), "", str(gap.needed)]
    for label, efforts in reading.efforts:
        for effort in efforts:
            yield [
                _("Days in touch with partners, %(list)s: %(name)s")
                % {"list": label, "name": effort.term.name},
                "",
                effort.entries,
            ]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
