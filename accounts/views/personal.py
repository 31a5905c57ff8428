"""What is held about me: to read, to take along, to have erased."""

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from accounts import operations
from accounts.exports import data_of, zipped
from accounts.forms import ErasureForm
from accounts.permissions import signed_in
from common.documents import downloads
from common.refusal import Refusal


@signed_in
@never_cache
@require_GET
def my_data(request: HttpRequest) -> HttpResponse:
    data = data_of(request.user, at=timezone.now())
    return render(request, "accounts/my_data.html", {"data": data})


@signed_in
@reauthentication_required
@never_cache
@require_GET
def download(request: HttpRequest) -> HttpResponseBase:
    return downloads.download("my-data.zip", zipped(data_of(request.user, at=timezone.now())))


@signed_in
@reauthentication_required
@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest) -> HttpResponse:
    form = ErasureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            operations.erase_person(request.user, by=request.user, at=timezone.now())
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            logout(request)
            messages.info(request, _("Your account is erased. Thank you for what you did here."))
            return redirect("account_login")
    return render(request, "accounts/erase_me.html", {"form": form})
