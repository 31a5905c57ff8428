from typing import Any

from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Any] = {
    "body.opened": _("opened a body"),
    "body.edited": _("changed a body"),
    "body.paused": _("paused a body"),
    "body.resumed": _("let a body go on"),
    "body.closed": _("closed a body"),
    "body.reopened": _("opened a body again"),
    "overlap.meant": _("said that two bodies are meant to see to the same"),
    "overlap.not_meant": _("took back that an overlap is meant"),
    "function.filled": _("began the list of functions with the usual ones"),
    "function.added": _("added a function"),
    "function.edited": _("changed a function"),
    "function.moved": _("changed the order of functions"),
    "function.retired": _("took a function off the list"),
    "function.reinstated": _("put a function back on the list"),
    "function.given": _("gave somebody a function"),
    "function.ended": _("said until when somebody holds a function"),
}
