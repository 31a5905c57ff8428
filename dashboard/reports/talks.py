"""Who has been quiet for too long."""

from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from common.database.counting import Number
from common.pages.addresses import by_id
from dashboard.reports.errands import Errand, Group
from dashboard.reports.waiting import A_FEW
from partners.reports.talks.last import quiet_ones


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
