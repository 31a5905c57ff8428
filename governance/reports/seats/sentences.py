"""What changes of seats and terms are called."""

from typing import Any

from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Any] = {
    "seat.added": _("added seats"),
    "seat.edited": _("changed a seat"),
    "seat.moved": _("put seats in another order"),
    "seat.closed": _("closed a seat"),
    "seat.reopened": _("opened a seat again"),
    "role.assigned": _("seated somebody"),
    "term.changed": _("changed a term"),
    "term.handed_over": _("handed a seat over"),
    "term.ended": _("ended a term early"),
    "term.called_off": _("called off a term that had not begun"),
    "role.asked": _("wrote to the holder of a role"),
    "role.accepted": _("accepted a role"),
    "role.acceptance_recorded": _("noted that a role was accepted"),
    "role.confirmed": _("said that a role is still right"),
    "role.change_asked": _("asked for a change of their role"),
    "role.change_settled": _("saw to a change that a holder had asked for"),
}
