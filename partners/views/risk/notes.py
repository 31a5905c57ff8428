"""Restricted notes, for those who are named on them; for everybody else nothing is at these addresses."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.history.tracking import current_change
from common.refusal import Refusal
from partners.forms.risk.notes import HeirForm, NewNoteForm, NoteForm, ReaderForm
from partners.models import RiskNote
from partners.operations.risk import notes as operations
from partners.reports.risk.notes import notes_for, opened_note, who_may_be_named
from partners.views.editing import partner_of


@require(Permission.SEE_PARTNERS)
@never_cache
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    """All notes that name me."""
    page = {"notes": notes_for(request.membership), "today": request.today}
    return render(request, "partners/risk/notes.html", page)


@require(Permission.SEE_RISK)
@never_cache
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    organisation, people = partner_of(request, pk), who_may_be_named(request.membership)
    form = NewNoteForm(typed(request), today=request.today, people=people)
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        try:
            note = once(
                sending(request),
                lambda: operations.write(
                    organisation,
                    form.told(),
                    readers=form.cleaned_data["readers"],
                    heir=form.cleaned_data["heir"],
                    by=request.membership,
                    at=now,
                ),
                model=RiskNote,
                at=now,
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            return told(request, note, _("The note is kept. Only those named on it read it."))
    status = 422 if request.method == "POST" else 200
    page = {"form": form, "organisation": organisation}
    return render(request, "partners/risk/note_form.html", page, status=status)


@require(Permission.SEE_PARTNERS)
@never_cache
@require_GET
def show(request: HttpRequest, note: UUID) -> HttpResponse:
    row = note_of(request, note)
    opened_one = opened_note(row)
    named = {one.membership_id for one in opened_one.readers}
    others = [one for one in who_may_be_named(request.membership) if one.pk not in named]
    page = {
        "opened": opened_one,
        "note": row,
        "today": request.today,
        "reader_form": ReaderForm(people=others),
        "heir_form": HeirForm(people=others, initial={"heir": row.heir_id}),
    }
    return render(request, "partners/risk/note.html", page)


@require(Permission.SEE_PARTNERS)
@never_cache
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, note: UUID) -> HttpResponse:
    pk, day = note_of(request, note).pk, request.today
    with holding(request, RiskNote.objects.visible_to(request.membership), pk):
        row = note_of(request, note)

        def make_form(data: QueryDict | None) -> NoteForm:
            return NoteForm(data, today=day, note=row)

        now = timezone.now()
        edit = opened(request, make_form, record={RiskNote: {"id": row.pk}}, at=now)
        if edit.may_be_saved:
            operations.rewrite(row, edit.form.told(), by=request.membership)
            edit.saved(request, at=now)
            return told(request, row, _("That is saved."))
    page = {"note": row, "subject": row.about}
    return edit.page(request, "partners/risk/note_form.html", page)


@require(Permission.SEE_PARTNERS)
@require_POST
def settle(request: HttpRequest, note: UUID) -> HttpResponse:
    """Settled, or with `state=open` taken up again."""
    is_open = request.POST.get("state") == "open"
    row = note_of(request, note)
    operations.settle(row, on=None if is_open else request.today, by=request.membership)
    return told(request, row, _("It is taken up again.") if is_open else _("It is settled."))


@require(Permission.SEE_PARTNERS)
@require_POST
def undo(request: HttpRequest, change: UUID) -> HttpResponse:
    if not operations.has_changed_notes(request.membership, change):
        raise Http404(_("You made no such change."))
    try:
        operations.undo(change, by=request.membership)
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        messages.success(request, _("That is taken back."))
    return redirect("partners:risk_notes", request.coalition.slug)


# ---------------------------------------------------------------- what they share


def note_of(request: HttpRequest, token: UUID) -> RiskNote:
    """404 for whoever is not named, as if there were none."""
    return get_object_or_404(RiskNote.objects.visible_to(request.membership).told(), token=token)


def told(request: HttpRequest, note: RiskNote, said: str) -> HttpResponse:
    undo_url = reverse("partners:risk_note_undo", args=[request.coalition.slug, current_change()])
    messages.success(request, said, extra_tags=f"undo:{undo_url}")
    return redirect("partners:risk_note", request.coalition.slug, note.token)
