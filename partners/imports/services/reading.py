"""One row of cells to what it says: a service of a partner, at one place."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from partners.imports import values
from partners.imports.drafts import Draft, Fault
from partners.imports.services import words
from partners.imports.values import BadCell, DateOrder, is_nothing, one_line, paragraph
from partners.models import ImportRun, Service, ServiceLocation


def _longest(model: Any, *names: str) -> dict[str, int]:
    """Letters that the database holds of each."""
    return {name: model._meta.get_field(name).max_length for name in names}  # noqa: SLF001


LONGEST = {
    "organisation_name": 250,
    "organisation_id": 120,
    "funder": 250,
    "place": 250,
    **_longest(Service, "name", "number", "fees", "phone", "email", "page", "capacity_note"),
    **_longest(ServiceLocation, "street", "city", "region", "postcode"),
}
REASONS: dict[str, Callable[[], str]] = {
    "date": lambda: _("“%(text)s” is not a date."),
    "email": lambda: _("“%(text)s” is not an e-mail address."),
    "phone": lambda: _("“%(text)s” was left out: it is not a phone number."),
    "website": lambda: _("“%(text)s” was left out: it is not a web address."),
    "capacity": lambda: _("“%(text)s” says neither open nor waiting list, full or paused."),
    "yes_no": lambda: _("“%(text)s” is neither yes nor no."),
}
# Of these only the cell is lost, never the row.
COST_ONLY_THE_CELL = frozenset({"phone", "website"})
LISTS = ("kind", "population", "language", "area")
TEXTS = ("organisation_name", "organisation_id", "name", "number", "contact")
LONG_TEXTS = ("description", "eligibility", "how_to_refer", "fees", "capacity_note")
PLACE = ("place", "street", "city", "region", "postcode")
MOST_SHOWN = 120


@dataclass
class ServiceReader:
    """`known` has by list the entries of the coalition, so that a comma within one parts nothing."""

    fields: Mapping[int, str]
    headings: Sequence[str]
    order: DateOrder
    known: Mapping[str, frozenset[str]]
    drops_bad_cells: bool = False
    area_from: str = ""
    _column: str = field(default="", init=False)

    @classmethod
    def of(cls, run: ImportRun, known: Mapping[str, frozenset[str]]) -> "ServiceReader":
        return cls(
            fields=run.columns_by_position,
            headings=run.headings,
            order=DateOrder(day_first=bool(run.options.get("day_first"))),
            known=known,
            drops_bad_cells=bool(run.options.get("drops_bad_cells")),
            area_from=run.options.get("area_from", ""),
        )

    def draft(self, number: int, cells: Sequence[str]) -> Draft:
        draft = Draft(number=number, cells=cells)
        try:
            draft.values = self._values(cells, draft)
        except BadCell as bad:
            draft.fault = Fault(_sentence(bad), self._column)
        except Fault as fault:
            draft.fault = fault
        return draft

    def _values(self, cells: Sequence[str], draft: Draft) -> dict[str, Any]:
        told: dict[str, Any] = {key: self._text(cells, key) for key in TEXTS}
        told |= {key: self._text(cells, key, paragraph) for key in LONG_TEXTS}
        self._refuse_nameless(told)
        told |= {key: self._list(cells, key) for key in LISTS}
        told["funder"] = [self._short("funder", name) for name in self._parts(cells, "funder")]
        told |= self._judged(cells, draft)
        told["places"] = self._places(cells, told)
        return told

    def _refuse_nameless(self, told: Mapping[str, Any]) -> None:
        if not (told["organisation_name"] or told["organisation_id"]):
            heading = self._heading("organisation_name") or self._heading("organisation_id")
            raise Fault(_("There is no partner here."), heading)
        if not told["name"]:
            raise Fault(_("The service has no name."), self._heading("name"))

    def _judged(self, cells: Sequence[str], draft: Draft) -> dict[str, Any]:
        """Cells that can be wrong: their row is left out, or they alone, as the person has chosen."""
        judges: dict[str, Callable[[str], Any]] = {
            "phone": lambda text: "; ".join(values.phones(text)),
            "email": lambda text: next(iter(values.emails(text)), ""),
            "page": values.website,
            "capacity": words.capacity,
            "is_virtual": words.says_yes,
            **dict.fromkeys(("capacity_on", "since_on", "until_on"), self._day),
        }
        told = {key: self._judge(cells, key, judge, draft) for key, judge in judges.items()}
        since, until = told["since_on"], told["until_on"]
        if since and until and until < since:
            raise Fault(_("It ends before it begins."), self._heading("until_on"))
        return told

    def _judge(
        self, cells: Sequence[str], key: str, judge: Callable[[str], Any], draft: Draft
    ) -> Any:
        text = self._cell(cells, key)
        try:
            told = judge(text)
        except BadCell as bad:
            if not (self.drops_bad_cells or bad.kind in COST_ONLY_THE_CELL):
                raise
            draft.notes.append([self._heading(key), _sentence(bad)])
            return judge("")
        return self._short(key, told) if isinstance(told, str) and key in LONGEST else told

    def _day(self, text: str) -> str | None:
        told = values.day(text, order=self.order)
        return told.isoformat() if told else None

    def _places(self, cells: Sequence[str], told: Mapping[str, Any]) -> list[dict[str, Any]]:
        """The place of the row in its first area; every other area is a place of its own."""
        place = {key: self._text(cells, key) for key in PLACE}
        place["name"] = place.pop("place")
        place["postcode"] = values.postcode(place["postcode"])
        areas = told["area"] or list(filter(None, [place.get(self.area_from, "")]))
        first = {**place, "area": areas[0] if areas else "", "is_virtual": told["is_virtual"]}
        others = [
            {**dict.fromkeys(place, ""), "area": area, "is_virtual": False} for area in areas[1:]
        ]
        return [one for one in (first, *others) if any(one.values())]

    # ------------------------------------------------------------ cells

    def _text(self, cells: Sequence[str], key: str, clean: Callable[[str], str] = one_line) -> str:
        text = self._cell(cells, key)
        return "" if is_nothing(text) else self._short(key, clean(text))

    def _list(self, cells: Sequence[str], key: str) -> list[str]:
        found = values.words(self._cell(cells, key), known=self.known.get(key, frozenset()))
        for word in found:
            if len(word) > 120:  # noqa: PLR2004 - letters in an entry of a list
                raise Fault(
                    _("“%s…” is too long for an entry of a list.") % word[:30], self._column
                )
        return found

    def _parts(self, cells: Sequence[str], key: str) -> Iterable[str]:
        """Between semicolons or on lines of their own; names of funders hold commas."""
        text = paragraph(self._cell(cells, key)).replace("\n", ";")
        parts = (one_line(part) for part in text.split(";"))
        return dict.fromkeys(part for part in parts if not is_nothing(part))

    def _short(self, key: str, text: str) -> str:
        if len(text) > (LONGEST.get(key) or len(text)):
            raise Fault(_("The text is too long."), self._heading(key))
        return text

    def _cell(self, cells: Sequence[str], key: str) -> str:
        self._column = self._heading(key)
        position = next((p for p, held in self.fields.items() if held == key), None)
        return cells[position] if position is not None and position < len(cells) else ""

    def _heading(self, key: str) -> str:
        return next((self.headings[p] for p, held in self.fields.items() if held == key), "")


def _sentence(bad: BadCell) -> str:
    return REASONS[bad.kind]() % {"text": bad.text[:MOST_SHOWN]}
