"""Who has declared interests, who has not, and for whom a member may declare."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from accounts.models import Membership
from accounts.permissions import Permission
from governance.models import Body, InterestDeclaration, RoleAssignment
from governance.models.power.interests import seat_holders
from partners.models import Contact, Organisation


@dataclass
class Holder:
    """Somebody who sits somewhere, with the latest that holds for them; `may_read` is of its words."""

    organisation: Organisation
    contact: Contact | None
    seats: list[RoleAssignment]
    declaration: InterestDeclaration | None = None
    may_read: bool = False
    is_in_force: bool = False


@dataclass(frozen=True)
class Declarations:
    missing: list[Holder]
    declared: list[Holder]

    @property
    def all(self) -> list[Holder]:
        return [*self.missing, *self.declared]


def declarations(membership: Membership, *, on: date) -> Declarations:
    """Of everybody who sits in a body that the member may read of. Three queries."""
    bodies = Body.objects.visible_to(membership).order_by()
    held = seat_holders(membership.coalition_id, on=on).filter(seat__body__in=bodies)
    told = held.select_related("seat__body", "organisation__coalition", "contact")
    holders = _holders(told.order_by("organisation__sort_name", "contact__name", "pk"))
    latest = _latest({one.organisation.pk for one in holders})
    theirs = set(InterestDeclaration.objects.readable_by(membership).values_list("pk", flat=True))
    for one in holders:
        _tell(one, latest, theirs, on)
    return Declarations(
        missing=[one for one in holders if not one.is_in_force],
        declared=[one for one in holders if one.is_in_force],
    )


def _holders(rows: Iterable[RoleAssignment]) -> list[Holder]:
    found: dict[tuple[int, int | None], Holder] = {}
    for row in rows:
        key = (row.organisation_id, row.contact_id)
        holder = found.setdefault(key, Holder(row.organisation, row.contact, []))
        holder.seats.append(row)
    return list(found.values())


def _latest(organisations: set[int]) -> dict[tuple[int, int | None], InterestDeclaration]:
    rows = InterestDeclaration.objects.filter(organisation__in=organisations).order_by(
        "declared_on", "pk"
    )
    return {(row.organisation_id, row.contact_id): row for row in rows}


def _tell(
    holder: Holder,
    latest: dict[tuple[int, int | None], InterestDeclaration],
    theirs: set[int],
    on: date,
) -> None:
    """Their own, else the organisation's; one that holds before one that ran out."""
    keys = (
        (holder.organisation.pk, holder.contact and holder.contact.pk),
        (holder.organisation.pk, None),
    )
    rows = [latest[key] for key in keys if key in latest]
    rows.sort(key=lambda row: not row.is_in_force(on=on))
    if rows:
        holder.declaration = rows[0]
        holder.may_read = rows[0].pk in theirs
        holder.is_in_force = rows[0].is_in_force(on=on)


def declared_by_partner(
    organisation: Organisation, membership: Membership
) -> list[tuple[InterestDeclaration, bool]]:
    """All that the organisation and its people declared, the newest first; whether the words may be read."""
    rows = InterestDeclaration.objects.filter(organisation=organisation).told()
    theirs = set(InterestDeclaration.objects.readable_by(membership).values_list("pk", flat=True))
    return [(row, row.pk in theirs) for row in rows]


@dataclass(frozen=True)
class Standpoint:
    """For whom a member may declare: an organisation as a whole, or a person that they are."""

    organisation: Organisation
    contact: Contact | None = None

    @property
    def key(self) -> str:
        return f"{self.organisation.pk}-{self.contact.pk if self.contact else ''}"

    @property
    def label(self) -> str:
        return (
            f"{self.contact.name}, {self.organisation.name}"
            if self.contact
            else self.organisation.name
        )


def standpoints(membership: Membership) -> list[Standpoint]:
    """By the e-mail address with which they sign in, and by the organisations for which they may sign."""
    address = membership.person.email
    people = Contact.objects.filter(coalition=membership.coalition_id, left_on__isnull=True)
    mine = people.with_address(address).select_related("organisation")
    found = [Standpoint(one.organisation, one) for one in mine if address]
    if membership.may(Permission.SIGN_FOR_ORGANISATION):
        found += [Standpoint(one) for one in Organisation.objects.visible_to(membership)]
    return found


def mine(membership: Membership) -> QuerySet[InterestDeclaration]:
    """What the member declared, for whomever."""
    rows = InterestDeclaration.objects.of_coalition(membership.coalition_id)
    return rows.filter(declared_by=membership.person_id).told()
