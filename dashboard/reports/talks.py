"""Whom to speak with today: what was promised, and who has been quiet for too long."""

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from common.addresses import by_id
from common.counting import Number, counted
from common.prepared import prepared
from dashboard.reports.errands import A_FEW, Errand, Group
from partners.models import Touchpoint
from partners.reports.talks.last import quiet_ones

WORDS = 12  # of what was said; the rest stands on their page


def follow_ups_due(membership: Membership, *, on: date) -> Group:
    """Promised for today or earlier and not done, by anybody: the most urgent first."""
    slug = membership.coalition.slug
    talks = by_id("partners:talks_of", slug)
    rows = _due.ask(coalition=membership.coalition_id, on=on)
    number = Number.told(rows[0][-1] if rows else 0)
    return Group(
        title=_("Promised to follow up"),
        errands=[
            Errand(
                margin=date_format(day, "MONTH_DAY_FORMAT"),
                title=name,
                url=talks(pk),
                reason=_("%(who)s: %(said)s")
                % {"who": who, "said": " ".join(said.split()[:WORDS]) or _("get in touch")},
                verb=_("Look at it"),
                verb_url=talks(pk),
                is_pressing=day < on,
            )
            for pk, name, said, day, who, _number in rows
        ],
        more=number.but(len(rows)),
        more_url=f"{reverse('partners:talks', args=[slug])}?due=due",
    )


def quiet_too_long(membership: Membership, *, on: date) -> Group:
    """With whom nobody has spoken for longer than their tier allows, the longest first."""
    slug = membership.coalition.slug
    talks, log = by_id("partners:talks_of", slug), reverse("partners:talk_log", args=[slug])
    rows, has_more = quiet_ones(membership.coalition, on=on, most=A_FEW)
    return Group(
        title=_("Quiet too long"),
        errands=[
            Errand(
                margin=ngettext("%(n)d day", "%(n)d days", one.days) % {"n": one.days},
                title=one.name,
                url=talks(one.pk),
                reason=_("%(tier)s: at most %(days)d days without a talk.")
                % {"tier": one.tier.label, "days": one.allowed},
                verb=_("Log a talk"),
                verb_url=f"{log}?partner={one.pk}",
                is_pressing=True,
            )
            for one in rows
        ],
        more=Number(1, is_more=True) if has_more else Number(),
        more_url=reverse("partners:talks_quiet", args=[slug]),
    )


@prepared
def _due(*, coalition: int, on: date) -> QuerySet:
    rows = Touchpoint.objects.filter(
        coalition=coalition, organisation__merged_into=None, organisation__retired_on=None
    ).due(on=on)
    first = rows.annotate(number=counted(rows))[:A_FEW]
    return first.values_list(
        "organisation",
        "organisation__name",
        "said",
        "follow_up_on",
        "follow_up_by__full_name",
        "number",
    )
