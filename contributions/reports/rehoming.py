"""What a partner that leaves has still promised, and the support that was promised to it."""

from datetime import date

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from contributions.models import Contribution, SupportRequest
from partners.reports.pipeline.rehoming import THEIRS, Group, also_rehome, part

PROMISES = Group(
    "contributions",
    _("What they promised to give"),
    _("Ask who else can give it, or take the promise back with a reason."),
    "contributions:ledger",
    THEIRS,
    ("contributions.Contribution.organisation",),
)
SUPPORT = Group(
    "support",
    _("Support that they wait for"),
    _("Provide it, or note that it is not needed any more."),
    "contributions:ledger",
    THEIRS,
    ("contributions.SupportRequest.organisation",),
)


def promises(organisation: int, _on: date) -> QuerySet:
    rows = Contribution.objects.of([organisation]).open()
    return part("contributions", rows, F("words"), day="due_on")


def support(organisation: int, _on: date) -> QuerySet:
    rows = SupportRequest.objects.of([organisation]).open()
    return part("support", rows, F("words"), day="needed_by")


def announce() -> None:
    also_rehome(PROMISES, promises)
    also_rehome(SUPPORT, support)
