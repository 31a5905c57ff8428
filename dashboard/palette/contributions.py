"""What the command palette can go to about what partners give and ask for."""

from django.utils.translation import gettext_lazy as _

from accounts.permissions import Permission
from dashboard.palette.command import Command

P = Permission

CONTRIBUTIONS: tuple[Command, ...] = (
    Command(
        _("Contributions"),
        "gift",
        "contributions:overview",
        P.SEE_PARTNERS,
        _("give and take given received balance reciprocity in-kind"),
    ),
    Command(
        _("All contributions"),
        "gift",
        "contributions:list",
        P.SEE_PARTNERS,
        _("promised given late in-kind pledges deliveries download rows"),
    ),
    Command(
        _("Support asked for"),
        "gift",
        "contributions:support",
        P.READ_NOTES,
        _("interpreter travel child care stipend requests"),
    ),
)
