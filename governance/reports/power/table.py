"""Who sits where today, and what is known of the partners: the facts from which power is read."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from accounts.models import Membership
from governance.models import Body, RoleAssignment, Seat
from governance.models.power.interests import seat_holders
from partners.models import Classification, Organisation, Term, Vocabulary
from partners.models.depth import Capacity, ProfileAnswer, ProfileRow, Topic, Voice

Levels = dict[int, int]


@dataclass(frozen=True)
class Table:
    """`bands`, `money` and `staff` are what partners said of themselves; who said nothing is not in them."""

    held: list[RoleAssignment]
    vacant: int
    partners: frozenset[int]
    sectors: list[Term]
    sectors_of: dict[int, tuple[int, ...]]
    bands: dict[int, str] = field(default_factory=dict)
    money: Levels = field(default_factory=dict)
    staff: Levels = field(default_factory=dict)

    @property
    def voting(self) -> list[RoleAssignment]:
        return [one for one in self.held if one.seat and one.seat.is_voting]

    @property
    def leading(self) -> list[RoleAssignment]:
        return [one for one in self.held if one.seat and one.seat.is_leading]


def bodies_seen_by(membership: Membership) -> QuerySet[Body]:
    return Body.objects.visible_to(membership).standing()


def seats_held(
    membership: Membership, *, on: date, body: int | None = None
) -> list[RoleAssignment]:
    """In the bodies that the member may read of, or in one of them. One query."""
    bodies = bodies_seen_by(membership)
    bodies = bodies.filter(pk=body) if body else bodies
    held = seat_holders(membership.coalition_id, on=on).filter(seat__body__in=bodies.order_by())
    told = held.select_related("seat__body", "organisation__coalition", "contact")
    return list(told.order_by("seat__body__name", "seat__position", "seat__pk"))


def read_table(membership: Membership, *, on: date, body: int | None = None) -> Table:
    """Six queries, whatever the number of seats and partners."""
    coalition = membership.coalition_id
    held = seats_held(membership, on=on, body=body)
    bands = _bands(coalition)
    sectors, sectors_of = read_sectors(coalition, held)
    money, staff = _means(coalition)
    voting = _voting_seats(membership, body)
    return Table(
        held=held,
        vacant=voting - sum(1 for one in held if one.seat and one.seat.is_voting),
        partners=frozenset(bands),
        sectors=sectors,
        sectors_of=sectors_of,
        bands={pk: band for pk, band in bands.items() if band},
        money=money,
        staff=staff,
    )


def read_sectors(
    coalition: int, held: Iterable[RoleAssignment] = ()
) -> tuple[list[Term], dict[int, tuple[int, ...]]]:
    """The coalition's sectors, and in which of them each organisation works. Two queries."""
    rows = Term.objects.of_coalition(coalition).in_vocabulary(Vocabulary.SECTOR)
    sectors = list(rows.for_choosing())
    found: dict[int, list[int]] = {}
    carried = Classification.objects.filter(
        coalition=coalition, term__in=[term.pk for term in sectors]
    )
    for organisation, term in carried.order_by().values_list("organisation_id", "term_id"):
        found.setdefault(organisation, []).append(term)
    return sectors, {pk: tuple(terms) for pk, terms in found.items()}


def partners_of(coalition: int) -> QuerySet[Organisation]:
    """The membership: partners that are not retired."""
    return Organisation.objects.of_coalition(coalition).active().of_kinds(["partner"])


def _bands(coalition: int) -> dict[int, str]:
    """Every partner, with the size that it gave itself or nothing."""
    said = ProfileAnswer.objects.filter(
        organisation=OuterRef("pk"), topic=Topic.CAPACITY, voice=Voice.THEIRS
    )
    rows = partners_of(coalition).annotate(band=Subquery(said.values("choice")[:1]))
    return {pk: band or "" for pk, band in rows.order_by().values_list("pk", "band")}


def _means(coalition: int) -> tuple[Levels, Levels]:
    """How much money, and how many people, partners say that they have."""
    rows = ProfileRow.objects.filter(
        coalition=coalition,
        topic=Topic.CAPACITY,
        voice=Voice.THEIRS,
        kind__in=[Capacity.FUNDING, Capacity.PEOPLE],
        level__isnull=False,
    )
    money: Levels = {}
    staff: Levels = {}
    for organisation, kind, level in rows.order_by().values_list(
        "organisation_id", "kind", "level"
    ):
        (money if kind == Capacity.FUNDING else staff)[organisation] = level or 0
    return money, staff


def _voting_seats(membership: Membership, body: int | None) -> int:
    bodies = bodies_seen_by(membership)
    bodies = bodies.filter(pk=body) if body else bodies
    return Seat.objects.standing().voting().filter(body__in=bodies.order_by()).count()
