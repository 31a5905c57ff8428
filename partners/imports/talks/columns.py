"""Which column of a spreadsheet holds what of a talk: guessed by its heading, or told."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from common.refusal import Refusal
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
CHOICES = (
    ("partner", gettext_lazy("Partner")),
    ("on", gettext_lazy("Day")),
    ("kind", gettext_lazy("Kind")),
    ("said", gettext_lazy("What happened")),
    ("direction", gettext_lazy("Who spoke")),
    ("channel", gettext_lazy("By which way")),
    ("contacts", gettext_lazy("Who of them")),
    ("members", gettext_lazy("Who of us")),
    ("asks", gettext_lazy("Whether we asked something")),
    ("follow_up_on", gettext_lazy("Follow up on")),
    ("follow_up_by", gettext_lazy("Who follows up")),
)


def guessed(headings: Iterable[str]) -> dict[str, int]:
    """Field → position of its column; the first heading that fits has it."""
    keys = [term_key(heading) for heading in headings]
    found: dict[str, int] = {}
    for field, names in HEADINGS.items():
        place = next((keys.index(name) for name in names if name in keys), None)
        if place is not None and place not in found.values():
            found[field] = place
    return found


def mapped(headings: list[str], told: Mapping[str, str]) -> dict[str, int]:
    """The guess with what somebody has said: heading → field, or nothing to leave the column out.

    Raises Refusal for a heading or field that is not there, and when partner or day have no column.
    """
    columns = guessed(headings)
    for heading, field in told.items():
        if heading not in headings:
            raise Refusal(_("No column is called “%(name)s”.") % {"name": heading})
        if field and field not in HEADINGS:
            raise Refusal(
                _("“%(name)s” is no field. There are: %(fields)s.")
                % {"name": field, "fields": ", ".join(HEADINGS)}
            )
        place = headings.index(heading)
        columns = {name: at for name, at in columns.items() if at != place and name != field}
        if field:
            columns[field] = place
    if missing := [field for field in NEEDED if field not in columns]:
        raise Refusal(
            _("No column holds: %(fields)s. Say which one it is.") % {"fields": ", ".join(missing)}
        )
    return columns
