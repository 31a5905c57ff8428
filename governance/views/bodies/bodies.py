"""The chart of all bodies, one body, and telling of it."""

from copy import copy

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.permissions import Permission, require
from common.editing import holding, opened
from common.form_keys import once, sending
from common.kept import typed
from common.refusal import Refusal
from governance.forms.bodies.bodies import BodyForm
from governance.models import Body
from governance.operations.bodies import bodies as operations
from governance.reports.bodies.chart import chart_for, picture_of
from governance.reports.bodies.page import body_page
from governance.views.said import done, today
from partners.models import Organisation


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    """All bodies that the reader may know of, as a picture and as a table."""
    chart = chart_for(request.membership, on=today(request))
    page = {
        "chart": chart,
        "picture": picture_of(chart.roots),
        "leading": picture_of(chart.leading),
    }
    return render(request, "governance/bodies/chart.html", page)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    body = body_of(request, pk)
    page = body_page(body, request.membership, on=today(request))
    return render(request, "governance/bodies/body.html", {"page": page, "body": body})


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """`?parent=17`: it belongs to that one."""
    first = {"opened_on": today(request), "parent": request.GET.get("parent")}
    form = BodyForm(typed(request), coalition=request.coalition.pk, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            body = once(
                sending(request),
                lambda: operations.open_body(
                    request.coalition, form.telling(), on=today(request), by=request.user
                ),
                model=Body,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            done(request, _("“%(name)s” is open.") % {"name": body})
            return redirect(body)
    partners = Organisation.objects.of_coalition(request.coalition.pk).active()
    page = {"form": form, "names": partners.names_offered()}
    status = 422 if request.method == "POST" else 200
    return render(request, "governance/bodies/form.html", page, status=status)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, Body.objects.visible_to(request.membership), pk):
        body = body_of(request, pk)

        def make_form(data: QueryDict | None) -> BodyForm:
            return BodyForm(data, instance=copy(body), coalition=request.coalition.pk)

        now = timezone.now()
        edit = opened(request, make_form, record={Body: {"id": pk}}, at=now)
        if edit.may_be_saved:
            try:
                operations.edit_body(body, edit.form.telling(), on=today(request), by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("“%(name)s” is saved.") % {"name": body})
                return redirect(body)
    return edit.page(request, "governance/bodies/form.html", {"body": body, "subject": body.name})


def body_of(request: HttpRequest, pk: int) -> Body:
    """One that the reader may know of."""
    return get_object_or_404(Body.objects.visible_to(request.membership).told(), pk=pk)
