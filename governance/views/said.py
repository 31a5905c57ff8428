"""What pages of governance share: saying what was done."""

from django.contrib import messages
from django.http import HttpRequest
from django.urls import reverse

from common.answers import Answers
from common.history import current_change


def done(request: HttpRequest, said: str) -> None:
    """Say so, with the button that takes it back."""
    address = reverse("governance:undo", args=[request.coalition.slug, current_change()])
    messages.success(request, said, extra_tags=f"undo:{address}")


answers = Answers(done)
pressed = answers.pressed
