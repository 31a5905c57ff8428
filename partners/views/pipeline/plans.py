"""Who invites them, by when and through whom; and when somebody counts as ready."""

from copy import copy

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, require
from common.editing.edits import holding, holding_row, opened
from common.refusal import Refusal
from partners.forms.pipeline.steps import PlanForm, RulesForm
from partners.models import Organisation, PipelinePlan, PipelineRules
from partners.operations.pipeline import steps as operations
from partners.reports.pipeline.doors import doors_to
from partners.views.editing import partner_of
from partners.views.pipeline.steps import said


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, Organisation.objects.visible_to(request.membership), pk):
        organisation, today = partner_of(request, pk), request.today
        kept = PipelinePlan.objects.told_of(pk) or PipelinePlan(organisation=organisation)
        doors = doors_to([pk], on=today)[pk]

        def make_form(data: QueryDict | None) -> PlanForm:
            return PlanForm(
                data,
                initial=PlanForm.shown(kept),
                organisation=organisation,
                doors=doors,
                kept=kept,
            )

        now = timezone.now()
        edit = opened(request, make_form, record={PipelinePlan: {"id": kept.pk or 0}}, at=now)
        if edit.may_be_saved:
            try:
                operations.plan(organisation, edit.form.planned(), by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                said(request, organisation, _("The plan is kept."))
                return redirect("partners:pipeline_of", request.coalition.slug, pk)
    page = {"organisation": organisation, "doors": doors, "subject": organisation.name}
    return edit.page(request, "partners/pipeline/plan.html", page)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def rules(request: HttpRequest) -> HttpResponse:
    coalition = request.coalition
    with holding_row(request, coalition):
        kept = PipelineRules.of(coalition.pk)

        def make_form(data: QueryDict | None) -> RulesForm:
            return RulesForm(data, instance=copy(kept))

        now = timezone.now()
        edit = opened(request, make_form, record={PipelineRules: {"id": kept.pk or 0}}, at=now)
        if edit.may_be_saved:
            operations.set_rules(coalition, edit.form.cleaned_data, by=request.user)
            edit.saved(request, at=now)
            messages.success(request, _("That is what counts as ready now."))
            return redirect("partners:pipeline", coalition.slug)
    page = {"subject": _("When somebody is ready")}
    return edit.page(request, "partners/pipeline/rules.html", page)
