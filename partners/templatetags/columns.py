"""The rows of a list in Python: a page has hundreds of cells, and a template asks much of each."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Any

from django import template
from django.template.context import RequestContext
from django.utils.formats import number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from common.templatetags.look import day, icon, query
from partners.reports.listing.cells import Cell, Row
from partners.reports.listing.columns import Column
from partners.reports.listing.selection import Picked

register = template.Library()

SHAPES = {"day": ' class="nobr"', "phone": ' class="nobr"', "number": ' class="num"'}
LONGEST = 80  # characters; the whole text stands on the partner's page
ROW = """<tr>{tick}
<th scope="row"><a href="{url}">{name}</a>{retired}{paused}{beneath}</th>
{cells}</tr>"""
TICK = (
    '<label class="tick-box">\n<input class="form-check-input" type="checkbox" name="ids" value="{pk}" '
    'form="selection" data-pick{checked} autocomplete="off">\n'
    '<span class="visually-hidden">{label}</span></label>'
)
BENEATH = '<br><span class="small quiet fw-normal">{}{}</span>'
WHERE = '<span class="d-md-none"> · {}</span>'
RETIRED = '<span class="quiet fw-normal">, {}</span>'
PAUSED = '<span class="need fw-normal">, {}</span>'


HEAD = '<th scope="col"{sorted}{shape}><a class="sort" href="{url}">{label}{sign}</a></th>'
HINT = '<span class="hint">{}</span>'


@register.simple_tag(takes_context=True)
def heads(context: RequestContext, columns: Sequence[Column], order: str) -> SafeString:
    """The heads of the columns; those by which a list can be sorted lead there. Without order none does."""
    return SafeString("\n".join(_head(context, column, order) for column in columns))


def _head(context: RequestContext, column: Column, order: str) -> str:
    shape, label = SHAPES[column.look] if column.look == "number" else "", escape(str(column.label))
    if not (column.sort and order):
        return f'<th scope="col"{shape}>{label}</th>'
    name, falling = column.sort, f"-{column.sort}"
    told = {name: ("ascending", icon("rising")), falling: ("descending", icon("falling"))}
    way, sign = told.get(order, ("", HINT.format(icon("rising"))))
    return HEAD.format(
        sorted=f' aria-sort="{way}"' if way else "",
        shape=shape,
        url=escape(query(context, "sort", falling if order == name else name)),
        label=label,
        sign=sign,
    )


@register.simple_tag
def rows(
    rows: Iterable[Row], columns: Sequence[Column], picked: Picked | None = None
) -> SafeString:
    """Every row of a group. `data-l` names a cell where a phone shows the row as an entry."""
    begins = [_begin(column) for column in columns if column.key != "name"]
    retired = RETIRED.format(escape(_("retired")))
    paused = PAUSED.format(escape(_("not listed at the moment")))
    select = escape(_("Select %(name)s"))
    return SafeString(
        "\n".join(
            ROW.format(
                tick=f'<td class="tick-col">{_tick(row, picked, select)}</td>'
                if picked and picked.may_pick
                else "",
                url=escape(row.url),
                name=escape(row.name),
                retired=retired if row.is_retired else "",
                paused=paused if row.is_paused else "",
                beneath=_beneath(row),
                cells="".join(
                    f"{begin}{_drawn(cell)}</td>"
                    for begin, cell in zip(begins, row.cells, strict=True)
                ),
            )
            for row in rows
        )
    )


@register.simple_tag
def tick(row: Row, picked: Picked) -> SafeString:
    """The tick of a row or a card; its form is the bar below them."""
    return SafeString(_tick(row, picked, escape(_("Select %(name)s"))))


def _beneath(row: Row) -> str:
    """What they do; on a phone, where columns have no room, also where."""
    if not row.beneath:
        return ""
    where = WHERE.format(escape(row.where)) if row.where else ""
    return BENEATH.format(escape(row.beneath), where)


def _tick(row: Row, picked: Picked, select: str) -> str:
    label = select % {"name": escape(row.name)}
    return TICK.format(pk=row.pk, checked=" checked" if row.pk in picked.here else "", label=label)


def _begin(column: Column) -> str:
    return f'<td data-l="{escape(str(column.label))}"{SHAPES.get(column.look, "")}>'


def _drawn(cell: Cell) -> str:
    """The value as it stands in the cell, escaped."""
    value: Any = cell.value
    if value in (None, ""):
        return ""
    if cell.column.look == "number":
        return escape(number_format(value, use_l10n=True, force_grouping=True))
    if cell.column.look == "day":
        return day(value)
    if href := cell.href:
        link = '<a href="{}" rel="noopener noreferrer">{}</a>'
        return format_html(link, href, cell.words)
    text = str(value)
    return escape(text if len(text) <= LONGEST else Truncator(text).chars(LONGEST))
