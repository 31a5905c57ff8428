"""Who is on the way to the table: suggestions without an answer, and invitations whose day is over."""

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Membership
from common.pages.addresses import by_id
from dashboard.reports.errands import Errand, Group
from dashboard.reports.waiting import Matter, Waiting, Waits


def on_the_way(waits: Waits, membership: Membership) -> Group:
    """What is late comes first."""
    slug = membership.coalition.slug
    stage, answer = by_id("partners:pipeline_of", slug), by_id("partners:suggestion", slug)
    late, waiting = waits.of(Matter.TO_INVITE), waits.of(Matter.SUGGESTED)
    more = waits.number(Matter.TO_INVITE).but(len(late)) + waits.number(Matter.SUGGESTED).but(
        len(waiting)
    )
    return Group(
        title=_("On the way to us"),
        errands=[
            *(_to_invite(row, stage(row.partner)) for row in late),
            *(_suggested(row, answer(row.row)) for row in waiting),
        ],
        more=more,
        more_url=reverse("partners:pipeline", args=[slug]),
    )


def _to_invite(row: Waiting, url: str) -> Errand:
    said = (
        _("%(name)s wanted to have invited them by then.")
        if row.who
        else _("They were to be invited by then, and nobody is named to do it.")
    )
    return Errand(
        margin=_day(row),
        title=row.name,
        url=url,
        reason=said % {"name": row.who},
        verb=_("See how far it is"),
        verb_url=url,
        is_pressing=True,
    )


def _suggested(row: Waiting, url: str) -> Errand:
    return Errand(
        margin=_day(row),
        title=row.name,
        url=url,
        reason=_("%(name)s suggests them, and waits for an answer.") % {"name": row.who},
        verb=_("Answer"),
        verb_url=url,
    )


def _day(row: Waiting) -> str:
    return date_format(row.on, "MONTH_DAY_FORMAT") if row.on else ""
