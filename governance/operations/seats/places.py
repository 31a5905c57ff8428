"""Seats of a body: several added at once, described, put in order, closed and opened again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.pages.ordering import move_among
from common.refusal import Refusal
from governance.models import Body, RoleAssignment, Seat
from governance.operations.leadership import keeping_power_shared
from governance.reports.seats.words import held_words
from partners.models import Term

MOST_AT_ONCE = 30


@dataclass(frozen=True)
class Place:
    """What a seat is."""

    title: str
    rank: str
    is_voting: bool = True
    is_lived_experience: bool = False
    sector: Term | None = None
    duties: str = ""

    def called(self, title: str) -> "Place":
        return replace(self, title=title)


@transaction.atomic
def add_seats(body: Body, places: Sequence[Place], *, by: Person) -> list[Seat]:
    """At the end of the body's seats, in this order. Refuses a closed body, and more than thirty."""
    with recording("seat.added", by=by):
        return appended(body, places)


def appended(body: Body, places: Sequence[Place]) -> list[Seat]:
    """As part of a change that has its own name."""
    body = Body.objects.select_for_update(of=("self",)).get(pk=body.pk)
    if body.is_closed:
        raise Refusal(_("This body is closed. Open it again first."))
    if len(places) > MOST_AT_ONCE:
        raise Refusal(_("That is more than %(most)d seats at once.") % {"most": MOST_AT_ONCE})
    last = Seat.objects.of_body(body.pk).aggregate(last=Max("position"))["last"]
    first = 0 if last is None else last + 1
    return [
        Seat.objects.create(
            coalition_id=body.coalition_id, body=body, position=first + number, **vars(place)
        )
        for number, place in enumerate(places)
    ]


@transaction.atomic
def edit_seat(seat: Seat, place: Place, *, on: date, by: Person, why_unshared: str = "") -> Seat:
    """Refuses a part in the body with which its lead would not be shared, unless `why_unshared` says why."""
    seat = Seat.objects.locked(seat.pk)
    sharing = keeping_power_shared(seat.body, on=on, by=by, reason=why_unshared)
    with recording("seat.edited", by=by), sharing:
        for name, value in vars(place).items():
            setattr(seat, name, value)
        seat.save(update_fields=list(vars(place)))
    return seat


@transaction.atomic
def move_seat(seat: Seat, *, step: int, by: Person) -> Seat:
    """One place earlier or later among the open seats of its body; at either end nothing happens."""
    Body.objects.select_for_update(of=("self",)).get(pk=seat.body_id)
    standing = Seat.objects.of_body(seat.body_id).standing()
    with recording("seat.moved", by=by):
        move_among(standing.order_by("position", "pk"), seat, step=step, first=0)
    return seat


@transaction.atomic
def close_seat(seat: Seat, *, reason: str, on: date, by: Person) -> Seat:
    """Nobody can be seated in it any more; who held it stays readable. Refuses while somebody holds it."""
    seat = Seat.objects.locked(seat.pk)
    if seat.is_closed:
        return seat
    rows = RoleAssignment.objects.of_seats([seat.pk]).with_holders()
    held = rows.in_force(on=on).first() or rows.coming(on=on).first()
    if held:
        raise Refusal(_("%(held)s End that term first.") % {"held": held_words(held)})
    with recording("seat.closed", by=by, reason=reason):
        seat.closed_on = on
        seat.save(update_fields=["closed_on"])
    return seat


@transaction.atomic
def reopen_seat(seat: Seat, *, by: Person) -> Seat:
    """Refuses while its body is closed."""
    seat = Seat.objects.locked(seat.pk)
    if seat.body.is_closed:
        raise Refusal(_("This body is closed. Open it again first."))
    with recording("seat.reopened", by=by):
        seat.closed_on = None
        seat.save(update_fields=["closed_on"])
    return seat
