"""Partner by priority across the coalition: what many share, and where two pull apart.

Only what partners themselves said counts. A page of the table, and what is said over all of them, take the
same number of queries for one partner and for thousands.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.core.paginator import Page, Paginator

from accounts.models import Membership
from partners.models import Organisation, ProfileRow, Topic, Voice
from partners.models.organisation_queries import OrganisationQuerySet
from partners.reports.depth.asking import Asked
from partners.reports.depth.furthest import furthest_apart
from partners.reports.depth.scores import named, own_priorities
from partners.reports.depth.scoring import Named, alignment, overlap

A_PAGE = 50
COLUMNS = 8  # that a table bears beside the names
NAMED = 5  # organisations that a lever names
Said = Mapping[int, list[Named]]  # by organisation, its priorities in its order


@dataclass(frozen=True)
class Shared:
    """One priority: how many partners named it, and how many of those put it first."""

    name: str
    key: str
    partners: int
    first: int
    our_place: int | None = None


@dataclass(frozen=True)
class Lever:
    """One of our priorities with who shares it, who puts it highest first; `more` are not named here."""

    name: str
    place: int
    organisations: list[Organisation]
    number: int

    @property
    def more(self) -> int:
        return self.number - len(self.organisations)


@dataclass(frozen=True)
class Line:
    """One partner: its place for each column, what stands in no column, and its alignment."""

    organisation: Organisation
    priorities: list[Named]
    places: list[int | None]
    others: list[str]
    alignment: int | None


@dataclass(frozen=True)
class Apart:
    """Two partners whose orders are compared; `overlap` is 0 to 100."""

    one: Line
    other: Line
    overlap: int
    shared: list[str]
    only_one: list[str]
    only_other: list[str]

    @property
    def sides(self) -> list[tuple[Line, list[str]]]:
        """Each with what it alone wants."""
        return [(self.one, self.only_one), (self.other, self.only_other)]


@dataclass(frozen=True)
class Comparison:
    asked: Asked
    ours: list[Named]
    shared: list[Shared]
    levers: list[Lever]
    columns: list[Shared]
    lines: list[Line]
    page: Page
    furthest: list[Apart]
    compared: Apart | None

    @property
    def has_tellers(self) -> bool:
        return any(one.partners for one in self.shared)


def comparison(
    membership: Membership, *, page: str, asked: Asked, pair: Sequence[int] = ()
) -> Comparison:
    """In the same number of queries however many there are; the furthest apart are looked for among all."""
    ours = own_priorities(membership.coalition_id)
    who = asked.organisations(membership)
    said = said_by(who)
    shared = shared_priorities(said, ours)
    columns = shared[:COLUMNS]
    naming = _naming(said, asked.priority)
    told = who.among(membership.coalition_id, naming).order_by("sort_name", "pk")
    shown = Paginator(told, A_PAGE).get_page(page)
    sharing, pairs = [_sharing(said, one.key) for one in ours], furthest_apart(said)
    ids = {pk for some in [*(found[:NAMED] for found in sharing), *pairs] for pk in some}
    known = who.select_related("coalition").in_bulk(ids)
    return Comparison(
        asked=asked,
        ours=ours,
        shared=shared,
        levers=[
            Lever(one.name, place, [known[pk] for pk in found[:NAMED]], len(found))
            for place, (one, found) in enumerate(zip(ours, sharing, strict=True), start=1)
        ],
        columns=columns,
        lines=[_line(one, said[one.pk], ours, columns) for one in shown],
        page=shown,
        furthest=[
            apart
            for one, other in pairs
            if (apart := _apart(*(_line(known[pk], said[pk], ours, ()) for pk in (one, other))))
        ],
        compared=_compared(membership, pair, ours) if pair else None,
    )


def said_by(organisations: OrganisationQuerySet) -> dict[int, list[Named]]:
    """What each put first, second and so on, by its own words; who named nothing is not there."""
    rows = ProfileRow.objects.filter(organisation__in=organisations.order_by().values("pk"))
    theirs = rows.about(Topic.PRIORITIES).in_voice(Voice.THEIRS).in_order()
    found: dict[int, list[Named]] = {}
    for row in theirs:
        found.setdefault(row.organisation_id, []).append(named(row))
    return found


def _naming(said: Said, priority: str) -> list[int]:
    """Those that named the priority; all of them where none is asked for."""
    name = priority.casefold()
    return [
        pk
        for pk, theirs in said.items()
        if not name or any(one.name.casefold() == name for one in theirs)
    ]


def shared_priorities(said: Said, ours: Sequence[Named]) -> list[Shared]:
    """Ours in our order, then what most of them named."""
    names = {one.key: one.name for one in ours}
    partners, first = Counter[str](), Counter[str]()
    for theirs in said.values():
        names |= {one.key: one.name for one in theirs if one.key not in names}
        partners.update({one.key for one in theirs})
        first.update([theirs[0].key])
    places = {one.key: place for place, one in enumerate(ours, start=1)}
    others = [key for key in names if key not in places]
    others.sort(key=lambda key: (-partners[key], -first[key], names[key].casefold()))
    return [
        Shared(names[key], key, partners[key], first[key], places.get(key))
        for key in [*places, *others]
    ]


def _sharing(said: Said, key: str) -> list[int]:
    """Who named it, those first that put it highest."""
    places = {
        pk: place
        for pk, theirs in said.items()
        for place, one in enumerate(theirs)
        if one.key == key
    }
    return sorted(places, key=lambda pk: (places[pk], pk))


# ---------------------------------------------------------------- two of them


def _compared(membership: Membership, pair: Sequence[int], ours: Sequence[Named]) -> Apart | None:
    rows = Organisation.objects.visible_to(membership).active()
    both = rows.among(membership.coalition_id, pair)
    said = said_by(both)
    lines = [_line(one, said[one.pk], ours, ()) for one in both.by_name() if one.pk in said]
    return _apart(*lines) if len(lines) == 2 else None  # noqa: PLR2004 - a pair


def _line(
    organisation: Organisation,
    priorities: list[Named],
    ours: Sequence[Named],
    columns: Sequence[Shared],
) -> Line:
    places = {one.key: place for place, one in enumerate(priorities, start=1)}
    in_columns = {column.key for column in columns}
    return Line(
        organisation=organisation,
        priorities=priorities,
        places=[places.get(column.key) for column in columns],
        others=[one.name for one in priorities if one.key not in in_columns],
        alignment=alignment(priorities, ours).value,
    )


def _apart(one: Line, other: Line) -> Apart | None:
    alike = overlap(one.priorities, other.priorities)
    if alike is None:
        return None
    ours, theirs = ({each.key for each in line.priorities} for line in (one, other))
    return Apart(
        one=one,
        other=other,
        overlap=round(100 * alike),
        shared=[each.name for each in one.priorities if each.key in theirs],
        only_one=[each.name for each in one.priorities if each.key not in theirs],
        only_other=[each.name for each in other.priorities if each.key not in ours],
    )
