"""What is held about me: to read, to take along, to have erased."""

from datetime import datetime

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from accounts import operations, tasks
from accounts.exports import data_of, zipped
from accounts.forms import ErasureForm
from accounts.models import PersonErasure
from accounts.permissions import public, signed_in
from common.background.waiting import go_on, how_far, send
from common.documents import downloads
from common.pages.signed_links import opening, row_behind
from common.personal.erasure import is_long
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
    """At once where little is kept; otherwise a worker does it, and the page says how far it is."""
    if waiting := PersonErasure.objects.waiting_for(request.user):
        return redirect(waiting)
    form = ErasureForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            return _erased(request, at=timezone.now())
        except Refusal as reason:
            form.add_error(None, str(reason))
    return render(request, "accounts/erase_me.html", {"form": form})


def _erased(request: HttpRequest, *, at: datetime) -> HttpResponse:
    person = request.user
    if is_long():
        waiting = operations.ask_to_erase_person(person, by=person, at=at)
        send(tasks.erase_person, waiting)
        return redirect(waiting)
    operations.erase_person(person, by=person, at=at)
    logout(request)
    messages.info(request, _("Your account is erased. Thank you for what you did here."))
    return redirect("account_login")


def _erasure_behind(token: str) -> PersonErasure:
    nothing = _("This link is over.")
    return row_behind(token, PersonErasure, nothing=nothing, at=timezone.now())


@public
@never_cache
@require_GET
@opening(_erasure_behind, broken="accounts/invitation_broken.html")
def erasing(request: HttpRequest, erasure: PersonErasure) -> HttpResponse:
    """How far it is. Nobody need be signed in: when it is done, nobody is left who could."""
    if erasure.is_working:
        told = how_far(erasure)
    elif request.htmx:  # type: ignore[attr-defined]
        return go_on(request, erasure.get_absolute_url())
    else:
        told = {}
    return render(request, "accounts/erasing.html", {"erasure": erasure, **told})
