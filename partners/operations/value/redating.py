"""A promise gets another day: to which day whoever made it is held from then on."""

from django.utils.translation import gettext as _

from common.refusal import Refusal
from partners.models.value.promises import Promise


def redate(promise: Promise, now: Promise, *, is_agreed: bool) -> None:
    """A day that was moved without the word of whom it was promised to is measured as it was.

    `promise` is as its form has written it, `now` as it stands saved; nothing is saved here.
    """
    promise.first_due_on, promise.times_moved = now.first_due_on, now.times_moved
    promise.held_to_on = None if is_agreed else now.held_to_on
    if promise.due_on == now.due_on:
        return
    if not now.is_open:
        raise Refusal(_("What has come or was taken back keeps the day that it had."))
    if now.measured_on is None and now.first_due_on is None:
        return  # the first day that is named moves none
    promise.first_due_on = now.first_due_on or now.due_on
    promise.times_moved = now.times_moved + 1
    promise.held_to_on = None if is_agreed else now.measured_on
