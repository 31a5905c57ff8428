"""The usual lines of a handover."""

from typing import Any

from django.utils.translation import gettext_lazy as _

LINES: dict[str, list[Any]] = {
    "leaving": [
        _("Write down what is under way, and what was promised to whom"),
        _("Name the three people whom the next one must meet, and introduce them"),
        _("Bring files and papers to the place where the coalition keeps them"),
        _("Check the list of where things are, and who has access"),
        _("Hand over keys, cards and access; end your own"),
        _("Talk for an hour with the next one about what went wrong, and why"),
        _("Tell partners who will call them from now on"),
        _("Say thank you in a meeting"),
    ],
    "arriving": [
        _("Read the charter, the ground rules and the last three minutes"),
        _("Talk for an hour with who held the role before"),
        _("Meet the chair, and say what you need to do this well"),
        _("Get access to files, calendar and mail"),
        _("Call the partners whom you will work with most"),
        _("Come to one meeting as a guest before you lead one"),
        _("Agree on who stands in when you cannot come"),
    ],
}
