"""The composition of a half-year: how it stood, and what was said when it was read together."""

from copy import copy
from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.permissions import Permission, require
from common.documents import downloads
from common.editing.edits import holding_row, opened
from common.spreadsheets.writing import csv_chunks
from partners.forms.composition import ReportForm
from partners.models import CompositionReport
from partners.operations.composition import voices as operations
from partners.reports.composition.lines import READING, reading_lines
from partners.reports.composition.periods import HalfYear, half_years
from partners.reports.composition.reading import reading
from partners.views.composition.matrix import done
from partners.views.export import file_name

MONTH = 30.5  # days
HALVES = (1, 2)


@require(Permission.SEE_PARTNERS)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    """Every half-year since the coalition began, with what was signed."""
    signed = {
        (one.year, one.half): one
        for one in CompositionReport.objects.visible_to(request.membership).newest_first()
    }
    periods = half_years(since=request.coalition.founded_on, until=request.today)
    lines = [(one, signed.get((one.year, one.half))) for one in periods]
    first_due = CompositionReport.objects.first_due(request.coalition.pk)
    page = {"lines": lines, "first_due": next(iter(first_due), None)}
    return render(request, "partners/composition/readings.html", page)


@require(Permission.SEE_PARTNERS)
@require_GET
def show(request: HttpRequest, year: int, half: int) -> HttpResponse:
    found = reading(request.membership, period_of(request, year, half), on=request.today)
    return render(request, "partners/composition/reading.html", {"reading": found})


@require(Permission.EDIT_COMPOSITION)
@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, year: int, half: int) -> HttpResponse:
    """Keep the figures as they were read, and what was said. Signed again, only the words change."""
    period, today = period_of(request, year, half), request.today
    with holding_row(request, request.coalition):
        found = reading(request.membership, period, on=today)
        until_next = timedelta(days=round(found.review_months * MONTH))
        report = found.report or CompositionReport(read_on=today, next_review_on=today + until_next)

        def make_form(data: QueryDict | None) -> ReportForm:
            return ReportForm(data, instance=copy(report))

        now = timezone.now()
        edit = opened(
            request, make_form, record={CompositionReport: {"id": report.pk or 0}}, at=now
        )
        if edit.may_be_saved:
            operations.sign_report(
                request.coalition,
                (year, half),
                edit.form.words(),
                figures=found.figures(),
                by=request.user,
                at=now,
            )
            edit.saved(request, at=now)
            done(request, _("It is kept as it was read."))
            return redirect("partners:composition_report", request.coalition.slug, year, half)
    page = {"reading": found, "subject": period.label}
    return edit.page(request, "partners/composition/reading_sign.html", page)


@require(Permission.EXPORT_PARTNERS)
@require_GET
def download(request: HttpRequest, year: int, half: int) -> HttpResponseBase:
    found = reading(request.membership, period_of(request, year, half), on=request.today)
    chunks = csv_chunks(columns=[str(name) for name in READING], rows=reading_lines(found))
    name = file_name(request, _("composition %(year)d-%(half)d") % {"year": year, "half": half})
    return downloads.download(f"{name}.csv", chunks)


def period_of(request: HttpRequest, year: int, half: int) -> HalfYear:
    """404 for a half-year that is not there yet, or was before the coalition."""
    first = HalfYear.of(request.coalition.founded_on)
    period = HalfYear(year, half)
    if half not in HALVES or not first <= period <= HalfYear.of(request.today):
        raise Http404(_("There is no report of that time."))
    return period
