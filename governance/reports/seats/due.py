"""What waits of seats: vacant ones, terms without a yes, ends without a successor, changes asked for."""

from datetime import date
from typing import Any

from django.db.models import (
    Exists,
    F,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce, Greatest, Least
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.permissions import Permission
from governance.models import AskedChange, RoleAssignment, RoleLetter, Seat
from governance.reports.matters import Asked, Matter, Row, Told, days_from
from governance.reports.seats.standing import ENDS_SOON
from governance.reports.seats.words import day

ACCEPTED_WITHIN = 14  # days
A_YEAR = 365
STEPS = (30, 60, 90)
LONGEST = 160  # characters of a wish that the home page tells
NAME = Coalesce("seat__title", "function__name")


def _terms(asked: Asked) -> Any:
    return RoleAssignment.objects.of_coalition(asked.coalition).order_by()


# ---------------------------------------------------------------- vacant


def _vacant(asked: Asked) -> QuerySet:
    """Leading seats first, then those that are vacant for longest. Bodies that rest do not count."""
    terms = RoleAssignment.objects.filter(seat=OuterRef("pk")).order_by()
    ended = terms.past(on=asked.on).values("seat").annotate(last=Max("ends_on")).values("last")
    seats = Seat.objects.of_coalition(asked.coalition).standing()
    rows = seats.filter(~Exists(terms.in_force(on=asked.on)), body__paused_on__isnull=True)
    return rows.annotate(since=Subquery(ended)).order_by(
        F("since").asc(nulls_last=True), "position", "pk"
    )


def _tell_vacant(row: Row, *, slug: str, on: date) -> Told:
    page = reverse("governance:seat", args=[slug, row.ref])
    if row.on:
        told = {"body": row.words, "day": day(row.on)}
        reason = _("%(body)s: nobody sits here since %(day)s.") % told
    else:
        reason = _("%(body)s: nobody has sat here yet.") % {"body": row.words}
    return Told(
        title=row.name,
        url=page,
        reason=reason,
        verb=_("Seat somebody"),
        verb_url=reverse("governance:seat_hold", args=[slug, row.ref]),
    )


# ---------------------------------------------------------------- not accepted


def _unaccepted(asked: Asked) -> QuerySet:
    """Fourteen days after the term began, or after the first letter asked, and no yes yet."""
    letters = RoleLetter.objects.filter(role=OuterRef("pk")).order_by("sent_on", "pk")
    first = Subquery(letters.values("sent_on")[:1])
    rows = _terms(asked).filter(
        Q(ends_on__isnull=True) | Q(ends_on__gte=asked.on), acknowledged_on__isnull=True
    )
    waiting = rows.annotate(since=Least("starts_on", first), place=NAME)
    return waiting.filter(since__lte=days_from(asked.on, -ACCEPTED_WITHIN)).order_by("since", "pk")


def _tell_unaccepted(row: Row, *, slug: str, on: date) -> Told:
    page = reverse("governance:role", args=[slug, row.ref])
    reason = _("%(who)s has not said yes to it yet.") % {"who": row.words}
    return Told(title=row.name, url=page, reason=reason, verb=_("Ask again"), verb_url=page)


# ---------------------------------------------------------------- not confirmed


def _unconfirmed(asked: Asked) -> QuerySet:
    """A year and two weeks without a word: the letter stayed unanswered, or none could leave."""
    rows = _terms(asked).in_force(on=asked.on).filter(acknowledged_on__isnull=False)
    silent = rows.annotate(
        last=Greatest("starts_on", "acknowledged_on", "confirmed_on"), place=NAME
    )
    return silent.filter(last__lte=days_from(asked.on, -A_YEAR - ACCEPTED_WITHIN)).order_by(
        "last", "pk"
    )


def _tell_unconfirmed(row: Row, *, slug: str, on: date) -> Told:
    page = reverse("governance:role", args=[slug, row.ref])
    reason = _("%(who)s has not said for a year whether it is still right.") % {"who": row.words}
    return Told(title=row.name, url=page, reason=reason, verb=_("Ask them"), verb_url=page)


# ---------------------------------------------------------------- ending


def _ending(asked: Asked) -> QuerySet:
    rows = _terms(asked).ending_by(days_from(asked.on, ENDS_SOON), on=asked.on)
    standing = rows.without_successor().filter(
        seat__closed_on__isnull=True, seat__body__closed_on__isnull=True
    )
    return standing.order_by("ends_on", "pk")


def _tell_ending(row: Row, *, slug: str, on: date) -> Told:
    """In words that grow with the nearness: within 90, 60, 30 days."""
    left = ((row.on or on) - on).days
    within = next(step for step in STEPS if left <= step)
    words = {
        90: _("%(who)s: the term ends within 90 days. Begin to look who could follow."),
        60: _("%(who)s: the term ends within 60 days. Ask somebody now."),
        30: _("%(who)s: the term ends within 30 days, and nobody follows."),
    }[within]
    return Told(
        title=row.name,
        url=reverse("governance:role", args=[slug, row.ref]),
        reason=words % {"who": row.words},
        verb=_("Hand it over"),
        verb_url=reverse("governance:role_hand_over", args=[slug, row.ref]),
        is_pressing=within == STEPS[0],
    )


# ---------------------------------------------------------------- gone


def _gone(asked: Asked) -> QuerySet:
    """Held by a retired organisation, or by somebody who has left."""
    rows = _terms(asked).seated().in_force(on=asked.on)
    gone = rows.annotate(since=Coalesce("organisation__retired_on", "contact__left_on"))
    return gone.filter(since__isnull=False).order_by("since", "pk")


def _tell_gone(row: Row, *, slug: str, on: date) -> Told:
    page = reverse("governance:role", args=[slug, row.ref])
    reason = _("%(who)s is not there any more, and holds the seat still.") % {"who": row.words}
    hand_over = reverse("governance:role_hand_over", args=[slug, row.ref])
    return Told(title=row.name, url=page, reason=reason, verb=_("Hand it over"), verb_url=hand_over)


# ---------------------------------------------------------------- changes asked for


def _asked_changes(asked: Asked) -> QuerySet:
    rows = AskedChange.objects.of_coalition(asked.coalition).open()
    return rows.order_by("asked_on", "pk")


def _tell_change(row: Row, *, slug: str, on: date) -> Told:
    page = reverse("governance:role", args=[slug, row.ref])
    words = row.words if len(row.words) <= LONGEST else row.words[:LONGEST].rstrip() + "…"
    reason = _("The holder asks: “%(words)s”") % {"words": words}
    return Told(title=row.name, url=page, reason=reason, verb=_("See to it"), verb_url=page)


def _seats(slug: str) -> str:
    return reverse("governance:seats", args=[slug])


WHO = Coalesce("contact__name", "organisation__name")

MATTERS: tuple[Matter, ...] = (
    Matter(
        key="asked_change",
        title=gettext_lazy("Holders ask for a change"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=_asked_changes,
        told=_tell_change,
        page=_seats,
        name=Coalesce("role__seat__title", "role__function__name"),
        words="words",
        on="asked_on",
        ref="role_id",
    ),
    Matter(
        key="term_ends",
        title=gettext_lazy("Terms end, and nobody follows"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=_ending,
        told=_tell_ending,
        page=_seats,
        name="seat__title",
        words=WHO,
        on="ends_on",
    ),
    Matter(
        key="holder_gone",
        title=gettext_lazy("Seats of those who are gone"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=_gone,
        told=_tell_gone,
        page=_seats,
        name="seat__title",
        words=WHO,
        on="since",
    ),
    Matter(
        key="vacant_seat",
        title=gettext_lazy("Vacant seats"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=_vacant,
        told=_tell_vacant,
        page=_seats,
        name="title",
        words="body__name",
        on="since",
    ),
    Matter(
        key="unaccepted_role",
        title=gettext_lazy("Roles that nobody has accepted"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=_unaccepted,
        told=_tell_unaccepted,
        page=_seats,
        name="place",
        words=WHO,
        on="since",
    ),
    Matter(
        key="unconfirmed_role",
        title=gettext_lazy("Roles to confirm once a year"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=_unconfirmed,
        told=_tell_unconfirmed,
        page=_seats,
        name="place",
        words=WHO,
        on="last",
    ),
)
