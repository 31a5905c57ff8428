"""What pages of governance share: saying what was done."""

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse

from common.history.tracking import current_change
from common.pages.answers import Answers


def done(request: HttpRequest, said: str) -> None:
    """Say so, with the button that takes it back."""
    address = reverse("governance:undo", args=[request.coalition.slug, current_change()])
    messages.success(request, said, extra_tags=f"undo:{address}")


answers = Answers(done)
pressed = answers.pressed
