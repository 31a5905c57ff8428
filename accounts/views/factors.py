"""A person's second factors, where allauth's own pages would lose something or lead astray.

Two tabs renaming one passkey are compared; the second of two presses finds done what was wanted.
"""

from allauth.account.decorators import reauthentication_required
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.forms import EditWebAuthnForm
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from accounts.models import Person
from accounts.permissions import signed_in
from accounts.reports import factors_of
from accounts.second_factors import has_passkey, passkeys_of
from common.editing.edits import holding, opened


@signed_in
@reauthentication_required
@require_http_methods(["GET", "POST"])
def rename_passkey(request: HttpRequest, pk: int) -> HttpResponse:
    """allauth's form, compared with what another tab saved meanwhile."""
    own = passkeys_of(request.user)
    with holding(request, own, pk):
        passkey = get_object_or_404(own, pk=pk)

        def make_form(data: QueryDict | None) -> EditWebAuthnForm:
            return EditWebAuthnForm(data, instance=passkey)

        now = timezone.now()
        edit = opened(request, make_form, record={Person: {"id": request.user.pk}}, at=now)
        if edit.may_be_saved:
            edit.form.save()
            return redirect("mfa_index")
    page = {"subject": str(request.user)}
    return edit.page(request, "mfa/webauthn/edit_form.html", page)


@signed_in
def remove_passkey(request: HttpRequest, pk: int) -> HttpResponseBase:
    """The second of two presses finds it gone, which is what was wanted."""
    if not has_passkey(request.user, pk):
        return redirect("mfa_index")
    return webauthn.remove_webauthn(request, pk=pk)


@signed_in
def add_app(request: HttpRequest) -> HttpResponseBase:
    """allauth would answer the second of two presses with the page that removes the app again."""
    if request.method == "POST" and factors_of(request.user).app_since:
        return redirect("mfa_index")
    return totp.activate_totp(request)


@signed_in
def remove_app(request: HttpRequest) -> HttpResponseBase:
    if not factors_of(request.user).app_since:
        return redirect("mfa_index")
    return totp.deactivate_totp(request)
