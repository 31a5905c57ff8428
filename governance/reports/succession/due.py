"""What waits of who comes next: handovers, check-ins, offers to lead. Terms that end are told with the seats.

Members are known among the people of partners by their e-mail address. What one must see to oneself is
told to oneself; what others leave lying is told to coordinators.
"""

from datetime import date

from django.db.models import F, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Person
from accounts.permissions import Permission
from common.database.blanks import Blank
from governance.models import Handover, Interest, MentorPair
from governance.reports.matters import Asked, Matter, Row, Told, all_at, days_from

LATE = 14  # days after which a check-in that did not happen is told to coordinators


def _address(person: int | Blank) -> Subquery:
    return Subquery(Person.objects.filter(pk=person).order_by().values("email"))


# ---------------------------------------------------------------- handovers


def _handovers(asked: Asked) -> QuerySet:
    """Of others: one's own stands beside it."""
    rows = Handover.objects.of_coalition(asked.coalition).under_way()
    own = Handover.objects.of_coalition(asked.coalition).held_at(_address(asked.person))
    return rows.exclude(pk__in=own.order_by().values("pk")).order_by("due_on", "pk")


def _my_handovers(asked: Asked) -> QuerySet:
    rows = Handover.objects.of_coalition(asked.coalition).under_way()
    return rows.held_at(_address(asked.person)).order_by("due_on", "pk")


def _handover_told(row: Row, *, slug: str, on: date) -> Told:
    page = reverse("governance:handover", args=[slug, row.ref])
    words = _("The checklist of %(name)s has items that nobody has ticked.")
    return _listed(row, page, words % {"name": row.words or row.name}, on=on)


def _my_handover_told(row: Row, *, slug: str, on: date) -> Told:
    page = reverse("governance:growing", args=[slug])
    return _listed(row, page, _("Your checklist has items that nobody has ticked."), on=on)


def _listed(row: Row, page: str, reason: str, *, on: date) -> Told:
    return Told(
        title=row.name,
        url=page,
        reason=reason,
        verb=_("Open the checklist"),
        verb_url=page,
        is_pressing=row.on is not None and row.on < on,
    )


# ---------------------------------------------------------------- mentors


def _late_check_ins(asked: Asked) -> QuerySet:
    """Of others, once they are late: the two are told first."""
    rows = MentorPair.objects.of_coalition(asked.coalition).under_way()
    address = _address(asked.person)
    own = MentorPair.objects.of_coalition(asked.coalition).with_somebody_at(address)
    late = rows.filter(next_on__lt=days_from(asked.on, -LATE))
    return late.exclude(pk__in=own.order_by().values("pk")).order_by("next_on", "pk")


def _my_check_ins(asked: Asked) -> QuerySet:
    rows = MentorPair.objects.of_coalition(asked.coalition).under_way()
    mine = rows.filter(next_on__lte=asked.on).with_somebody_at(_address(asked.person))
    return mine.order_by("next_on", "pk")


def _late_check_in_told(row: Row, *, slug: str, on: date) -> Told:
    page = reverse("governance:mentor_pair", args=[slug, row.ref])
    words = _("%(mentor)s and %(mentee)s have not talked as planned. Ask how it goes.")
    return Told(
        title=row.name,
        url=page,
        reason=words % {"mentor": row.words, "mentee": row.name},
        verb=_("Open the pair"),
        verb_url=page,
    )


def _my_check_in_told(row: Row, *, slug: str, on: date) -> Told:
    page = reverse("governance:growing", args=[slug])
    words = _("%(mentor)s and %(mentee)s planned to talk.")
    return Told(
        title=_("Mentoring: %(mentee)s") % {"mentee": row.name},
        url=page,
        reason=words % {"mentor": row.words, "mentee": row.name},
        verb=_("Note the check-in"),
        verb_url=page,
    )


# ---------------------------------------------------------------- offers


def _interests(asked: Asked) -> QuerySet:
    rows = Interest.objects.of_coalition(asked.coalition)
    return rows.waiting().order_by("offered_on", "pk")


def _interest_told(row: Row, *, slug: str, on: date) -> Told:
    page = reverse("governance:offer", args=[slug, row.ref])
    return Told(
        title=row.name,
        url=page,
        reason=_("%(name)s would like to grow into this, and waits for an answer.")
        % {"name": row.words},
        verb=_("Answer"),
        verb_url=page,
    )


ROLE = Coalesce("assignment__seat__title", "assignment__function__name")
HOLDER = Coalesce("assignment__contact__name", "assignment__organisation__name")

MATTERS: tuple[Matter, ...] = (
    Matter(
        key="my_handovers",
        title=gettext_lazy("Your handover"),
        permission=Permission.OFFER_TO_LEAD,
        rows=_my_handovers,
        told=_my_handover_told,
        page=all_at("growing"),
        name=ROLE,
        words=HOLDER,
        on="due_on",
    ),
    Matter(
        key="my_check_ins",
        title=gettext_lazy("Your mentoring"),
        permission=Permission.OFFER_TO_LEAD,
        rows=_my_check_ins,
        told=_my_check_in_told,
        page=all_at("growing"),
        name="mentee__name",
        words="mentor__name",
        on="next_on",
    ),
    Matter(
        key="handovers",
        title=gettext_lazy("Handovers under way"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=_handovers,
        told=_handover_told,
        page=all_at("handovers"),
        name=ROLE,
        words=HOLDER,
        on="due_on",
    ),
    Matter(
        key="offers_to_lead",
        title=gettext_lazy("Who would like to lead"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=_interests,
        told=_interest_told,
        page=all_at("offers"),
        name=Coalesce("seat__title", "function__name", F("words")),
        words="person__full_name",
        on="offered_on",
    ),
    Matter(
        key="late_check_ins",
        title=gettext_lazy("Mentors who have not talked as planned"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=_late_check_ins,
        told=_late_check_in_told,
        page=all_at("mentors"),
        name="mentee__name",
        words="mentor__name",
        on="next_on",
    ),
)
