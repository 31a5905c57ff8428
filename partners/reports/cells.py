"""The rows of a page: the organisations with the fields of their columns, and all parts in one query."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse

from accounts.models import Membership
from partners.models import Contact
from partners.models.organisations import OrganisationQuerySet
from partners.reports.columns import BENEATH_NAME, COLUMNS, Cells, Column, Ids

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
    """One organisation of the list. `cells` are those of the columns other than the name."""

    pk: int
    name: str
    url: str
    kind: str
    owner_id: int | None
    is_retired: bool
    beneath: str
    cells: tuple[Cell, ...]

    def value(self, key: str) -> Any:
        """What stands in the column of that key."""
        return next(cell.value for cell in self.cells if cell.column.key == key)


def as_rows(
    organisations: OrganisationQuerySet, columns: Sequence[Column], *, membership: Membership
) -> list[Row]:
    """Two queries whatever the columns are: the organisations, and every part of them."""
    fields = tuple(dict.fromkeys([*ALWAYS_READ, *_fields_of(columns)]))
    found = [
        dict(zip(fields, values, strict=True)) for values in organisations.values_list(*fields)
    ]
    shown = _with_sectors(columns)
    parts = parts_of([each["pk"] for each in found], shown)
    return [
        _row(Cells(each, parts[each["pk"]]), columns, slug=membership.coalition.slug)
        for each in found
    ]


def _row(cells: Cells, columns: Sequence[Column], *, slug: str) -> Row:
    fields = cells.fields
    others = [column for column in columns if column.key != "name"]
    has_column = any(column.key == BENEATH_NAME for column in others)
    return Row(
        pk=fields["pk"],
        name=fields["name"],
        url=reverse("partners:detail", args=[slug, fields["pk"]]),
        kind=fields["kind"],
        owner_id=fields["owner_id"],
        is_retired=fields["retired_on"] is not None,
        beneath="" if has_column else cells.joined(BENEATH_NAME),
        cells=tuple(Cell(column, column.value(cells)) for column in others),
    )


def _fields_of(columns: Iterable[Column]) -> list[str]:
    return [field for column in columns for field in column.fields]


def _with_sectors(columns: Sequence[Column]) -> list[Column]:
    return list({column.key: column for column in [*columns, COLUMNS[BENEATH_NAME]]}.values())


def parts_of(ids: Ids, columns: Iterable[Column]) -> dict[int, dict[str, list[str]]]:
    """For each organisation the texts of each part, in their order: one query for all of them."""
    asked = [rows for each in columns if each.part for rows in each.part(each.key, ids)]
    texts: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    if not (asked and ids):
        return texts
    for part, organisation, _rank, text in sorted(_together(asked), key=_in_order):
        if text:
            texts[organisation][part].append(text)
    return texts


def _together(asked: list[QuerySet]) -> QuerySet:
    return asked[0].union(*asked[1:], all=True) if len(asked) > 1 else asked[0]


def _in_order(row: tuple[str, int, int, str]) -> tuple[int, str]:
    _part, _organisation, rank, text = row
    return rank, text or ""
