"""The parts of a call: its criteria, the ways in which it was told, and who reads."""

from copy import copy

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
from partners.forms.calls.calls import CriterionForm, OutreachForm, ReviewerForm
from partners.models import WHOLE, Call, Criterion, Outreach, Reviewer
from partners.operations.calls import opening, people
from partners.views.calls.said import call_of, done, pressed


@require(Permission.RUN_CALLS)
@require_http_methods(["GET", "POST"])
def add_criterion(request: HttpRequest, pk: int) -> HttpResponse:
    call = call_of(request, pk)
    left = WHOLE - Criterion.objects.of(call).total_weight()
    form = CriterionForm(typed(request), initial={"weight": left or None})
    if request.method == "POST" and form.is_valid():
        try:
            criterion = once(
                sending(request),
                lambda: opening.add_criterion(call, form.values(), by=request.user),
                model=Criterion,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            done(request, _("“%(name)s” is a criterion now.") % {"name": criterion})
            return redirect(f"{call.get_absolute_url()}#criteria")
    page = {"call": call, "form": form, "left": left}
    status = 422 if form.errors else 200
    return render(request, "partners/calls/criterion_add.html", page, status=status)


@require(Permission.RUN_CALLS)
@require_http_methods(["GET", "POST"])
def edit_criterion(request: HttpRequest, pk: int, criterion: int) -> HttpResponse:
    rows = Criterion.objects.of(call_of(request, pk))
    with holding(request, rows, criterion):
        row = criterion_of(request, pk, criterion)

        def make_form(data: QueryDict | None) -> CriterionForm:
            return CriterionForm.over(row, data)

        now = timezone.now()
        edit = opened(request, make_form, record={Criterion: {"id": row.pk}}, at=now)
        if edit.may_be_saved:
            try:
                opening.edit_criterion(row, edit.form.values(), by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("%(name)s is saved.") % {"name": row})
                return redirect(f"{row.call.get_absolute_url()}#criteria")
    page = {"call": row.call, "criterion": row, "subject": str(row)}
    return edit.page(request, "partners/calls/criterion_edit.html", page)


@require(Permission.RUN_CALLS)
@require_POST
def remove_criterion(request: HttpRequest, pk: int, criterion: int) -> HttpResponse:
    row = criterion_of(request, pk, criterion)
    return pressed(
        request,
        lambda: opening.remove_criterion(row, by=request.user),
        said=_("“%(name)s” is no criterion any more.") % {"name": row},
        back=f"{row.call.get_absolute_url()}#criteria",
    )


def criterion_of(request: HttpRequest, pk: int, criterion: int) -> Criterion:
    rows = Criterion.objects.of(call_of(request, pk)).told()
    return get_object_or_404(rows, pk=criterion)


# ---------------------------------------------------------------- where it was told


@require(Permission.RUN_CALLS)
@require_http_methods(["GET", "POST"])
def add_outreach(request: HttpRequest, pk: int) -> HttpResponse:
    call = call_of(request, pk)
    form = OutreachForm(typed(request), initial={"on": request.today})
    if request.method == "POST" and form.is_valid():
        try:
            outreach = once(
                sending(request),
                lambda: people.add_outreach(call, by=request.user, **form.cleaned_data),
                model=Outreach,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error("name", str(reason))
        else:
            done(request, _("Noted: %(name)s.") % {"name": outreach})
            return redirect(f"{call.get_absolute_url()}#outreach")
    status = 422 if form.errors else 200
    page = {"call": call, "form": form}
    return render(request, "partners/calls/outreach_add.html", page, status=status)


@require(Permission.RUN_CALLS)
@require_http_methods(["GET", "POST"])
def edit_outreach(request: HttpRequest, pk: int, outreach: int) -> HttpResponse:
    rows = Outreach.objects.of(call_of(request, pk))
    with holding(request, rows, outreach):
        row = outreach_of(request, pk, outreach)

        def make_form(data: QueryDict | None) -> OutreachForm:
            return OutreachForm(data, instance=copy(row))

        now = timezone.now()
        edit = opened(request, make_form, record={Outreach: {"id": row.pk}}, at=now)
        if edit.may_be_saved:
            try:
                people.edit_outreach(row, by=request.user, **edit.form.cleaned_data)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("%(name)s is saved.") % {"name": row})
                return redirect(f"{row.call.get_absolute_url()}#outreach")
    page = {"call": row.call, "outreach": row, "subject": str(row)}
    return edit.page(request, "partners/calls/outreach_edit.html", page)


@require(Permission.RUN_CALLS)
@require_POST
def remove_outreach(request: HttpRequest, pk: int, outreach: int) -> HttpResponse:
    row = outreach_of(request, pk, outreach)
    return pressed(
        request,
        lambda: people.remove_outreach(row, by=request.user),
        said=_("“%(name)s” is off the list.") % {"name": row},
        back=f"{row.call.get_absolute_url()}#outreach",
    )


def outreach_of(request: HttpRequest, pk: int, outreach: int) -> Outreach:
    rows = Outreach.objects.of(call_of(request, pk)).told()
    return get_object_or_404(rows, pk=outreach)


# ---------------------------------------------------------------- who reads


@require(Permission.RUN_CALLS)
@require_POST
def ask_reviewer(request: HttpRequest, pk: int) -> HttpResponse:
    call: Call = call_of(request, pk)
    back = f"{call.get_absolute_url()}#reviewers"
    form = ReviewerForm(request.POST, call=call)
    if not form.is_valid():
        messages.warning(request, _("Choose a member who does not read yet."))
        return redirect(back)
    person = form.cleaned_data["person"]
    return pressed(
        request,
        lambda: people.ask_reviewer(call, person, by=request.user, at=timezone.now()),
        said=_("%(name)s reads for this call.") % {"name": person},
        back=back,
    )


@require(Permission.RUN_CALLS)
@require_POST
def release_reviewer(request: HttpRequest, pk: int, reviewer: int) -> HttpResponse:
    call = call_of(request, pk)
    row: Reviewer = get_object_or_404(Reviewer.objects.of(call), pk=reviewer)
    return pressed(
        request,
        lambda: people.release_reviewer(row, by=request.user, on=request.today),
        said=_("%(name)s reads no more. What they gave stays.") % {"name": row},
        back=f"{call.get_absolute_url()}#reviewers",
    )
