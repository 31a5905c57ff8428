"""Who is named on a restricted note: added and taken off by those named, and by nobody else."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require
from common.refusal import Refusal
from partners.forms.risk.notes import HeirForm, ReaderForm
from partners.models import RiskNote
from partners.operations.risk import notes as operations
from partners.reports.risk.notes import who_may_be_named
from partners.views.risk.notes import note_of, told


@require(Permission.SEE_PARTNERS)
@require_POST
def add(request: HttpRequest, note: UUID) -> HttpResponse:
    row = note_of(request, note)
    form = ReaderForm(request.POST, people=who_may_be_named(request.membership))
    if not form.is_valid():
        return _refused(request, row, _("Choose somebody from the list."))
    reader, day = form.cleaned_data["reader"], request.today
    return _written(
        request,
        row,
        lambda: operations.name_reader(row, reader, on=day, by=request.membership),
        said=_("%(name)s reads it now.") % {"name": reader.person},
    )


@require(Permission.SEE_PARTNERS)
@require_POST
def remove(request: HttpRequest, note: UUID, reader: int) -> HttpResponse:
    row = note_of(request, note)
    named = get_object_or_404(row.readers.told(), pk=reader)
    is_me = named.membership_id == request.membership.pk
    try:
        operations.remove_reader(row, named.membership, by=request.membership)
    except Refusal as reason:
        return _refused(request, row, reason)
    if is_me:
        messages.success(request, _("You are not named on it any more."))
        return redirect("partners:risk_notes", request.coalition.slug)
    name = named.membership.person
    return told(request, row, _("%(name)s does not read it any more.") % {"name": name})


@require(Permission.SEE_PARTNERS)
@require_POST
def choose_heir(request: HttpRequest, note: UUID) -> HttpResponse:
    row = note_of(request, note)
    form = HeirForm(request.POST, people=who_may_be_named(request.membership))
    if not form.is_valid():
        return _refused(request, row, _("Choose somebody from the list."))
    heir = form.cleaned_data["heir"]
    said = _("%(name)s takes it over if need be.") % {"name": heir.person} if heir else ""
    return _written(
        request,
        row,
        lambda: operations.choose_heir(row, heir, by=request.membership),
        said=said or _("Nobody takes it over."),
    )


def _written(
    request: HttpRequest, note: RiskNote, write: Callable[[], RiskNote], *, said: str
) -> HttpResponse:
    try:
        write()
    except Refusal as reason:
        return _refused(request, note, reason)
    return told(request, note, said)


def _refused(request: HttpRequest, note: RiskNote, reason: object) -> HttpResponse:
    messages.warning(request, str(reason))
    return redirect("partners:risk_note", request.coalition.slug, note.token)
