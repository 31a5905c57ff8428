"""Errands about what partners give and ask for, from what waits."""

from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Membership
from common.pages.addresses import by_id
from dashboard.reports.about_partners import when_due
from dashboard.reports.errands import Errand, Group
from dashboard.reports.waiting import Matter, Waits


def contributions_late(waits: Waits, membership: Membership, *, on: date) -> Group:
    """Promised to us for a day that is over, by whoever works with us, the longest late first."""
    slug = membership.coalition.slug
    ledger, deliver = (by_id(f"contributions:{name}", slug) for name in ("ledger", "deliver"))
    rows = waits.of(Matter.LATE)
    return Group(
        title=_("They promised us"),
        errands=[
            Errand(
                margin=when_due(row.on, on=on),
                title=row.name,
                url=f"{ledger(row.partner)}#gave-{row.row}",
                reason=_("They promised: “%(words)s”") % {"words": row.words},
                verb=_("Note as given"),
                verb_url=deliver(row.row),
                is_pressing=True,
            )
            for row in rows
            if row.on is not None
        ],
        more=waits.number(Matter.LATE).but(len(rows)),
        more_url=f"{reverse('contributions:list', args=[slug])}?state=late&of=partners&of=others",
    )


def support_asked(waits: Waits, membership: Membership) -> Group:
    """Support that a partner asked for and that nobody has answered, the longest waiting first."""
    slug = membership.coalition.slug
    ledger, answer = (by_id(f"contributions:{name}", slug) for name in ("ledger", "support_agree"))
    rows = waits.of(Matter.SUPPORT)
    return Group(
        title=_("Asked for support"),
        errands=[
            Errand(
                margin=date_format(row.on, "MONTH_DAY_FORMAT"),
                title=row.name,
                url=ledger(row.partner),
                reason=_("They ask for: “%(words)s”") % {"words": row.words},
                verb=_("Answer them"),
                verb_url=answer(row.row),
            )
            for row in rows
            if row.on is not None
        ],
        more=waits.number(Matter.SUPPORT).but(len(rows)),
        more_url=f"{reverse('contributions:support', args=[slug])}?state=asked",
    )
