"""The pages and choices of a person, which belong to no coalition, as lines of the command palette."""

from django.utils.translation import gettext_lazy as _

from dashboard.palette.command import Command

OWN: tuple[Command, ...] = (
    Command(
        _("My settings"),
        "person",
        "accounts:settings",
        words=_("account profile name language"),
        is_owned=False,
    ),
    Command(
        _("All my coalitions"), "people", "accounts:coalitions", words=_("switch"), is_owned=False
    ),
    Command(
        _("Signing in"),
        "lock",
        "mfa_index",
        words=_("security password passkey two-factor recovery codes app sessions devices"),
        is_owned=False,
    ),
    Command(
        _("What is held about me"),
        "person",
        "accounts:my_data",
        words=_("my data export download privacy erase account"),
        is_owned=False,
    ),
)

# Shown once they are looked for: there are two menus for them.
CHOICES: tuple[Command, ...] = (
    # Its page asks once more, and clears what this browser keeps of drafts.
    Command(_("Sign out"), "out", "account_logout", words=_("log out leave"), is_owned=False),
    Command(
        _("Light"),
        "sun",
        "accounts:theme",
        words=_("theme bright day"),
        is_owned=False,
        pressed=("theme", "light"),
    ),
    Command(
        _("Dark"),
        "moon",
        "accounts:theme",
        words=_("theme night"),
        is_owned=False,
        pressed=("theme", "dark"),
    ),
    Command(
        _("Light or dark as my device"),
        "screen",
        "accounts:theme",
        words=_("theme system automatic"),
        is_owned=False,
        pressed=("theme", "system"),
    ),
    Command(
        "English",
        "globe",
        "accounts:language",
        words=_("language"),
        is_owned=False,
        pressed=("language", "en"),
    ),
    Command(
        "Español",
        "globe",
        "accounts:language",
        words=_("language Spanish"),
        is_owned=False,
        pressed=("language", "es"),
    ),
)
