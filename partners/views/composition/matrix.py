"""Who is at the table, as a matrix of two lists, and how it is counted."""

from copy import copy

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.permissions import Permission, require
from common.documents import downloads
from common.editing.edits import holding_row, opened
from common.history.tracking import current_change
from common.spreadsheets.writing import csv_chunks
from partners.forms.composition import CompositionSettingsForm
from partners.models import CompositionSettings
from partners.operations.composition import voices as operations
from partners.reports.composition.area_picture import area_picture
from partners.reports.composition.axes import ONE_OF, chosen_axes
from partners.reports.composition.lines import MATRIX, matrix_lines
from partners.reports.composition.page import cell_of, page_of
from partners.reports.composition.why import why_active
from partners.views.editing import partner_of
from partners.views.export import file_name


@require(Permission.SEE_PARTNERS)
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """`?rows=sector&columns=area`: the two lists that are looked at."""
    page = page_of(request.membership, chosen_axes(request.GET), on=request.today)
    axes = list(ONE_OF.items())
    names = [ONE_OF[axis] for axis in page.axes]
    shown = {"page": page, "axes": axes, "names": names, "on": request.today}
    return render(request, "partners/composition/matrix.html", shown)


@require(Permission.SEE_PARTNERS)
@require_GET
def areas(request: HttpRequest) -> HttpResponse:
    """Where on the map there is somebody, and where nobody."""
    shown = {"picture": area_picture(request.membership, on=request.today)}
    return render(request, "partners/composition/areas.html", shown)


@require(Permission.SEE_PARTNERS)
@require_GET
def cell(request: HttpRequest) -> HttpResponse:
    """The partners of one cell, row or column: exactly those that it counts."""
    found = cell_of(request.membership, request.GET, on=request.today)
    return render(request, "partners/composition/cell.html", {"cell": found})


@require(Permission.SEE_PARTNERS)
@require_GET
def why(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows that make one organisation active."""
    organisation = partner_of(request, pk)
    found = why_active(organisation, membership=request.membership, on=request.today)
    return render(request, "partners/composition/why.html", {"why": found})


@require(Permission.EXPORT_PARTNERS)
@require_GET
def download(request: HttpRequest) -> HttpResponseBase:
    page = page_of(request.membership, chosen_axes(request.GET), on=request.today)
    chunks = csv_chunks(columns=[str(name) for name in MATRIX], rows=matrix_lines(page))
    name = file_name(request, _("composition"))
    return downloads.download(f"{name}.csv", chunks)


@require(Permission.EDIT_COMPOSITION)
@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    coalition = request.coalition
    with holding_row(request, coalition):
        kept = CompositionSettings.of(coalition.pk)

        def make_form(data: QueryDict | None) -> CompositionSettingsForm:
            return CompositionSettingsForm(data, instance=copy(kept))

        now = timezone.now()
        record = {CompositionSettings: {"id": kept.pk or 0}}
        edit = opened(request, make_form, record=record, at=now)
        if edit.may_be_saved:
            values = edit.form.cleaned_data
            operations.set_composition(coalition, values, by=request.user)
            edit.saved(request, at=now)
            done(request, _("That is how it is counted now."))
            return redirect("partners:composition", coalition.slug)
    page = {"subject": _("How it is counted")}
    return edit.page(request, "partners/composition/settings.html", page)


def done(request: HttpRequest, said: str) -> None:
    """Say so, with the button that takes it back."""
    address = reverse("partners:composition_undo", args=[request.coalition.slug, current_change()])
    messages.success(request, said, extra_tags=f"undo:{address}")
