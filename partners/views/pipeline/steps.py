"""One organisation on its way: moved by a button or with a reason, corrected, seen off, taken back."""

from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.history.tracking import current_change
from common.refusal import Refusal
from partners.forms.pipeline.steps import ChangeStepForm, LeaveForm, StepForm
from partners.models import Gap, Organisation, PipelineStep, Stage
from partners.operations import versions
from partners.operations.pipeline import steps as operations
from partners.operations.pipeline.steps import Move
from partners.reports.pipeline.partner import standing_of
from partners.reports.pipeline.rehoming import rehoming
from partners.reports.pipeline.stages import stage_of
from partners.views.editing import partner_of

BOARD = "board"


@require(Permission.SEE_PIPELINE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    organisation, today = partner_of(request, pk), request.today
    standing = standing_of(organisation, on=today)
    page = {"organisation": organisation, "standing": standing, "today": today}
    return render(request, "partners/pipeline/partner.html", page)


@require(Permission.EDIT_PARTNERS)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """`to` is the stage, `?seen=` the one in which the board showed them, `reason-17` why, if told."""
    organisation = partner_of(request, pk)
    to = Move(
        stage=request.POST.get("to", ""),
        on=request.today,
        reason=request.POST.get(f"reason-{pk}", "").strip()[: operations.LONGEST_REASON],
        seen=request.GET.get("seen"),
        fills=None,
    )
    try:
        step = operations.move(organisation, to, by=request.user, at=timezone.now(), on=to.on)
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        said_moved(request, organisation, step, then=BOARD)
    return redirect("partners:pipeline", request.coalition.slug)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, pk: int, stage: str) -> HttpResponse:
    """With day and reason."""
    if stage not in Stage.values:
        raise Http404(_("There is no such stage."))
    if stage == Stage.ALUMNI:
        return redirect("partners:pipeline_leave", request.coalition.slug, pk)
    organisation, today = partner_of(request, pk), request.today
    gaps = list(Gap.objects.asking(pk)) if stage == Stage.MEMBER else []
    form = StepForm(typed(request), stage=stage, gaps=gaps, initial={"on": today})
    if request.method == "POST" and form.is_valid():
        to = form.move(seen=request.POST.get("seen"))
        try:
            step = once(
                sending(request),
                lambda: operations.move(
                    organisation, to, by=request.user, at=timezone.now(), on=today
                ),
                model=PipelineStep,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            said_moved(request, organisation, step)
            return redirect("partners:pipeline_of", request.coalition.slug, pk)
    page = {"form": form, "standing": standing_of(organisation, on=today), "stage": Stage(stage)}
    return answered(request, "partners/pipeline/step.html", organisation, page)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """A member goes: what must be re-homed, why they go, and a thank-you."""
    organisation, today = partner_of(request, pk), request.today
    form = LeaveForm(typed(request), initial={"on": today})
    if request.method == "POST" and form.is_valid():
        to = form.move(seen=request.POST.get("seen"))
        try:
            step = once(
                sending(request),
                lambda: operations.see_off(
                    organisation,
                    to,
                    thanks=form.cleaned_data["thanks"],
                    by=request.user,
                    at=timezone.now(),
                    on=today,
                ),
                model=PipelineStep,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            said_moved(request, organisation, step)
            return redirect("partners:pipeline_of", request.coalition.slug, pk)
    rest = rehoming(organisation, on=today)
    page = {"form": form, "rest": rest, "seen": stage_of(pk)}
    return answered(request, "partners/pipeline/leave.html", organisation, page)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int, step: int) -> HttpResponse:
    organisation, today = partner_of(request, pk), request.today
    with holding(request, PipelineStep.objects.of([pk]), step):
        row = get_object_or_404(PipelineStep.objects.of([pk]), pk=step)

        def make_form(data: QueryDict | None) -> ChangeStepForm:
            return ChangeStepForm(data, stage=row.stage, initial=ChangeStepForm.shown(row))

        now = timezone.now()
        edit = opened(request, make_form, record={PipelineStep: {"id": step}}, at=now)
        if edit.may_be_saved:
            try:
                operations.change_step(row, **edit.form.words(), by=request.user, on=today)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                said(request, organisation, _("The step is saved."))
                return redirect("partners:pipeline_of", request.coalition.slug, pk)
    page = {"organisation": organisation, "step": row, "subject": str(row)}
    return edit.page(request, "partners/pipeline/step_edit.html", page)


@require(Permission.EDIT_PARTNERS)
@require_POST
def undo(request: HttpRequest, pk: int, change: UUID) -> HttpResponse:
    organisation = partner_of(request, pk)
    try:
        versions.undo(organisation, change_id=change, by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        said(request, organisation, _("%(name)s: the change is taken back.") % named(organisation))
    if request.GET.get("then") == BOARD:
        return redirect("partners:pipeline", request.coalition.slug)
    return redirect("partners:pipeline_of", request.coalition.slug, pk)


def said_moved(
    request: HttpRequest, organisation: Organisation, step: PipelineStep, *, then: str = ""
) -> None:
    """Who gave no reason is offered to say it; nobody has to."""
    here = [request.coalition.slug, organisation.pk, step.pk]
    why = "" if step.why else reverse("partners:pipeline_step_edit", args=here)
    words = _("%(name)s stands under “%(stage)s” now.") % {**named(organisation), "stage": step}
    said(request, organisation, words, then=then, why=why)


def said(
    request: HttpRequest, organisation: Organisation, words: str, *, then: str = "", why: str = ""
) -> None:
    """With the button that takes it back; and the link that asks for the reason, where `why` leads to it."""
    undo = reverse(
        "partners:pipeline_undo", args=[request.coalition.slug, organisation.pk, current_change()]
    )
    address = f"{undo}?{urlencode({'then': then})}" if then else undo
    asking = f"why:{why} " if why else ""
    messages.success(request, words, extra_tags=f"{asking}undo:{address}")


def named(organisation: Organisation) -> dict[str, str]:
    return {"name": organisation.name}


def answered(
    request: HttpRequest, template: str, organisation: Organisation, page: dict[str, object]
) -> HttpResponse:
    status = 422 if request.method == "POST" else 200
    return render(request, template, {"organisation": organisation, **page}, status=status)
