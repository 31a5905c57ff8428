"""Whose yearly word is missing: who has neither accepted nor confirmed their role for a year."""

from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import Greatest

from governance.models import RoleAssignment, RoleLetter
from governance.models.assignment_queries import RoleAssignmentQuerySet

A_YEAR = timedelta(days=365)
# Whose term is nearly over is asked what comes next, not whether it is right.
NEARLY_OVER = timedelta(days=30)


def due_to_confirm(coalition: int, *, on: date) -> RoleAssignmentQuerySet:
    """Roles in force since a year or more, without a word and without a letter in that year.

    Only of people who can be written to: the others the home page tells of.
    """
    begun = on - A_YEAR
    asked = RoleLetter.objects.filter(role=OuterRef("pk"), sent_on__gt=begun)
    rows = RoleAssignment.objects.of_coalition(coalition).in_force(on=on)
    rows = rows.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=on + NEARLY_OVER))
    silent = rows.alias(last=Greatest("starts_on", "acknowledged_on", "confirmed_on")).filter(
        ~Exists(asked), last__lte=begun
    )
    return silent.reachable().order_by("pk")
