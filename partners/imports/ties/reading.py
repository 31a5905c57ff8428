"""One row of cells to what it says: two organisations, and how they are tied."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from partners.imports.drafts import Draft, Fault
from partners.imports.ties.columns import LEVELS_OF, relation_in
from partners.imports.ties.words import level, says_yes
from partners.imports.values import BadCell, DateOrder, day, is_nothing, one_line, paragraph
from partners.models import ImportRun

LONGEST_NAME = 250
LONGEST_NUMBER = 120
REASONS: dict[str, Any] = {
    "level": lambda text: _("“%s” is no level from 0 to 5.") % text,
    "yes_no": lambda text: _("“%s” is neither yes nor no.") % text,
    "date": lambda text: _("“%s” is no date.") % text,
}


@dataclass(frozen=True)
class Said:
    """One tie that a row tells of. None: the row does not say."""

    relation: str
    level: int | None = None
    level_from: int | None = None
    level_to: int | None = None


@dataclass
class TieReader:
    """`fields` says by position what a column holds. `order`: how dates are written."""

    fields: Mapping[int, str]
    headings: Sequence[str]
    order: DateOrder
    by_first: bool = False  # the one named first has said it, not nobody in particular
    _column: str = field(default="", init=False)

    @classmethod
    def of(cls, run: ImportRun) -> "TieReader":
        return cls(
            fields=run.columns_by_position,
            headings=run.headings,
            order=DateOrder(day_first=bool(run.options.get("day_first"))),
            by_first=run.options.get("told_by") == "first",
        )

    def draft(self, number: int, cells: Sequence[str]) -> Draft:
        draft = Draft(number=number, cells=cells)
        try:
            draft.values = self._values(cells)
        except BadCell as bad:
            draft.fault = Fault(REASONS[bad.kind](bad.text), self._column)
        except Fault as fault:
            draft.fault = fault
        return draft

    def _values(self, cells: Sequence[str]) -> dict[str, Any]:
        sides = {side: self._side(cells, side) for side in ("from", "to")}
        ties = [asdict(said) for said in self._ties(cells)]
        since, until = self._day(cells, "since_on"), self._day(cells, "until_on")
        if since and until and until < since:
            raise Fault(_("It ends before it begins."), self._heading("until_on"))
        return {
            **sides,
            "name": " – ".join(side["name"] or side["id"] for side in sides.values()),
            "ties": ties,
            "since_on": since.isoformat() if since else None,
            "until_on": until.isoformat() if until else None,
            "evidence": self._cell(cells, "evidence", paragraph),
            "note": self._cell(cells, "note", paragraph),
        }

    def _side(self, cells: Sequence[str], side: str) -> dict[str, str]:
        told = {
            "id": self._cell(cells, f"{side}_id")[:LONGEST_NUMBER],
            "name": self._cell(cells, f"{side}_name"),
        }
        if len(told["name"]) > LONGEST_NAME:
            raise Fault(_("The name is too long."), self._heading(f"{side}_name"))
        if not any(told.values()):
            heading = self._heading(f"{side}_name") or self._heading(f"{side}_id")
            raise Fault(_("There is no organisation here."), heading)
        return told

    def _ties(self, cells: Sequence[str]) -> list[Said]:
        """0, or no, tells of no tie: only a side that says so of a tie that is told is worth keeping."""
        if name := self._cell(cells, "relation"):
            return [self._of_a_kind(cells, name)]
        return [
            said
            for position, key in self.fields.items()
            if (said := self._of(cells, position, key))
        ]

    def _of_a_kind(self, cells: Sequence[str], name: str) -> Said:
        ours, one, other = (self._level(cells, key) for key in ("level", "level_from", "level_to"))
        if self.by_first and one is None:
            ours, one = None, ours
        return Said(name, ours, one, other)

    def _of(self, cells: Sequence[str], position: int, key: str) -> Said | None:
        name = relation_in(key)
        if not name or position >= len(cells):
            return None
        self._column = self.headings[position]
        if not key.startswith(LEVELS_OF):
            return Said(name) if says_yes(cells[position]) else None
        told = level(cells[position])
        if not told and not (self.by_first and told == 0):
            return None
        return Said(name, level_from=told) if self.by_first else Said(name, level=told)

    def _level(self, cells: Sequence[str], key: str) -> int | None:
        self._column = self._heading(key)
        return level(self._cell(cells, key))

    def _day(self, cells: Sequence[str], key: str) -> date | None:
        self._column = self._heading(key)
        text = self._cell(cells, key)
        return day(text, order=self.order) if text else None

    def _cell(self, cells: Sequence[str], key: str, clean: Callable[[str], str] = one_line) -> str:
        position = next((p for p, held in self.fields.items() if held == key), None)
        if position is None or position >= len(cells) or is_nothing(cells[position]):
            return ""
        return clean(cells[position])

    def _heading(self, key: str) -> str:
        return next((self.headings[p] for p, held in self.fields.items() if held == key), "")
