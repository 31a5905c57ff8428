"""Errands about how the coalition works: whatever waits there, as lines of the home page."""

from datetime import date

from django.utils.formats import date_format

from accounts.models import Membership
from common.database.counting import Number
from dashboard.reports.errands import Errand, Group
from governance.reports.due import Waiting, waiting
from governance.reports.matters import Row


def about_governance(membership: Membership, *, on: date) -> list[Group]:
    """One query, for every kind of what waits."""
    slug = membership.coalition.slug
    return [_group(kind, slug, on) for kind in waiting(membership, on=on)]


def _group(kind: Waiting, slug: str, on: date) -> Group:
    return Group(
        title=str(kind.matter.title),
        errands=[_errand(kind, row, slug, on) for row in kind.rows],
        more=Number.told(kind.rows[0].number).but(len(kind.rows)),
        more_url=kind.matter.page(slug),
    )


def _errand(kind: Waiting, row: Row, slug: str, on: date) -> Errand:
    told = kind.matter.told(row, slug=slug, on=on)
    return Errand(
        margin=date_format(row.on, "MONTH_DAY_FORMAT") if row.on else "",
        title=told.title,
        url=told.url,
        reason=told.reason,
        verb=told.verb,
        verb_url=told.verb_url,
        is_pressing=told.is_pressing,
    )
