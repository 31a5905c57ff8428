"""What the command palette can go to in the goals."""

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from dashboard.palette.command import Command

P = Permission

GOALS: tuple[Command, ...] = (
    Command(
        _("Goals"),
        "goal",
        "goals:list",
        P.SEE_GOALS,
        _("aims objectives what we want to change determinants conditions RACI"),
    ),
    Command(_("Set a goal"), "plus", "goals:add", P.EDIT_GOALS, _("new goal aim")),
    Command(
        _("Here for no goal yet"),
        "goal",
        "goals:unlinked",
        P.SEE_PARTNERS,
        _("why here partners goals"),
    ),
)
