"""Inviting, from the inviter's side. The other side is in answers.py."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts import operations
from accounts.forms import InvitationForm
from accounts.models import Invitation
from accounts.permissions import Permission, Role, require
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.refusal import Refusal

A_PAGE = 50


@require(Permission.INVITE_PEOPLE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    invitations = request.coalition.invitations.for_reading()
    page = Paginator(invitations, A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "accounts/invitations.html",
        {
            "page": page,
            "now": timezone.now(),
            "may_invite": Role(request.membership.role).may_invite,
        },
    )


@require(Permission.INVITE_PEOPLE)
@require_http_methods(["GET", "POST"])
def invite(request: HttpRequest) -> HttpResponse:
    form = InvitationForm(typed(request), inviter=request.membership)
    if request.method == "POST" and form.is_valid():
        try:
            invitation = _invited(request, form)
        except Refusal as reason:
            form.add_error("email", str(reason))
        else:
            return _sent(request, invitation)
    return render(request, "accounts/invite.html", {"form": form})


def _invited(request: HttpRequest, form: InvitationForm) -> Invitation:
    now = timezone.now()
    return once(
        sending(request),
        lambda: operations.invite(
            coalition=request.coalition, by=request.user, at=now, **form.cleaned_data
        ),
        model=Invitation,
        at=now,
    )


@require(Permission.INVITE_PEOPLE)
@require_POST
def resend(request: HttpRequest, pk: int) -> HttpResponse:
    """One letter for one press."""
    invitation, now = get_object_or_404(request.coalition.invitations, pk=pk), timezone.now()
    try:
        invitation = once(
            sending(request),
            lambda: operations.resend(invitation, by=request.user, at=now),
            model=Invitation,
            at=now,
        )
    except Refusal as reason:
        messages.error(request, str(reason))
        return redirect("accounts:members", request.coalition.slug)
    return _sent(request, invitation)


@require(Permission.INVITE_PEOPLE)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    invitation = get_object_or_404(request.coalition.invitations, pk=pk)
    try:
        operations.withdraw(invitation, by=request.user, at=timezone.now())
    except Refusal as reason:
        messages.error(request, str(reason))
    else:
        messages.success(
            request,
            _("The invitation to %(address)s is withdrawn.") % {"address": invitation.email},
        )
    return redirect("accounts:members", request.coalition.slug)


@require(Permission.INVITE_PEOPLE)
@never_cache
@require_GET
def link(request: HttpRequest, pk: int) -> HttpResponse:
    """The link to hand over, only where no mail server could carry it, and only to who may invite so."""
    invitation = get_object_or_404(request.coalition.invitations.open().for_reading(), pk=pk)
    may_have_it = invitation.role in Role(request.membership.role).may_invite
    if settings.HAS_MAIL_SERVER or not may_have_it or not invitation.is_open(at=timezone.now()):
        raise Http404
    return render(request, "accounts/invitation_link.html", {"invitation": invitation})


def _sent(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    if not settings.HAS_MAIL_SERVER:
        return redirect("accounts:invitation_link", request.coalition.slug, invitation.pk)
    messages.success(
        request, _("The invitation to %(address)s is on its way.") % {"address": invitation.email}
    )
    return redirect("accounts:members", request.coalition.slug)
