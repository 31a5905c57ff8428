from typing import Any

from django.utils.translation import gettext_lazy as _

SENTENCES: dict[str, Any] = {
    "joining_step.added": _("added to the checklist for newcomers"),
    "joining_step.edited": _("changed an item of the checklist for newcomers"),
    "joining_step.retired": _("took an item off the checklist for newcomers"),
    "joining_step.restored": _("put an item back on the checklist for newcomers"),
    "joining_step.moved": _("changed the order of the checklist for newcomers"),
    "onboarding.started": _("started the checklist of a newcomer"),
    "onboarding.finished": _("finished the checklist of a newcomer"),
    "onboarding.reopened": _("opened the checklist of a newcomer again"),
    "onboarding_item.added": _("added an item to a newcomer’s checklist"),
    "onboarding_item.ticked": _("ticked an item of a newcomer’s checklist"),
    "onboarding_item.cleared": _("took a tick off a newcomer’s checklist"),
    "buddy.asked": _("asked somebody to be a buddy"),
    "buddy.accepted": _("noted that a buddy said yes"),
    "buddy.declined": _("noted that a buddy said no"),
    "buddy.ended": _("noted that somebody is no buddy any longer"),
    "open_door.set": _("changed the public page on which anybody asks to join"),
    "open_door.opened": _("opened the public page on which anybody asks to join"),
    "open_door.closed": _("closed the public page on which anybody asks to join"),
    "join_request.made": _("asked to join"),
    "join_request.welcomed": _("welcomed somebody who asked to join"),
    "join_request.linked": _("linked somebody who asked to join to the list"),
    "join_request.declined": _("answered “not now” to somebody who asked to join"),
    "join_request.erased": _("erased the person who asked to join"),
    "training.added": _("added a training"),
    "training.edited": _("changed a training"),
    "training.removed": _("removed a training"),
    "training.attended": _("noted who was at a training"),
    "training.unattended": _("noted that somebody was not at a training"),
}

# Whoever asked has our answer, and partners of ours were written besides.
FOR_GOOD = (
    "join_request.welcomed",
    "join_request.linked",
    "join_request.declined",
    "join_request.erased",
)
