from typing import Any

from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Any] = {
    "message.planned": _("planned what is told to whom"),
    "message.edited": _("changed what is told to whom"),
    "message.retired": _("took a message out of the plan"),
    "message.brought_back": _("brought a message back into the plan"),
    "message.sent": _("sent a message of the plan"),
    "message.taken_back": _("took back that a message was sent"),
    "protocol.written": _("wrote an urgent protocol"),
    "protocol.edited": _("changed an urgent protocol"),
    "protocol.retired": _("retired an urgent protocol"),
    "protocol.brought_back": _("brought an urgent protocol back"),
    "call.added": _("took somebody into a call tree"),
    "call.edited": _("changed who calls whom"),
    "call.removed": _("took somebody out of a call tree"),
    "call.moved": _("changed the order of calls"),
    "urgent.started": _("started an urgent message"),
    "urgent.called": _("noted a call of an urgent message"),
    "urgent.ended": _("ended an urgent message"),
}
