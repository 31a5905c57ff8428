"""Everything the command palette can go to or do besides finding: one line each, with who may.

An app that comes adds its lines here, in the order in which they shall be shown before anything is typed.
`words` are other names under which people look for it.
"""

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from dashboard.palette.command import Command
from dashboard.palette.contributions import CONTRIBUTIONS
from dashboard.palette.goals import GOALS
from dashboard.palette.governance import GOVERNANCE
from dashboard.palette.own import OWN

P = Permission

ACTIONS: tuple[Command, ...] = (
    Command(
        _("Log a talk"),
        "talk",
        "partners:talk_log",
        P.LOG_TALKS,
        _("call visit e-mail meeting thank-you note touchpoint"),
    ),
    Command(_("Add a partner"), "plus", "partners:add", P.EDIT_PARTNERS, _("new organisation")),
    Command(
        _("Suggest a partner"),
        "plus",
        "partners:suggest",
        P.SUGGEST_PARTNERS,
        _("nominate nomination recommend prospect"),
    ),
    Command(
        _("Bring in a spreadsheet"),
        "upload",
        "partners:import_start",
        P.IMPORT_PARTNERS,
        _("import upload excel csv"),
    ),
    Command(
        _("Invite somebody"), "mail", "accounts:invite", P.INVITE_PEOPLE, _("new member access")
    ),
    Command(
        _("Open a body"),
        "plus",
        "governance:body_add",
        P.EDIT_GOVERNANCE,
        _("committee working group governance"),
    ),
    Command(
        _("Note a training"),
        "plus",
        "governance:training_add",
        P.EDIT_GOVERNANCE,
        _("workshop course attendance equity"),
    ),
    Command(
        _("Say which role I would like"),
        "plus",
        "governance:offer_add",
        P.OFFER_TO_LEAD,
        _("lead succession grow interest"),
    ),
)

PAGES: tuple[Command, ...] = (
    Command(_("Today"), "today", "dashboard:home", P.SEE_COALITION, _("home start")),
    Command(_("Partners"), "people", "partners:list", P.SEE_PARTNERS, _("organisations list")),
    Command(
        _("Talks with partners"),
        "talk",
        "partners:talks",
        P.SEE_TALKS,
        _("calls visits follow up quiet touchpoints"),
    ),
    Command(
        _("Partners' events"),
        "today",
        "partners:events",
        P.SEE_EVENTS,
        _("calendar open day who goes"),
    ),
    Command(
        _("Who is at the table"),
        "people",
        "partners:composition",
        P.SEE_PARTNERS,
        _("composition matrix coverage diversity equity"),
    ),
    Command(
        _("From prospect to member"),
        "people",
        "partners:pipeline",
        P.SEE_PIPELINE,
        _("pipeline board stages prospects invited recruit alumni left"),
    ),
    Command(
        _("Who is missing at the table"),
        "people",
        "partners:needed",
        P.SEE_PARTNERS,
        _("gaps required sectors voices needed"),
    ),
    Command(
        _("Duplicates"),
        "people",
        "partners:duplicates",
        P.EDIT_PARTNERS,
        _("merge same double twice likely pairs"),
    ),
    Command(
        _("Views of the partner list"),
        "people",
        "partners:views",
        P.SEE_PARTNERS,
        _("saved views tabs default shared"),
    ),
    Command(
        _("Directory"),
        "people",
        "partners:directory",
        P.EXPORT_PARTNERS,
        _("print PDF booklet export list"),
    ),
    Command(
        _("Changed together"),
        "people",
        "partners:bulk_start",
        P.EDIT_PARTNERS,
        _("bulk edit several selection undo"),
    ),
    Command(
        _("Services"),
        "people",
        "partners:services",
        P.SEE_SERVICES,
        _("register referral capacity who does what where"),
    ),
    Command(
        _("Who does what"),
        "people",
        "partners:who_does_what",
        P.SEE_DIRECTORY,
        _("directory partners duplication overlap look up"),
    ),
    Command(
        _("Where two do the same"),
        "people",
        "partners:services_overlap",
        P.SEE_PARTNERS,
        _("services overlap turf duplication funders"),
    ),
    Command(
        _("Rules for credit"),
        "people",
        "partners:credit",
        P.SEE_GOVERNANCE,
        _("recognition named logo turf ownership"),
    ),
    Command(
        _("Where nobody does"),
        "people",
        "partners:services_missing",
        P.SEE_PARTNERS,
        _("services missing coverage only one"),
    ),
    Command(
        _("Bring in services"),
        "upload",
        "partners:service_import_start",
        P.IMPORT_PARTNERS,
        _("import spreadsheet directory 211"),
    ),
    Command(
        _("Calls for partners"),
        "people",
        "partners:calls",
        P.REVIEW_APPLICATIONS,
        _("open call applications criteria reviewers scores"),
    ),
    Command(
        _("Priorities side by side"),
        "people",
        "partners:priorities",
        P.SEE_PARTNERS,
        _("alignment compare conflict"),
    ),
    Command(
        _("Not told yet"),
        "people",
        "partners:untold",
        P.READ_NOTES,
        _("why here missing answers profile topics"),
    ),
    Command(
        _("Influence and interest"),
        "people",
        "partners:stakeholders",
        P.SEE_HISTORY,
        _("stakeholders grid power"),
    ),
    Command(
        _("Due for verifying"),
        "check",
        "partners:verifying",
        P.EDIT_PARTNERS,
        _("profile confirm still right"),
    ),
    Command(
        _("What we compare with"),
        "settings",
        "partners:depth_settings",
        P.EDIT_TAXONOMY,
        _("our priorities needs capacity"),
    ),
    Command(
        _("Who works with whom"),
        "people",
        "partners:network",
        P.SEE_PARTNERS,
        _("network map ties brokers"),
    ),
    Command(
        _("Mutual value"),
        "people",
        "partners:value_overview",
        P.SEE_PARTNERS,
        _("benefits promises gain"),
    ),
    Command(
        _("Incidents"),
        "warn",
        "partners:incidents",
        P.SEE_RISK,
        _("risk reputation scandal crisis"),
    ),
    Command(
        _("Due diligence"),
        "check",
        "partners:risk_due",
        P.SEE_RISK,
        _("risk concerns checklist background"),
    ),
    Command(
        _("Notes for me"), "lock", "partners:risk_notes", P.SEE_PARTNERS, _("restricted secret")
    ),
    Command(
        _("Wordings"), "tag", "partners:wordings", P.EDIT_TAXONOMY, _("letters templates sector")
    ),
    *GOALS,
    *CONTRIBUTIONS,
    *GOVERNANCE,
    Command(_("Members"), "building", "accounts:members", P.INVITE_PEOPLE, _("people roles")),
    Command(
        _("Past members"),
        "building",
        "accounts:past_members",
        P.INVITE_PEOPLE,
        _("people left ended former"),
    ),
    Command(
        _("Sectors and other lists"),
        "tag",
        "partners:lists",
        P.EDIT_TAXONOMY,
        _("tags areas languages populations social determinants vocabulary"),
    ),
    Command(
        _("Our own fields"),
        "tag",
        "partners:own_fields",
        P.EDIT_TAXONOMY,
        _("custom columns questions"),
    ),
    Command(_("Invitations"), "mail", "accounts:invitations", P.INVITE_PEOPLE),
    Command(
        _("Coalition settings"),
        "settings",
        "accounts:coalition_settings",
        P.EDIT_COALITION,
        _("name place time zone"),
    ),
    Command(
        _("Who needs a second factor"),
        "settings",
        "accounts:coalition_second_factor",
        P.EDIT_COALITION,
        _("two-factor required roles security"),
    ),
    Command(_("Outgoing mail"), "mail", "accounts:mail", P.READ_OUTGOING_MAIL, _("letters outbox")),
    *OWN,
)
