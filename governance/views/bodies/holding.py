"""Giving a function to somebody, and saying until when they hold it."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, require
from common.editing import holding, opened
from common.form_keys import once, sending
from common.kept import typed
from common.refusal import Refusal
from governance.forms.bodies.functions import EndForm, GiveForm
from governance.forms.bodies.who import names_offered
from governance.models import RoleAssignment
from governance.operations.bodies import functions as operations
from governance.views.bodies.functions import function_of, page_of
from governance.views.said import done, today


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, pk: int) -> HttpResponse:
    function, coalition = function_of(request, pk), request.coalition.pk
    form = GiveForm(typed(request), coalition=coalition, initial={"starts_on": today(request)})
    if request.method == "POST" and form.is_valid():
        try:
            role = once(
                sending(request),
                lambda: operations.give_function(function, form.given(), by=request.user),
                model=RoleAssignment,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            words = _("%(name)s: %(who)s.")
            who = role.contact or role.organisation
            done(request, words % {"name": function, "who": who})
            return redirect(page_of(request))
    page = {"form": form, "function": function, "names": names_offered(coalition)}
    status = 422 if request.method == "POST" else 200
    return render(request, "governance/functions/give.html", page, status=status)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, pk: int, role: int) -> HttpResponse:
    rows = RoleAssignment.objects.holding(function_of(request, pk))
    with holding(request, rows, role):
        held = get_object_or_404(rows.with_holders().select_related("function"), pk=role)

        def make_form(data: QueryDict | None) -> EndForm:
            return EndForm(data, initial=EndForm.shown(held, on=today(request)))

        now = timezone.now()
        edit = opened(request, make_form, record={RoleAssignment: {"id": role}}, at=now)
        if edit.may_be_saved:
            try:
                operations.end_function(held, by=request.user, **edit.form.cleaned_data)
            except Refusal as reason:
                edit.form.add_error("on", str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("The last day is noted."))
                return redirect(page_of(request))
    page = {"role": held, "function": held.function, "subject": str(held)}
    return edit.page(request, "governance/functions/end.html", page)
