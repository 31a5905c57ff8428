"""The rows of a page: the organisations with the fields of their columns, and all parts in one query."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, Value

from accounts.models import Membership
from common.database.prepared import prepared
from common.database.unions import united
from common.pages.addresses import by_id
from partners.models import Contact, Incident
from partners.reports.listing.columns import (
    BENEATH_NAME,
    COLUMNS,
    PARTS,
    Cells,
    Column,
    Ids,
    part_of,
)

PAUSED = "paused"  # a part of every row, and no column
ALWAYS_READ = ("pk", "name", "kind", "owner_id", "retired_on")

SCHEME = re.compile(r"^https?://(www\.)?", re.IGNORECASE)


def dialled(number: str) -> str:
    return Contact(phone=number).phone_link


HREFS: dict[str, Callable[[str], str]] = {
    "mail": "mailto:{}".format,
    "phone": dialled,
    "link": lambda site: site if site.startswith(("https://", "http://")) else "",
}


@dataclass(frozen=True)
class Cell:
    """One value of a row; the column tells the page how to draw it."""

    column: Column
    value: Any

    @property
    def href(self) -> str:
        """Where the value leads, if it does: nothing but a website, an address or a number to dial."""
        return HREFS[self.column.look](self.value) if self.column.look in HREFS else ""

    @property
    def words(self) -> Any:
        """A website is known by its name alone: `https://www.grocers.example/` is grocers.example."""
        return SCHEME.sub("", self.value).rstrip("/") if self.column.look == "link" else self.value


@dataclass(frozen=True)
class Row:
    """One organisation of the list. `cells` are those of the columns other than the name.

    `beneath` stands under the name, and `where` beside that on a phone.
    """

    pk: int
    name: str
    url: str
    kind: str
    owner_id: int | None
    is_retired: bool
    is_paused: bool  # an incident keeps them out of what is handed out
    beneath: str
    where: str
    cells: tuple[Cell, ...]

    def value(self, key: str) -> Any:
        """What stands in the column of that key."""
        return next(cell.value for cell in self.cells if cell.column.key == key)


def as_rows(
    found: Iterable[tuple[Any, ...]],
    fields: tuple[str, ...],
    columns: Sequence[Column],
    *,
    membership: Membership,
) -> list[Row]:
    """From the values of `fields_of(columns)`; every part of all of them in one query."""
    told = [dict(zip(fields, values, strict=True)) for values in found]
    parts = parts_of([each["pk"] for each in told], _with_what_is_beneath(columns))
    page = by_id("partners:detail", membership.coalition.slug)
    others = [column for column in columns if column.key != "name"]
    shown = {column.key for column in others}
    beneath = tuple("" if key in shown else key for key in BENEATH_NAME)
    return [
        _row(Cells(each, parts.get(each["pk"], {})), others, beneath=beneath, page=page)
        for each in told
    ]


def _row(
    cells: Cells,
    others: Sequence[Column],
    *,
    beneath: tuple[str, ...],
    page: Callable[[int], str],
) -> Row:
    fields = cells.fields
    what, where = map(cells.joined, beneath)
    return Row(
        pk=fields["pk"],
        name=fields["name"],
        url=page(fields["pk"]),
        kind=fields["kind"],
        owner_id=fields["owner_id"],
        is_retired=fields["retired_on"] is not None,
        is_paused=PAUSED in cells.parts,
        beneath=what,
        where=where,
        cells=tuple(Cell(column, column.value(cells)) for column in others),
    )


def fields_of(columns: Iterable[Column]) -> tuple[str, ...]:
    """What is read of the organisations themselves."""
    own = (field for column in columns for field in column.fields)
    return tuple(dict.fromkeys([*ALWAYS_READ, *own]))


def _with_what_is_beneath(columns: Sequence[Column]) -> list[Column]:
    beneath = (COLUMNS[key] for key in BENEATH_NAME)
    return list({column.key: column for column in (*columns, *beneath)}.values())


def parts_of(ids: Ids, columns: Iterable[Column]) -> dict[int, dict[str, list[str]]]:
    """For each organisation the texts of each part, in their order: one query for all of them."""
    keys = tuple(dict.fromkeys(each.reads or each.key for each in columns if each.part))
    texts: dict[int, dict[str, list[str]]] = {}
    if not (keys and ids):
        return texts
    for part, organisation, _rank, text in sorted(_parts.ask(keys, ids=ids), key=_in_order):
        if text:
            texts.setdefault(organisation, {}).setdefault(part, []).append(text)
    return texts


@prepared
def _parts(keys: tuple[str, ...], *, ids: Ids) -> QuerySet:
    told = [rows for key in keys for rows in PARTS[key](key, ids)]
    pausing = Incident.objects.pausing(ids)
    return united([*told, part_of(pausing, PAUSED, Value(PAUSED))])


def _in_order(row: tuple[str, int, int, str]) -> tuple[int, str]:
    _part, _organisation, rank, text = row
    return rank, text or ""
