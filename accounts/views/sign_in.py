"""What surrounds allauth's own pages: the very first person, and honesty about missing mail."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account import views as allauth
from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from accounts import operations
from accounts.forms import FirstPersonForm
from accounts.permissions import public
from common.refusal import Refusal


def needs_mail(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Without a mail server a code or a reset could only be read by an administrator: so there is none."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not settings.HAS_MAIL_SERVER:
            return render(request, "accounts/no_mail.html")
        return view(request, *args, **kwargs)

    return guarded


@public
@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """Where there is nobody yet, nobody can sign in: the first person makes their account instead."""
    if request.method == "GET" and get_adapter().is_open_for_signup(request):
        return redirect("account_signup")
    return allauth.login(request)


request_code = public(needs_mail(allauth.request_login_code))
reset_password = public(needs_mail(allauth.password_reset))


@public
@never_cache
@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def first_person(request: HttpRequest) -> HttpResponse:
    if not get_adapter().is_open_for_signup(request):
        return render(request, "accounts/by_invitation.html")
    form = FirstPersonForm(request.POST or None, has_codes=False)
    if request.method == "POST" and form.is_valid():
        try:
            person = operations.welcome_first_person(**form.cleaned_data)
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            login(request, person)
            return redirect("accounts:found")
    return render(request, "accounts/first_person.html", {"form": form})
