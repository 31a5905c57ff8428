"""What a member should look at today: few lines, each with its reason, most urgent first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Invitation, Membership
from accounts.permissions import Permission
from partners.models import Contact, ImportRun, Organisation

SHOWN = 5
YEAR, WEEK = 365, 7  # days


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
    more: int = 0
    more_url: str = ""


@dataclass(frozen=True)
class Today:
    on: date
    groups: list[Group]
    partners: int
    newest: list[Organisation]

    @property
    def count(self) -> int:
        return sum(len(group.errands) + group.more for group in self.groups)

    @property
    def is_beginning(self) -> bool:
        return self.partners == 0


def today(membership: Membership, *, on: date, at: datetime) -> Today:
    """The home page of a member who sees every partner, in a fixed number of queries."""
    organisations = Organisation.objects.visible_to(membership).active()
    groups: Iterable[Group] = ()
    if membership.may(Permission.EDIT_PARTNERS):
        groups = (
            unfinished_imports(membership),
            nobody_to_call(membership, organisations, on=on),
            nobody_looking_after(membership, organisations, on=on),
            unanswered_invitations(membership, at=at),
            asking_to_be_forgotten(membership),
        )
    return Today(
        on=on,
        groups=[group for group in groups if group.errands],
        partners=organisations.count(),
        newest=list(organisations.order_by("-created_at", "-pk")[:SHOWN]),
    )


def own_organisations(membership: Membership) -> list[Organisation]:
    return list(Organisation.objects.visible_to(membership).with_details())


def unfinished_imports(membership: Membership) -> Group:
    runs = ImportRun.objects.filter(
        coalition=membership.coalition,
        state__in=[ImportRun.State.MAPPING, ImportRun.State.CHECKED, ImportRun.State.FAILED],
    ).select_related("coalition")
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
            for run in runs[:SHOWN]
        ],
    )


def nobody_to_call(membership: Membership, organisations: QuerySet, *, on: date) -> Group:
    """Partners without one person who is still there."""
    current = Contact.objects.current().filter(organisation=OuterRef("pk"))
    return partner_group(
        membership,
        organisations.filter(~Exists(current), kind=Organisation.Kind.PARTNER),
        title=_("Nobody to call"),
        reason=_("No person is known there. If they go quiet, nobody will notice."),
        verb=_("Add a person"),
        address="partners:contact_add",
        query="people=none",
        on=on,
    )


def nobody_looking_after(membership: Membership, organisations: QuerySet, *, on: date) -> Group:
    return partner_group(
        membership,
        organisations.filter(owner=None, kind=Organisation.Kind.PARTNER),
        title=_("Nobody looks after them"),
        reason=_("No member keeps this relationship. Choose one."),
        verb=_("Choose someone"),
        address="partners:edit",
        query="owner=none",
        on=on,
    )


def partner_group(
    membership: Membership,
    organisations: QuerySet,
    *,
    title: str,
    reason: str,
    verb: str,
    address: str,
    query: str,
    on: date,
) -> Group:
    slug = membership.coalition.slug
    oldest_first = list(organisations.order_by("since_on", "pk")[: SHOWN + 1])
    shown = oldest_first[:SHOWN]
    more = organisations.count() - SHOWN if len(oldest_first) > SHOWN else 0
    return Group(
        title=title,
        errands=[
            Errand(
                margin=duration(organisation.since_on, on=on),
                title=organisation.name,
                url=reverse("partners:detail", args=[slug, organisation.pk]),
                reason=reason,
                verb=verb,
                verb_url=reverse(address, args=[slug, organisation.pk]),
            )
            for organisation in shown
        ],
        more=more,
        more_url=f"{reverse('partners:list', args=[slug])}?{query}",
    )


def asking_to_be_forgotten(membership: Membership) -> Group:
    """Contacts whose person has erased their account: the coalition's own record waits for it."""
    contacts = Contact.objects.filter(coalition=membership.coalition_id).asking_to_be_forgotten()
    slug = membership.coalition.slug
    return Group(
        title=_("Asked to be forgotten"),
        errands=[
            Errand(
                margin=_("contact"),
                title=contact.name,
                url=contact.organisation.get_absolute_url(),
                reason=_("They erased their account, and still stand here as a contact."),
                verb=_("Erase"),
                verb_url=reverse(
                    "partners:contact_erase", args=[slug, contact.organisation_id, contact.pk]
                ),
                is_pressing=True,
            )
            for contact in contacts[:SHOWN]
        ],
    )


def unanswered_invitations(membership: Membership, *, at: datetime) -> Group:
    invitations = Invitation.objects.filter(coalition=membership.coalition).open()
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
            for invitation in invitations.filter(expires_at__lte=at).order_by("-expires_at")[:SHOWN]
        ],
    )


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
