"""Who sits in which seat on a day: every seat of some bodies with its holder, in one query."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, FilteredRelation, Q

from governance.models import LEADING, Rank, Seat
from partners.models import Contact

COLUMNS = {
    "seat": F("pk"),
    "of": F("body_id"),
    "called": F("title"),
    "part": F("rank"),
    "votes": F("is_voting"),
    "lived": F("is_lived_experience"),
    "sector_name": F("sector__name"),
    "organisation": F("held__organisation_id"),
    "organisation_name": F("held__organisation__name"),
    "person": F("held__contact__name"),
    "consent": F("held__contact__listing_consent"),
    "left_on": F("held__contact__left_on"),
    "delegate": F("held__delegate__name"),
    "since_on": F("held__starts_on"),
    "until_on": F("held__ends_on"),
    "accepted_on": F("held__acknowledged_on"),
}


@dataclass(frozen=True)
class SeatLine:
    """A seat, and who holds it on that day; without organisation it is vacant."""

    seat: int
    body: int
    title: str
    rank: str
    is_voting: bool
    is_lived_experience: bool
    sector: str
    organisation: int | None
    organisation_name: str
    person: str
    may_be_listed: bool
    delegate: str
    since_on: date | None
    until_on: date | None
    accepted_on: date | None

    @property
    def is_vacant(self) -> bool:
        return self.organisation is None

    @property
    def is_leading(self) -> bool:
        return self.rank in LEADING

    @property
    def part(self) -> str:
        """ "Chair", "Co-lead"; what every member is goes without saying."""
        return "" if self.rank == Rank.MEMBER else str(Rank(self.rank).label)


def holders_of(body_ids: Iterable[int], *, on: date) -> dict[int, list[SeatLine]]:
    """Beside each body its seats that are not closed, in their order. One query.

    A seat has at most one holder on a day: the database refuses a second.
    """
    found: dict[int, list[SeatLine]] = {pk: [] for pk in body_ids}
    if not found:
        return found
    rows = Seat.objects.filter(body__in=found, closed_on__isnull=True)
    in_force = Q(assignments__starts_on__lte=on) & (
        Q(assignments__ends_on__isnull=True) | Q(assignments__ends_on__gte=on)
    )
    rows = rows.annotate(held=FilteredRelation("assignments", condition=in_force))
    told: Iterable[Any] = rows.order_by("body", "position", "pk").values(**COLUMNS)
    for row in told:
        found[row["of"]].append(_line(row))
    return found


def _line(row: Mapping[str, Any]) -> SeatLine:
    return SeatLine(
        seat=row["seat"],
        body=row["of"],
        title=row["called"],
        rank=row["part"],
        is_voting=row["votes"],
        is_lived_experience=row["lived"],
        sector=row["sector_name"] or "",
        organisation=row["organisation"],
        organisation_name=row["organisation_name"] or "",
        person=row["person"] or "",
        may_be_listed=row["left_on"] is None and row["consent"] == Contact.Consent.YES,
        delegate=row["delegate"] or "",
        since_on=row["since_on"],
        until_on=row["until_on"],
        accepted_on=row["accepted_on"],
    )
