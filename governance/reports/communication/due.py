"""What waits in the communication plan, and urgent messages that run."""

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from accounts.permissions import Permission
from governance.models import RegularMessage, UrgentMessage
from governance.reports.matters import Asked, Matter, Row, Told


def _mine(asked: Asked) -> QuerySet:
    rows = RegularMessage.objects.of_coalition(asked.coalition).due_by(asked.on)
    return rows.owned_by(asked.person).next_due_first()


def _late(asked: Asked) -> QuerySet:
    rows = RegularMessage.objects.of_coalition(asked.coalition).late(on=asked.on)
    return rows.not_owned_by(asked.person).next_due_first()


def _without_owner(asked: Asked) -> QuerySet:
    rows = RegularMessage.objects.of_coalition(asked.coalition).without_owner(on=asked.on)
    return rows.order_by("what", "pk")


def _running(asked: Asked) -> QuerySet:
    rows = UrgentMessage.objects.of_coalition(asked.coalition).running()
    return rows.order_by("-started_at", "pk")


def _days(row: Row, on: date) -> int:
    return (on - row.on).days if row.on else 0


def _told_due(row: Row, *, slug: str, on: date) -> Told:
    url = reverse("governance:message", args=[slug, row.ref])
    days = _days(row, on)
    late = ngettext("One day late. To: %(whom)s", "%(n)d days late. To: %(whom)s", days)
    reason = late if days else _("Due today. To: %(whom)s")
    words = reason % {"n": days, "whom": row.words}
    return Told(row.name, url, words, _("Note that it is sent"), f"{url}#sent", days > 0)


def _told_late(row: Row, *, slug: str, on: date) -> Told:
    url = reverse("governance:message", args=[slug, row.ref])
    days = _days(row, on)
    said = ngettext(
        "%(who)s was to send it a day ago.", "%(who)s was to send it %(n)d days ago.", days
    )
    return Told(row.name, url, said % {"n": days, "who": row.words}, _("See it"), url, True)  # noqa: FBT003


def _told_without_owner(row: Row, *, slug: str, on: date) -> Told:
    url = reverse("governance:message_edit", args=[slug, row.ref])
    reason = _("%(who)s is a member no more. Who sees to it now?") % {"who": row.words}
    return Told(row.name, url, reason, _("Choose somebody"), url)


def _told_running(row: Row, *, slug: str, on: date) -> Told:
    url = reverse("governance:urgent_message", args=[slug, row.ref])
    return Told(row.name, url, _("It runs. Note who was reached."), _("See who knows"), url, True)  # noqa: FBT003


def _page(slug: str) -> str:
    return reverse("governance:communication", args=[slug])


def _urgent_page(slug: str) -> str:
    return reverse("governance:urgent", args=[slug])


MATTERS: tuple[Matter, ...] = (
    Matter(
        key="urgent_running",
        title=gettext_lazy("Urgent"),
        permission=Permission.SEE_CONTACT_DETAILS,
        rows=_running,
        told=_told_running,
        page=_urgent_page,
        name="protocol__title",
    ),
    Matter(
        key="message_mine",
        title=gettext_lazy("To be sent by you"),
        permission=Permission.SEE_GOVERNANCE,
        rows=_mine,
        told=_told_due,
        page=_page,
        name="what",
        words="audience",
        on="due_on",
    ),
    Matter(
        key="message_late",
        title=gettext_lazy("Not sent in time"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=_late,
        told=_told_late,
        page=_page,
        name="what",
        words="owner__person__full_name",
        on="due_on",
    ),
    Matter(
        key="message_without_owner",
        title=gettext_lazy("Messages that nobody sees to"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=_without_owner,
        told=_told_without_owner,
        page=_page,
        name="what",
        words="owner__person__full_name",
    ),
)
