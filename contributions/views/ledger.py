"""What one partner gave beside what it received; and the way back from any change."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.permissions import Permission, require
from common.refusal import Refusal
from contributions.operations import changes
from contributions.reports.ledger import ledger_of
from contributions.views.said import done, is_own_word
from partners.views.editing import partner_of


@require(Permission.SEE_COALITION)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The partner itself reads it without our notes, and nobody but who steers reads the balance."""
    organisation, day = partner_of(request, pk), request.today
    page = {
        "organisation": organisation,
        "ledger": ledger_of(organisation, membership=request.membership, on=day),
        "is_own": is_own_word(request),
        "today": day,
    }
    return render(request, "contributions/ledger.html", page)


@require(Permission.LOG_CONTRIBUTIONS)
@require_POST
def undo(request: HttpRequest, change: UUID) -> HttpResponse:
    """Who keeps the partners takes back any change; who speaks for one what they have done themselves."""
    if not changes.may_undo(request.membership, change):
        raise Http404(_("There is no such change here."))
    try:
        changes.undo(request.membership, change=change)
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        done(request, _("That is taken back."))
    return redirect(_where_from(request))


def _where_from(request: HttpRequest) -> str:
    """The page with the button, if the browser says which and it is one of ours."""
    page = request.META.get("HTTP_REFERER", "")
    if url_has_allowed_host_and_scheme(page, {request.get_host()}, request.is_secure()):
        return page
    return request.coalition.get_absolute_url()
