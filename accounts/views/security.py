"""How a person signs in, and where they are signed in. allauth's own pages stand beside it."""

import ipaddress

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from accounts import operations
from accounts.models import Membership
from accounts.permissions import signed_in
from accounts.reports import factors_of, sign_ins_of
from accounts.second_factors import has_shown_one


@signed_in
@never_cache
@require_GET
def overview(request: HttpRequest) -> HttpResponse:
    this, at = request.session.session_key, timezone.now()
    return render(
        request,
        "accounts/security.html",
        {
            "factors": factors_of(request.user),
            "sign_ins": sign_ins_of(request.user, this=this, at=at),
            "can_have_passkeys": _has_a_name(request),
        },
    )


@signed_in
@require_GET
def passkeys(_request: HttpRequest) -> HttpResponse:
    """allauth leads here after a change; ours stand on the one page about signing in."""
    return redirect("mfa_index")


@signed_in
@require_POST
def end_sign_in(request: HttpRequest, mark: str) -> HttpResponse:
    if operations.end_sign_in(request.user, mark=mark):
        messages.success(request, _("That browser is signed out."))
    return redirect("mfa_index")


@signed_in
@require_POST
def end_other_sign_ins(request: HttpRequest) -> HttpResponse:
    count = operations.end_other_sign_ins(request.user, this=request.session.session_key)
    said = ngettext("%(n)d browser is signed out.", "%(n)d browsers are signed out.", count)
    messages.success(request, said % {"n": count})
    return redirect("mfa_index")


@signed_in
@never_cache
@require_GET
def needed(request: HttpRequest, slug: str) -> HttpResponse:
    """Where a coalition leads whoever has no second factor, or has not shown it in this sign-in."""
    memberships = Membership.objects.for_switching(request.user).in_coalition(slug)
    membership = get_object_or_404(memberships)
    factors = factors_of(request.user)
    if not membership.needs_second_factor or (factors.is_any and has_shown_one(request)):
        return redirect(membership.coalition)
    return render(
        request,
        "accounts/second_factor_needed.html",
        {"to": membership, "factors": factors, "can_have_passkeys": _has_a_name(request)},
    )


def _has_a_name(request: HttpRequest) -> bool:
    """Browsers keep passkeys for names only, never for a numeric address such as 127.0.0.1."""
    try:
        ipaddress.ip_address(
            request.get_host().rpartition(":")[0].strip("[]") or request.get_host()
        )
    except ValueError:
        return True
    return False
