"""What partners do with us that only this app knows of: it shows that they are active."""

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from governance.models import CharterSignature, RoleLetter, TrainingAttendance
from partners.reports.composition.activity import Sign, also_a_sign


def answered_the_charter(coalition: int) -> QuerySet:
    rows = CharterSignature.objects.filter(coalition=coalition)
    return rows.annotate(told=F("organisation_id"), day=F("given_on"))


def answered_about_a_seat(coalition: int) -> QuerySet:
    """By the link in a letter: that they take a seat on, or that it is still right."""
    rows = RoleLetter.objects.filter(coalition=coalition, answered_on__isnull=False)
    return rows.annotate(told=F("contact__organisation_id"), day=F("answered_on"))


def came_to_a_training(coalition: int) -> QuerySet:
    rows = TrainingAttendance.objects.of_coalition(coalition)
    return rows.annotate(told=F("organisation_id"), day=F("training__held_on"))


SIGNS = (
    Sign("charter", _("They answered the charter"), answered_the_charter),
    Sign("seat", _("They answered about a seat of theirs"), answered_about_a_seat),
    Sign("training", _("They came to a training"), came_to_a_training),
)


def announce() -> None:
    for sign in SIGNS:
        also_a_sign(sign)
