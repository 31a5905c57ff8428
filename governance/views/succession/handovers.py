"""Terms that end, and handing over: started, ticked, stopped."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.pages.answers import shown
from common.refusal import Refusal
from governance.forms.succession.handovers import LineForm, StartForm, StopForm
from governance.models import Handover, HandoverStep, RoleAssignment
from governance.operations.succession import handovers as operations
from governance.reports.succession.ending import ending_for
from governance.reports.succession.handovers import beginning_for
from governance.views.succession.parts import answers, done


@require(Permission.SEE_SUCCESSION)
@require_GET
def terms(request: HttpRequest) -> HttpResponse:
    ending = ending_for(request.membership, on=request.today)
    return render(request, "governance/succession/terms.html", {"ending": ending})


@require(Permission.SEE_SUCCESSION)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    day = request.today
    handovers = Handover.objects.visible_to(request.membership).told().counted()
    page = {
        "handovers": handovers,
        "beginning": beginning_for(request.membership, on=day),
        "today": day,
    }
    return render(request, "governance/succession/handovers.html", page)


@require(Permission.SEE_SUCCESSION)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    return _shown(request, _handover(request, pk), LineForm())


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest, assignment: int) -> HttpResponse:
    rows = RoleAssignment.objects.of_coalition(request.coalition.pk)
    term = get_object_or_404(rows.for_handing_over(), pk=assignment)
    day = request.today
    form = StartForm(typed(request), assignment=term, today=day)
    answer = answers.made(
        request,
        form,
        lambda: operations.start(term, **form.cleaned_data, on=day, by=request.user),
        model=Handover,
        said=_("The checklist is started. Whoever holds the role sees it on their home page."),
        back=lambda handover: _address(request, "handover", handover.pk),
    )
    page = {"form": form, "assignment": term}
    return answer or shown(request, "governance/succession/handover_start.html", page)


@require(Permission.OFFER_TO_LEAD)
@require_POST
def tick(request: HttpRequest, pk: int) -> HttpResponse:
    """`done=no` takes the tick off; anything else sets it."""
    handovers = Handover.objects.workable_by(request.membership)
    step = get_object_or_404(HandoverStep, pk=pk, handover__in=handovers)
    is_done = request.POST.get("done") != "no"
    words = _("Done: %(what)s") if is_done else _("Not done yet: %(what)s")
    page = "growing" if "mine" in request.POST else "handover"
    args = () if page == "growing" else (step.handover_id,)
    return answers.pressed(
        request,
        lambda: operations.tick(step, is_done=is_done, on=request.today, by=request.membership),
        said=words % {"what": step},
        back=_address(request, page, *args),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def add_step(request: HttpRequest, pk: int) -> HttpResponse:
    handover, form = _handover(request, pk), LineForm(request.POST)
    if not form.is_valid():
        return _shown(request, handover, form)
    try:
        once(
            sending(request),
            lambda: operations.add_step(handover, **form.cleaned_data, by=request.user),
            model=HandoverStep,
            at=timezone.now(),
        )
    except Refusal as reason:
        form.add_error(None, str(reason))
        return _shown(request, handover, form)
    done(request, _("It is on the checklist."))
    return redirect(_address(request, "handover", handover.pk))


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def stop(request: HttpRequest, pk: int) -> HttpResponse:
    return answers.changed(
        request,
        Handover.objects.visible_to(request.membership).told(),
        pk,
        make_form=lambda data, handover: StopForm(
            data, initial={"reason": handover.stopped_because}
        ),
        save=lambda handover, form: operations.stop(
            handover, reason=form.cleaned_data["reason"], on=request.today, by=request.user
        ),
        template="governance/succession/handover_stop.html",
        said=_("The handover is stopped."),
        back=lambda handover: _address(request, "handover", handover.pk),
    )


def _shown(request: HttpRequest, handover: Handover, form: LineForm) -> HttpResponse:
    page = {
        "handover": handover,
        "steps": handover.steps.told(),
        "may_tick": handover.is_workable_by(request.membership),
        "form": form,
        "today": request.today,
    }
    return shown(request, "governance/succession/handover.html", page)


def _handover(request: HttpRequest, pk: int) -> Handover:
    rows = Handover.objects.visible_to(request.membership).told().counted()
    return get_object_or_404(rows, pk=pk)


def _address(request: HttpRequest, name: str, *args: int) -> str:
    return reverse(f"governance:{name}", args=[request.coalition.slug, *args])
