"""Items of a checklist that nobody need tick: the charter is signed, the ground rules are acknowledged."""

from datetime import date, datetime

from django.db.models import Q

from accounts.models import Membership, Person
from governance.models import (
    CharterSignature,
    GroundRulesRead,
    Milestone,
    Onboarding,
)
from governance.operations.joining.ticking import tick_kind
from partners.models import Organisation


def charter_is_signed(signature: CharterSignature, *, by: Person | None, at: datetime) -> None:
    """On the checklist of the organisation, and on that of the member who has signed for it."""
    if signature.answer != CharterSignature.Answer.SIGNED:
        return
    own = Q(organisation=signature.organisation_id)
    if signature.person_id:
        own |= Q(membership__person=signature.person_id)
    rows = Onboarding.objects.of_coalition(signature.coalition_id).open().filter(own)
    for onboarding in rows:
        tick_kind(onboarding, Milestone.CHARTER, done_on=signature.given_on, by=by, at=at)


def ground_rules_are_read(read: GroundRulesRead, *, on: date, at: datetime) -> None:
    """On the member's own checklist, and on that of the organisation for which they speak."""
    member = read.membership
    rows = Onboarding.objects.of_coalition(read.coalition_id).open()
    speaks = Organisation.objects.filter(representations__membership=member)
    for onboarding in rows.filter(Q(membership=member) | Q(organisation__in=speaks)):
        tick_kind(onboarding, Milestone.GROUND_RULES, done_on=on, by=member.person, at=at)


def tick_what_is_known(onboarding: Onboarding, *, at: datetime) -> None:
    """What had happened before the checklist was started, each with its own day."""
    signature = _signature_of(onboarding)
    if signature:
        by = signature.person
        tick_kind(onboarding, Milestone.CHARTER, done_on=signature.given_on, by=by, at=at)
    read = _reading_of(onboarding)
    if read:
        day = onboarding.coalition.day(at=read.read_at)
        by = read.membership.person
        tick_kind(onboarding, Milestone.GROUND_RULES, done_on=day, by=by, at=at)


def _signature_of(onboarding: Onboarding) -> CharterSignature | None:
    rows = CharterSignature.objects.of_coalition(onboarding.coalition_id).signed()
    if onboarding.membership:
        rows = rows.filter(person=onboarding.membership.person_id)
    else:
        rows = rows.filter(organisation=onboarding.organisation_id)
    return rows.select_related("person").order_by("-given_on", "-pk").first()


def _reading_of(onboarding: Onboarding) -> GroundRulesRead | None:
    members = (
        Membership.objects.filter(pk=onboarding.membership_id)
        if onboarding.membership_id
        else Membership.objects.filter(representations__organisation=onboarding.organisation_id)
    )
    rows = GroundRulesRead.objects.filter(
        coalition=onboarding.coalition_id, membership__in=members.order_by()
    )
    return rows.select_related("membership__person").order_by("read_at", "pk").first()
