"""When somebody joined, and the first days that followed: a meeting, a role, a voice.

Nothing of this is kept beside what it is read from. An organisation joined on the day of its first step to
“Member”, or since the day its profile names; a person when their membership began. A first role is the
earliest seat or function whose term was not over before they joined; a first meeting and a first voice are
the dated items of those kinds on their checklist.
"""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import (
    Case,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import TruncDate

from accounts.models import Invitation, Membership
from common.database.blanks import Blank, Day
from governance.models import Milestone, OnboardingItem, RoleAssignment
from partners.models import Organisation, PipelineStep, Stage
from partners.models.organisation_queries import OrganisationQuerySet

# After one of these an organisation had joined: a later step to “Member” is a return.
INSIDE = (Stage.MEMBER, Stage.PAUSED, Stage.ALUMNI)


def _day(rows: QuerySet, column: str) -> Subquery:
    return Subquery(rows.values(column)[:1], output_field=DateField())


def with_joining(rows: OrganisationQuerySet) -> OrganisationQuerySet:
    """`joined_on`: the day an organisation became a partner; nothing for those that never did.

    A step to “Member” counts only if they had not been inside before: after a pause they return.
    """
    inside = PipelineStep.objects.filter(organisation=OuterRef("pk")).to(*INSIDE)
    first = inside.order_by("on", "pk")
    return rows.annotate(
        first_inside=Subquery(first.values("stage")[:1]),
        joined_on=Case(
            When(~Q(kind=Organisation.Kind.PARTNER), then=None),
            When(first_inside=Stage.MEMBER, then=_day(first, "on")),
            default=F("since_on"),
            output_field=DateField(),
        ),
    )


def joined_between(
    coalition: int | Blank, *, after: Any, until: date | Blank
) -> OrganisationQuerySet:
    """Partners of today who became one later than `after` and no later than `until`; with `joined_on`.

    Among many thousand, few have any day in between: these are found by index, then asked precisely.
    """
    rows = Organisation.objects.of_coalition(coalition).active()
    partners = rows.of_kinds([Organisation.Kind.PARTNER])
    by_profile = partners.filter(since_on__gt=after).order_by().values("pk")
    steps = PipelineStep.objects.filter(coalition=coalition, on__gt=after).to(Stage.MEMBER)
    candidates = by_profile.union(steps.order_by().values("organisation"), all=True)
    found = with_joining(partners.filter(pk__in=candidates))
    return found.filter(joined_on__gt=after, joined_on__lte=until)


def day_joined(organisation: Organisation) -> date | None:
    """One query; None when neither a step nor the profile says it."""
    rows = Organisation.including_merged.filter(pk=organisation.pk)
    return with_joining(rows).values_list("joined_on", flat=True).get()


def with_firsts_of_partners(rows: OrganisationQuerySet, *, on: Day) -> OrganisationQuerySet:
    """`invited_on`, `meeting_on`, `role_on`, `voice_on` beside `joined_on`, up to a day."""
    steps = PipelineStep.objects.filter(organisation=OuterRef("pk")).to(Stage.INVITED)
    roles = RoleAssignment.objects.filter(organisation=OuterRef("pk"))
    items = OnboardingItem.objects.filter(onboarding__organisation=OuterRef("pk"))
    return with_joining(rows).annotate(
        invited_on=_day(steps.order_by("on", "pk"), "on"),
        meeting_on=_item_day(items, Milestone.FIRST_MEETING, on=on),
        role_on=_role_day(roles, on=on),
        voice_on=_item_day(items, Milestone.FIRST_VOICE, on=on),
    )


def with_firsts_of_members(
    rows: QuerySet[Membership], *, on: Day, zone: str
) -> QuerySet[Membership]:
    """The same of people: `joined_on` is the day their membership began, in the coalition's own zone."""
    asked = Invitation.objects.filter(membership=OuterRef("pk")).order_by("invited_at", "pk")
    roles = RoleAssignment.objects.filter(
        coalition=OuterRef("coalition"), contact__email__iexact=OuterRef("person__email")
    )
    items = OnboardingItem.objects.filter(onboarding__membership=OuterRef("pk"))
    return rows.annotate(
        joined_on=F("started_on"),
        invited_on=Subquery(
            asked.annotate(day=TruncDate("invited_at", tzinfo=ZoneInfo(zone))).values("day")[:1],
            output_field=DateField(),
        ),
        meeting_on=_item_day(items, Milestone.FIRST_MEETING, on=on),
        role_on=_role_day(roles, on=on),
        voice_on=_item_day(items, Milestone.FIRST_VOICE, on=on),
    )


def _item_day(items: QuerySet, kind: str, *, on: Day) -> Subquery:
    """The earliest day on which an item of that kind was done."""
    done = items.filter(kind=kind, done_on__lte=on)
    return _day(done.order_by("done_on", "pk"), "done_on")


def _role_day(roles: QuerySet, *, on: Day) -> Subquery:
    """The earliest begin of a role that was not over when they joined."""
    lasting = Q(ends_on__isnull=True) | Q(ends_on__gte=OuterRef("joined_on"))
    begun = roles.filter(lasting, starts_on__lte=on)
    return _day(begun.order_by("starts_on", "pk"), "starts_on")


def first_memberships(coalition: int | Blank) -> QuerySet[Membership]:
    """Those with which somebody came for the first time; who left and came back is not new."""
    earlier = Membership.objects.filter(
        coalition=OuterRef("coalition"),
        person=OuterRef("person"),
        started_on__lt=OuterRef("started_on"),
    )
    rows = Membership.objects.filter(coalition=coalition)
    return rows.filter(~Exists(earlier)).select_related("person")
