"""The pages and choices of a person, which belong to no coalition, as lines of the command palette."""

from functools import partial

from django.utils.translation import gettext_lazy as _

from dashboard.palette.command import Command

_own = partial(Command, is_owned=False)
_theme = partial(_own, address="accounts:theme")
_language = partial(_own, icon="globe", address="accounts:language")

OWN: tuple[Command, ...] = (
    _own(_("My settings"), "person", "accounts:settings", words=_("account profile name language")),
    _own(_("All my coalitions"), "people", "accounts:coalitions", words=_("switch")),
    _own(
        _("Signing in"),
        "lock",
        "mfa_index",
        words=_("security password passkey two-factor recovery codes app sessions devices"),
    ),
    _own(
        _("What is held about me"),
        "person",
        "accounts:my_data",
        words=_("my data export download privacy erase account"),
    ),
)

# Shown once they are looked for: there are two menus for them.
CHOICES: tuple[Command, ...] = (
    # Its page asks once more, and clears what this browser keeps of drafts.
    _own(_("Sign out"), "out", "account_logout", words=_("log out leave")),
    _theme(_("Light"), "sun", words=_("theme bright day"), pressed=("theme", "light")),
    _theme(_("Dark"), "moon", words=_("theme night"), pressed=("theme", "dark")),
    _theme(
        _("Light or dark as my device"),
        "screen",
        words=_("theme system automatic"),
        pressed=("theme", "system"),
    ),
    _language("English", words=_("language"), pressed=("language", "en")),
    _language("Español", words=_("language Spanish"), pressed=("language", "es")),
)
