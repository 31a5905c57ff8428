"""What pages of contributions share: whose word it is, and saying what was done."""

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse

from accounts.permissions import Permission
from common.history.tracking import current_change
from common.pages.answers import Answers


def is_own_word(request: HttpRequest) -> bool:
    """Whether whoever speaks here speaks for the partner, and not of it."""
    return not request.membership.may(Permission.SEE_PARTNERS)


def done(request: HttpRequest, said: str) -> None:
    """Say so, with the button that takes it back; who comes back finds the page with the button."""
    address = reverse("contributions:undo", args=[request.coalition.slug, current_change()])
    messages.success(request, said, extra_tags=f"undo:{address}")


answers = Answers(done)
