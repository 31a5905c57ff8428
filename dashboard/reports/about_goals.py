"""Errands about what the coalition aims for, from what waits."""

from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Membership
from common.pages.addresses import by_id
from dashboard.reports.errands import Errand, Group
from dashboard.reports.waiting import Matter, Waits


def goals_unanswered(waits: Waits, membership: Membership, *, on: date) -> Group:
    """Running goals for which nobody is accountable, the nearest day first; past it, they press."""
    slug = membership.coalition.slug
    goal, give = by_id("goals:goal", slug), by_id("goals:role_give", slug)
    rows = waits.of(Matter.GOAL)
    return Group(
        title=_("Goals that nobody answers for"),
        errands=[
            Errand(
                margin=date_format(row.on, "MONTH_DAY_FORMAT") if row.on else "",
                title=row.name,
                url=goal(row.row),
                reason=_("Nobody is accountable for it, so that it may fall between all of you."),
                verb=_("Say who"),
                verb_url=f"{give(row.row)}?part=accountable",
                is_pressing=row.on is not None and row.on < on,
            )
            for row in rows
        ],
        more=waits.number(Matter.GOAL).but(len(rows)),
        more_url=f"{reverse('goals:list', args=[slug])}?accountable=nobody",
    )
