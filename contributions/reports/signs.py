"""That a partner gave something, or asked for something itself, shows that it is active."""

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from contributions.models import Contribution, SupportRequest
from partners.reports.composition.activity import Sign, also_a_sign


def gave(coalition: int) -> QuerySet:
    rows = Contribution.objects.of_coalition(coalition).given()
    return rows.annotate(told=F("organisation_id"), day=F("delivered_on"))


def asked(coalition: int) -> QuerySet:
    """From their own hand: what one of us asks for them is no sign of theirs."""
    rows = SupportRequest.objects.of_coalition(coalition).filter(is_their_own_word=True)
    return rows.annotate(told=F("organisation_id"), day=F("asked_on"))


SIGNS = (
    Sign("gave", _("They gave something"), gave),
    Sign("support", _("They asked for support"), asked),
)


def announce() -> None:
    for sign in SIGNS:
        also_a_sign(sign)
