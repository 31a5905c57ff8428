"""What a partner does for people: told by itself or by one of us, and whether it takes people now."""

from copy import copy
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
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
from partners.forms.services import NewServiceForm, ServiceForm, areas_offered
from partners.models import Capacity, Organisation, Service
from partners.operations import services as operations
from partners.operations.services import Standing
from partners.reports.services.partner import services_of
from partners.views.editing import partner_of


def is_own_word(request: HttpRequest) -> bool:
    """Whether whoever speaks here speaks for the partner, and not of it."""
    return not request.membership.may(Permission.SEE_PARTNERS)


@require(Permission.SEE_COALITION)
@require_GET
def browse(request: HttpRequest, pk: int) -> HttpResponse:
    organisation, today = partner_of(request, pk), request.today
    page = {
        "organisation": organisation,
        "services": services_of(organisation, membership=request.membership, on=today),
        "states": Capacity.choices,
        "today": today,
    }
    return render(request, "partners/services/of_partner.html", page)


@require(Permission.EDIT_SERVICES)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    organisation, today = partner_of(request, pk), request.today
    form = NewServiceForm(typed(request), organisation=organisation)
    if request.method == "POST" and form.is_valid():
        standing = form.standing(is_their_own_word=is_own_word(request))
        try:
            service = once(
                sending(request),
                lambda: operations.add_service(
                    organisation, form.telling(), standing, on=today, by=request.user
                ),
                model=Service,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error("name", str(reason))
        else:
            return done(request, pk, _("“%s” is in the register.") % service.name)
    page = {
        "form": form,
        "organisation": organisation,
        "areas": areas_offered(organisation.coalition_id),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "partners/services/form.html", page, status=status)


@require(Permission.EDIT_SERVICES)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int, service: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    with holding(request, Organisation.objects.visible_to(request.membership), pk):
        row = service_of(request, organisation, service)

        def make_form(data: QueryDict | None) -> ServiceForm:
            return ServiceForm(data, instance=copy(row), organisation=organisation)

        now = timezone.now()
        edit = opened(request, make_form, record={Service: {"id": service}}, at=now)
        if edit.may_be_saved:
            try:
                operations.edit_service(row, edit.form.telling(), by=request.user)
            except Refusal as reason:
                edit.form.add_error("name", str(reason))
            else:
                edit.saved(request, at=now)
                return done(request, pk, _("“%s” is saved.") % row.name)
    page = {"organisation": organisation, "service": row, "subject": row.name}
    page["areas"] = areas_offered(organisation.coalition_id)
    return edit.page(request, "partners/services/form.html", page)


@require(Permission.EDIT_SERVICES)
@require_POST
def capacity(request: HttpRequest, pk: int, service: int) -> HttpResponse:
    """`capacity=full`, with a few words if somebody wants to say more; said again, it is fresh again."""
    row = service_of(request, partner_of(request, pk), service)
    note = " ".join(request.POST.get("note", "").split())[:200]
    standing = Standing(request.POST.get("capacity", ""), note, is_own_word(request))
    try:
        row = operations.set_capacity(row, standing, on=request.today, by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
        return back(request, pk)
    words = {"service": row.name, "state": row.get_capacity_display() or _("not said")}
    return done(request, pk, _("%(service)s: %(state)s.") % words)


@require(Permission.EDIT_SERVICES)
@require_POST
def end(request: HttpRequest, pk: int, service: int) -> HttpResponse:
    """Today is its last day; the form takes any other."""
    row = service_of(request, partner_of(request, pk), service)
    try:
        operations.end_service(row, on=request.today, by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
        return back(request, pk)
    return done(request, pk, _("“%s” ends today.") % row.name)


@require(Permission.EDIT_SERVICES)
@require_POST
def resume(request: HttpRequest, pk: int, service: int) -> HttpResponse:
    row = service_of(request, partner_of(request, pk), service)
    operations.resume_service(row, by=request.user)
    return done(request, pk, _("“%s” goes on.") % row.name)


@require(Permission.EDIT_SERVICES)
@require_POST
def undo(request: HttpRequest, pk: int, change: UUID) -> HttpResponse:
    """For whoever speaks for the partner too, as long as the change told of services alone."""
    organisation = partner_of(request, pk)
    try:
        operations.undo_service(organisation, change_id=change, by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
        return back(request, pk)
    return done(request, pk, _("The change is taken back."))


def service_of(request: HttpRequest, organisation: Organisation, service: int) -> Service:
    rows = Service.objects.visible_to(request.membership).of(organisation).told()
    return get_object_or_404(rows, pk=service)


def done(request: HttpRequest, pk: int, said: str) -> HttpResponse:
    address = reverse("partners:service_undo", args=[request.coalition.slug, pk, current_change()])
    messages.success(request, said, extra_tags=f"undo:{address}")
    return back(request, pk)


def back(request: HttpRequest, pk: int) -> HttpResponse:
    return redirect("partners:services_of", request.coalition.slug, pk)
