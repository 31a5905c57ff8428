"""Partner by priority across the coalition: what many share, and where two pull apart.

Only what partners themselves said counts. A page of the table, and the sums over all of them, take the
same number of queries for one partner and for thousands.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Func, Min, Q, QuerySet, TextField
from django.db.models.functions import Coalesce

from accounts.models import Membership
from partners.models import Organisation, ProfileRow, Topic, Voice
from partners.reports.depth.scores import named, own_priorities
from partners.reports.depth.scoring import Named, alignment, overlap

A_PAGE = 50
COLUMNS = 8  # that a table bears beside the names
FURTHEST = 3


@dataclass(frozen=True)
class Shared:
    """One priority: how many partners named it, and how many of those put it first."""

    name: str
    key: str
    partners: int
    first: int
    our_place: int | None = None


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
    """Two partners of the page whose orders have least in common; `overlap` is 0 to 100."""

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
    ours: list[Named]
    shared: list[Shared]
    columns: list[Shared]
    lines: list[Line]
    page: Page
    furthest: list[Apart]
    compared: Apart | None


def comparison(membership: Membership, *, page: str, pair: Sequence[int] = ()) -> Comparison:
    coalition = membership.coalition_id
    ours = own_priorities(coalition)
    shared = shared_priorities(coalition, ours)
    columns = shared[:COLUMNS]
    told = Organisation.objects.visible_to(membership).active().filter(pk__in=_tellers(coalition))
    shown = Paginator(told.order_by("sort_name", "pk"), A_PAGE).get_page(page)
    lines = _lines(list(shown), ours, columns)
    both = _lines(list(told.among(coalition, pair)), ours, columns) if pair else []
    return Comparison(
        ours=ours,
        shared=shared,
        columns=columns,
        lines=lines,
        page=shown,
        furthest=furthest_apart(lines),
        compared=_apart(*both) if len(both) == 2 else None,  # noqa: PLR2004 - a pair
    )


def _said(coalition: int) -> QuerySet:
    return ProfileRow.objects.filter(
        coalition=coalition, topic=Topic.PRIORITIES, voice=Voice.THEIRS
    )


def _tellers(coalition: int) -> QuerySet:
    return _said(coalition).values("organisation")


def shared_priorities(coalition: int, ours: Sequence[Named]) -> list[Shared]:
    """Ours in our order, then what most partners named; one query beside that for ours."""
    counted = (
        _said(coalition)
        .filter(organisation__retired_on=None, organisation__merged_into=None)
        .annotate(
            told=Coalesce(
                "term__name",
                Func(F("words"), function="lower", output_field=TextField()),
                output_field=TextField(),
            )
        )
        .values("term", "told")
        .annotate(
            partners=Count("organisation", distinct=True),
            name=Min(Coalesce("term__name", "words", output_field=TextField())),
            first=Count("organisation", distinct=True, filter=Q(position=1)),
        )
        .order_by("-partners", "-first", "told")
    )
    places = {one.key: place for place, one in enumerate(ours, start=1)}
    found = {}
    for row in counted:
        key = f"term:{row['term']}" if row["term"] else f"words:{' '.join(row['told'].split())}"
        found[key] = Shared(row["name"], key, row["partners"], row["first"], places.get(key))
    first = [found.pop(one.key, Shared(one.name, one.key, 0, 0, places[one.key])) for one in ours]
    return [*first, *found.values()]


def _lines(
    organisations: list[Organisation], ours: Sequence[Named], columns: Sequence[Shared]
) -> list[Line]:
    said: dict[int, list[Named]] = defaultdict(list)
    rows = ProfileRow.objects.among(one.pk for one in organisations).in_voice(Voice.THEIRS)
    for row in rows.about(Topic.PRIORITIES).in_order():
        said[row.organisation_id].append(named(row))
    return [_line(one, said[one.pk], ours, columns) for one in organisations]


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


def furthest_apart(lines: Iterable[Line]) -> list[Apart]:
    """The pairs of a page with the least in common. A page has 50 at most, so all are compared."""
    pairs = (_apart(one, other) for one, other in combinations(lines, 2))
    told = [pair for pair in pairs if pair]
    return sorted(told, key=lambda pair: pair.overlap)[:FURTHEST]


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
