from typing import Any

from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Any] = {
    "charter.begun": _("began a draft of the charter: version"),
    "charter.written": _("wrote in the draft of the charter: version"),
    "charter.dropped": _("gave up the draft of the charter: version"),
    "charter.adopted": _("put down that the charter was adopted: version"),
    "charter.read_again": _("put down that the charter was read again: version"),
    "charter.deferred": _("said why the charter comes later"),
    "charter.signed": _("signed the charter for their organisation"),
    "charter.objected": _("told the objections of their organisation to the charter"),
    "charter.answer_noted": _("noted what a partner says to the charter"),
    "charter.sent": _("sent the charter to partners to sign"),
    "ground_rule.added": _("added a ground rule"),
    "ground_rule.edited": _("changed a ground rule"),
    "ground_rule.moved": _("put the ground rules into another order"),
    "ground_rule.retired": _("took back a ground rule"),
    "ground_rules.filled": _("took over the ground rules that come with the program"),
    "ground_rules.read": _("read the ground rules"),
}
