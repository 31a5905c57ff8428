"""With whom a partner works, as whoever speaks for it sees it: how closely, in their own word."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require
from common.editing.edits import stands_otherwise
from common.history.tracking import current_change
from common.refusal import Refusal
from partners.forms.ties import OwnLevelForm
from partners.models import Organisation, Tie
from partners.models.ties.ties import Level
from partners.operations import ties as operations
from partners.reports.ties import own_ties_of
from partners.views.editing import partner_of


def show(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    page = {
        "organisation": organisation,
        "ties": own_ties_of(organisation, membership=request.membership, on=request.today),
        "levels": Level.choices,
    }
    return render(request, "partners/ties/own.html", page)


@require(Permission.EDIT_OWN_ORGANISATION)
@require_POST
def say(request: HttpRequest, pk: int, tie: int) -> HttpResponse:
    """`level=3`, or empty to leave it open; said again, it is fresh again."""
    organisation = partner_of(request, pk)
    row, form = tie_of(request, organisation, tie), OwnLevelForm(request.POST)
    if not form.is_valid():
        return refused(request, pk, _("Please choose one of the answers."))
    if stands_otherwise(request, level=row.level_of(pk)):
        return refused(request, pk, _("Somebody has changed this meanwhile. Look at it once more."))
    level = form.cleaned_data["level"]
    try:
        operations.say_level(row, level, side_of=pk, on=request.today, by=request.user)
    except Refusal as reason:
        return refused(request, pk, str(reason))
    words = _("%(name)s: level %(level)s. Thank you, it is noted.")
    if level is None:
        words = _("%(name)s: you leave it open.")
    return done(request, pk, words % {"name": row.other(pk).name, "level": level})


@require(Permission.EDIT_OWN_ORGANISATION)
@require_POST
def undo(request: HttpRequest, pk: int, change: UUID) -> HttpResponse:
    organisation = partner_of(request, pk)
    try:
        operations.undo_own_word(organisation, change_id=change, by=request.user)
    except Refusal as reason:
        return refused(request, pk, str(reason))
    return done(request, pk, _("The change is taken back."))


def tie_of(request: HttpRequest, organisation: Organisation, tie: int) -> Tie:
    rows = Tie.objects.open_to_its_speaker(organisation, request.membership).present().told()
    return get_object_or_404(rows, pk=tie)


def done(request: HttpRequest, pk: int, said: str) -> HttpResponse:
    change = current_change()
    address = reverse("partners:tie_level_undo", args=[request.coalition.slug, pk, change])
    messages.success(request, said, extra_tags=f"undo:{address}")
    return back(request, pk)


def refused(request: HttpRequest, pk: int, reason: str) -> HttpResponse:
    messages.warning(request, reason)
    return back(request, pk)


def back(request: HttpRequest, pk: int) -> HttpResponse:
    return redirect("partners:ties", request.coalition.slug, pk)
