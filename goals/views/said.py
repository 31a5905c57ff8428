"""What pages of goals share: saying what was done, and finding the row that is meant."""

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from common.history.tracking import current_change
from common.pages.answers import Answers
from goals.models import Goal


def done(request: HttpRequest, said: str) -> None:
    """Say so, with the button that takes it back."""
    address = reverse("goals:undo", args=[request.coalition.slug, current_change()])
    messages.success(request, said, extra_tags=f"undo:{address}")


answers = Answers(done)
pressed = answers.pressed


def goal_of(request: HttpRequest, pk: int) -> Goal:
    return get_object_or_404(Goal.objects.of_coalition(request.coalition.pk).for_page(), pk=pk)


def page_of(request: HttpRequest, goal: int) -> str:
    return reverse("goals:goal", args=[request.coalition.slug, goal])
