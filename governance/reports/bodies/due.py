"""What waits about bodies: functions that must be held and that nobody holds."""

from datetime import date

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.permissions import Permission
from governance.models import Function, RoleAssignment
from governance.reports.matters import Asked, Matter, Row, Told


def empty_functions(asked: Asked) -> QuerySet[Function]:
    """Nobody holds them today. The list's order says which comes first."""
    held = RoleAssignment.objects.in_force(on=asked.on).filter(function=OuterRef("pk"))
    rows = Function.objects.filter(coalition=asked.coalition).required()
    return rows.exclude(Exists(held))


def _told(row: Row, *, slug: str, on: date) -> Told:
    return Told(
        title=row.name,
        url=_page(slug),
        reason=_("Nobody holds this function. %(about)s") % {"about": row.words},
        verb=_("Find somebody"),
        verb_url=reverse("governance:function_give", args=[slug, row.ref]),
    )


def _page(slug: str) -> str:
    return reverse("governance:functions", args=[slug])


MATTERS: tuple[Matter, ...] = (
    Matter(
        key="empty_function",
        title=gettext_lazy("Functions that nobody holds"),
        permission=Permission.EDIT_GOVERNANCE,
        rows=empty_functions,
        told=_told,
        page=_page,
        name="name",
        words="about",
    ),
)
