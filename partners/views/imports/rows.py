"""The pages of an import of ties or of services: upload, columns, dry run, done, undo.

Addresses say which `door` they belong to.
"""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.background.waiting import how_far, send
from common.editing.form_keys import once, sending
from common.refusal import Refusal
from common.spreadsheets.table import UnreadableFile
from common.text.numbers import grouped
from partners import tasks
from partners.imports import showing
from partners.imports.mapping import remember
from partners.imports.rows.columns import mapping_in, twice
from partners.imports.rows.doors import Door
from partners.imports.rows.starting import examples
from partners.imports.undo import outlook_of
from partners.models import ImportRun
from partners.operations import imports

State = ImportRun.State


def _run(request: HttpRequest, pk: int, door: Door) -> ImportRun:
    rows = ImportRun.objects.of_coalition(request.coalition).about(door.subject)
    return get_object_or_404(rows, pk=pk)


@require(Permission.IMPORT_PARTNERS)
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest, door: Door) -> HttpResponse:
    is_sent = request.method == "POST"
    form = door.upload_form(request.POST, request.FILES) if is_sent else door.upload_form()
    if is_sent and form.is_valid():
        try:
            run = _started(request, door, form)
        except UnreadableFile as reason:
            form.add_error(door.uploads, str(reason))
        else:
            return redirect(door.columns_url, request.coalition.slug, run.pk)
    runs = ImportRun.objects.of_coalition(request.coalition)
    page = {"door": door, "form": form, "past": runs.about(door.subject)[:20]}
    status = 422 if form.errors else 200
    return render(request, "partners/row_imports/upload.html", page, status=status)


def _started(request: HttpRequest, door: Door, form: forms.Form) -> ImportRun:
    """A file sent twice by a double press is one import."""
    told, now = form.cleaned_data[door.uploads], timezone.now()
    return once(
        sending(request),
        lambda: door.start(request.coalition, told, by=request.user, at=now),
        model=ImportRun,
        at=now,
    )


@require(Permission.IMPORT_PARTNERS)
@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, pk: int, door: Door) -> HttpResponse:
    run = _run(request, pk, door)
    if run.state not in imports.CAN_CHECK or not run.file:
        return redirect(run)
    seen = run.columns_mark
    form = door.options_form(request.POST or None, run=run)
    if request.method == "POST":
        run.mapping = mapping_in(request.POST, run, door.is_field)
        if form.is_valid() and _may_check(request, run, door):
            answer = _checked(request, run, form.options())
            if answer:
                return answer
    shown = [
        {**column, "choices": door.choices_for(column["heading"])}
        for column in examples(run, door.known_heading)
    ]
    page = {"door": door, "run": run, "form": form, "columns": shown, "seen": seen}
    status = 422 if request.method == "POST" else 200
    return render(request, "partners/row_imports/columns.html", page, status=status)


def _may_check(request: HttpRequest, run: ImportRun, door: Door) -> bool:
    """False, and said why, when a column needs another answer."""
    if key := twice(run.mapping):
        words = _("Two columns fill “%(field)s”. Please choose one.")
        messages.warning(request, words % {"field": door.label_of(key)})
        return False
    if missing := door.missing_in(run.mapping):
        messages.warning(request, missing)
        return False
    return True


def _checked(request: HttpRequest, run: ImportRun, options: dict[str, Any]) -> HttpResponse | None:
    now, seen = timezone.now(), request.POST.get("seen")
    told: dict[str, Any] = {"mapping": run.mapping, "options": options, "seen": seen}
    try:
        run = imports.ask_for_dry_run(run, by=request.user, at=now, **told)
    except Refusal as reason:
        messages.warning(request, str(reason))
        return None
    remember(run.coalition, run.headings, mapping=run.mapping, options=run.options, at=now)
    send(tasks.check_import, run)
    return redirect(run)


@require(Permission.IMPORT_PARTNERS)
@require_GET
def show(request: HttpRequest, pk: int, door: Door) -> HttpResponse:
    """Wherever the import stands now."""
    run = _run(request, pk, door)
    if run.state == State.MAPPING:
        return redirect(door.columns_url, request.coalition.slug, run.pk)
    if run.is_working:
        return render(request, "partners/import_progress.html", {"run": run, **how_far(run)})
    page: dict[str, Any] = {"door": door, "run": run, "dry": showing.DryRun(run)}
    if run.state == State.CHECKED:
        return render(request, "partners/row_imports/dry_run.html", page)
    touched = run.counts.get("touched", 0)
    told = {"count": touched, "number": grouped(touched), "file": run.file_name}
    page["written"] = door.words.written % told
    return render(request, "partners/row_imports/done.html", page)


@require(Permission.IMPORT_PARTNERS)
@require_POST
def apply(request: HttpRequest, pk: int, door: Door) -> HttpResponse:
    run = _run(request, pk, door)
    try:
        send(tasks.apply_import, imports.ask_to_apply(run, by=request.user, at=timezone.now()))
    except Refusal as reason:
        messages.warning(request, str(reason))
    return redirect(run)


@require(Permission.IMPORT_PARTNERS)
@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, pk: int, door: Door) -> HttpResponse:
    """What undoing would leave as it is, and the button."""
    run = _run(request, pk, door)
    if request.method == "POST":
        try:
            run = imports.ask_to_undo(run, by=request.user, at=timezone.now())
        except Refusal as reason:
            messages.warning(request, str(reason))
        else:
            send(tasks.undo_import, run)
        return redirect(run)
    if run.state != State.APPLIED:
        return redirect(run)
    outlook = outlook_of(run)
    count = outlook.goes_back()
    back = door.words.goes_back % {"count": count, "number": grouped(count)}
    page = {"run": run, "kept": outlook.kept(), "goes_back": back}
    return render(request, "partners/row_imports/undo.html", page)
