"""The continuity binder: what somebody must know who has to take over tomorrow.

It holds what its reader may see: people's addresses, incidents and closed bodies each by its own
permission. It holds no secrets: see `governance.models.succession.places`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Prefetch
from django.db.models.functions import JSONObject
from django.utils.translation import gettext as _

from accounts.models import Membership
from accounts.permissions import Permission
from governance.models import Body, BodyLink, Place, RoleAssignment, Seat
from governance.reports.succession.bench import Bench, bench_for
from partners.models import Benefit, Contact, IncidentDecision

MOST = 500  # of promises: more than this is a list of its own


@dataclass(frozen=True)
class Reached:
    """A person whom one must be able to reach, and for what; addresses are empty for who may not see them."""

    name: str
    organisation: str
    roles: tuple[str, ...]
    email: str
    phone: str
    phone_link: str


@dataclass(frozen=True)
class Seated:
    title: str
    holder: str
    organisation: str
    until: date | None
    is_vacant: bool


@dataclass(frozen=True)
class Link:
    """A place on the web where a body works."""

    label: str
    address: str


@dataclass(frozen=True)
class BodyPage:
    body: Body
    seats: list[Seated]
    links: list[Link]


@dataclass(frozen=True)
class Binder:
    bench: Bench
    people: list[Reached]
    bodies: list[BodyPage]
    promises: list[Benefit]
    has_more_promises: bool
    decisions: list[IncidentDecision]
    places: list[Place]
    has_addresses: bool

    @property
    def where_bodies_work(self) -> list[BodyPage]:
        return [page for page in self.bodies if page.links]


def binder_for(membership: Membership, *, on: date) -> Binder:
    """In eight queries, whatever is in it."""
    bench = bench_for(membership, on=on)
    promises = _promises(membership)
    may_reach = membership.may(Permission.SEE_CONTACT_DETAILS)
    return Binder(
        bench=bench,
        people=_people(bench, may_reach=may_reach),
        bodies=_bodies(membership, on=on),
        promises=promises[:MOST],
        has_more_promises=len(promises) > MOST,
        decisions=_decisions(membership),
        places=list(Place.objects.of_coalition(membership.coalition_id).current()),
        has_addresses=may_reach,
    )


def _people(bench: Bench, *, may_reach: bool) -> list[Reached]:
    """Holders and deputies of key roles, each once with all that they are in it for."""
    found: dict[int, tuple[Contact, str, list[str]]] = {}
    for contact, organisation, what in _named(bench):
        found.setdefault(contact.pk, (contact, organisation, []))[2].append(what)
    return [
        _reached(contact, organisation, roles, may_reach=may_reach)
        for contact, organisation, roles in sorted(found.values(), key=lambda one: one[0].name)
    ]


def _named(bench: Bench) -> Iterable[tuple[Contact, str, str]]:
    for line in bench.lines:
        for held in line.holders:
            if held.contact:
                yield held.contact, held.organisation.name, line.role.title
            if held.delegate:
                words = _("stands in for: %(role)s") % {"role": line.role.title}
                yield held.delegate, held.organisation.name, words
        for deputy in line.deputies:
            if deputy.willing != deputy.Willing.NO:
                words = _("deputy: %(role)s") % {"role": line.role.title}
                yield deputy.contact, deputy.contact.organisation.name, words


def _reached(contact: Contact, organisation: str, roles: list[str], *, may_reach: bool) -> Reached:
    return Reached(
        name=contact.name,
        organisation=organisation,
        roles=tuple(dict.fromkeys(roles)),
        email=contact.email if may_reach else "",
        phone=contact.phone if may_reach else "",
        phone_link=contact.phone_link if may_reach and contact.phone else "",
    )


def _bodies(membership: Membership, *, on: date) -> list[BodyPage]:
    holding = RoleAssignment.objects.in_force(on=on).select_related("organisation", "contact")
    seats = Seat.objects.standing().prefetch_related(
        Prefetch("assignments", queryset=holding, to_attr="held")
    )
    links = BodyLink.objects.filter(coalition=OuterRef("coalition"), body=OuterRef("pk"))
    bodies = (
        Body.objects.visible_to(membership)
        .standing()
        .annotate(
            places=ArraySubquery(links.values(told=JSONObject(label="label", address="address")))
        )
    )
    return [
        BodyPage(
            body,
            [_seated(seat) for seat in body.standing_seats],
            [Link(**place) for place in body.places],
        )
        for body in bodies.prefetch_related(
            Prefetch("seats", queryset=seats, to_attr="standing_seats")
        )
    ]


def _seated(seat: Seat) -> Seated:
    held: RoleAssignment | None = next(iter(seat.held), None)  # type: ignore[attr-defined]
    if held is None:
        return Seated(seat.title, "", "", None, is_vacant=True)
    return Seated(
        title=seat.title,
        holder=str(held.contact or ""),
        organisation=held.organisation.name,
        until=held.ends_on,
        is_vacant=False,
    )


def _promises(membership: Membership) -> list[Benefit]:
    """What we owe partners of today; what has a day first."""
    rows = Benefit.objects.visible_to(membership).of_partners_of_today().open()
    return list(rows.for_listing()[: MOST + 1])


def _decisions(membership: Membership) -> list[IncidentDecision]:
    rows = IncidentDecision.objects.visible_to(membership).waiting()
    return list(rows.told())
