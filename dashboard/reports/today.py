"""What a member should look at today: few lines, most urgent first, and what is new."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import accumulate

from django.db.models import QuerySet

from accounts.models import Membership
from accounts.permissions import Permission
from common.database.counting import Number, counted
from common.database.prepared import prepared
from common.pages.addresses import by_id
from contributions.reports.summary import Giving, givings_of
from dashboard.reports.about_contributions import contributions_late, support_asked
from dashboard.reports.about_goals import goals_unanswered
from dashboard.reports.about_governance import about_governance
from dashboard.reports.about_partners import (
    due_to_confirm,
    follow_ups_due,
    nobody_looking_after,
    nobody_to_call,
    perhaps_the_same,
    promises_due,
)
from dashboard.reports.dated import dated
from dashboard.reports.errands import (
    NONE,
    Group,
    asking_to_be_forgotten,
    missing_at_the_table,
    unanswered_invitations,
    unfinished_imports,
)
from dashboard.reports.on_the_way import on_the_way
from dashboard.reports.talks import quiet_too_long
from dashboard.reports.waiting import SHOWN, waiting
from partners.models import Organisation
from partners.reports.value.summary import Gain, gains_of

READ_AT_ONCE = 9  # lines that stand open on the page; more would be a wall


@dataclass(frozen=True)
class Newest:
    """A partner that came in lately."""

    name: str
    url: str
    created_at: datetime


@dataclass(frozen=True)
class Today:
    on: date
    groups: list[Group]
    listed: Number  # organisations on the list, prospects and stakeholders among them
    partners: Number  # those of them who take part
    newest: list[Newest]

    @property
    def number(self) -> Number:
        """How many errands there are in all."""
        return sum((group.number for group in self.groups), NONE)

    @property
    def first(self) -> list[Group]:
        """As many kinds as one reads at once; at least one, if anything waits."""
        lines = accumulate(len(group.errands) for group in self.groups)
        return [
            group
            for place, (group, read) in enumerate(zip(self.groups, lines, strict=True))
            if read <= READ_AT_ONCE or place == 0
        ]

    @property
    def first_lines(self) -> int:
        return sum(len(group.errands) for group in self.first)

    @property
    def later(self) -> list[Group]:
        """The other kinds: a line each, which unfolds."""
        return self.groups[len(self.first) :]

    @property
    def is_beginning(self) -> bool:
        return not self.listed


def today(membership: Membership, *, on: date, at: datetime) -> Today:
    """The home page of a member who sees every partner, in a fixed number of queries."""
    due = dated(membership, on=on)
    governance = about_governance(membership, on=on)
    groups: Iterable[Group] = (*due.first, *governance)
    if membership.may(Permission.EDIT_PARTNERS):
        waits = waiting(membership, on=on)
        groups = (
            *due.first,
            follow_ups_due(waits, membership, on=on),
            unfinished_imports(membership),
            quiet_too_long(membership, on=on),
            promises_due(waits, membership, on=on),
            contributions_late(waits, membership, on=on),
            support_asked(waits, membership),
            nobody_to_call(waits, membership, on=on),
            nobody_looking_after(waits, membership, on=on),
            goals_unanswered(waits, membership, on=on),
            missing_at_the_table(membership, on=on),
            on_the_way(waits, membership),
            perhaps_the_same(waits, membership),
            due_to_confirm(waits, membership, on=on),
            *governance,
            *due.then,
            unanswered_invitations(membership, at=at),
            asking_to_be_forgotten(membership),
        )
    listed, partners, newest = newest_partners(membership)
    return Today(
        on=on,
        groups=sorted(
            (group for group in groups if group.errands), key=lambda group: not group.is_pressing
        ),
        listed=listed,
        partners=partners,
        newest=newest,
    )


@dataclass(frozen=True)
class Own:
    """An organisation that a partner speaks for, and in a line each what it gains and what it gives."""

    organisation: Organisation
    gain: Gain
    giving: Giving


def own_organisations(membership: Membership, *, on: date) -> list[Own]:
    own = list(Organisation.objects.visible_to(membership).with_details())
    ids = [organisation.pk for organisation in own]
    gains, givings = gains_of(ids, on=on), givings_of(ids, on=on)
    return [Own(each, gains[each.pk], givings[each.pk]) for each in own]


def newest_partners(membership: Membership) -> tuple[Number, Number, list[Newest]]:
    """How many organisations are on the list, how many of them are partners, and those that came last."""
    rows = _newest.ask(coalition=membership.coalition_id)
    page = by_id("partners:detail", membership.coalition.slug)
    newest = [Newest(name, page(pk), created_at) for pk, name, created_at, *_numbers in rows]
    listed, partners = rows[0][-2:] if rows else (0, 0)
    return Number.told(listed), Number.told(partners), newest


@prepared
def _newest(*, coalition: int) -> QuerySet:
    rows = Organisation.objects.of_coalition(coalition).active()
    partners = rows.of_kinds([Organisation.Kind.PARTNER])
    told = rows.annotate(number=counted(rows), partners=counted(partners))
    last = told.order_by("-created_at", "-pk")[:SHOWN]
    return last.values_list("pk", "name", "created_at", "number", "partners")
