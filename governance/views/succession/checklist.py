"""The coalition's own checklist for handing over: added to, reworded, ordered, left out."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.pages.answers import moved, shown
from governance.forms.succession.handovers import LineForm, NewLineForm
from governance.models import HandoverLine, Moment
from governance.operations.succession import handovers as operations
from governance.reports.succession.handovers import checklists_of
from governance.views.succession.parts import answers, done


@require(Permission.EDIT_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    lists = checklists_of(request.coalition.pk)
    return render(request, "governance/succession/checklist.html", {"lists": lists})


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    moment = request.GET.get("moment", Moment.LEAVING)
    form = NewLineForm(typed(request), initial={"moment": moment})
    answer = answers.made(
        request,
        form,
        lambda: operations.add_line(request.coalition, **form.cleaned_data, by=request.user),
        model=HandoverLine,
        said=_("It is on the checklist."),
        back=lambda _line: _back(request),
    )
    return answer or shown(request, "governance/succession/line_add.html", {"form": form})


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    return answers.changed(
        request,
        HandoverLine.objects.of_coalition(request.coalition.pk),
        pk,
        make_form=lambda data, line: LineForm(data, initial={"words": line.words}),
        save=lambda line, form: operations.reword_line(line, **form.cleaned_data, by=request.user),
        template="governance/succession/line_edit.html",
        said=_("That is saved. Handovers under way keep their words."),
        back=lambda _line: _back(request),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    line = _line(request, pk)
    return moved(
        request,
        line,
        lambda step: operations.move_line(line, step=step, by=request.user),
        back=_back(request),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def leave_out(request: HttpRequest, pk: int) -> HttpResponse:
    line = _line(request, pk)
    return answers.pressed(
        request,
        lambda: operations.leave_out(line, on=request.today, by=request.user),
        said=_("New handovers leave it out. Those under way keep it."),
        back=_back(request),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    line = _line(request, pk)
    return answers.pressed(
        request,
        lambda: operations.leave_out(line, on=None, by=request.user),
        said=_("It is on the checklist again."),
        back=_back(request),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def fill(request: HttpRequest) -> HttpResponse:
    count = operations.fill_lines(request.coalition, by=request.user)
    if count:
        done(request, ngettext("One line is new.", "%(n)d lines are new.", count) % {"n": count})
    else:
        messages.success(request, _("All of them are on the list already."))
    return redirect(_back(request))


def _line(request: HttpRequest, pk: int) -> HandoverLine:
    return get_object_or_404(HandoverLine.objects.of_coalition(request.coalition.pk), pk=pk)


def _back(request: HttpRequest) -> str:
    return reverse("governance:handover_lines", args=[request.coalition.slug])
