"""The pages of an import of ties: upload, columns, dry run, done, undo."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.form_keys import once, sending
from common.refusal import Refusal
from common.spreadsheets.table import UnreadableFile
from partners import tasks
from partners.imports import showing
from partners.imports.forms import UploadForm
from partners.imports.mapping import remember
from partners.imports.ties import starting
from partners.imports.ties.columns import choices_for, label_of, missing_in
from partners.imports.ties.forms import TieOptionsForm, mapping_in, twice
from partners.imports.undo import outlook_of
from partners.models import ImportRun
from partners.operations import imports
from partners.views.waiting import how_far, send

State = ImportRun.State


def _run(request: HttpRequest, pk: int) -> ImportRun:
    rows = ImportRun.objects.of_coalition(request.coalition).about(ImportRun.Subject.TIES)
    return get_object_or_404(rows, pk=pk)


@require(Permission.IMPORT_PARTNERS)
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    is_sent = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if is_sent else UploadForm()
    if is_sent and form.is_valid():
        file, now = form.cleaned_data["file"], timezone.now()
        try:
            run = once(
                sending(request),
                lambda: starting.start(
                    request.coalition, file, file_name=file.name or "", by=request.user, at=now
                ),
                model=ImportRun,
                at=now,
            )
        except UnreadableFile as reason:
            form.add_error("file", str(reason))
        else:
            return redirect("partners:tie_import_columns", request.coalition.slug, run.pk)
    runs = ImportRun.objects.of_coalition(request.coalition)
    page = {"form": form, "past": runs.about(ImportRun.Subject.TIES)[:20]}
    status = 422 if form.errors else 200
    return render(request, "partners/ties/import_upload.html", page, status=status)


@require(Permission.IMPORT_PARTNERS)
@require_http_methods(["GET", "POST"])
def columns(request: HttpRequest, pk: int) -> HttpResponse:
    run = _run(request, pk)
    if run.state not in imports.CAN_CHECK or not run.file:
        return redirect(run)
    seen = run.columns_mark
    form = TieOptionsForm(request.POST or None, run=run)
    if request.method == "POST":
        run.mapping = mapping_in(request.POST, run)
        if form.is_valid() and (answer := _checked(request, run, form)):
            return answer
    shown = [
        {**column, "choices": choices_for(column["heading"])} for column in starting.examples(run)
    ]
    page = {"run": run, "form": form, "columns": shown, "seen": seen}
    status = 422 if request.method == "POST" else 200
    return render(request, "partners/ties/import_columns.html", page, status=status)


def _checked(request: HttpRequest, run: ImportRun, form: TieOptionsForm) -> HttpResponse | None:
    """Let the file be checked; nothing when a column needs another answer."""
    if key := twice(run.mapping):
        words = _("Two columns fill “%(field)s”. Please choose one.")
        messages.warning(request, words % {"field": label_of(key)})
        return None
    if missing := missing_in(run.mapping):
        messages.warning(request, missing)
        return None
    now, options = timezone.now(), form.options()
    try:
        run = imports.ask_for_dry_run(
            run,
            by=request.user,
            at=now,
            mapping=run.mapping,
            options=options,
            seen=request.POST.get("seen"),
        )
    except Refusal as reason:
        messages.warning(request, str(reason))
        return None
    remember(run.coalition, run.headings, mapping=run.mapping, options=run.options, at=now)
    send(tasks.check_import, run)
    return redirect(run)


@require(Permission.IMPORT_PARTNERS)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Wherever the import stands now."""
    run = _run(request, pk)
    if run.state == State.MAPPING:
        return redirect("partners:tie_import_columns", request.coalition.slug, run.pk)
    if run.is_working:
        return render(request, "partners/import_progress.html", {"run": run, **how_far(run)})
    page = {"run": run, "dry": showing.DryRun(run)}
    if run.state == State.CHECKED:
        return render(request, "partners/ties/import_dry_run.html", page)
    return render(request, "partners/ties/import_done.html", page)


@require(Permission.IMPORT_PARTNERS)
@require_POST
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    run = _run(request, pk)
    try:
        send(tasks.apply_import, imports.ask_to_apply(run, by=request.user, at=timezone.now()))
    except Refusal as reason:
        messages.warning(request, str(reason))
    return redirect(run)


@require(Permission.IMPORT_PARTNERS)
@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    """What undoing would leave as it is, and the button."""
    run = _run(request, pk)
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
    page = {"run": run, "outlook": outlook_of(run)}
    return render(request, "partners/ties/import_undo.html", page)
