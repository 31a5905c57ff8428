"""What was changed in how the coalition works, and the way back."""

from urllib.parse import urlsplit
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.permissions import Permission, require
from common.refusal import Refusal
from governance.operations.changes import made_rows, tables_written, was_made_by
from governance.operations.changes import undo as take_back
from governance.reports.changes import SHOWN, changes_in


@require(Permission.EDIT_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    lines = changes_in(request.coalition.pk)
    return render(request, "governance/changes.html", {"lines": lines, "most": SHOWN})


@require(Permission.SEE_GOVERNANCE)
@require_POST
def undo(request: HttpRequest, change: UUID) -> HttpResponse:
    """Who keeps governance takes back any change; everybody else what they have done themselves."""
    may = request.membership.may(Permission.EDIT_GOVERNANCE)
    written = tables_written(request.coalition, change=change)
    if not written or not (may or was_made_by(request.user, change=change)):
        raise Http404(_("There is no such change here."))
    try:
        take_back(request.coalition, change=change, by=request.user, at=timezone.now())
    except Refusal as reason:
        messages.warning(request, str(reason))
        return redirect(_where_from(request, gone=set()))
    messages.success(request, _("That is taken back."))
    return redirect(_where_from(request, gone=made_rows(written, change=change)))


def _where_from(request: HttpRequest, *, gone: set[int]) -> str:
    """The page with the button, if the browser says which, it is one of ours, and its row still stands."""
    page = request.META.get("HTTP_REFERER", "")
    is_ours = url_has_allowed_host_and_scheme(page, {request.get_host()}, request.is_secure())
    if is_ours and _row_of(page) not in gone:
        return page
    return reverse("governance:home", args=[request.coalition.slug])


def _row_of(page: str) -> int | None:
    try:
        return resolve(urlsplit(page).path).kwargs.get("pk")
    except Resolver404:
        return None
