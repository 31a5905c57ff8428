"""The invitation as its recipient sees it: opening shows, a press accepts."""

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts import operations
from accounts.forms import NewcomerForm
from accounts.models import Invitation, Membership, Person
from accounts.operations.invitations import Newcomer
from accounts.permissions import public
from common.pages.signed_links import BrokenLink, rate_limited, read_token
from common.refusal import Refusal


@public
@rate_limited
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str) -> HttpResponse:
    try:
        invitation = _invitation_behind(token)
    except BrokenLink as reason:
        return render(request, "accounts/invitation_broken.html", {"reason": reason}, status=404)
    if _is_already_in(request, invitation):
        return redirect(invitation.coalition)
    if not invitation.is_open(at=timezone.now()):
        return _show(request, "accounts/invitation_closed.html", invitation, status=410)
    if request.user.is_authenticated:
        return _answer_as_member_to_be(request, invitation)
    if Person.objects.is_known(invitation.email):
        return _show(request, "accounts/invitation_sign_in.html", invitation)
    return _answer_as_newcomer(request, invitation)


def _invitation_behind(token: str) -> Invitation:
    """The row that a link opens. Raises BrokenLink when it never was ours, or was made for somebody else."""
    link = read_token(token, purpose=Invitation.LINK_PURPOSE)
    invitation = Invitation.objects.opened_by(link)
    if invitation is None:
        raise BrokenLink(_("This link does not lead to an invitation any more."))
    if link.is_over(at=timezone.now()):
        invitation.expires_at = min(link.until, invitation.expires_at)
    return invitation


def _is_already_in(request: HttpRequest, invitation: Invitation) -> bool:
    membership = invitation.membership
    return (
        membership is not None
        and membership.person_id == request.user.pk
        and membership.is_active(on=invitation.coalition.day(at=timezone.now()))
    )


def _answer_as_member_to_be(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    if not invitation.is_to(request.user):
        return _show(request, "accounts/invitation_wrong_person.html", invitation)
    if request.method != "POST":
        return _show(request, "accounts/invitation_accept.html", invitation)
    now = timezone.now()
    try:
        membership = operations.accept(
            invitation, by=request.user, at=now, on=invitation.coalition.day(at=now)
        )
    except Refusal as reason:
        messages.error(request, str(reason))
        return redirect(request.path)
    return _welcome(request, membership)


def _answer_as_newcomer(request: HttpRequest, invitation: Invitation) -> HttpResponse:
    person = Person(email=invitation.email, full_name=invitation.full_name)
    form = NewcomerForm(request.POST or None, instance=person, has_codes=settings.HAS_MAIL_SERVER)
    if request.method != "POST" or not form.is_valid():
        return _show(request, "accounts/invitation_new.html", invitation, form=form)
    now = timezone.now()
    try:
        membership = operations.accept_as_newcomer(
            invitation,
            newcomer=Newcomer(**form.cleaned_data, language=request.LANGUAGE_CODE),
            is_proven=settings.HAS_MAIL_SERVER,
            at=now,
            on=invitation.coalition.day(at=now),
        )
    except Refusal:
        return redirect(request.path)  # somebody was quicker; the page says how things stand now
    login(request, membership.person)
    return _welcome(request, membership)


def _welcome(request: HttpRequest, membership: Membership) -> HttpResponse:
    coalition = membership.coalition
    if not membership.is_active(on=coalition.day(at=timezone.now())):
        return redirect("accounts:coalitions")  # it says from when
    messages.success(request, _("Welcome to %(coalition)s.") % {"coalition": membership.coalition})
    return redirect(membership.coalition)


def _show(
    request: HttpRequest,
    template: str,
    invitation: Invitation,
    *,
    status: int = 200,
    **more: object,
) -> HttpResponse:
    return render(request, template, {"invitation": invitation, **more}, status=status)
