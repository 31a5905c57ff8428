from datetime import date
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts import operations
from accounts.duties import duties_of
from accounts.forms import EndForm, RoleForm
from accounts.models import Membership, Person
from accounts.permissions import Permission, Role, require
from accounts.reports import permissions_table
from common.editing.edits import holding, opened
from common.refusal import Refusal

A_PAGE = 50


@require(Permission.INVITE_PEOPLE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    members = request.coalition.members.unended().with_people()
    waiting = request.coalition.invitations.open().for_reading()
    return render(
        request,
        "accounts/members.html",
        {
            "page": Paginator(members, A_PAGE).get_page(request.GET.get("page")),
            "waiting": waiting[:A_PAGE],
            "now": timezone.now(),
            "today": request.today,
            "roles": [role for role in Role if role != Role.PARTNER],
            "table": permissions_table(),
            "may_invite": Role(request.membership.role).may_invite,
        },
    )


@require(Permission.INVITE_PEOPLE)
@require_GET
def past(request: HttpRequest) -> HttpResponse:
    members = request.coalition.members.past().with_people()
    page = Paginator(members, A_PAGE).get_page(request.GET.get("page"))
    kept = duties_of(request.coalition, [each.person_id for each in page])
    for each in page:
        each.duties = kept[each.person_id]
    return render(request, "accounts/past_members.html", {"page": page, "today": request.today})


@require(Permission.MANAGE_MEMBERS)
@require_POST
def change_role(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, request.coalition.members, pk):
        membership = get_object_or_404(request.coalition.members.with_people(), pk=pk)
        as_is = {"role": membership.role}

        def make_form(data: QueryDict | None) -> RoleForm:
            return RoleForm(data, initial=as_is)

        edit = opened(request, make_form, record={Membership: {"id": pk}}, at=timezone.now())
        if edit.conflicts:
            members = reverse("accounts:members", args=[request.coalition.slug])
            page = {"subject": str(membership.person), "back": members}
            return edit.page(request, "accounts/members.html", page)
        return _with_role(request, membership, edit.form)


def _with_role(request: HttpRequest, membership: Membership, form: RoleForm) -> HttpResponse:
    if not form.is_valid():
        messages.error(request, _("There is no such role. Please choose one from the list."))
        return redirect("accounts:members", request.coalition.slug)
    try:
        membership = operations.change_role(
            membership, role=Role(form.cleaned_data["role"]), by=request.user
        )
    except Refusal as reason:
        messages.error(request, str(reason))
    else:
        messages.success(request, _said_about_role(membership))
    if membership.person == request.user:
        return redirect(request.coalition)
    return redirect("accounts:members", request.coalition.slug)


@require(Permission.MANAGE_MEMBERS)
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Opening shows what the person keeps; a press ends. Who has left already can still hand over."""
    with holding(request, request.coalition.members, pk):
        membership = get_object_or_404(request.coalition.members.with_people(), pk=pk)
        today = request.today
        as_is = {"on": max(membership.ended_on or today, today)}

        def make_form(data: QueryDict | None) -> EndForm:
            return EndForm(data, membership=membership, today=today, initial=as_is)

        edit = opened(request, make_form, record={Membership: {"id": pk}}, at=timezone.now())
        if edit.may_be_saved:
            return _end(request, membership, edit.form.cleaned_data, today=today)
    page = {
        "subject": str(membership.person),
        "member": membership,
        "is_over": membership.is_over(on=today),
        "duties": duties_of(request.coalition, [membership.person_id])[membership.person_id],
    }
    return edit.page(request, "accounts/end_membership.html", page)


def _end(
    request: HttpRequest, membership: Membership, said: dict[str, Any], *, today: date
) -> HttpResponse:
    try:
        if membership.is_over(on=today):
            return _handed_over(request, membership, said["successor"])
        membership = operations.end_membership(
            membership, by=request.user, today=today, on=said["on"], successor=said["successor"]
        )
    except Refusal as reason:
        messages.error(request, str(reason))
        return redirect("accounts:members", request.coalition.slug)
    if membership.person == request.user and membership.is_over(on=today):
        messages.success(
            request, _("You have left %(coalition)s.") % {"coalition": request.coalition}
        )
        return redirect("accounts:coalitions")
    undo = reverse("accounts:reinstate", args=[request.coalition.slug, membership.pk])
    messages.success(request, _said_about_end(membership, today=today), extra_tags=f"undo:{undo}")
    return redirect("accounts:members", request.coalition.slug)


def _handed_over(
    request: HttpRequest, membership: Membership, successor: Person | None
) -> HttpResponse:
    if successor:
        operations.hand_over(membership, to=successor, by=request.user)
        messages.success(
            request,
            _("%(successor)s takes over from %(person)s.")
            % {"successor": successor, "person": membership.person},
        )
    return redirect("accounts:past_members", request.coalition.slug)


@require(Permission.MANAGE_MEMBERS)
@require_POST
def reinstate(request: HttpRequest, pk: int) -> HttpResponse:
    membership = get_object_or_404(request.coalition.members.with_people(), pk=pk)
    try:
        operations.reinstate(membership, by=request.user, on=request.today)
    except Refusal as reason:
        messages.error(request, str(reason))
    else:
        messages.success(
            request, _("%(person)s is a member as before.") % {"person": membership.person}
        )
    return redirect("accounts:members", request.coalition.slug)


def _said_about_end(membership: Membership, *, today: date) -> str:
    if membership.is_over(on=today):
        return _("%(person)s is not a member any more.") % {"person": membership.person}
    return _("The membership of %(person)s ends on %(day)s, by itself.") % {
        "person": membership.person,
        "day": date_format(membership.ended_on),
    }


def _said_about_role(membership: Membership) -> str:
    return _("%(person)s: %(role)s from now on.") % {
        "person": membership.person,
        "role": membership.get_role_display(),
    }
