"""What has to be decided in an incident: asked, changed, decided, dropped."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.refusal import Refusal
from partners.forms.risk.incidents import DecideForm, DecisionForm
from partners.models import Incident, IncidentDecision
from partners.operations.risk import incidents as operations
from partners.reports.risk.incidents import who_decides
from partners.views.risk.incidents import incident_of, told
from partners.views.risk.overview import refused


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def ask(request: HttpRequest, pk: int, incident: int) -> HttpResponse:
    row, day = incident_of(request, pk, incident), request.today
    form = DecisionForm(typed(request), people=who_decides(request.membership), today=day)
    if request.method == "POST" and form.is_valid():
        try:
            once(
                sending(request),
                lambda: operations.ask_for_decision(row, form.asked(), on=day, by=request.user),
                model=IncidentDecision,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            return told(request, row, _("It stands on the home page of who decides."))
    status = 422 if request.method == "POST" else 200
    page = {"form": form, "incident": row, "organisation": row.organisation}
    return render(request, "partners/risk/decision.html", page, status=status)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int, incident: int, decision: int) -> HttpResponse:
    people, day = who_decides(request.membership), request.today
    with holding(request, IncidentDecision.objects.visible_to(request.membership), decision):
        row = incident_of(request, pk, incident)
        asked = decision_of(request, row, decision)

        def make_form(data: QueryDict | None) -> DecisionForm:
            return DecisionForm(data, people=people, today=day, decision=asked)

        now = timezone.now()
        edit = opened(request, make_form, record={IncidentDecision: {"id": asked.pk}}, at=now)
        if edit.may_be_saved:
            try:
                operations.ask_otherwise(asked, edit.form.asked(), by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                return told(request, row, _("That is saved."))
    page = {"incident": row, "organisation": row.organisation, "decision": asked}
    return edit.page(request, "partners/risk/decision.html", page | {"subject": asked.question})


@require(Permission.SEE_RISK)
@require_http_methods(["GET", "POST"])
def decide(request: HttpRequest, pk: int, incident: int, decision: int) -> HttpResponse:
    row = incident_of(request, pk, incident)
    asked = decision_of(request, row, decision)
    if not operations.may_decide(asked, request.membership):
        messages.warning(request, _("Somebody else was asked to decide this."))
        return redirect("partners:incident", request.coalition.slug, pk, row.pk)
    form = DecideForm(typed(request), decision=asked)
    if request.method == "POST" and form.is_valid():
        reason, day = form.cleaned_data["reason"], request.today
        try:
            operations.decide(asked, what=form.decided, reason=reason, on=day, by=request.user)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            return told(request, row, _("It is decided, and on record with its reason."))
    status = 422 if request.method == "POST" else 200
    page = {"form": form, "incident": row, "organisation": row.organisation, "decision": asked}
    return render(request, "partners/risk/decide.html", page, status=status)


@require(Permission.EDIT_PARTNERS)
@require_POST
def drop(request: HttpRequest, pk: int, incident: int, decision: int) -> HttpResponse:
    row = incident_of(request, pk, incident)
    try:
        operations.drop_decision(decision_of(request, row, decision), by=request.user)
    except Refusal as reason:
        return refused(request, row.organisation, reason)
    return told(request, row, _("Nothing has to be decided there any more."))


def decision_of(request: HttpRequest, incident: Incident, decision: int) -> IncidentDecision:
    rows = IncidentDecision.objects.visible_to(request.membership).of_incident(incident).told()
    return get_object_or_404(rows, pk=decision)
