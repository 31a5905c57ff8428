"""What waits for a coordinator, each with its reason and the button that settles it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from accounts.models import Invitation, Membership
from common.database.counting import Number, counted
from common.database.prepared import prepared
from common.pages.addresses import by_id
from dashboard.reports.waiting import A_FEW, SHOWN
from partners.models import CompositionReport, Contact, Gap, ImportRun
from partners.models.composition.settings import FIRST_READING

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

    @property
    def number(self) -> Number:
        """How many there are of this kind, shown or not."""
        return Number(len(self.errands)) + self.more

    @property
    def is_pressing(self) -> bool:
        return any(errand.is_pressing for errand in self.errands)


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
        more=_left(runs),
        more_url=reverse("partners:import_start", args=[membership.coalition.slug]),
    )


def _left(rows: list[Any]) -> Number:
    """How many there are behind those that are shown; each row knows the `number` of all."""
    return Number.told(rows[0].number if rows else 0).but(len(rows))


@prepared
def _unfinished(*, coalition: int) -> QuerySet:
    runs = ImportRun.objects.unfinished(coalition)
    return runs.annotate(number=counted(runs))[:SHOWN]


def asking_to_be_forgotten(membership: Membership) -> Group:
    """Contacts whose person has erased their account: the coalition's own record waits for it."""
    page = by_id("partners:detail", membership.coalition.slug)
    slug = membership.coalition.slug
    contacts = _asking_erasure.ask(coalition=membership.coalition_id)
    return Group(
        title=_("Asked to be forgotten"),
        errands=[
            Errand(
                margin=_("contact"),
                title=contact.name,
                url=page(contact.organisation_id),
                reason=_("They erased their account, and still stand here as a contact."),
                verb=_("Erase"),
                verb_url=reverse(
                    "partners:contact_erase", args=[slug, contact.organisation_id, contact.pk]
                ),
                is_pressing=True,
            )
            for contact in contacts
        ],
        more=_left(contacts),
    )


@prepared
def _asking_erasure(*, coalition: int) -> QuerySet:
    contacts = Contact.objects.filter(coalition=coalition).asking_to_be_forgotten()
    rows = contacts.select_related(None).only("name", "organisation_id")
    return rows.annotate(number=counted(contacts))[:SHOWN]


def missing_at_the_table(membership: Membership, *, on: date) -> Group:
    """Plans for who is missing that have a day, and the next reading of the composition when it is due."""
    slug = membership.coalition.slug
    gap = by_id("partners:gap", slug)
    readings = reverse("partners:composition_reports", args=[slug])
    found = _composition.ask(coalition=membership.coalition_id, on=on)
    plans = [number for _day, needed, _words, number in found if needed]
    return Group(
        title=_("Missing at the table"),
        errands=[
            _reading_due(day, readings, is_first=words == FIRST_READING)
            if needed is None
            else _plan_due(day, words, gap(needed), on)
            for day, needed, words, _number in found
        ],
        more=Number.told(max(plans, default=0)).but(len(plans)),
        more_url=reverse("partners:composition", args=[slug]),
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


def _reading_due(day: date, url: str, *, is_first: bool) -> Errand:
    return Errand(
        margin=date_format(day, "MONTH_DAY_FORMAT"),
        title=_("Read together who is at the table"),
        url=url,
        reason=_("You said then who must be here, and have not looked together yet at who is.")
        if is_first
        else _("You said that you would look at it again by then."),
        verb=_("Open the readings"),
        verb_url=url,
        is_pressing=True,
    )


@prepared
def _composition(*, coalition: int, on: date) -> QuerySet:
    """Rows of (day, id of the needed voice or nothing, its words, how many plans): plans first."""
    waiting = Gap.objects.waiting(coalition)
    columns = ("ask_by", "needed", "words", "number")
    plans = waiting.annotate(number=counted(waiting))[:A_FEW].values_list(*columns)
    readings = CompositionReport.objects
    due, first = readings.due(coalition, on=on), readings.first_due(coalition)
    return plans.union(due, first, all=True)


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
        more=_left(invitations),
        more_url=url,
    )


@prepared
def _ran_out(*, coalition: int, at: datetime) -> QuerySet:
    rows = Invitation.objects.filter(coalition=coalition).open().filter(expires_at__lte=at)
    return rows.annotate(number=counted(rows)).order_by("-expires_at")[:SHOWN]
