"""A spreadsheet of talks in the browser: tried out, brought in, taken back; rows to mend as a file."""

from io import BytesIO
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.downloads import download
from common.history import current_change
from common.refusal import Refusal
from common.spreadsheets.table import UnreadableFile
from partners.imports.talks import waiting
from partners.imports.talks.bringing_in import (
    DryRun,
    bring_in,
    dry_run,
    headings_of,
    rejects,
    take_back,
    was_brought_in,
    write_rejects_as_xlsx,
)
from partners.imports.talks.columns import CHOICES, guessed
from partners.imports.talks.forms import TalksFileForm
from partners.reports.talks.brought_in import brought_in
from partners.views.touchpoints import today

KEPT = {"key", "day_first"}  # what an address says of a file, beside its columns


@require(Permission.IMPORT_PARTNERS)
@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest) -> HttpResponseBase:
    """Choosing the file; then its dry run, as often as one likes; then one press brings it in.

    `?key=` shows the dry run again: of a file that is in, the rows that are still to be mended.
    """
    if key := _said(request).get("key"):
        return _of_kept(request, key)
    is_sent = request.method == "POST"
    form = TalksFileForm(request.POST, request.FILES) if is_sent else TalksFileForm()
    if is_sent and form.is_valid():
        key = waiting.keep(form.cleaned_data["file"], person=request.user.pk)
        return _of_kept(request, key)
    page = {"form": form, "past": brought_in(request.coalition)}
    status = 422 if form.errors else 200
    return render(request, "partners/talks/import.html", page, status=status)


def _of_kept(request: HttpRequest, key: str) -> HttpResponseBase:
    with waiting.kept(key, person=request.user.pk) as found:
        if found is None:
            messages.warning(request, _("The file is no longer kept. Please choose it again."))
            return redirect("partners:talks_import", request.coalition.slug)
        name, path = found
        try:
            headings = headings_of(path, file_name=name)
            told = _told(request, headings)
            run = dry_run(
                request.coalition,
                path,
                file_name=name,
                on=today(request),
                told=told,
                day_first="day_first" in _said(request),
            )
        except UnreadableFile as reason:
            messages.warning(request, str(reason))
            return redirect("partners:talks_import", request.coalition.slug)
        except Refusal as reason:
            return _tried(request, key, name, headings, problem=str(reason))
        return _answered(request, key, name, run)


def _answered(request: HttpRequest, key: str, name: str, run: DryRun) -> HttpResponseBase:
    do = request.POST.get("do")
    if do == "mend":
        return download("rows-to-mend.csv", rejects(run))
    if do == "mend-xlsx":
        write_rejects_as_xlsx(run, out := BytesIO())
        return download("rows-to-mend.xlsx", out.getvalue())
    if do == "apply":
        try:
            bring_in(run, by=request.user, at=timezone.now())
        except Refusal as reason:
            messages.warning(request, str(reason))
        else:
            _say_in(request, len(run.new))
            return _after(request, run)
    return _tried(request, key, name, run.headings, run=run)


def _after(request: HttpRequest, run: DryRun) -> HttpResponse:
    """To the log; where rows are left to be mended, to those."""
    slug = request.coalition.slug
    if not run.rejected:
        return redirect("partners:talks", slug)
    chosen = {
        name: said for name, said in request.POST.items() if name in KEPT or "column-" in name
    }
    return redirect(f"{reverse('partners:talks_import', args=[slug])}?{urlencode(chosen)}")


def _say_in(request: HttpRequest, count: int) -> None:
    change = current_change()
    undo = reverse("partners:talks_import_undo", args=[request.coalition.slug, change])
    said = ngettext("%(n)d talk is brought in.", "%(n)d talks are brought in.", count)
    messages.success(request, said % {"n": count}, extra_tags=f"undo:{undo}")


def _tried(
    request: HttpRequest,
    key: str,
    name: str,
    headings: list[str],
    *,
    run: DryRun | None = None,
    problem: str = "",
) -> HttpResponse:
    fields = {place: field for field, place in (run.columns if run else guessed(headings)).items()}
    page = {
        "key": key,
        "file_name": name,
        "columns": [(n, each, fields.get(n, "")) for n, each in enumerate(headings)],
        "choices": CHOICES,
        "run": run,
        "problem": problem,
        "day_first": "day_first" in _said(request),
    }
    status = 422 if problem else 200
    return render(request, "partners/talks/import_tried.html", page, status=status)


def _told(request: HttpRequest, headings: list[str]) -> dict[str, str]:
    """What somebody has chosen for each column; nothing on the first look."""
    said = _said(request)
    return {
        heading: said[f"column-{n}"] for n, heading in enumerate(headings) if f"column-{n}" in said
    }


def _said(request: HttpRequest) -> QueryDict:
    return request.POST if request.method == "POST" else request.GET


@require(Permission.IMPORT_PARTNERS)
@require_POST
def undo(request: HttpRequest, change: UUID) -> HttpResponse:
    """All that it brought in goes, but what somebody has changed since."""
    if not was_brought_in(request.coalition, change):
        raise Http404(_("There is no such import here."))
    try:
        gone, kept = take_back(request.coalition, change, by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        said = ngettext("%(n)d talk is taken back.", "%(n)d talks are taken back.", gone)
        messages.success(request, said % {"n": gone})
        if kept:
            words = ngettext(
                "One stays: somebody has changed it since.",
                "%(n)d stay: somebody has changed them since.",
                kept,
            )
            messages.info(request, words % {"n": kept})
    return redirect("partners:talks_import", request.coalition.slug)
