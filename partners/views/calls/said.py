"""What pages of calls share: finding the rows a member may see, saying what was done, taking it back."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require
from common.history.tracking import current_change
from common.refusal import Refusal
from partners.models import Application, Call
from partners.operations.calls import undoing


def call_of(request: HttpRequest, pk: int) -> Call:
    return get_object_or_404(Call.objects.visible_to(request.membership).told(), pk=pk)


def application_of(request: HttpRequest, pk: int, application: int) -> Application:
    rows = Application.objects.visible_to(request.membership).told()
    return get_object_or_404(rows, pk=application, call=pk)


def done(request: HttpRequest, said: str) -> None:
    """Say so, with the button that takes it back where something was written."""
    change = current_change()
    address = reverse("partners:call_undo", args=[request.coalition.slug, change])
    messages.success(request, said, extra_tags=f"undo:{address}")


def pressed(
    request: HttpRequest, verb: Callable[[], object], *, said: str, back: str
) -> HttpResponse:
    """A button: do it and say so, or say why not."""
    try:
        verb()
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        done(request, said)
    return redirect(back)


@require(Permission.REVIEW_APPLICATIONS)
@require_POST
def undo(request: HttpRequest, change: UUID) -> HttpResponse:
    """Only who made a change takes it back here."""
    if not undoing.has_changed_call(request.membership, change):
        raise Http404(_("You made no such change."))
    try:
        undoing.undo(change, by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        messages.success(request, _("That is taken back."))
    return redirect("partners:calls", request.coalition.slug)
