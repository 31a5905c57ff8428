"""The composition page and its cells: what stands there, in a fixed number of queries."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from accounts.models import Coalition, Membership
from accounts.permissions import Permission
from partners.models import CompositionSettings, Organisation, Term, Vocabulary
from partners.reports.areas import Areas
from partners.reports.composition.activity import Made, Window, made_active
from partners.reports.composition.axes import (
    NOT_SAID,
    SIDES,
    Entry,
    cell_url,
    entries,
    entries_of,
    members,
    on_axis,
    terms_of,
    wish_query,
)
from partners.reports.composition.matrix import Head, Matrix, matrix
from partners.reports.composition.measures import effective_number, new_voice_rate, single_voices
from partners.reports.composition.standing import Count, Standing, standing_now
from partners.reports.composition.voices import Covered, Voice, covered_by, voices_of
from partners.reports.composition.why import latest_of
from partners.reports.depth.trust import Trust, trust_of
from partners.reports.listing.questions import BROAD

A_YEAR = 365  # days


@dataclass(frozen=True)
class Table:
    """Everything that is known of the table now."""

    settings: CompositionSettings
    standing: Standing
    terms: list[Term]
    voices: list[Voice]

    @classmethod
    def of(cls, coalition: int, *, on: date, with_gaps: bool) -> "Table":
        settings = CompositionSettings.of(coalition)
        terms = terms_of(coalition)
        days, lying = settings.active_days, Areas.among(terms)
        standing = standing_now(coalition, on=on, active_days=days, lying=lying)
        return cls(
            settings,
            standing,
            terms,
            voices_of(coalition, standing, with_gaps=with_gaps),
        )

    @property
    def count(self) -> Count:
        return self.standing.counted(self.standing.everybody)

    @property
    def missing_first(self) -> list[Voice]:
        """In the order of the lists, those that need somebody before the others."""
        return sorted(self.voices, key=lambda voice: not voice.needs_someone)

    @property
    def gaps(self) -> list[Voice]:
        return [voice for voice in self.voices if voice.needs_someone]


@dataclass(frozen=True)
class Measures:
    """The figures of M6 that these rows allow; None is "not enough data".

    `broad`: the partners of each broad sector; one of two of them counts in both.
    """

    covered: list[Covered]
    broad: list[Head]
    effective: float | None
    singles: list[Term]
    new_voices: float | None
    joined: int

    @property
    def broad_told(self) -> int:
        """How many broad sectors the coalition tells apart."""
        return sum(bool(head.entry.broad) for head in self.broad)

    @property
    def broad_active(self) -> int:
        """In how many of them somebody is active."""
        return sum(bool(head.entry.broad and head.count.active) for head in self.broad)


@dataclass(frozen=True)
class Page:
    table: Table
    matrix: Matrix
    measures: Measures
    axes: tuple[str, str]


def page_of(membership: Membership, axes: tuple[str, str], *, on: date) -> Page:
    table = table_for(membership, on=on)
    shown = matrix(
        axes,
        terms=table.terms,
        standing=table.standing,
        voices=table.voices,
        slug=membership.coalition.slug,
    )
    return Page(table, shown, measures_of(table, membership.coalition, on=on), axes)


def table_for(membership: Membership, *, on: date) -> Table:
    """With what is planned, for those who may see it."""
    return Table.of(membership.coalition_id, on=on, with_gaps=membership.may(Permission.SEE_GAPS))


def measures_of(table: Table, coalition: Coalition, *, on: date) -> Measures:
    joined, before = joined_since(coalition.pk, day=on - timedelta(days=A_YEAR))
    return Measures(
        covered=covered_by(table.voices),
        broad=broad_heads(table, slug=coalition.slug),
        effective=effective_sectors(table.standing, table.terms),
        singles=singles(table.standing, table.terms),
        new_voices=new_voice_rate(joined=joined, at_start=before),
        joined=joined,
    )


def broad_heads(table: Table, *, slug: str) -> list[Head]:
    """Of each broad sector, and of nobody's, how many partners are on the list and how many are active."""
    terms, standing = table.terms, table.standing
    return [
        Head((one,), standing.counted(members(one, terms, standing)), cell_url(slug, one))
        for one in entries(BROAD, terms, standing)
    ]


def effective_sectors(standing: Standing, terms: Iterable[Term]) -> float | None:
    """Of active partners: one without a sector does not count."""
    sectors = (one for one in terms if one.vocabulary == Vocabulary.SECTOR)
    return effective_number(
        len(standing.carrying.get(one.pk, frozenset()) & standing.active) for one in sectors
    )


def singles(standing: Standing, terms: Iterable[Term]) -> list[Term]:
    """Populations for which one organisation, or one person, speaks alone."""
    populations = [one for one in terms if one.vocabulary == Vocabulary.POPULATION]
    voices = {}
    for one in populations:
        found = standing.carrying.get(one.pk, frozenset())
        voices[one.pk] = (len(found), len(standing.people_of(found)))
    alone = set(single_voices(voices))
    return [one for one in populations if one.pk in alone]


def joined_since(coalition: int, *, day: date) -> tuple[int, int]:
    """How many of today's partners came after a day, and how many were there on it."""
    return Organisation.objects.joined_after(coalition, day=day)


# ---------------------------------------------------------------- one cell


@dataclass(frozen=True)
class Cell:
    """The partners of a cell: those who are active, and those who are on the list, not seen lately.

    Each says as `made` the latest row that makes it active, and as `trust` how far it is trusted here.
    """

    entries: list[Entry]
    active: list[Organisation]
    unseen: list[Organisation]
    list_query: list[tuple[str, str]] | None
    voice: Voice | None
    days: int
    is_everybody: bool = False

    @property
    def wish(self) -> str:
        """What asks for a voice where none is needed yet."""
        return "" if self.voice else wish_query(self.entries)


def cell_of(membership: Membership, parameters: Mapping[str, str], *, on: date) -> Cell:
    """`?sector=Housing&area=none`: names of the lists' entries; what is not in a list holds nobody."""
    table = table_for(membership, on=on)
    asked = {axis: parameters[axis] for axis in SIDES if parameters.get(axis)}
    entries = [entry_of(axis, name, table.terms) for axis, name in asked.items()]
    known = [entry for entry in entries if entry is not None]
    found = table.standing.everybody.intersection(
        *(members(one, table.terms, table.standing) for one in known)
    )
    found = found if len(known) == len(asked) else frozenset()
    rows = Organisation.objects.among(membership.coalition_id, found).select_related(
        "owner", "coalition"
    )
    window = Window.before(on, days=table.settings.active_days)
    made = made_active(membership.coalition_id, window, organisations=found)
    latest, lying = latest_of(made), Areas.among(table.terms)
    named = [part for one in known if one.id for part in lying.downwards([one.id])]
    trust = trust_of(found, terms=named, membership=membership)
    shown = [_told(one, latest, trust) for one in rows.by_name()]
    ids = frozenset(one.id for one in known)
    return Cell(
        entries=known,
        active=[one for one in shown if one.pk in table.standing.active],
        unseen=[one for one in shown if one.pk not in table.standing.active],
        list_query=None if NOT_SAID in asked.values() else _list_query(known, table.terms),
        voice=next((one for one in table.voices if frozenset(one.needed.term_ids) == ids), None),
        days=table.settings.active_days,
        is_everybody=not asked,
    )


def _told(
    organisation: Any, latest: Mapping[int, Made], trust: Mapping[int, list[Trust]]
) -> Organisation:
    organisation.made = latest.get(organisation.pk)
    organisation.trust = trust.get(organisation.pk, [])
    return organisation


def _list_query(entries: Iterable[Entry], terms: list[Term]) -> list[tuple[str, str]]:
    """What the partner list asks for the same partners: an area with all that lies in it."""
    lying = Areas.among(terms)
    broad = [(BROAD, entry.broad) for entry in entries if entry.broad]
    named = [
        (entry.axis, term.name)
        for entry in entries
        for term in terms
        if term.pk == entry.id or term.pk in lying.parts(entry.id)
    ]
    return [("kind", "partner"), *broad, *named]


def entry_of(axis: str, name: str, terms: Iterable[Term]) -> Entry | None:
    if name == NOT_SAID:
        return Entry(axis)
    known = entries_of(axis, on_axis(axis, terms))
    return next((entry for entry in known if entry.key == name), None)
