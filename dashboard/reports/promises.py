"""What we promised to partners and is due: on the home page of who looks after them."""

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from common.counting import Number, counted
from common.prepared import prepared
from dashboard.reports.errands import SHOWN, Errand, Group
from partners.models import Benefit
from partners.models.benefits import SOON


def promises_due(membership: Membership, *, on: date) -> Group:
    """Late, or due within a week, to partners that this member looks after, or that nobody does."""
    found = _due.ask(coalition=membership.coalition_id, person=membership.person_id, day=on + SOON)
    number = Number.told(found[0][-1] if found else 0)
    overview = reverse("partners:value_overview", args=[membership.coalition.slug])
    return Group(
        title=_("We promised"),
        errands=[_errand(membership.coalition.slug, *row, on=on) for *row, _number in found],
        more=number.but(len(found)),
        more_url=f"{overview}?state=promised&state=under_way",
    )


def _errand(
    slug: str, pk: int, words: str, due_on: date, home: int, name: str, *, on: date
) -> Errand:
    return Errand(
        margin=_when(due_on, on=on),
        title=name,
        url=reverse("partners:value", args=[slug, home]),
        reason=_("We promised them: “%(words)s”") % {"words": words},
        verb=_("Note as delivered"),
        verb_url=reverse("partners:benefit_deliver", args=[slug, home, pk]),
        is_pressing=due_on < on,
    )


def _when(due_on: date, *, on: date) -> str:
    """“3 days late”, “today”, “in 5 days”."""
    days = (due_on - on).days
    if days == 0:
        return _("today")
    if days < 0:
        return ngettext("%(n)d day late", "%(n)d days late", -days) % {"n": -days}
    return ngettext("in %(n)d day", "in %(n)d days", days) % {"n": days}


@prepared
def _due(*, coalition: int, person: int, day: date) -> QuerySet:
    rows = Benefit.objects.of_coalition(coalition).of_partners_of_today().due_by(day)
    rows = rows.for_keeper(person)
    first = rows.annotate(number=counted(rows)).order_by("due_on", "pk")[:SHOWN]
    return first.values_list(
        "pk", "words", "due_on", "organisation_id", "organisation__name", "number"
    )
