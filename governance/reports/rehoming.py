"""What a partner that leaves holds in how we work: it needs somebody else."""

from datetime import date

from django.db.models import CharField, F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Concat
from django.utils.translation import gettext_lazy as _

from governance.models import (
    Buddy,
    CallRow,
    Deputy,
    Mediator,
    MentorPair,
    Onboarding,
    RegularMessage,
    RoleAssignment,
)
from partners.models import Representation
from partners.reports.pipeline.rehoming import THING, Group, also_rehome, part


def speakers(organisation: int) -> QuerySet:
    """The memberships of those who sign in for it today."""
    rows = Representation.objects.filter(organisation=organisation, membership__ended_on=None)
    return rows.filter(membership__isnull=False).values("membership")


SEATS = Group(
    "seats",
    _("Seats and functions that they hold"),
    _("Hand each over, or end the term."),
    "governance:role",
    THING,
    (
        "governance.RoleAssignment.organisation",
        "governance.RoleAssignment.contact",
        "governance.RoleAssignment.delegate",
    ),
)


def seats(organisation: int, on: date) -> QuerySet:
    """Terms that run or that are still to begin, each by its place, the day being its last."""
    theirs = Q(organisation=organisation) | Q(delegate__organisation=organisation)
    rows = RoleAssignment.objects.unended(on=on).filter(theirs)
    seat = Concat(F("seat__title"), Value(" · "), F("seat__body__name"), output_field=CharField())
    place = Coalesce(F("function__name"), seat, output_field=CharField())
    return part("seats", rows, place, owner="contact__name", day="ends_on")


DEPUTIES = Group(
    "deputies",
    _("Key roles in which they would follow"),
    _("Name another deputy."),
    "governance:key_role",
    THING,
    ("governance.Deputy.contact",),
)


def deputies(organisation: int, _on: date) -> QuerySet:
    rows = Deputy.objects.current().filter(
        contact__organisation=organisation, key_role__unmarked_on=None
    )
    role = Coalesce(
        F("key_role__function__name"), F("key_role__seat__title"), output_field=CharField()
    )
    return part("deputies", rows, role, owner="contact__name", pk="key_role_id")


MENTORS = Group(
    "mentors",
    _("Mentor pairs of their people"),
    _("End the pair with what came of it, or let it go on."),
    "governance:mentor_pair",
    THING,
    ("governance.MentorPair.mentor", "governance.MentorPair.mentee"),
)


def mentors(organisation: int, _on: date) -> QuerySet:
    theirs = Q(mentor__organisation=organisation) | Q(mentee__organisation=organisation)
    pair = Concat(F("mentor__name"), Value(" – "), F("mentee__name"))
    return part("mentors", MentorPair.objects.under_way().filter(theirs), pair, day="next_on")


BUDDIES = Group(
    "buddies",
    _("Newcomers to whom their people are buddies"),
    _("Ask somebody else to walk along."),
    "governance:onboarding",
    THING,
    (
        "governance.Buddy.organisation",
        "governance.Buddy.contact",
        "governance.Buddy.membership",
    ),
)
NEWCOMER = ("organisation__name", "membership__person__full_name")


def buddies(organisation: int, _on: date) -> QuerySet:
    rows = Buddy.objects.standing().filter(organisation=organisation, onboarding__ended_on=None)
    newcomer = Coalesce(*(F(f"onboarding__{name}") for name in NEWCOMER), output_field=CharField())
    buddy = Coalesce(
        F("contact__name"), F("membership__person__full_name"), output_field=CharField()
    )
    named = rows.annotate(buddy=buddy)
    return part("buddies", named, newcomer, owner="buddy", pk="onboarding_id")


FIRST_STEPS = Group(
    "first_steps",
    _("First steps that are not done"),
    _("End the welcome: nobody is to follow it up."),
    "governance:onboarding",
    THING,
    ("governance.Onboarding.organisation", "governance.Onboarding.membership"),
)


def first_steps(organisation: int, _on: date) -> QuerySet:
    theirs = Q(organisation=organisation) | Q(membership__in=speakers(organisation))
    newcomer = Coalesce(*map(F, NEWCOMER), output_field=CharField())
    return part("first_steps", Onboarding.objects.open().filter(theirs), newcomer)


MEDIATORS = Group(
    "mediators",
    _("Mediators who are, or work at, this partner"),
    _("Ask whether they can still be called."),
    "governance:mediator",
    THING,
    ("governance.Mediator.organisation",),
)


def mediators(organisation: int, _on: date) -> QuerySet:
    rows = Mediator.objects.current().filter(organisation=organisation)
    return part("mediators", rows, F("name"))


CALLS = Group(
    "calls",
    _("Places in call trees for urgent news"),
    _("Put somebody else there: whom they call would hear nothing."),
    "governance:protocol",
    THING,
    ("governance.CallRow.contact", "governance.CallRow.member"),
)


def calls(organisation: int, _on: date) -> QuerySet:
    theirs = Q(contact__organisation=organisation) | Q(member__in=speakers(organisation))
    rows = CallRow.objects.current().filter(theirs, protocol__retired_on=None)
    person = Coalesce(F("contact__name"), F("member__person__full_name"), output_field=CharField())
    named = rows.annotate(person=person)
    return part("calls", named, F("protocol__title"), owner="person", pk="protocol_id")


MESSAGES = Group(
    "messages",
    _("Regular messages that their people see to"),
    _("Name somebody else who sends them."),
    "governance:message",
    THING,
    ("governance.RegularMessage.owner",),
)


def messages(organisation: int, _on: date) -> QuerySet:
    rows = RegularMessage.objects.current().filter(owner__in=speakers(organisation))
    return part("messages", rows, F("what"), owner="owner__person__full_name", day="due_on")


HELD = (
    (SEATS, seats),
    (DEPUTIES, deputies),
    (MENTORS, mentors),
    (BUDDIES, buddies),
    (FIRST_STEPS, first_steps),
    (MEDIATORS, mediators),
    (CALLS, calls),
    (MESSAGES, messages),
)


def announce() -> None:
    for group, rows in HELD:
        also_rehome(group, rows)
