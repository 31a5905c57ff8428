from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from dashboard.reports import about_governance, own_organisations, today


@require(Permission.SEE_COALITION)
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """What needs this person today; for a partner, their own organisation."""
    if not request.membership.may(Permission.SEE_PARTNERS):
        own = own_organisations(request.membership, on=timezone.localdate())
        waits = about_governance(request.membership, on=timezone.localdate())
        page = {"organisations": own, "groups": waits}
        return render(request, "dashboard/home_partner.html", page)
    found = today(request.membership, on=timezone.localdate(), at=timezone.now())
    return render(request, "dashboard/home.html", {"today": found})
