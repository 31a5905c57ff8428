"""The chart of all bodies, one body, and telling of it."""

from copy import copy

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.pages.answers import shown
from governance.forms.bodies.bodies import BodyForm
from governance.models import Body
from governance.operations.bodies import bodies as operations
from governance.reports.bodies.chart import chart_for, picture_of
from governance.reports.bodies.page import body_page
from governance.views.said import answers
from partners.models import Organisation


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    """All bodies that the reader may know of, as a picture and as a table."""
    chart = chart_for(request.membership, on=request.today)
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
    page = body_page(body, request.membership, on=request.today)
    return render(request, "governance/bodies/body.html", {"page": page, "body": body})


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """`?parent=17`: it belongs to that one."""
    coalition, on = request.coalition, request.today
    first = {"opened_on": on, "parent": request.GET.get("parent")}
    form = BodyForm(typed(request), coalition=coalition.pk, initial=first)
    answer = answers.made(
        request,
        form,
        lambda: operations.open_body(coalition, form.telling(), on=on, by=request.user),
        model=Body,
        said=lambda body: _("“%(name)s” is open.") % {"name": body},
        back=lambda body: body.get_absolute_url(),
    )
    names = Organisation.objects.of_coalition(coalition.pk).active().names_offered()
    return answer or shown(request, "governance/bodies/form.html", {"form": form, "names": names})


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    coalition, on = request.coalition, request.today
    return answers.changed(
        request,
        Body.objects.visible_to(request.membership).told(),
        pk,
        make_form=lambda data, body: BodyForm(data, instance=copy(body), coalition=coalition.pk),
        save=lambda body, form: operations.edit_body(body, form.telling(), on=on, by=request.user),
        template="governance/bodies/form.html",
        said=lambda body: _("“%(name)s” is saved.") % {"name": body},
        back=lambda body: body.get_absolute_url(),
        more=lambda body: {"body": body, "subject": body.name},
    )


def body_of(request: HttpRequest, pk: int) -> Body:
    """One that the reader may know of."""
    return get_object_or_404(Body.objects.visible_to(request.membership).told(), pk=pk)
