"""Which column of a spreadsheet holds what of a talk: guessed by its heading, or told."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.imports.rows.columns import Column
from partners.imports.values import term_key

# Field → the headings under which people keep it, as `term_key` makes them.
HEADINGS: dict[str, tuple[str, ...]] = {
    "partner": ("partner", "organization", "organisation", "org", "agency", "who", "account", "socio"),
    "on": ("date", "day", "on", "when", "contact date", "fecha"),
    "kind": ("kind", "type", "activity", "contact type", "tipo"),
    "said": ("what happened", "note", "notes", "comment", "comments", "summary", "about", "nota"),
    "direction": ("direction", "who spoke", "inbound/outbound"),
    "channel": ("channel", "by", "way", "medium", "canal"),
    "contacts": ("their people", "contact", "contacts", "person", "spoke with", "contacto"),
    "members": ("our people", "member", "members", "staff", "logged by", "owner"),
    "asks": ("asked", "asks", "we asked", "question"),
    "follow_up_on": ("follow up", "follow-up", "follow up on", "follow-up date", "next step on", "due"),
    "follow_up_by": ("who follows up", "follow up by", "follow-up by", "assigned to"),
}  # fmt: skip
NEEDED = ("partner", "on")
# The same in the reader's words, in the order in which a page offers them.
LABELS: dict[str, Any] = {
    "partner": gettext_lazy("Partner"),
    "on": gettext_lazy("Day"),
    "kind": gettext_lazy("Kind"),
    "said": gettext_lazy("What happened"),
    "direction": gettext_lazy("Who spoke"),
    "channel": gettext_lazy("By which way"),
    "contacts": gettext_lazy("Who of them"),
    "members": gettext_lazy("Who of us"),
    "asks": gettext_lazy("Whether we asked something"),
    "follow_up_on": gettext_lazy("Follow up on"),
    "follow_up_by": gettext_lazy("Who follows up"),
}


def guess(columns: Sequence[Column]) -> dict[str, str]:
    """Position of a column → the field that it fills; the first heading that fits a field has it."""
    keys = [term_key(column.heading) for column in columns]
    told: dict[str, str] = {}
    for field, names in HEADINGS.items():
        place = next((keys.index(name) for name in names if name in keys), None)
        if place is not None:
            told.setdefault(str(place), field)
    return told


def is_field(key: str) -> bool:
    return key in LABELS


def label_of(key: str) -> str:
    return str(LABELS[key])


def choices_for(_heading: str) -> list[tuple[str, str]]:
    return [(key, str(label)) for key, label in LABELS.items()]


def missing_in(mapping: Mapping[str, str]) -> str:
    """What keeps the file from being read, as a sentence; "" when nothing does."""
    missing = [label_of(key) for key in NEEDED if key not in mapping.values()]
    if not missing:
        return ""
    return _("No column holds: %(fields)s. Say which one it is.") % {"fields": ", ".join(missing)}


def known_key(heading: str) -> bool:
    """For finding the row of headings."""
    return any(term_key(heading) in names for names in HEADINGS.values())
