"""Urgent protocols and their call trees."""

from copy import copy

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.pages.answers import moved, shown
from governance.forms.urgent import CallForm, ProtocolForm
from governance.models import CallRow, UrgentMessage, UrgentProtocol
from governance.operations import urgent as operations
from governance.reports.communication.trees import tree
from governance.reports.succession.people import people_offered
from governance.views.said import answers, pressed


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    rows = UrgentProtocol.objects.of_coalition(request.coalition.pk)
    started = UrgentMessage.objects.of_coalition(request.coalition.pk).with_reached()
    page = {
        "protocols": rows.current(),
        "retired": rows.retired() if request.membership.may(Permission.EDIT_GOVERNANCE) else (),
        "started": started.latest_first()[:50],
    }
    return render(request, "governance/communication/urgent.html", page)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    protocol = protocol_of(request, pk)
    started = protocol.messages.with_reached().latest_first()
    page = {"protocol": protocol, "branches": tree(protocol), "started": started}
    return render(request, "governance/communication/protocol.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    protocol = UrgentProtocol(coalition=request.coalition)
    form = ProtocolForm(typed(request), instance=protocol)
    answer = answers.made(
        request,
        form,
        lambda: operations.add(form.save(commit=False), by=request.user),
        model=UrgentProtocol,
        said=_("The protocol is written. Say now who calls whom."),
        back=lambda made: _protocol(request, made.pk),
    )
    page = {"form": form, "protocol": protocol}
    return answer or shown(request, "governance/communication/protocol_form.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    return answers.changed(
        request,
        UrgentProtocol.objects.of_coalition(request.coalition.pk),
        pk,
        make_form=lambda data, protocol: ProtocolForm(data, instance=copy(protocol)),
        save=lambda _row, form: operations.edit(form.save(commit=False), by=request.user),
        template="governance/communication/protocol_form.html",
        said=_("The protocol is saved."),
        back=_protocol(request, pk),
        more=lambda protocol: {"protocol": protocol, "subject": protocol.title},
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    protocol = protocol_of(request, pk)
    return pressed(
        request,
        lambda: operations.retire(protocol, on=request.today, by=request.user),
        said=_("The protocol is retired."),
        back=reverse("governance:urgent", args=[request.coalition.slug]),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def bring_back(request: HttpRequest, pk: int) -> HttpResponse:
    protocol = protocol_of(request, pk)
    return pressed(
        request,
        lambda: operations.bring_back(protocol, by=request.user),
        said=_("The protocol is back."),
        back=_protocol(request, pk),
    )


# ---------------------------------------------------------------- who calls whom


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add_call(request: HttpRequest, pk: int) -> HttpResponse:
    protocol = protocol_of(request, pk)
    row = CallRow(coalition=request.coalition, protocol=protocol)
    form = CallForm(
        typed(request), instance=row, coalition=request.coalition, rows=_rows(request, protocol)
    )
    answer = answers.made(
        request,
        form,
        lambda: operations.add_call(form.save(commit=False), by=request.user),
        model=CallRow,
        said=lambda made: _("%(name)s is in the call tree.") % {"name": made.name},
        back=_protocol(request, pk),
    )
    names = people_offered(request.coalition)
    page = {"form": form, "protocol": protocol, "row": row, "names": names}
    return answer or shown(request, "governance/communication/call.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit_call(request: HttpRequest, pk: int) -> HttpResponse:
    def make_form(data: QueryDict | None, row: CallRow) -> CallForm:
        rows = _rows(request, row.protocol)
        return CallForm(data, instance=copy(row), coalition=request.coalition, rows=rows)

    def more(row: CallRow) -> dict[str, object]:
        names = people_offered(request.coalition)
        return {"protocol": row.protocol, "subject": row.name, "names": names}

    return answers.changed(
        request,
        calls_of(request),
        pk,
        make_form=make_form,
        save=lambda _row, form: operations.edit_call(form.save(commit=False), by=request.user),
        template="governance/communication/call.html",
        said=_("The call is saved."),
        back=lambda row: _protocol(request, row.protocol_id),
        more=more,
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def move_call(request: HttpRequest, pk: int) -> HttpResponse:
    row = call_of(request, pk)
    return moved(
        request,
        row,
        lambda step: operations.move_call(row, step=step, by=request.user),
        back=_protocol(request, row.protocol_id),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def remove_call(request: HttpRequest, pk: int) -> HttpResponse:
    row = call_of(request, pk)
    return pressed(
        request,
        lambda: operations.remove_call(row, on=request.today, by=request.user),
        said=_("%(name)s is called no more.") % {"name": row.name},
        back=_protocol(request, row.protocol_id),
    )


def protocol_of(request: HttpRequest, pk: int) -> UrgentProtocol:
    return get_object_or_404(UrgentProtocol.objects.of_coalition(request.coalition.pk), pk=pk)


def calls_of(request: HttpRequest) -> QuerySet[CallRow]:
    return CallRow.objects.of_coalition(request.coalition.pk).current().told()


def call_of(request: HttpRequest, pk: int) -> CallRow:
    return get_object_or_404(calls_of(request), pk=pk)


def _rows(request: HttpRequest, protocol: UrgentProtocol) -> QuerySet[CallRow]:
    rows = CallRow.objects.of_coalition(request.coalition.pk).current().with_people()
    return rows.for_protocol(protocol).in_order()


def _protocol(request: HttpRequest, pk: int) -> str:
    return reverse("governance:protocol", args=[request.coalition.slug, pk])
