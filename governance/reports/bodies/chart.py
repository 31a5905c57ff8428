"""All bodies that a member may read of: as a tree with its picture, as a table, and in numbers."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from governance.models import Body
from governance.reports.bodies.holders import SeatLine, holders_of
from governance.reports.bodies.tree import Drawing, Note, Twig, across, deepness, indented
from governance.reports.power.leadership import LeadNote, lead_notes

COLUMN = 264  # pixels of one column of the wide picture
PHONE = 340  # pixels of the narrow one
WIDEST = 4  # columns that fit a desk; deeper trees are indented there too
DESK = 900


@dataclass(frozen=True)
class BodyLine:
    """A body as a row of the table: how deep it stands, what it belongs to, and its seats."""

    body: Body
    seats: list[SeatLine]
    parent: Body | None = None
    lead: LeadNote | None = None
    under: list["BodyLine"] = field(default_factory=list)
    depth: int = 1

    @property
    def vacant(self) -> int:
        return sum(seat.is_vacant for seat in self.seats)

    @property
    def held(self) -> int:
        return len(self.seats) - self.vacant

    @property
    def leaders(self) -> list[SeatLine]:
        return [seat for seat in self.seats if seat.is_leading and not seat.is_vacant]

    @property
    def kind(self) -> str:
        """Nothing where the name says it already: “Steering committee”."""
        words = self.body.kind_in_words
        return "" if words.casefold() == self.body.name.casefold() else words

    @property
    def state(self) -> str:
        if self.body.is_closed:
            return _("closed")
        return _("paused") if self.body.is_paused else _("at work")

    def notes(self) -> list[Note]:
        """What the picture says under the name."""
        told = [Note(self.kind)] if self.kind else []
        if self.body.is_paused:
            told.append(Note(_("paused")))
        if self.seats:
            words = ngettext("%(held)d of %(n)d seat", "%(held)d of %(n)d seats", len(self.seats))
            told.append(Note(words % {"held": self.held, "n": len(self.seats)}))
        if self.vacant:
            vacant = ngettext("%d seat is vacant", "%d seats are vacant", self.vacant)
            told.append(Note(vacant % self.vacant, is_pressing=True))
        return told


@dataclass(frozen=True)
class Chart:
    """The tree; lead organisations and what belongs to them stand apart, and so do closed bodies."""

    roots: list[BodyLine]
    leading: list[BodyLine]
    closed: list[BodyLine]

    @property
    def lines(self) -> list[BodyLine]:
        """Every row of the table, in the order of the picture."""
        return [*_flat(self.leading), *_flat(self.roots), *self.closed]

    @property
    def standing(self) -> list[BodyLine]:
        return [*_flat(self.leading), *_flat(self.roots)]


@dataclass(frozen=True)
class Picture:
    """One tree in both shapes: the page shows the one that fits."""

    wide: Drawing
    narrow: Drawing


def chart_for(membership: Membership, *, on: date) -> Chart:
    """Three queries, however many bodies and seats there are.

    A body whose parent the member may not read of, or that is closed, stands by itself.
    """
    bodies = list(Body.objects.visible_to(membership))
    for body in bodies:
        body.coalition = membership.coalition
    standing = [body for body in bodies if not body.is_closed]
    closed = [BodyLine(body, []) for body in bodies if body.is_closed]
    tree = _Tree.of(standing, on=on)
    roots = [tree.line(body) for body in standing if tree.is_root(body)]
    return Chart(
        roots=[line for line in roots if not _leads(line.body)],
        leading=[line for line in roots if _leads(line.body)],
        closed=sorted(closed, key=lambda line: line.body.closed_on or on, reverse=True),
    )


def _leads(body: Body) -> bool:
    return body.kind == Body.Kind.LEAD_ORGANISATION


@dataclass(frozen=True)
class _Tree:
    """Standing bodies that are shown, what belongs to each, and their seats."""

    shown: dict[int, Body]
    under: dict[int, list[Body]]
    seats: dict[int, list[SeatLine]]
    leads: dict[int, LeadNote]

    @classmethod
    def of(cls, bodies: Sequence[Body], *, on: date) -> "_Tree":
        under: dict[int, list[Body]] = defaultdict(list)
        for body in bodies:
            under[body.parent_id or 0].append(body)
        shown = {body.pk: body for body in bodies}
        leads = lead_notes(Body.objects.among(shown), on=on) if shown else {}
        return cls(shown, under, holders_of(shown, on=on), leads)

    def is_root(self, body: Body) -> bool:
        return body.parent_id not in self.shown or _leads(body)

    def line(self, body: Body, depth: int = 1) -> BodyLine:
        under = [each for each in self.under.get(body.pk, ()) if not _leads(each)]
        return BodyLine(
            body=body,
            seats=self.seats[body.pk],
            parent=self.shown.get(body.parent_id or 0),
            lead=self.leads.get(body.pk),
            under=[self.line(each, depth + 1) for each in under],
            depth=depth,
        )


def _flat(lines: Iterable[BodyLine]) -> Iterator[BodyLine]:
    for line in lines:
        yield line
        yield from _flat(line.under)


def picture_of(lines: Sequence[BodyLine]) -> Picture:
    twigs = [_twig(line) for line in lines]
    narrow = indented(twigs, width=PHONE)
    is_wide = deepness(twigs) <= WIDEST
    return Picture(across(twigs, column=COLUMN) if is_wide else indented(twigs, width=DESK), narrow)


def poster_of(chart: Chart) -> Drawing:
    """Everything that stands, in one picture to take along: lead organisations first."""
    twigs = [_twig(line) for line in (*chart.leading, *chart.roots)]
    return across(twigs, column=COLUMN)


def _twig(line: BodyLine) -> Twig:
    return Twig(
        pk=line.body.pk,
        name=line.body.name,
        url=line.body.get_absolute_url(),
        notes=tuple(line.notes()),
        under=tuple(_twig(each) for each in line.under),
        is_paused=line.body.is_paused,
    )


# ---------------------------------------------------------------- as a file


def table_head() -> list[str]:
    return [
        _("Body"),
        _("Kind"),
        _("Belongs to"),
        _("State"),
        _("Meets"),
        _("Quorum in percent"),
        _("Since"),
        _("Seats"),
        _("Vacant seats"),
        _("Led by"),
        _("Purpose"),
    ]


def table_rows(chart: Chart) -> Iterator[list[object]]:
    """The rows of the table, for a spreadsheet."""
    for line in chart.lines:
        body = line.body
        yield [
            body.name,
            body.kind_in_words,
            line.parent.name if line.parent else "",
            line.state,
            str(body.get_cadence_display()),
            body.quorum,
            body.opened_on,
            None if body.is_closed else len(line.seats),
            None if body.is_closed else line.vacant,
            ", ".join(seat.organisation_name for seat in line.leaders),
            body.purpose,
        ]
