"""Partners' events to come, and for each a hint who of us could go: a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from accounts.models import Membership, Person
from accounts.permissions import Permission
from partners.models import (
    Classification,
    PartnerEvent,
    Representation,
    TouchpointMember,
    Vocabulary,
)

HINTS = 4  # people named for one event
COMING, PAST = 50, 10
SHARED = (Vocabulary.SECTOR, Vocabulary.AREA)


@dataclass(frozen=True)
class Hint:
    """Somebody who could go, and why they of all people."""

    name: str
    reason: str


@dataclass(frozen=True)
class Shown:
    event: PartnerEvent
    guests: list[str]
    is_going: bool
    was_there: bool
    is_logged: bool
    hints: list[Hint]
    may_be_changed: bool


def events_coming(membership: Membership, *, on: date) -> list[Shown]:
    """Who of us goes, or could go, is told to those alone who see talks."""
    rows = PartnerEvent.objects.to_look_up(membership).coming(on=on)[:COMING]
    if not membership.may(Permission.SEE_TALKS):
        return _open(rows.told(), membership)
    return _shown(list(rows.with_guests()), membership, with_hints=True)


def events_past(membership: Membership, *, on: date) -> list[Shown]:
    rows = PartnerEvent.objects.to_look_up(membership).past(on=on)[:PAST]
    if not membership.may(Permission.SEE_TALKS):
        return _open(rows.told(), membership)
    return _shown(list(rows.with_guests()), membership, with_hints=False)


def _open(events: Iterable[PartnerEvent], membership: Membership) -> list[Shown]:
    """What whoever stands outside may know: that it is, when and where."""
    may_change = membership.may(Permission.EDIT_EVENTS)
    own = set(PartnerEvent.objects.visible_to(membership).values_list("pk", flat=True))
    return [
        Shown(
            event=event,
            guests=[],
            is_going=False,
            was_there=False,
            is_logged=False,
            hints=[],
            may_be_changed=may_change and event.pk in own,
        )
        for event in events
    ]


def _shown(events: list[PartnerEvent], membership: Membership, *, with_hints: bool) -> list[Shown]:
    hints = _hints(events, membership) if with_hints else {}
    logged = {talk.pk: event.pk for event in events for talk in event.touchpoints.all()}
    there = TouchpointMember.objects.filter(touchpoint__in=logged, person=membership.person_id)
    attended = {logged[pk] for pk in there.values_list("touchpoint_id", flat=True)}
    return [
        Shown(
            event=event,
            guests=[str(guest.person) for guest in event.guests.all()],
            is_going=any(guest.person_id == membership.person_id for guest in event.guests.all()),
            was_there=event.pk in attended,
            is_logged=event.pk in logged.values(),
            hints=hints.get(event.pk, []),
            may_be_changed=membership.may(Permission.EDIT_EVENTS),
        )
        for event in events
    ]


def _hints(events: Iterable[PartnerEvent], membership: Membership) -> dict[int, list[Hint]]:
    """Who looks after them, who has met them, and who works in the same sector or area, in this order."""
    hosts = {event.organisation_id for event in events}
    met, alike = _who_met(hosts, membership), _who_is_alike(hosts, membership)
    found = {}
    for event in events:
        going = {guest.person_id for guest in event.guests.all()}
        told: dict[int, Hint] = {}
        owner: Person | None = event.organisation.owner
        if owner:
            told[owner.pk] = Hint(str(owner), _("looks after them"))
        for person, name in met.get(event.organisation_id, ()):
            told.setdefault(person, Hint(name, _("knows people there")))
        for person, hint in alike.get(event.organisation_id, ()):
            told.setdefault(person, hint)
        found[event.pk] = [hint for person, hint in told.items() if person not in going][:HINTS]
    return found


def _who_met(hosts: set[int], membership: Membership) -> dict[int, list[tuple[int, str]]]:
    """Who of us, and still is, took part in talks with each, the most often first."""
    here = Membership.objects.filter(coalition=membership.coalition_id).active()
    rows = (
        TouchpointMember.objects.filter(
            touchpoint__organisation__in=hosts, person__in=here.values("person")
        )
        .order_by()
        .values_list("touchpoint__organisation", "person", "person__full_name")
        .annotate(times=Count("pk"))
        .order_by("-times", "person__full_name")
    )
    met = defaultdict(list)
    for host, person, name, _times in rows:
        met[host].append((person, name))
    return met


def _who_is_alike(hosts: set[int], membership: Membership) -> dict[int, list[tuple[int, Hint]]]:
    """Members who speak for an organisation of the same sector or area."""
    of_hosts = Classification.objects.filter(
        organisation__in=hosts, term__vocabulary__in=SHARED
    ).values_list("term", "organisation", "term__name")
    wanted = defaultdict(list)
    for term, host, name in of_hosts:
        wanted[term].append((host, name))
    here = Membership.objects.filter(coalition=membership.coalition_id).active()
    speakers = (
        Representation.objects.filter(
            coalition=membership.coalition_id,
            membership__in=here,
            organisation__classifications__term__in=list(wanted),
        )
        .exclude(organisation__in=hosts)
        .order_by("membership__person__full_name", "organisation__classifications__term")
        .values_list(
            "membership__person",
            "membership__person__full_name",
            "organisation__name",
            "organisation__classifications__term",
        )
    )
    shared: dict[tuple[int, int], tuple[str, str, list[str]]] = {}
    for person, name, organisation, term in speakers:
        for host, word in wanted[term]:
            shared.setdefault((host, person), (name, organisation, []))[2].append(word)
    alike = defaultdict(list)
    for (host, person), (name, organisation, words) in shared.items():
        reason = _("of %(organisation)s, which shares %(what)s") % {
            "organisation": organisation,
            "what": get_text_list(words, _("and")),
        }
        alike[host].append((person, Hint(name, reason)))
    return alike
