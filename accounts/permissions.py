"""Who may do what, on one screen.

A *role* is what a person is in a coalition; it holds *permissions*, each with the sentence that the
members page shows. A view declares `@require(Permission.X)`, `@signed_in` or `@public`; a view that
declares nothing fails the build. Which rows a person sees is a QuerySet (`visible_to(membership)`);
whether something can be done now is the operation's refusal. Wrong coalition: 404. Wrong role: 403.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import HttpRequest, HttpResponseBase
from django.utils.translation import gettext_lazy as _

from common.editing.expired_sign_in import ask_to_sign_in

View = Callable[..., HttpResponseBase]


class Permission(models.TextChoices):
    SEE_COALITION = "see_coalition", _("Open the coalition's home page")
    SEE_PARTNERS = "see_partners", _("See every partner")
    SEE_OWN_ORGANISATION = (
        "see_own_organisation",
        _("See what the coalition holds on their own organisation"),
    )
    EDIT_OWN_ORGANISATION = "edit_own_organisation", _("Correct their own organisation's profile")
    SEE_CONTACT_DETAILS = (
        "see_contact_details",
        _("See people's e-mail addresses and phone numbers"),
    )
    SEE_HISTORY = "see_history", _("See who changed what, and when")
    EXPORT_PARTNERS = "export_partners", _("Download the partner list")
    SHARE_VIEWS = "share_views", _("Share a view of the partner list with everyone")
    KEEP_SHARED_VIEWS = "keep_shared_views", _("Change and delete views that others share")
    OPEN_FILES = "open_files", _("Open files kept on the partners that they see")
    SEE_TALKS = "see_talks", _("Read what was talked about with partners, and see when it was last")
    LOG_TALKS = "log_talks", _("Log a talk with a partner, and go to partners' events")
    SEE_EVENTS = "see_events", _("See which open events partners put on")
    EDIT_EVENTS = (
        "edit_events",
        _("Put partners' events into the calendar; partners their own"),
    )
    READ_NOTES = "read_notes", _("Read our own notes on partners, beside their words")
    EDIT_PARTNERS = "edit_partners", _("Add, edit and retire partners, and undo changes")
    SEE_RISK = (
        "see_risk",
        _("See due diligence and incidents, and write notes that only those named on them read"),
    )
    IMPORT_PARTNERS = "import_partners", _("Bring in a spreadsheet, and undo it")
    SEE_DIRECTORY = (
        "see_directory",
        _("Look up who does what among the partners, as far as they may be named"),
    )
    SEE_SERVICES = (
        "see_services",
        _("Look up which partner offers which service, and how to send somebody there"),
    )
    EDIT_SERVICES = (
        "edit_services",
        _("Tell of services and whether they take people; partners of their own"),
    )
    SEE_GAPS = "see_gaps", _("See what is planned where somebody is missing at the table")
    EDIT_COMPOSITION = (
        "edit_composition",
        _("Say who must be at the table, plan for who is missing, and sign what was read"),
    )
    SEE_PIPELINE = (
        "see_pipeline",
        _("See who is being won as a partner, at which stage, and why somebody left"),
    )
    SUGGEST_PARTNERS = (
        "suggest_partners",
        _("Suggest a partner, and see what became of it"),
    )
    SEE_CALLS = "see_calls", _("Read calls for partners, who applied, and what was decided and why")
    RUN_CALLS = (
        "run_calls",
        _("Open a call for partners, choose who reads the applications, and decide on them"),
    )
    REVIEW_APPLICATIONS = (
        "review_applications",
        _("Score applications to a call, where the coordinator has asked them to"),
    )
    SEE_GOALS = (
        "see_goals",
        _("Read the coalition's goals, what each needs, and what they do in it themselves"),
    )
    EDIT_GOALS = (
        "edit_goals",
        _("Set and end goals, say what each needs and who does what in it"),
    )
    LOG_CONTRIBUTIONS = (
        "log_contributions",
        _("Write down what partners give, and ask for support; partners their own"),
    )
    SEE_BALANCE = (
        "see_balance",
        _("See whether a partner gives far more than it gains, or gains far more"),
    )
    SEE_GOVERNANCE = (
        "see_governance",
        _("See the charter, the bodies, who sits where and until when, and how decisions are made"),
    )
    SIGN_FOR_ORGANISATION = (
        "sign_for_organisation",
        _("Sign the charter, accept a seat, and declare interests for their own organisation"),
    )
    OFFER_TO_LEAD = "offer_to_lead", _("Say which role they would like to grow into")
    SEE_SUCCESSION = (
        "see_succession",
        _("See who could follow whom, whose terms end, and how power is shared"),
    )
    EDIT_GOVERNANCE = (
        "edit_governance",
        _("Keep the charter, bodies, seats, rules, the glossary and who comes next"),
    )
    EDIT_TAXONOMY = "edit_taxonomy", _("Change the coalition's sectors and other lists")
    INVITE_PEOPLE = "invite_people", _("Invite people")
    MANAGE_MEMBERS = "manage_members", _("Change roles and end memberships")
    READ_OUTGOING_MAIL = (
        "read_outgoing_mail",
        _("Read the mail that leaves in the coalition's name"),
    )
    REMOVE_SAMPLE = "remove_sample", _("Take the sample coalition away, once it has served")
    EDIT_COALITION = "edit_coalition", _("Change the coalition's name, place and problem statement")


class Role(models.TextChoices):
    ADMINISTRATOR = "administrator", _("Administrator")
    COORDINATOR = "coordinator", _("Coordinator")
    STEERING = "steering", _("Steering committee")
    PARTNER = "partner", _("Partner")
    VIEWER = "viewer", _("Viewer")

    @property
    def permissions(self) -> frozenset[Permission]:
        return PERMISSIONS[self]

    @property
    def may_invite(self) -> frozenset["Role"]:
        """Nobody hands out more than they hold; a partner is invited from its organisation's page."""
        return MAY_INVITE.get(self, frozenset())

    @property
    def sentence(self) -> str:
        return SENTENCES[self]


P = Permission

_VIEWER = {
    P.SEE_COALITION,
    P.SEE_PARTNERS,
    P.SEE_DIRECTORY,
    P.SEE_EVENTS,
    P.SEE_SERVICES,
    P.SUGGEST_PARTNERS,
    P.SEE_GOALS,
    P.SEE_GOVERNANCE,
}
_STEERING = _VIEWER | {
    P.SEE_CONTACT_DETAILS,
    P.SEE_HISTORY,
    P.EXPORT_PARTNERS,
    P.OPEN_FILES,
    P.READ_NOTES,
    P.SHARE_VIEWS,
    P.SEE_TALKS,
    P.LOG_TALKS,
    P.EDIT_EVENTS,
    P.SEE_GAPS,
    P.SEE_PIPELINE,
    P.SEE_RISK,
    P.SEE_CALLS,
    P.REVIEW_APPLICATIONS,
    P.OFFER_TO_LEAD,
    P.SEE_SUCCESSION,
    P.SEE_BALANCE,
}
_COORDINATOR = _STEERING | {
    P.EDIT_PARTNERS,
    P.EDIT_SERVICES,
    P.LOG_CONTRIBUTIONS,
    P.IMPORT_PARTNERS,
    P.EDIT_TAXONOMY,
    P.EDIT_COMPOSITION,
    P.RUN_CALLS,
    P.EDIT_GOALS,
    P.EDIT_GOVERNANCE,
    P.INVITE_PEOPLE,
    P.REMOVE_SAMPLE,
}
_ADMINISTRATOR = _COORDINATOR | {
    P.KEEP_SHARED_VIEWS,
    P.MANAGE_MEMBERS,
    P.READ_OUTGOING_MAIL,
    P.EDIT_COALITION,
}

PERMISSIONS: dict[Role, frozenset[Permission]] = {
    Role.ADMINISTRATOR: frozenset(_ADMINISTRATOR),
    Role.COORDINATOR: frozenset(_COORDINATOR),
    Role.STEERING: frozenset(_STEERING),
    Role.PARTNER: frozenset(
        {
            P.SEE_COALITION,
            P.SEE_OWN_ORGANISATION,
            P.EDIT_OWN_ORGANISATION,
            P.OPEN_FILES,
            P.SUGGEST_PARTNERS,
            P.SEE_DIRECTORY,
            P.SEE_EVENTS,
            P.EDIT_EVENTS,
            P.SEE_SERVICES,
            P.EDIT_SERVICES,
            P.LOG_CONTRIBUTIONS,
            P.REVIEW_APPLICATIONS,
            P.SEE_GOALS,
            P.SEE_GOVERNANCE,
            P.SIGN_FOR_ORGANISATION,
            P.OFFER_TO_LEAD,
        }
    ),
    Role.VIEWER: frozenset(_VIEWER),
}

MAY_INVITE: dict[Role, frozenset[Role]] = {
    Role.ADMINISTRATOR: frozenset(Role),
    Role.COORDINATOR: frozenset({Role.STEERING, Role.PARTNER, Role.VIEWER}),
}

SENTENCES: dict[Role, Any] = {
    Role.ADMINISTRATOR: _("Does everything a coordinator does, and decides who is a member."),
    Role.COORDINATOR: _("Keeps the partners, brings in spreadsheets and invites people."),
    Role.STEERING: _("Sees every partner and its people, and downloads the list."),
    Role.PARTNER: _(
        "Sees and corrects their own organisation; of the others what a directory may say, "
        "their services and their events."
    ),
    Role.VIEWER: _("Sees the partners, without people's addresses and phone numbers."),
}


def public(view: View) -> View:
    """Anyone may open this address, signed in or not."""
    view.access = "public"  # type: ignore[attr-defined]
    return view


def signed_in(view: View) -> View:
    """Anyone who is signed in may open this address; it belongs to no coalition."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not request.user.is_authenticated:
            return ask_to_sign_in(request)
        return view(request, *args, **kwargs)

    guarded.access = "signed_in"  # type: ignore[attr-defined]
    return guarded


def require(permission: Permission) -> Callable[[View], View]:
    """Only members whose role holds `permission`. The middleware has answered 404 to all others."""

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.membership.may(permission):  # type: ignore[attr-defined]
                raise PermissionDenied(permission.label)
            return view(request, *args, **kwargs)

        guarded.access = permission  # type: ignore[attr-defined]
        return guarded

    return decorate
