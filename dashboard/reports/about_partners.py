"""Errands that are about one partner each, from what waits."""

from datetime import date

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Membership
from common.pages.addresses import by_id
from dashboard.reports.errands import Errand, Group
from dashboard.reports.waiting import A_FEW, Matter, Waits

WORDS = 12  # of what was said; the rest stands on their page
YEAR, WEEK = 365, 7  # days


def follow_ups_due(waits: Waits, membership: Membership, *, on: date) -> Group:
    """Promised for today or earlier and not done, by anybody."""
    slug = membership.coalition.slug
    talks = by_id("partners:talks_of", slug)
    rows = waits.of(Matter.FOLLOW_UP)
    return Group(
        title=_("Promised to follow up"),
        errands=[
            Errand(
                margin=date_format(row.on, "MONTH_DAY_FORMAT"),
                title=row.name,
                url=talks(row.partner),
                reason=_("%(who)s: %(said)s")
                % {
                    "who": row.who,
                    "said": " ".join(row.words.split()[:WORDS]) or _("get in touch"),
                },
                verb=_("Look at it"),
                verb_url=talks(row.partner),
                is_pressing=row.on < on,
            )
            for row in rows
            if row.on is not None
        ],
        more=waits.number(Matter.FOLLOW_UP).but(len(rows)),
        more_url=f"{reverse('partners:talks', args=[slug])}?due=due",
    )


def promises_due(waits: Waits, membership: Membership, *, on: date) -> Group:
    """Late, or due within a week, to partners that this member looks after, or that nobody does."""
    slug = membership.coalition.slug
    value = by_id("partners:value", slug)
    rows = waits.of(Matter.PROMISE)
    overview = reverse("partners:value_overview", args=[slug])
    return Group(
        title=_("We promised"),
        errands=[
            Errand(
                margin=when_due(row.on, on=on),
                title=row.name,
                url=value(row.partner),
                reason=_("We promised them: “%(words)s”") % {"words": row.words},
                verb=_("Note as delivered"),
                verb_url=reverse("partners:benefit_deliver", args=[slug, row.partner, row.row]),
                is_pressing=row.on < on,
            )
            for row in rows
            if row.on is not None
        ],
        more=waits.number(Matter.PROMISE).but(len(rows)),
        more_url=f"{overview}?state=promised&state=under_way",
    )


def nobody_to_call(waits: Waits, membership: Membership, *, on: date) -> Group:
    """Partners without one person who is still there."""
    return _missing(
        Matter.NOBODY_TO_CALL,
        waits,
        membership,
        title=_("Nobody to call"),
        reason=_("No person is known there. If they go quiet, nobody will notice."),
        verb=_("Add a person"),
        address="partners:contact_add",
        query="people=none",
        on=on,
    )


def nobody_looking_after(waits: Waits, membership: Membership, *, on: date) -> Group:
    return _missing(
        Matter.NOBODY_KEEPS,
        waits,
        membership,
        title=_("Nobody looks after them"),
        reason=_("No member keeps this relationship. Choose one."),
        verb=_("Choose someone"),
        address="partners:edit",
        query="owner=none",
        on=on,
    )


def _missing(
    matter: Matter,
    waits: Waits,
    membership: Membership,
    *,
    title: str,
    reason: str,
    verb: str,
    address: str,
    query: str,
    on: date,
) -> Group:
    """The first partners who lack something, and the list with all of them."""
    slug = membership.coalition.slug
    page, act = by_id("partners:detail", slug), by_id(address, slug)
    rows = waits.of(matter)
    return Group(
        title=title,
        errands=[
            Errand(
                margin=duration(row.on, on=on),
                title=row.name,
                url=page(row.partner),
                reason=reason,
                verb=verb,
                verb_url=act(row.partner),
            )
            for row in rows
        ],
        more=waits.number(matter).but(len(rows)),
        more_url=f"{reverse('partners:list', args=[slug])}?{query}",
    )


def perhaps_the_same(waits: Waits, membership: Membership) -> Group:
    """Pairs that the search for duplicates has found, the most certain first."""
    slug = membership.coalition.slug
    pairs = reverse("partners:duplicates", args=[slug])
    page = by_id("partners:detail", slug)
    rows = waits.of(Matter.PERHAPS_THE_SAME)
    return Group(
        title=_("Perhaps the same"),
        errands=[
            Errand(
                margin=_("two entries"),
                title=_("%(one)s and %(other)s") % {"one": row.name, "other": row.who},
                url=page(row.partner),
                reason=_("They look like one partner. Merge them, or say that they are two."),
                verb=_("Compare"),
                verb_url=pairs,
            )
            for row in rows
        ],
        more=waits.number(Matter.PERHAPS_THE_SAME).but(len(rows)),
        more_url=pairs,
    )


def due_to_confirm(waits: Waits, membership: Membership, *, on: date) -> Group:
    """Partners whose profile nobody has confirmed for longer than the coalition wants."""
    slug = membership.coalition.slug
    page = by_id("partners:depth", slug)
    rows = waits.of(Matter.NEVER_CONFIRMED, Matter.CONFIRMED_LONG_AGO)[:A_FEW]
    number = waits.number(Matter.NEVER_CONFIRMED) + waits.number(Matter.CONFIRMED_LONG_AGO)
    return Group(
        title=_("Still right?"),
        errands=[
            Errand(
                margin=duration(row.on, on=on),
                title=row.name,
                url=page(row.partner),
                reason=_("Nobody has confirmed for a while what is written of them."),
                verb=_("Have a look"),
                verb_url=page(row.partner),
            )
            for row in rows
        ],
        more=number.but(len(rows)),
        more_url=reverse("partners:verifying", args=[slug]),
    )


def when_due(due_on: date, *, on: date) -> str:
    """“3 days late”, “today”, “in 5 days”."""
    days = (due_on - on).days
    if days == 0:
        return _("today")
    if days < 0:
        return ngettext("%(n)d day late", "%(n)d days late", -days) % {"n": -days}
    return ngettext("in %(n)d day", "in %(n)d days", days) % {"n": days}


def duration(since: date | None, *, on: date) -> str:
    """How long a partner has been here, in the largest whole unit: “2 years”, “5 weeks”."""
    if since is None:
        return ""
    days = max((on - since).days, 0)
    if days >= YEAR:
        return ngettext("%(n)d year", "%(n)d years", days // YEAR) % {"n": days // YEAR}
    if days >= 2 * WEEK:
        return ngettext("%(n)d week", "%(n)d weeks", days // WEEK) % {"n": days // WEEK}
    return ngettext("%(n)d day", "%(n)d days", days) % {"n": days}
