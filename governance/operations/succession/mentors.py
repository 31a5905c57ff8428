"""Mentor pairs: begun, talked, ended."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Membership, Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.models import CheckIn, MentorPair
from partners.models import Contact


@dataclass(frozen=True)
class Together:
    """Who learns from whom, what for, and when they talk next."""

    mentor: Contact
    mentee: Contact
    goal: str
    since_on: date
    next_on: date | None = None


@transaction.atomic
def begin(coalition: Coalition, told: Together, *, by: Person) -> MentorPair:
    """Refuses one person as both, and a pair that there is already."""
    Coalition.objects.lock(coalition.pk)
    if told.mentor.pk == told.mentee.pk:
        raise Refusal(_("A pair is two people."))
    rows = MentorPair.objects.of_coalition(coalition.pk).under_way()
    if rows.filter(mentor=told.mentor, mentee=told.mentee).exists():
        raise Refusal(_("These two are a pair already."))
    with recording("mentor_pair.begun", by=by):
        return MentorPair.objects.create(
            coalition=coalition,
            mentor=told.mentor,
            mentee=told.mentee,
            goal=told.goal,
            since_on=told.since_on,
            next_on=told.next_on,
        )


@transaction.atomic
def edit(pair: MentorPair, *, goal: str, next_on: date | None, by: Person) -> MentorPair:
    pair = _under_way(pair)
    with recording("mentor_pair.edited", by=by):
        pair.goal, pair.next_on = goal, next_on
        pair.save(update_fields=["goal", "next_on"])
    return pair


@transaction.atomic
def check_in(
    pair: MentorPair,
    *,
    on: date,
    note: str,
    next_on: date | None,
    by: Membership,
) -> CheckIn:
    """The two have talked. Refuses whoever is neither of them nor keeps governance."""
    pair = _under_way(pair)
    if not pair.is_open_to(by):
        raise Refusal(_("Only the two of them and coordinators note what they talked about."))
    if on < pair.since_on:
        raise Refusal(_("They were not a pair yet on that day."))
    with recording("check_in.noted", by=by.person):
        pair.next_on = next_on
        pair.save(update_fields=["next_on"])
        return CheckIn.objects.create(
            coalition_id=pair.coalition_id, pair=pair, on=on, note=note, noted_by=by.person
        )


@transaction.atomic
def end(pair: MentorPair, *, outcome: str, on: date, by: Person) -> MentorPair:
    """With what came of it; no check-in is due any more."""
    pair = _under_way(pair)
    with recording("mentor_pair.ended", by=by):
        pair.ended_on, pair.outcome, pair.next_on = on, outcome, None
        pair.save(update_fields=["ended_on", "outcome", "next_on"])
    return pair


def _under_way(pair: MentorPair) -> MentorPair:
    rows = MentorPair.objects.select_for_update(of=("self",)).select_related("mentor", "mentee")
    found = rows.filter(pk=pair.pk).first()
    if found is None or found.is_over:
        raise Refusal(_("This pair has ended."))
    return found
