"""How power is shared, in figures that open into their rows; and who takes part in which phase."""

from copy import copy

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.permissions import Permission, require
from common.documents import downloads
from common.editing.edits import holding, holding_row, opened
from common.spreadsheets.writing import csv_chunks
from governance.forms.power.settings import PhasesForm, PowerSettingsForm
from governance.models import Body, BodyPhase, PowerSettings
from governance.operations.power.phases import set_phases
from governance.operations.power.settings import set_power
from governance.reports.power.lens import Power, read_power
from governance.reports.power.phases import phases_page, rows_of_cell
from governance.reports.power.rows import COLUMNS, lines, rows_behind
from governance.reports.power.table import read_table
from governance.views.bodies.bodies import body_of
from governance.views.power.shared import body_asked
from governance.views.said import done
from partners.views.export import file_name


@require(Permission.SEE_SUCCESSION)
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """`?body=12` keeps to the seats of one body."""
    body = body_asked(request)
    page = {
        "power": _power(request, body),
        "body": body,
        "bodies": Body.objects.visible_to(request.membership).standing(),
        "today": request.today,
    }
    return render(request, "governance/power/power.html", page)


@require(Permission.SEE_SUCCESSION)
@require_GET
def rows(request: HttpRequest) -> HttpResponse:
    """The seats and partners behind one figure."""
    body = body_asked(request)
    found = rows_behind(_power(request, body), request.GET)
    return render(request, "governance/power/rows.html", {"rows": found, "body": body})


@require(Permission.SEE_SUCCESSION)
@require_GET
def download(request: HttpRequest) -> HttpResponseBase:
    power = _power(request, body_asked(request))
    chunks = csv_chunks(columns=[str(name) for name in COLUMNS], rows=lines(power))
    name = file_name(request, _("power"))
    return downloads.download(f"{name}.csv", chunks)


def _power(request: HttpRequest, body: Body | None) -> Power:
    chosen = body.pk if body else None
    table = read_table(request.membership, on=request.today, body=chosen)
    settings = PowerSettings.of(request.coalition.pk)
    return read_power(table, settings, slug=request.coalition.slug, body=chosen)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def settings(request: HttpRequest) -> HttpResponse:
    coalition = request.coalition
    with holding_row(request, coalition):
        kept = PowerSettings.of(coalition.pk)

        def make_form(data: QueryDict | None) -> PowerSettingsForm:
            return PowerSettingsForm(data, instance=copy(kept))

        now = timezone.now()
        edit = opened(request, make_form, record={PowerSettings: {"id": kept.pk or 0}}, at=now)
        if edit.may_be_saved:
            set_power(coalition, edit.form.values(), by=request.user)
            edit.saved(request, at=now)
            done(request, _("That is what is pointed out now."))
            return redirect("governance:power", coalition.slug)
    page = {"subject": _("What is pointed out")}
    return edit.page(request, "governance/power/settings.html", page)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def phases(request: HttpRequest) -> HttpResponse:
    page = phases_page(request.membership, on=request.today)
    return render(request, "governance/power/phases.html", {"page": page})


@require(Permission.SEE_GOVERNANCE)
@require_GET
def phase_rows(request: HttpRequest) -> HttpResponse:
    """`?sector=12&phase=decide`: who sits there. Without words, the matrix."""
    if not request.GET:
        return redirect("governance:phases", request.coalition.slug)
    found = rows_of_cell(request.membership, request.GET, on=request.today)
    if found is None:
        raise Http404(_("There is no such cell."))
    return render(request, "governance/power/phase_rows.html", {"rows": found})


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def body_phases(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, Body.objects.visible_to(request.membership), pk):
        body = body_of(request, pk)
        kept = [one.phase for one in body.phases.all()]

        def make_form(data: QueryDict | None) -> PhasesForm:
            return PhasesForm(data, initial={"phases": kept})

        now = timezone.now()
        edit = opened(
            request, make_form, record={Body: {"id": pk}, BodyPhase: {"body_id": pk}}, at=now
        )
        if edit.may_be_saved:
            set_phases(body, edit.form.cleaned_data["phases"], by=request.user)
            edit.saved(request, at=now)
            done(request, _("That is saved."))
            return redirect("governance:phases", request.coalition.slug)
    page = {"subject": body.name, "body": body}
    return edit.page(request, "governance/power/body_phases.html", page)
