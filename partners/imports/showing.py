"""What the dry run of an import shows, decided here so that templates only lay it out."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, ngettext_lazy

from common.text.numbers import grouped
from partners.imports.columns import Columns
from partners.imports.options import Options
from partners.models import LISTS, Contact, ImportRow, ImportRun, Organisation

Outcome, Decision = ImportRow.Outcome, ImportRow.Decision
A_PAGE = 50
A_LOOK = 10  # rows of each outcome on the dry run page


@dataclass(frozen=True)
class ShownChange:
    what: str
    before: str
    after: str


@dataclass(frozen=True)
class ShownRow:
    """A row with its changes and remarks in words."""

    row: ImportRow
    columns: Columns

    @property
    def name(self) -> str:
        return self.row.values.get("name", "")

    @property
    def first_cells(self) -> str:
        """What stands in a row without a name, so that its owner finds it."""
        return ", ".join(cell for cell in self.row.cells if cell)[:80]

    @property
    def changes(self) -> list[ShownChange]:
        return [
            ShownChange(self.columns.what_changes(key), before, after)
            for key, before, after in self.row.changes
        ]

    @property
    def notes(self) -> list[str]:
        return [f"{heading}: {note}" if heading else note for heading, note in self.row.notes]

    @property
    def sectors(self) -> str:
        return ", ".join(self.row.values.get("sector", []))

    @property
    def people(self) -> str:
        return ", ".join(map(_person, self.row.values.get("contacts", [])))

    @property
    def facts(self) -> list[str]:
        return facts_of(self.row.values)


def _person(told: dict[str, Any]) -> str:
    """ "Ana Ruiz (may be listed: Yes)" where the file says so."""
    name = str(told["name"])
    if "consent" in told:
        answer = Contact.Consent(told["consent"]["answer"]).label
        name = _("%(name)s (may be listed: %(answer)s)") % {"name": name, "answer": answer}
    return _("%(name)s (wants no letters)") % {"name": name} if told.get("no_letters") else name


def facts_of(told: dict[str, Any]) -> list[str]:
    """By what a reader tells two organisations apart: address, e-mail, phone, website, people."""
    address = told.get("address", {})
    place = " ".join(address.get(key, "") for key in ("region", "postcode")).strip()
    street = ", ".join(part for part in (address.get("street"), address.get("city"), place) if part)
    people = [", ".join(filter(None, (p["name"], p["email"]))) for p in told.get("contacts", [])]
    facts = [
        street,
        told.get("email", ""),
        *told.get("phone", []),
        told.get("website", ""),
        *people,
    ]
    return [fact for fact in facts if fact][:6]


@dataclass(frozen=True)
class Doubt:
    """A row that is perhaps here already, beside the partner or the earlier row that it may be."""

    shown: ShownRow
    other: ShownRow | None

    @property
    def row(self) -> ImportRow:
        return self.shown.row

    @property
    def other_facts(self) -> list[str]:
        organisation = self.row.organisation
        if organisation is None:
            return self.other.facts if self.other else []
        facts = [str(address) for address in organisation.addresses.all()]
        facts += [organisation.email, *map(str, organisation.phones.all()), organisation.website]
        facts += [", ".join(filter(None, (c.name, c.email))) for c in organisation.contacts.all()]
        return [fact for fact in facts if fact][:6]


def choices() -> list[tuple[str, str]]:
    return [(decision.value, str(decision.label)) for decision in Decision]


@dataclass(frozen=True)
class Part:
    """A stretch of the census bar."""

    kind: str
    label: str
    count: int
    url: str = ""


@dataclass(frozen=True)
class DryRun:
    """The page of a checked run."""

    run: ImportRun
    page_number: str | None = None

    def count(self, outcome: str) -> int:
        return self.run.counts.get(outcome, 0)

    @property
    def new_count(self) -> int:
        return self.count(Outcome.NEW)

    @property
    def changed_count(self) -> int:
        return self.count(Outcome.UPDATE)

    @property
    def rejected_count(self) -> int:
        return self.count(Outcome.REJECTED)

    @property
    def doubt_count(self) -> int:
        return self.count(Outcome.DUPLICATE)

    @cached_property
    def undecided_count(self) -> int:
        return self.run.rows.undecided().count() if self.doubt_count else 0

    @cached_property
    def skipped_count(self) -> int:
        return self.run.rows.left_out().count()

    @cached_property
    def put_off_count(self) -> int:
        """Rows that are in as partners of their own until somebody says whether they are."""
        return self.run.rows.put_off().count() if self.doubt_count else 0

    @property
    def in_count(self) -> int:
        """Rows that do something: new ones, changed ones, and doubts decided so."""
        decided = self.doubt_count - self.undecided_count - self.skipped_count
        return self.new_count + self.changed_count + decided - self.suggested_count

    @property
    def out_count(self) -> int:
        asked = self.undecided_count + self.suggested_count
        return self.rejected_count + self.skipped_count + asked

    @property
    def has_work(self) -> bool:
        """Whether any row could come in; what was left out can be answered anew."""
        return bool(self.new_count or self.changed_count or self.doubt_count)

    @property
    def nothing_to_do(self) -> str:
        if self.count(Outcome.UNCHANGED):
            return _("There is nothing to bring in: what could be read stands here already.")
        return _("There is nothing to bring in: no row could be read.")

    @cached_property
    def sums(self) -> list[ShownRow]:
        """Rows called "Total" and the like, which are suggested for leaving out."""
        return list(map(self._shown, self.run.rows.sums().with_partner()[:A_PAGE]))

    @property
    def suggested_count(self) -> int:
        return sum(not shown.row.decision for shown in self.sums)

    @property
    def parts(self) -> list[Part]:
        """In the order of the page's census: what comes, what needs someone, what stays."""
        return [
            self._part(
                "new", Outcome.NEW, ngettext_lazy("%(n)s new", "%(n)s new", "count"), place="#new"
            ),
            self._part("changed", Outcome.UPDATE, _("%(n)s changed"), place="#changed"),
            self._part(
                "duplicate", Outcome.DUPLICATE, _("%(n)s perhaps here already"), place="#doubts"
            ),
            self._part("rejected", Outcome.REJECTED, _("%(n)s cannot be read"), place="#rejected"),
            self._part("same", Outcome.UNCHANGED, _("%(n)s unchanged"), place=""),
        ]

    def _part(self, kind: str, outcome: str, words: Any, *, place: str) -> Part:
        """Leads to its place on this page, else to a page of all its rows."""
        is_here = place and self.run.state == ImportRun.State.CHECKED
        page = reverse("partners:import_rows", args=[self.run.coalition.slug, self.run.pk, outcome])
        count = self.count(outcome)
        told = words % {"n": grouped(count), "count": count}
        return Part(kind, told, count, place if is_here else page)

    @property
    def census(self) -> str:
        total = self.run.total
        rows = ngettext("%(n)s row", "%(n)s rows", total) % {"n": grouped(total)}
        return f"{rows}: " + ", ".join(part.label for part in self.parts if part.count)

    @cached_property
    def doubts_page(self) -> Page:
        rows = self.run.rows.with_outcome(Outcome.DUPLICATE).with_candidates()
        return Paginator(rows, A_PAGE).get_page(self.page_number)

    @property
    def doubts(self) -> list[Doubt]:
        rows = list(self.doubts_page)
        others = self.run.rows.numbered([row.same_as for row in rows if row.same_as])
        return [Doubt(self._shown(row), self._shown_if(others.get(row.same_as))) for row in rows]

    @cached_property
    def columns(self) -> Columns:
        return Columns.of(self.run.coalition)

    def _shown(self, row: ImportRow) -> ShownRow:
        return ShownRow(row, self.columns)

    def _shown_if(self, row: ImportRow | None) -> ShownRow | None:
        return self._shown(row) if row else None

    @property
    def new(self) -> list[ShownRow]:
        return self._look(Outcome.NEW)

    @property
    def changed(self) -> list[ShownRow]:
        return self._look(Outcome.UPDATE)

    @property
    def rejected(self) -> list[ShownRow]:
        return self._look(Outcome.REJECTED)

    def _look(self, outcome: str) -> list[ShownRow]:
        rows = self.run.rows.with_outcome(outcome).with_partner()[:A_LOOK]
        return list(map(self._shown, rows))

    @property
    def new_words(self) -> list[tuple[str, list[tuple[str, int]]]]:
        """Words that would be added to the coalition's lists, or left out of them."""
        return [
            (str(dict(LISTS)[name]), sorted(words.items(), key=lambda item: -item[1]))
            for name, words in self.run.unknown_terms.items()
        ]

    @property
    def keeps_ours(self) -> bool:
        return Options.from_json(self.run.options).keeps_ours

    @property
    def adds_words(self) -> bool:
        return Options.from_json(self.run.options).unknown == "add"


def rows_page(run: ImportRun, outcome: str, number: str | None) -> tuple[Page, Iterable[ShownRow]]:
    rows = run.rows.with_outcome(outcome).with_partner()
    page = Paginator(rows, A_PAGE).get_page(number)
    columns = Columns.of(run.coalition)
    return page, [ShownRow(row, columns) for row in page]


def kept_after_undo(run: ImportRun) -> Iterable[Organisation]:
    """Partners that the undo left as they were, by name."""
    if run.state != ImportRun.State.UNDONE:
        return []
    rows = Organisation.objects.filter(pk__in=run.counts.get("kept_partners", []))
    return rows.select_related("coalition").by_name()
