"""What waits for a coordinator, each with its reason and the button that settles it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Invitation, Membership
from common.addresses import by_id
from common.counting import Number, counted
from common.prepared import prepared
from partners.models import (
    CompositionReport,
    Contact,
    Gap,
    ImportRun,
    LikelyPair,
    Organisation,
    SearchEntry,
)
from partners.reports.depth.due import due_for_verifying

SHOWN = 5
A_FEW = 3  # of what has a page of its own
YEAR, WEEK = 365, 7  # days
NONE = Number()


@dataclass(frozen=True)
class Errand:
    """One line of the list: what stands in the margin, whom it is about, why, and the button."""

    margin: str
    title: str
    url: str
    reason: str
    verb: str
    verb_url: str
    is_pressing: bool = False


@dataclass(frozen=True)
class Group:
    """Errands of one kind; `more` is how many are not shown, behind `more_url`."""

    title: str
    errands: list[Errand]
    more: Number = NONE
    more_url: str = ""


def unfinished_imports(membership: Membership) -> Group:
    runs = _unfinished.ask(coalition=membership.coalition_id)
    for run in runs:
        run.coalition = membership.coalition
    return Group(
        title=_("Finish bringing in"),
        errands=[
            Errand(
                margin=run.get_state_display(),
                title=run.file_name,
                url=run.get_absolute_url(),
                reason=run.problem or _("Nothing of this file is written until you say so."),
                verb=_("Look at it"),
                verb_url=run.get_absolute_url(),
                is_pressing=run.state == ImportRun.State.FAILED,
            )
            for run in runs
        ],
    )


@prepared
def _unfinished(*, coalition: int) -> QuerySet:
    return ImportRun.objects.unfinished(coalition)[:SHOWN]


def nobody_to_call(membership: Membership, *, on: date) -> Group:
    """Partners without one person who is still there."""
    return partner_group(
        membership,
        _needing_people.ask(coalition=membership.coalition_id),
        title=_("Nobody to call"),
        reason=_("No person is known there. If they go quiet, nobody will notice."),
        verb=_("Add a person"),
        address="partners:contact_add",
        query="people=none",
        on=on,
    )


@prepared
def _needing_people(*, coalition: int) -> QuerySet:
    rows = SearchEntry.objects.needing_people(coalition)
    first = rows.annotate(number=counted(rows))[:SHOWN]
    return first.values_list("pk", "organisation__name", "since_on", "number")


def nobody_looking_after(membership: Membership, *, on: date) -> Group:
    return partner_group(
        membership,
        _needing_a_keeper.ask(coalition=membership.coalition_id),
        title=_("Nobody looks after them"),
        reason=_("No member keeps this relationship. Choose one."),
        verb=_("Choose someone"),
        address="partners:edit",
        query="owner=none",
        on=on,
    )


@prepared
def _needing_a_keeper(*, coalition: int) -> QuerySet:
    rows = Organisation.objects.of_coalition(coalition).needing_a_keeper()
    first = rows.annotate(number=counted(rows))[:SHOWN]
    return first.values_list("pk", "name", "since_on", "number")


def partner_group(
    membership: Membership,
    rows: list[tuple[int, str, date | None, int]],
    *,
    title: str,
    reason: str,
    verb: str,
    address: str,
    query: str,
    on: date,
) -> Group:
    """The first partners of a kind; each row tells how many there are in all."""
    slug = membership.coalition.slug
    page, act = by_id("partners:detail", slug), by_id(address, slug)
    number = Number.told(rows[0][-1] if rows else 0)
    return Group(
        title=title,
        errands=[
            Errand(
                margin=duration(since_on, on=on),
                title=name,
                url=page(pk),
                reason=reason,
                verb=verb,
                verb_url=act(pk),
            )
            for pk, name, since_on, _number in rows
        ],
        more=number.but(len(rows)),
        more_url=f"{reverse('partners:list', args=[slug])}?{query}",
    )


def perhaps_the_same(membership: Membership) -> Group:
    """Pairs that the search for duplicates has found, the most certain first."""
    slug = membership.coalition.slug
    pairs = reverse("partners:duplicates", args=[slug])
    page = by_id("partners:detail", slug)
    found = _pairs.ask(coalition=membership.coalition_id)
    number = Number.told(found[0][-1] if found else 0)
    return Group(
        title=_("Perhaps the same"),
        errands=[
            Errand(
                margin=_("two entries"),
                title=_("%(one)s and %(other)s") % {"one": one, "other": other},
                url=page(pk),
                reason=_("They look like one partner. Merge them, or say that they are two."),
                verb=_("Compare"),
                verb_url=pairs,
            )
            for pk, one, other, _number in found
        ],
        more=number.but(len(found)),
        more_url=pairs,
    )


@prepared
def _pairs(*, coalition: int) -> QuerySet:
    rows = LikelyPair.objects.to_judge(coalition)
    first = rows.annotate(number=counted(rows))[:A_FEW]
    return first.values_list("first", "first__name", "second__name", "number")


def due_to_confirm(membership: Membership, *, on: date) -> Group:
    """Partners whose profile nobody has confirmed for longer than the coalition wants."""
    slug = membership.coalition.slug
    page = by_id("partners:depth", slug)
    rows = _due.ask(coalition=membership.coalition_id, on=on)
    number = Number.told(rows[0][-1] if rows else 0)
    return Group(
        title=_("Still right?"),
        errands=[
            Errand(
                margin=duration(since, on=on),
                title=name,
                url=page(pk),
                reason=_("Nobody has confirmed for a while what is written of them."),
                verb=_("Have a look"),
                verb_url=page(pk),
            )
            for pk, name, since, _number in rows
        ],
        more=number.but(len(rows)),
        more_url=reverse("partners:verifying", args=[slug]),
    )


@prepared
def _due(*, coalition: int, on: date) -> QuerySet:
    rows = due_for_verifying(coalition, on=on)
    first = rows.annotate(number=counted(rows))[:A_FEW]
    return first.values_list("pk", "name", "asked_since", "number")


def asking_to_be_forgotten(membership: Membership) -> Group:
    """Contacts whose person has erased their account: the coalition's own record waits for it."""
    page = by_id("partners:detail", membership.coalition.slug)
    slug = membership.coalition.slug
    return Group(
        title=_("Asked to be forgotten"),
        errands=[
            Errand(
                margin=_("contact"),
                title=name,
                url=page(organisation),
                reason=_("They erased their account, and still stand here as a contact."),
                verb=_("Erase"),
                verb_url=reverse("partners:contact_erase", args=[slug, organisation, pk]),
                is_pressing=True,
            )
            for pk, name, organisation in _asking_erasure.ask(coalition=membership.coalition_id)
        ],
    )


@prepared
def _asking_erasure(*, coalition: int) -> QuerySet:
    contacts = Contact.objects.filter(coalition=coalition).asking_to_be_forgotten()
    return contacts.values_list("pk", "name", "organisation_id")[:SHOWN]


def missing_at_the_table(membership: Membership, *, on: date) -> Group:
    """Plans for who is missing that have a day, and the next reading of the composition when it is due."""
    slug = membership.coalition.slug
    gap, readings = (
        by_id("partners:gap", slug),
        reverse("partners:composition_reports", args=[slug]),
    )
    found = _composition.ask(coalition=membership.coalition_id, on=on)
    return Group(
        title=_("Missing at the table"),
        errands=[
            _reading_due(day, readings)
            if needed is None
            else _plan_due(day, words, gap(needed), on)
            for day, needed, words in found
        ],
    )


def _plan_due(day: date, words: str, url: str, on: date) -> Errand:
    is_late = day <= on
    return Errand(
        margin=date_format(day, "MONTH_DAY_FORMAT"),
        title=words,
        url=url,
        reason=_("The day on which you wanted to have asked somebody is here.")
        if is_late
        else _("You wanted to ask somebody by then."),
        verb=_("Open the plan"),
        verb_url=url,
        is_pressing=is_late,
    )


def _reading_due(day: date, url: str) -> Errand:
    return Errand(
        margin=date_format(day, "MONTH_DAY_FORMAT"),
        title=_("Read together who is at the table"),
        url=url,
        reason=_("You said that you would look at it again by then."),
        verb=_("Open the readings"),
        verb_url=url,
        is_pressing=True,
    )


@prepared
def _composition(*, coalition: int, on: date) -> QuerySet:
    """Rows of (day, id of the needed voice or nothing, its words): plans first, then the reading."""
    plans = Gap.objects.waiting(coalition)[:A_FEW].values_list("ask_by", "needed", "words")
    return plans.union(CompositionReport.objects.due(coalition, on=on), all=True)


def unanswered_invitations(membership: Membership, *, at: datetime) -> Group:
    invitations = _ran_out.ask(coalition=membership.coalition_id, at=at)
    url = reverse("accounts:members", args=[membership.coalition.slug])
    return Group(
        title=_("Invitations that ran out"),
        errands=[
            Errand(
                margin=invitation.get_role_display(),
                title=invitation.full_name or invitation.email,
                url=url,
                reason=_("Did not answer in time. The link no longer works."),
                verb=_("Invite again"),
                verb_url=url,
            )
            for invitation in invitations
        ],
    )


@prepared
def _ran_out(*, coalition: int, at: datetime) -> QuerySet:
    rows = Invitation.objects.filter(coalition=coalition).open().filter(expires_at__lte=at)
    return rows.order_by("-expires_at")[:SHOWN]


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
