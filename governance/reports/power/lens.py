"""How seats are shared between sectors, sizes and lived experience, against who the members are."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _

from governance.models import PowerSettings, RoleAssignment
from governance.reports.power.scoring import (
    Concentration,
    lead_concentration,
    parity,
    share,
    spread,
)
from governance.reports.power.table import Table
from partners.models.depth import Band
from partners.reports.composition.measures import effective_number

SECTOR, SIZE, LIVED = "sector", "size", "lived"
NOT_SAID = "none"
LEAST_SAID = 0.5  # [D] of the members must have said their size before sizes are compared
PLENTY = 3
WHOLE_SEAT = 1  # [D] too few are pointed out only where a group's size would give it a whole seat


@dataclass(frozen=True)
class Means:
    """Of so many partners, so many say that they have plenty; the others of `of` said less, or nothing."""

    plenty: int
    told: int
    of: int


@dataclass(frozen=True)
class Group:
    """One sector, size, or kind of seat. Shares are from 0 to 1, None where there is not enough data."""

    key: str
    label: str
    seats: tuple[RoleAssignment, ...]
    members: frozenset[int]
    seat_share: float | None
    member_share: float | None
    few: bool
    many: bool
    money: Means
    staff: Means
    url: str
    widest: float = 1.0

    @property
    def parity(self) -> float | None:
        return parity(self.seat_share, self.member_share)

    @property
    def seats_width(self) -> str:
        return _width(self.seat_share, self.widest)

    @property
    def members_width(self) -> str:
        return _width(self.member_share, self.widest)


def _width(part: float | None, widest: float) -> str:
    """In hundredths of the picture's width, as SVG writes numbers."""
    return f"{100 * (part or 0) / widest:.1f}" if widest else "0"


@dataclass(frozen=True)
class Lens:
    """`groups` is empty, and `told` says of how many, when there is not enough data."""

    by: str
    groups: list[Group]
    told: int
    members: int
    seats: int

    @property
    def unseated(self) -> list[Group]:
        """Groups with members, of whom nobody has a seat."""
        return [one for one in self.groups if one.members and not one.seats and one.key != NOT_SAID]


@dataclass(frozen=True)
class Power:
    """All that one page tells of how power is shared."""

    table: Table
    settings: PowerSettings
    sectors: Lens
    sizes: Lens
    lived: tuple[RoleAssignment, ...]
    lead: Concentration[int] | None
    effective_seats: float | None
    effective_members: float | None

    @property
    def lived_share(self) -> float | None:
        return share(len(self.lived), of=len(self.table.voting))

    @property
    def is_lead_concentrated(self) -> bool:
        return self.lead is not None and self.lead.share > self.settings.most_lead / 100

    @property
    def largest(self) -> list[str]:
        """Who holds most of the lead, by name."""
        keys = set(self.lead.largest) if self.lead else set()
        names = {one.organisation_id: one.organisation.name for one in self.table.leading}
        return [name for pk, name in names.items() if pk in keys]


def read_power(table: Table, settings: PowerSettings, *, slug: str, body: int | None) -> Power:
    """Without a query: everything is in the table."""
    reader = _Reader(table, settings, slug, body)
    sectors = reader.lens(
        SECTOR, [(str(term.pk), term.name) for term in table.sectors], _sector_keys(table)
    )
    sizes = reader.lens(SIZE, _band_names(), {pk: (band,) for pk, band in table.bands.items()})
    return Power(
        table=table,
        settings=settings,
        sectors=sectors,
        sizes=sizes,
        lived=tuple(one for one in table.voting if one.seat and one.seat.is_lived_experience),
        lead=lead_concentration(one.organisation_id for one in table.leading),
        effective_seats=_effective(table, (one.organisation_id for one in table.voting)),
        effective_members=_effective(table, table.partners),
    )


def _effective(table: Table, organisations: Iterable[int]) -> float | None:
    return effective_number(spread(table.sectors_of, organisations).values())


def _sector_keys(table: Table) -> dict[int, tuple[str, ...]]:
    return {pk: tuple(map(str, terms)) for pk, terms in table.sectors_of.items()}


def _band_names() -> list[tuple[str, str]]:
    return [(band.value, str(band.label)) for band in Band]


@dataclass(frozen=True)
class _Reader:
    table: Table
    settings: PowerSettings
    slug: str
    body: int | None

    def lens(
        self,
        by: str,
        names: list[tuple[str, str]],
        keys_of: Mapping[int, tuple[str, ...]],
    ) -> Lens:
        told = sum(1 for pk in self.table.partners if pk in keys_of)
        all_of = {pk: keys_of.get(pk) or (NOT_SAID,) for pk in self._everybody()}
        groups: list[Group] = []
        is_enough = by != SIZE or (share(told, of=len(self.table.partners)) or 0) >= LEAST_SAID
        if is_enough:
            groups = self._groups(by, [*names, (NOT_SAID, _("Not said"))], all_of)
        voting = len(self.table.voting)
        return Lens(by, groups, told=told, members=len(self.table.partners), seats=voting)

    def _everybody(self) -> set[int]:
        return {*self.table.partners, *(one.organisation_id for one in self.table.held)}

    def _groups(
        self, by: str, names: list[tuple[str, str]], keys_of: Mapping[int, tuple[str, ...]]
    ) -> list[Group]:
        voting, partners = self.table.voting, self.table.partners
        seats = spread(keys_of, (one.organisation_id for one in voting))
        members = spread(keys_of, partners)
        shares = {
            key: (
                share(seats.get(key, 0), of=len(voting)),
                share(members.get(key, 0), of=len(partners)),
            )
            for key, _label in names
            if key in seats or key in members
        }
        widest = max((part or 0 for both in shares.values() for part in both), default=0)
        return [
            self._group(by, key, label, keys_of, shares[key], widest)
            for key, label in names
            if key in shares
        ]

    def _group(
        self,
        by: str,
        key: str,
        label: str,
        keys_of: Mapping[int, tuple[str, ...]],
        shares: tuple[float | None, float | None],
        widest: float,
    ) -> Group:
        members = frozenset(pk for pk in self.table.partners if key in keys_of[pk])
        even = parity(*shares)
        is_compared = even is not None and key != NOT_SAID
        return Group(
            key=key,
            label=label,
            seats=tuple(one for one in self.table.voting if key in keys_of[one.organisation_id]),
            members=members,
            seat_share=shares[0],
            member_share=shares[1],
            few=is_compared
            and (even or 0) < self.settings.least_parity / 100
            and (shares[1] or 0) * len(self.table.voting) >= WHOLE_SEAT,
            many=is_compared and (even or 0) > self.settings.most_parity / 100,
            money=_means(self.table.money, members),
            staff=_means(self.table.staff, members),
            url=rows_url(self.slug, by, key, self.body),
            widest=widest,
        )


def _means(levels: Mapping[int, int], members: frozenset[int]) -> Means:
    told = [levels[pk] for pk in members if pk in levels]
    plenty = sum(level == PLENTY for level in told)
    return Means(plenty=plenty, told=len(told), of=len(members))


def rows_url(slug: str, by: str, key: str, body: int | None) -> str:
    told = {"by": by, "group": key} | ({"body": body} if body else {})
    return f"{reverse('governance:power_rows', args=[slug])}?{urlencode(told)}"
