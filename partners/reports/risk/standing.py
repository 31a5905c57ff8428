"""How an organisation stands, in one line."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from accounts.permissions import Permission
from partners.models import DiligenceAnswer, Incident, Organisation


@dataclass(frozen=True)
class Standing:
    """What a reader should know at once. Notes are not in it: who is named finds them where notes are."""

    incidents: int
    is_paused: bool
    concerns: int
    due: int
    answered: int

    @property
    def is_quiet(self) -> bool:
        return not (self.incidents or self.concerns or self.due)

    @property
    def words(self) -> str:
        """ "One open incident, not listed and 2 concerns"."""
        told = [
            ngettext("one open incident", "%(n)d open incidents", self.incidents)
            % {"n": self.incidents}
            if self.incidents
            else "",
            _("not listed") if self.is_paused else "",
            ngettext("one concern", "%(n)d concerns", self.concerns) % {"n": self.concerns}
            if self.concerns
            else "",
            ngettext("one thing to look at again", "%(n)d things to look at again", self.due)
            % {"n": self.due}
            if self.due
            else "",
        ]
        found = [each for each in told if each]
        if found:
            return get_text_list(found, _("and"))
        return _("nothing against them") if self.answered else _("not looked into yet")


def standing_of(organisation: Organisation, *, membership: Membership, on: date) -> Standing | None:
    """One query; nothing for who may not see risk."""
    if not membership.may(Permission.SEE_RISK):
        return None
    here = {"organisation": OuterRef("pk")}
    answers = DiligenceAnswer.objects.filter(**here, question__retired_on__isnull=True)
    incidents = Incident.objects.open().filter(**here)
    told = Organisation.objects.visible_to(membership).filter(pk=organisation.pk)
    counted = told.order_by().values_list(
        _number(incidents),
        _number(incidents.filter(listing_paused_on__isnull=False)),
        _number(answers.concerns()),
        _number(answers.due_by(on)),
        _number(answers),
    )
    incidents_open, paused, concerns, due, answered = counted.first() or (0, 0, 0, 0, 0)
    return Standing(incidents_open, bool(paused), concerns, due, answered)


def _number(rows: QuerySet) -> Coalesce:
    """How many of them each organisation has."""
    of_each = rows.order_by().values("organisation").annotate(number=Count("pk"))
    return Coalesce(Subquery(of_each.values("number"), output_field=IntegerField()), 0)
