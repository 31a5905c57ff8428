"""The pages of an import: upload, columns, dry run, progress, done, undo."""

from io import BytesIO
from urllib.parse import urlencode

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.background.waiting import how_far, send
from common.editing.form_keys import once, sending
from common.refusal import Refusal
from common.spreadsheets.table import UnreadableFile
from common.text.numbers import read_id, read_ids
from partners import tasks
from partners.imports import rejects, showing, showing_columns, starting
from partners.imports.columns import Columns
from partners.imports.forms import OptionsForm, UploadForm, mapping_in, words_in
from partners.imports.mapping import remember
from partners.imports.undo import Outlook
from partners.models import ImportRow, ImportRun
from partners.operations import imports

State = ImportRun.State
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _run(request: HttpRequest, pk: int) -> ImportRun:
    """A file of partners; files of anything else have pages of their own."""
    rows = ImportRun.objects.of_coalition(request.coalition).about(ImportRun.Subject.PARTNERS)
    return get_object_or_404(rows, pk=pk)


def _any_run(request: HttpRequest, pk: int) -> ImportRun:
    return get_object_or_404(ImportRun.objects.of_coalition(request.coalition), pk=pk)


@require(Permission.IMPORT_PARTNERS)
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponse:
    is_sent = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if is_sent else UploadForm()
    if is_sent and form.is_valid():
        try:
            run = _started(request, form.cleaned_data["file"])
        except UnreadableFile as reason:
            form.add_error("file", str(reason))
        else:
            return redirect("partners:import_columns", request.coalition.slug, run.pk)
    runs = ImportRun.objects.of_coalition(request.coalition)
    past = runs.about(ImportRun.Subject.PARTNERS)[:20]
    status = 422 if form.errors else 200
    return render(
        request, "partners/import_upload.html", {"form": form, "past": past}, status=status
    )


def _started(request: HttpRequest, file: UploadedFile) -> ImportRun:
    """A file sent twice by a double press is one import."""
    now = timezone.now()
    return once(
        sending(request),
        lambda: starting.start(
            request.coalition, file, file_name=file.name or "", by=request.user, at=now
        ),
        model=ImportRun,
        at=now,
    )


@require(Permission.IMPORT_PARTNERS)
@require_http_methods(["GET", "POST"])
def columns_of(request: HttpRequest, pk: int) -> HttpResponse:
    run = _run(request, pk)
    is_sent = request.method == "POST"
    if not run.file or not (is_sent or run.state in imports.CAN_CHECK):
        return redirect(run)
    known, stands, mark = Columns.of(request.coalition), run.columns_by_position, run.columns_mark
    if "column-0" in request.POST:
        run.mapping = mapping_in(request.POST, run, known)
    form = OptionsForm(request.POST or None, run=run, columns=known)
    is_stale = is_sent and _is_stale(request, run, mark=mark)
    if is_sent and not is_stale and (answer := _columns_answered(request, run, form, known)):
        return answer
    try:
        preview = starting.preview(run)
    except UnreadableFile as reason:
        messages.warning(request, str(reason))
        return redirect("partners:import_start", request.coalition.slug)
    told = {
        "run": run,
        "form": form,
        "table": preview.table,
        "seen": mark,
        "columns": showing_columns.shown_columns(
            run, preview, stands=stands if is_stale else None, known=known
        ),
        "vocabularies": showing_columns.shown_vocabularies(run, preview),
        "choices": known.choices(),
    }
    return render(request, "partners/import_columns.html", told)


def _is_stale(request: HttpRequest, run: ImportRun, *, mark: str) -> bool:
    """Whether the columns were told by somebody else meanwhile; what was sent is shown again then."""
    try:
        imports.refuse_columns(run, mark=mark, seen=request.POST.get("seen"))
    except Refusal as reason:
        messages.warning(request, str(reason))
        return True
    return False


def _columns_answered(
    request: HttpRequest, run: ImportRun, form: OptionsForm, known: Columns
) -> HttpResponse | None:
    """Read the file otherwise, or check it; nothing when the answers need mending."""
    if request.POST.get("do") == "look" and _is_read_elsewhere(request, run):
        return _looked_again(request, run)
    if twice := known.twice(run.mapping.values()):
        messages.warning(
            request,
            _("Two columns fill “%(field)s”. Please choose one.")
            % {"field": known.label_of(twice)},
        )
        return None
    if not form.is_valid():
        return None
    run.options = run.options | form.options(words_in(request.POST))
    run.options["scheme"] = run.options.get("scheme") or starting.scheme_of(run)
    told = {"mapping": run.mapping, "options": run.options, "seen": request.POST.get("seen")}
    try:
        if request.POST.get("do") in {"save", "look"}:
            imports.keep_columns(run, **told)
            return redirect("partners:import_columns", request.coalition.slug, run.pk)
        run = imports.ask_for_dry_run(run, by=request.user, at=timezone.now(), **told)
    except Refusal as reason:
        messages.warning(request, str(reason))
        return None
    remember(
        run.coalition, run.headings, mapping=run.mapping, options=run.options, at=timezone.now()
    )
    send(tasks.check_import, run)
    return redirect(run)


def _is_read_elsewhere(request: HttpRequest, run: ImportRun) -> bool:
    """Another sheet or row than now: only then the columns are guessed anew."""
    stands = {"sheet": run.sheet, "header_row": str(run.header_row)}
    return any(request.POST.get(name, now) != now for name, now in stands.items())


def _looked_again(request: HttpRequest, run: ImportRun) -> HttpResponse:
    """Another sheet, or another row of headings."""
    sheet = request.POST.get("sheet") or None
    header_row = read_id(request.POST.get("header_row")) if sheet in (None, run.sheet) else None
    try:
        starting.look(run, sheet=sheet, header_row=header_row)
    except UnreadableFile as reason:
        messages.warning(request, str(reason))
    else:
        run.save()
    return redirect("partners:import_columns", request.coalition.slug, run.pk)


@require(Permission.IMPORT_PARTNERS)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """Wherever the import stands now."""
    run = _run(request, pk)
    if run.state == State.MAPPING:
        return redirect("partners:import_columns", request.coalition.slug, run.pk)
    if run.is_working:
        return _progress(request, run)
    told = {"run": run, "dry": showing.DryRun(run, request.GET.get("page"))}
    if run.state == State.CHECKED:
        return render(
            request, "partners/import_dry_run.html", told | {"choices": showing.choices()}
        )
    told["kept"] = showing.kept_after_undo(run)
    return render(request, "partners/import_done.html", told)


def _progress(request: HttpRequest, run: ImportRun) -> HttpResponse:
    told = {"run": run, **how_far(run)}
    return render(request, "partners/import_progress.html", told)


@require(Permission.IMPORT_PARTNERS)
@require_GET
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """What the progress page asks each second; when the work is done the browser goes on."""
    run = _any_run(request, pk)
    if run.is_working:
        return _progress(request, run)
    if request.htmx:
        return HttpResponse(headers={"HX-Redirect": run.get_absolute_url()})
    return redirect(run)


@require(Permission.IMPORT_PARTNERS)
@require_GET
def rows(request: HttpRequest, pk: int, outcome: str) -> HttpResponse:
    run = _run(request, pk)
    if outcome not in ImportRow.Outcome.values:
        raise Http404
    page, shown = showing.rows_page(run, outcome, request.GET.get("page"))
    told = {"run": run, "outcome": ImportRow.Outcome(outcome), "page": page, "rows": shown}
    told["can_leave_out"] = run.state == State.CHECKED and outcome in {"new", "update"}
    return render(request, "partners/import_rows.html", told)


@require(Permission.IMPORT_PARTNERS)
@require_POST
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Note the answers; then check again, bring in, or stay."""
    run = _run(request, pk)
    decisions = {
        row: told
        for name, told in request.POST.items()
        if name.startswith("row-") and (row := read_id(name.removeprefix("row-"))) is not None
    }
    try:
        imports.decide(run, decisions=decisions)
        shown, left = (read_ids(request.POST.getlist(name)) for name in ("shown", "out"))
        imports.leave_out(run, shown=shown, left=left)
        if request.POST.get("all") in ImportRow.Decision.values:
            imports.decide_all(run, decision=request.POST["all"])
        _do(request, run, request.POST.get("do", ""))
    except Refusal as reason:
        messages.warning(request, str(reason))
    return redirect(_answered_page(request, run))


def _answered_page(request: HttpRequest, run: ImportRun) -> str:
    """The page that was answered, or the one that was asked for with it."""
    url = run.get_absolute_url()
    if (outcome := request.POST.get("rows_of", "")) in ImportRow.Outcome.values:
        url = reverse("partners:import_rows", args=[request.coalition.slug, run.pk, outcome])
    page = request.POST.get("go") or request.POST.get("page", "1")
    return url if page == "1" else f"{url}?{urlencode({'page': page})}"


def _do(request: HttpRequest, run: ImportRun, verb: str) -> None:
    if verb in {"keep_ours", "take_theirs"}:
        options = {"keeps_ours": verb == "keep_ours"}
        run = imports.ask_for_dry_run(run, by=request.user, at=timezone.now(), options=options)
        send(tasks.check_import, run)
    if verb == "apply":
        send(tasks.apply_import, imports.ask_to_apply(run, by=request.user, at=timezone.now()))


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
    return render(request, "partners/import_undo.html", {"run": run, "outlook": Outlook(run)})


@require(Permission.IMPORT_PARTNERS)
@require_GET
def rejected(request: HttpRequest, pk: int, form: str) -> HttpResponseBase:
    """The rows that could not be read, to be mended and brought in again."""
    run = _any_run(request, pk)
    name = f"rows-to-mend-{run.pk}.{form}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    if form not in {"csv", "xlsx"}:
        raise Http404
    if form == "csv":
        return StreamingHttpResponse(rejects.as_csv(run), content_type="text/csv", headers=headers)
    out = BytesIO()
    rejects.write_as_xlsx(run, out)
    return HttpResponse(out.getvalue(), content_type=XLSX, headers=headers)
