"""Trainings: the list, one of them with who was there, totals per partner, and who was never at one."""

from copy import copy

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.documents.downloads import Table, as_csv
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.pages.answers import shown
from common.refusal import Refusal
from governance.forms.joining.trainings import AttendanceForm, TrainingForm
from governance.models import Training, TrainingAttendance
from governance.operations.joining import trainings as operations
from governance.reports.joining import trainings as reports
from governance.reports.joining.people import people_of
from governance.views.joining.choosing import meant
from governance.views.said import answers, done, pressed
from partners.views.export import file_name

A_PAGE = 50


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    kind = kind_asked(request)
    rows = Training.objects.of_coalition(request.coalition).of_kind(kind).with_numbers()
    page = {
        "page": Paginator(rows.newest_first(), A_PAGE).get_page(request.GET.get("page")),
        "kind": kind,
        "kinds": Training.Kind.choices,
    }
    return render(request, "governance/joining/trainings.html", page)


@require(Permission.SEE_PARTNERS)
@require_GET
def partners(request: HttpRequest) -> HttpResponse:
    found = reports.trained_partners(request.coalition)
    page = {
        "page": Paginator(found, A_PAGE).get_page(request.GET.get("page")),
        "kinds": Training.Kind.labels,
    }
    return render(request, "governance/joining/trained.html", page)


@require(Permission.SEE_SUCCESSION)
@require_GET
def never(request: HttpRequest) -> HttpResponse:
    found = reports.never_trained(request.coalition, on=request.today)
    return render(request, "governance/joining/untrained.html", {"found": found})


@require(Permission.EXPORT_PARTNERS)
@require_GET
def download(request: HttpRequest) -> HttpResponseBase:
    """Every entry of attendance, as a table that no spreadsheet runs as formulas."""
    rows = reports.table_rows(request.coalition, kind=kind_asked(request))
    return as_csv(Table(reports.headings(), rows), file_name(request, _("trainings")))


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    day = request.today
    training = Training(coalition=request.coalition)
    form = TrainingForm(typed(request), instance=training, today=day, initial={"held_on": day})
    answer = answers.made(
        request,
        form,
        lambda: operations.add_training(form.save(commit=False), by=request.user),
        model=Training,
        said=lambda made: _("Noted: %(title)s. Now say who was there.") % {"title": made},
        back=lambda made: made.get_absolute_url(),
    )
    page = {"form": form, "training": training}
    return answer or shown(request, "governance/joining/training_form.html", page)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    training = training_of(request, pk)
    rows = reports.visible_attendance(training, request.membership)
    page = {"training": training, "rows": rows, "gain": reports.gain_of(rows)}
    return render(request, "governance/joining/training.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    day = request.today
    return answers.changed(
        request,
        Training.objects.of_coalition(request.coalition),
        pk,
        make_form=lambda data, training: TrainingForm(data, instance=copy(training), today=day),
        save=lambda _row, form: operations.edit_training(form.save(commit=False), by=request.user),
        template="governance/joining/training_form.html",
        said=_("The training is saved."),
        back=reverse("governance:training", args=[request.coalition.slug, pk]),
        more=lambda training: {"training": training, "subject": training.title},
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    training = training_of(request, pk)
    try:
        operations.remove_training(training, by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
        return redirect(training)
    done(request, _("The training is removed."))
    return redirect("governance:trainings", request.coalition.slug)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def attend(request: HttpRequest, pk: int) -> HttpResponse:
    """First of which partner (by the address), then who of them and how many more."""
    training, found = training_of(request, pk), meant(request)
    form = None
    if found.organisation:
        data = request.POST if request.method == "POST" else None
        form = AttendanceForm(data, people=people_of(found.organisation))
    if request.method == "POST" and form and form.is_valid():
        try:
            once(
                sending(request),
                lambda: operations.note_attendance(
                    training, found.organisation, **form.said(), by=request.user
                ),
                model=TrainingAttendance,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            done(request, _("Noted: who of %(name)s was there.") % {"name": found.organisation})
            return redirect(training)
    page = {"training": training, "meant": found, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "governance/joining/attend.html", page, status=status)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def unattend(request: HttpRequest, pk: int, row: int) -> HttpResponse:
    rows = TrainingAttendance.objects.of_coalition(request.coalition).at(pk).with_names()
    found = get_object_or_404(rows, pk=row)
    return pressed(
        request,
        lambda: operations.remove_attendance(found, by=request.user),
        said=_("%(name)s is off the list.") % {"name": found},
        back=reverse("governance:training", args=[request.coalition.slug, pk]),
    )


def training_of(request: HttpRequest, pk: int) -> Training:
    return get_object_or_404(Training.objects.of_coalition(request.coalition), pk=pk)


def kind_asked(request: HttpRequest) -> str:
    kind = request.GET.get("kind", "")
    return kind if kind in Training.Kind.values else ""
