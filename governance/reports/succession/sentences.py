from typing import Any

from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Any] = {
    "key_role.marked": _("marked a role as key"),
    "key_role.edited": _("said anew what happens without the holder of a key role"),
    "key_role.unmarked": _("marked a role as not key any more"),
    "deputy.named": _("named a deputy"),
    "deputy.edited": _("said anew whether and when a deputy could take over"),
    "deputy.released": _("took a deputy off a role"),
    "interest.offered": _("said which role they would like to grow into"),
    "interest.withdrawn": _("withdrew what role they would like to grow into"),
    "interest.restored": _("would like to grow into a role after all"),
    "interest.answered": _("answered somebody who would like to grow into a role"),
    "mentor_pair.begun": _("brought a mentor and somebody who learns together"),
    "mentor_pair.edited": _("changed what a mentor pair works for"),
    "mentor_pair.ended": _("ended a mentor pair"),
    "check_in.noted": _("noted a check-in of a mentor pair"),
    "handover.started": _("started to hand over a role"),
    "handover.item_done": _("ticked an item of a handover"),
    "handover.item_reopened": _("took the tick off an item of a handover"),
    "handover.item_added": _("added an item to a handover"),
    "handover.stopped": _("stopped a handover"),
    "handover_line.added": _("added to the checklist for handing over"),
    "handover_line.edited": _("reworded the checklist for handing over"),
    "handover_line.left_out": _("left a line out of the checklist for handing over"),
    "handover_line.restored": _("brought a line of the checklist for handing over back"),
    "handover_line.moved": _("ordered the checklist for handing over"),
    "place.told": _("noted where something is"),
    "place.edited": _("changed where something is"),
    "place.retired": _("noted that something is not there any more"),
    "place.restored": _("noted that something is there after all"),
}
