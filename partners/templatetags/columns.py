"""The cells of a row in Python: a list draws hundreds, and a template asks a dozen questions of each."""

from django import template
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator

from common.templatetags.look import day
from partners.reports.cells import Cell, Row

register = template.Library()

SHAPES = {
    "day": SafeString(' class="nobr"'),
    "phone": SafeString(' class="nobr"'),
    "number": SafeString(' class="num"'),
}
LONGEST = 80  # characters; the whole text stands on the partner's page
NOTHING = SafeString("")


@register.simple_tag
def cells(row: Row) -> SafeString:
    """Every cell of a row but its name. `data-l` names it where a phone shows the row as an entry."""
    return SafeString("".join(_cell(cell) for cell in row.cells))


def _cell(cell: Cell) -> SafeString:
    shape = SHAPES.get(cell.column.look, NOTHING)
    return format_html('<td data-l="{}"{}>{}</td>', cell.column.label, shape, _drawn(cell))


def _drawn(cell: Cell) -> str:
    if cell.value in (None, ""):
        return ""
    if cell.column.look == "number":
        return number_format(cell.value, use_l10n=True, force_grouping=True)
    if cell.column.look == "day":
        return day(cell.value)
    if href := cell.href:
        link = '<a href="{}" rel="noopener noreferrer">{}</a>'
        return format_html(link, href, cell.words)
    text = str(cell.value)
    return text if len(text) <= LONGEST else Truncator(text).chars(LONGEST)
