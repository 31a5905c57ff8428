"""Changing many organisations together: what is wanted, what that would do, and the way back."""

from django.contrib import messages
from django.db import OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.background.waiting import go_on, how_far, send
from common.refusal import Refusal
from partners import tasks
from partners.forms.bulk.changes import OWN, WHAT, bulk_form, vocabulary_of
from partners.forms.bulk.own_fields import field_asked
from partners.models import BulkEdit, Selection
from partners.operations.bulk import edits
from partners.reports.bulk.undo import Outlook, kept_by
from partners.reports.bulk.words import SHOWN, Preview, outcome
from partners.reports.listing.own_filters import fields_of

State = BulkEdit.State
PAST = 20


def edit_of(request: HttpRequest, pk: int) -> BulkEdit:
    return get_object_or_404(BulkEdit.objects.of_coalition(request.coalition), pk=pk)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """What shall become of the selected ones; and what was done to many before."""
    what = request.GET.get("what", "owner")
    if what not in WHAT:
        raise Http404
    ids = Selection.objects.ids_of(request.membership, at=timezone.now())
    told = request.POST if request.method == "POST" else None
    fields = fields_of(request.membership) if what == OWN else []
    field = field_asked(fields, request.GET.get("field", ""))
    if fields and field is None:
        raise Http404
    form = bulk_form(what, told, coalition=request.coalition, on=request.today, field=field)
    if ids and form and form.is_valid():
        action, values = form.answer()
        edit = edits.prepare(
            request.coalition,
            ids,
            action=action,
            values=values,
            vocabulary=vocabulary_of(what),
            back=request.GET.get("back", "")[:2000],
            by=request.user,
            at=timezone.now(),
        )
        return redirect(edit)
    past = BulkEdit.objects.of_coalition(request.coalition).written()[:PAST]
    page = {"form": form, "count": len(ids), "what": what, "actions": WHAT, "past": past}
    page |= {"fields": fields, "field": field}
    return render(
        request, "partners/bulk_start.html", page, status=422 if form and form.errors else 200
    )


@require(Permission.EDIT_PARTNERS)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Wherever the edit stands now."""
    edit = edit_of(request, pk)
    if edit.is_working:
        return render(request, "partners/bulk_progress.html", {"edit": edit, **how_far(edit)})
    page = {"edit": edit, "preview": Preview(edit)}
    if edit.state == State.PREPARED:
        return render(request, "partners/bulk_preview.html", page)
    if edit.change_id:
        outlook = Outlook(edit)
        page |= {
            "outcome": outcome(edit),
            "outlook": outlook,
            "written": outlook.written(most=SHOWN),
            "could_not": edit.state == State.APPLIED and edit.kept and outlook.is_all_kept,
        }
    if edit.state == State.UNDONE:
        page["kept"] = kept_by(edit)
    return render(request, "partners/bulk_done.html", page)


@require(Permission.EDIT_PARTNERS)
@require_GET
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """What the page asks each second; when the work is done the browser goes on."""
    edit = edit_of(request, pk)
    if edit.is_working:
        return render(request, "partners/bulk_progress.html", {"edit": edit, **how_far(edit)})
    return go_on(request, edit.get_absolute_url())


@require(Permission.EDIT_PARTNERS)
@require_POST
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what was seen. Pressed twice it is written once, and both presses say what came of it."""
    edit = edit_of(request, pk)
    seen = request.POST.get("seen", "")
    try:
        edit = edits.ask_to_apply(edit, seen=seen, by=request.user, at=timezone.now())
    except Refusal as reason:
        messages.warning(request, str(reason))
        return redirect(edit)
    edit = worked_on(edit)
    if edit.state != State.APPLIED:
        return redirect(edit)
    forget_those_that_left_the_list(request, edit)
    undo_url = reverse("partners:bulk_undo", args=[request.coalition.slug, edit.pk])
    messages.success(request, outcome(edit), extra_tags=f"undo:{undo_url}")
    return redirect(edit.list_url)


@require(Permission.EDIT_PARTNERS)
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """Take all of it back with one press; those that somebody changed since stay, and are named."""
    edit = edits.ask_to_undo(edit_of(request, pk), by=request.user, at=timezone.now())
    edit = worked_on(edit)
    if edit.state != State.UNDONE or edit.kept:
        return redirect(edit)
    messages.success(request, _("All of it is taken back."))
    return redirect(edit.list_url)


def worked_on(edit: BulkEdit) -> BulkEdit:
    """Done at once while it is small and nobody else is at its rows; otherwise a worker does it."""
    if not edit.is_working:
        return edit
    if edit.total > edits.AT_ONCE:
        send(tasks.work_on_bulk_edit, edit)
        return edit
    try:
        edits.perform_at_once(edit.pk, at=timezone.now())
    except OperationalError:
        send(tasks.work_on_bulk_edit, edit)
    edit.refresh_from_db()
    return edit


def forget_those_that_left_the_list(request: HttpRequest, edit: BulkEdit) -> None:
    """Whoever was retired or taken back stands on another list now, and is picked there anew."""
    if edit.action in (BulkEdit.Action.RETIRE, BulkEdit.Action.REINSTATE):
        Selection.objects.pick(request.membership, [], dropped=edit.ids, at=timezone.now())
