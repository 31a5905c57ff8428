"""The applications of a call as members read, score and compare them."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.refusal import Refusal
from partners.forms.calls.judging import ConflictForm, ScoresForm
from partners.models import Application, Review
from partners.operations.calls import reviewing
from partners.reports.calls.pages import answered, application_page, applications_of
from partners.reports.calls.scores import scores_of
from partners.reports.calls.table import table_of
from partners.views.calls.said import application_of, call_of, done
from partners.views.editing import partner_of


@require(Permission.REVIEW_APPLICATIONS)
@require_GET
def browse(request: HttpRequest, pk: int) -> HttpResponse:
    """Applications by criteria; what the reader has not scored yet shows no figures of others."""
    call = call_of(request, pk)
    table = table_of(call, request.membership, on=request.today)
    return render(request, "partners/calls/applications.html", {"call": call, "table": table})


@require(Permission.REVIEW_APPLICATIONS)
@require_GET
def show(request: HttpRequest, pk: int, application: int) -> HttpResponse:
    row = application_of(request, pk, application)
    page = application_page(row, request.membership, on=request.today)
    shown = {"call": row.call, "application": row, "page": page}
    if page.is_readable and page.scores.is_reviewer:
        shown["conflict_form"] = ConflictForm.over(page.scores.mine)
    return render(request, "partners/calls/application.html", shown)


@require(Permission.REVIEW_APPLICATIONS)
@require_GET
def scores(request: HttpRequest, pk: int, application: int) -> HttpResponse:
    """The scores behind the figures; `?criterion=17` opens that one."""
    row = application_of(request, pk, application)
    criteria = [one.criterion for one in answered(row)]
    shown = {
        "call": row.call,
        "application": row,
        "scores": scores_of(row, criteria, request.membership),
        "asked": request.GET.get("criterion", ""),
    }
    return render(request, "partners/calls/scores.html", shown)


@require(Permission.REVIEW_APPLICATIONS)
@require_POST
def declare(request: HttpRequest, pk: int, application: int) -> HttpResponse:
    """Whether the reader has a conflict of interest. Without one, scoring comes next."""
    row = application_of(request, pk, application)
    form = ConflictForm(request.POST)
    if form.is_valid():
        try:
            reviewing.declare(
                row,
                has_conflict=form.has_conflict,
                words=form.cleaned_data["conflict_words"].strip(),
                by=request.user,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            if not form.has_conflict:
                return redirect(
                    "partners:application_score", request.coalition.slug, pk, application
                )
            done(request, _("Noted. You give no scores to this one."))
            return redirect(row)
    page = application_page(row, request.membership, on=request.today)
    shown = {"call": row.call, "application": row, "page": page, "conflict_form": form}
    return render(request, "partners/calls/application.html", shown, status=422)


@require(Permission.REVIEW_APPLICATIONS)
@require_http_methods(["GET", "POST"])
def score(request: HttpRequest, pk: int, application: int) -> HttpResponse:
    """A score and a reason for each criterion; nobody else's are shown here."""
    rows = Application.objects.visible_to(request.membership)
    with holding(request, rows, application):
        row = application_of(request, pk, application)
        answers = answered(row)
        criteria = [one.criterion for one in answers]
        told = scores_of(row, criteria, request.membership)
        mine = told.mine
        if mine is None or mine.has_conflict or row.withdrawn_at or row.call.decided_at:
            return redirect(row)

        def make_form(data: QueryDict | None) -> ScoresForm:
            return ScoresForm(data, answers=answers, own=told.own, words=mine.words)

        now = timezone.now()
        edit = opened(request, make_form, record={Review: {"id": mine.pk}}, at=now)
        if edit.may_be_saved:
            try:
                reviewing.give_scores(row, edit.form.given(), by=request.user, at=now)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("Your scores are kept. Now you see those of others."))
                return redirect(row)
    page = {"call": row.call, "application": row, "subject": str(row)}
    return edit.page(request, "partners/calls/score.html", page)


@require(Permission.SEE_CALLS)
@require_GET
def of_partner(request: HttpRequest, pk: int) -> HttpResponse:
    """What an organisation on the list has applied for, in its own words."""
    organisation = partner_of(request, pk)
    page = {"organisation": organisation, "applied": applications_of(organisation)}
    return render(request, "partners/calls/of_partner.html", page)
