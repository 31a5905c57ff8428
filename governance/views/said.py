"""What pages of governance share: today there, and saying what was done."""

from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from common.history import current_change
from common.refusal import Refusal


def today(request: HttpRequest) -> date:
    return request.coalition.day(at=timezone.now())


def done(request: HttpRequest, said: str) -> None:
    """Say so, with the button that takes it back."""
    address = reverse("governance:undo", args=[request.coalition.slug, current_change()])
    messages.success(request, said, extra_tags=f"undo:{address}")


def pressed(
    request: HttpRequest, verb: Callable[[], object], *, said: str, back: str
) -> HttpResponse:
    """A button: do it and say so, or say why not. `back` is where the page goes then."""
    try:
        verb()
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        done(request, said)
    return redirect(back)
