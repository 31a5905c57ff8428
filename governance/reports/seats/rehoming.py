"""What a partner that leaves holds in how we work: it needs somebody else."""

from datetime import date

from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Coalesce, Concat
from django.utils.translation import gettext_lazy as _

from governance.models import RoleAssignment
from partners.reports.pipeline.rehoming import THING, Group, also_rehome, part

SEATS = Group(
    "seats",
    _("Seats and functions that they hold"),
    _("Hand each over, or end the term."),
    "governance:role",
    THING,
)


def held(organisation: int, on: date) -> QuerySet:
    """Terms that run or that are still to begin, each by its place, the day being its last."""
    rows = RoleAssignment.objects.at_organisation(organisation).unended(on=on)
    seat = Concat(F("seat__title"), Value(" · "), F("seat__body__name"), output_field=CharField())
    place = Coalesce(F("function__name"), seat, output_field=CharField())
    return part("seats", rows, place, owner="contact__name", day="ends_on")


def announce() -> None:
    also_rehome(SEATS, held)
