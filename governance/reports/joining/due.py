"""What waits when somebody comes in: newcomers without a list, late items, buddies, whoever asked."""

from datetime import date

from django.db.models import (
    Exists,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
)
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.models import Invitation, Membership
from accounts.permissions import Permission
from governance.models import Buddy, JoinRequest, Onboarding, OnboardingItem
from governance.reports.joining.joined import first_memberships, joined_between
from governance.reports.matters import Asked, Matter, Row, Told, all_at, days_from
from partners.models import Organisation

# A newcomer is offered a checklist for so many days after joining.
NEW_FOR = 90
# A buddy who has not answered after so many days is asked by somebody in person.
PATIENCE = 7


def new_partners(asked: Asked) -> QuerySet[Organisation]:
    """Partners of today who joined in the last 90 days and for whom no checklist was ever started."""
    rows = joined_between(asked.coalition, after=days_from(asked.on, -NEW_FOR), until=asked.on)
    started = Onboarding.objects.filter(organisation=OuterRef("pk"))
    return rows.filter(~Exists(started)).order_by("joined_on", "pk")


def new_members(asked: Asked) -> QuerySet[Membership]:
    """People who accepted an invitation in the last 90 days, were never members before, and have no list."""
    rows = first_memberships(asked.coalition).filter(
        Q(ended_on__isnull=True) | Q(ended_on__gt=asked.on),
        Exists(Invitation.objects.filter(membership=OuterRef("pk"))),
        ~Exists(Onboarding.objects.filter(membership=OuterRef("pk"))),
        started_on__gt=days_from(asked.on, -NEW_FOR),
        started_on__lte=asked.on,
    )
    return rows.order_by("started_on", "pk")


def late_lists(asked: Asked) -> QuerySet[Onboarding]:
    """Open checklists with an item past its day: `late_since`, and how many."""
    late = OnboardingItem.objects.filter(onboarding=OuterRef("pk")).late(on=asked.on)
    rows = Onboarding.objects.of_coalition(asked.coalition).open().filter(Exists(late))
    first = late.order_by("due_on", "pk")
    told = rows.annotate(
        late_since=Subquery(first.values("due_on")[:1]),
        late_item=Subquery(first.values("words")[:1]),
    )
    return told.order_by("late_since", "pk")


def silent_buddies(asked: Asked) -> QuerySet[Buddy]:
    rows = Buddy.objects.of_coalition(asked.coalition).unanswered()
    return rows.asked_before(days_from(asked.on, -PATIENCE)).order_by("asked_on", "pk")


def who_asks(asked: Asked) -> QuerySet[JoinRequest]:
    return JoinRequest.objects.of_coalition(asked.coalition).waiting().oldest_first()


def theirs_to_tick(asked: Asked) -> QuerySet[OnboardingItem]:
    """What a newcomer can tick themselves: of their organisation, or of their own checklist."""
    person = asked.person
    own = Q(onboarding__membership__person=person)
    ours = Q(
        onboarding__organisation__representations__membership__in=Membership.objects.filter(
            coalition=asked.coalition, person=person
        ).unended()
    )
    rows = OnboardingItem.objects.filter(own | ours, coalition=asked.coalition, is_theirs=True)
    return rows.kept_open().order_by("due_on", "pk")


# ---------------------------------------------------------------- as lines of the home page


def _joined(row: Row) -> str:
    return _("Joined on %(day)s.") % {"day": date_format(row.on)} if row.on else ""


def _told_partner(row: Row, *, slug: str, on: date) -> Told:
    url = reverse("governance:joining_of", args=[slug, row.ref])
    reason = _("%(joined)s No checklist has been started.") % {"joined": _joined(row)}
    return Told(row.name, url, reason, _("Start their checklist"), url)


def _told_member(row: Row, *, slug: str, on: date) -> Told:
    url = reverse("governance:joining", args=[slug])
    reason = _("%(joined)s No checklist has been started.") % {"joined": _joined(row)}
    return Told(row.name, url, reason, _("Start their checklist"), url)


def _told_late(row: Row, *, slug: str, on: date) -> Told:
    url = reverse("governance:onboarding", args=[slug, row.ref])
    late = (on - row.on).days if row.on else 0
    reason = ngettext("“%(what)s” is one day late.", "“%(what)s” is %(n)d days late.", late) % {
        "what": row.words,
        "n": late,
    }
    return Told(row.name, url, reason, _("Open the checklist"), url, is_pressing=True)


def _told_buddy(row: Row, *, slug: str, on: date) -> Told:
    url = reverse("governance:onboarding", args=[slug, row.ref])
    days = (on - row.on).days if row.on else 0
    reason = ngettext(
        "Asked one day ago to be a buddy, and no answer yet.",
        "Asked %(n)d days ago to be a buddy, and no answer yet.",
        days,
    ) % {"n": days}
    return Told(row.name, url, reason, _("Call them"), url)


def _told_ask(row: Row, *, slug: str, on: date) -> Told:
    url = reverse("governance:ask", args=[slug, row.ref])
    return Told(
        row.name or row.words,
        url,
        _("They would like to join us."),
        _("Answer them"),
        url,
        is_pressing=True,
    )


def _told_own(row: Row, *, slug: str, on: date) -> Told:
    url = reverse("governance:onboarding", args=[slug, row.ref])
    return Told(row.name, url, _("It stands on your checklist."), _("Tick it"), url)


MATTERS: tuple[Matter, ...] = (
    Matter(
        key="join_request",
        title=gettext_lazy("Somebody asks to join"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=who_asks,
        told=_told_ask,
        page=all_at("asks"),
        name="organisation_name",
        words="contact_name",
        on="asked_at",
    ),
    Matter(
        key="new_partner",
        title=gettext_lazy("New partners to welcome"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=new_partners,
        told=_told_partner,
        page=all_at("joining"),
        name="name",
        on="joined_on",
    ),
    Matter(
        key="new_member",
        title=gettext_lazy("New members to welcome"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=new_members,
        told=_told_member,
        page=all_at("joining"),
        name="person__full_name",
        on="started_on",
    ),
    Matter(
        key="late_checklist",
        title=gettext_lazy("Newcomers who wait for something"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=late_lists,
        told=_told_late,
        page=all_at("joining"),
        name=Coalesce("organisation__name", "membership__person__full_name"),
        words="late_item",
        on="late_since",
    ),
    Matter(
        key="silent_buddy",
        title=gettext_lazy("Buddies who have not answered"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=silent_buddies,
        told=_told_buddy,
        page=all_at("joining"),
        name=Coalesce("contact__name", "membership__person__full_name"),
        on="asked_on",
        ref="onboarding_id",
    ),
    Matter(
        key="own_checklist",
        title=gettext_lazy("Your first weeks here"),
        permission=Permission.SEE_GOVERNANCE,
        rows=theirs_to_tick,
        told=_told_own,
        page=all_at("joining"),
        name="words",
        on="due_on",
        ref="onboarding_id",
    ),
)
