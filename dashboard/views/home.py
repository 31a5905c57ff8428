from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from dashboard.reports import about_governance, own_organisations, today
from dashboard.reports.where_we_stand import WhereWeStand, where_we_stand


@require(Permission.SEE_COALITION)
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    """What needs this person today; for a partner, their own organisation."""
    if not request.membership.may(Permission.SEE_PARTNERS):
        own = own_organisations(request.membership, on=request.today)
        waits = about_governance(request.membership, on=request.today)
        page = {"organisations": own, "groups": waits}
        return render(request, "dashboard/home_partner.html", page)
    found = today(request.membership, on=request.today, at=timezone.now())
    page = {"today": found, "stand": _stand(request)}
    return render(request, "dashboard/home.html", page)


def _stand(request: HttpRequest) -> WhereWeStand | None:
    """For who reviews and decides; who does the daily work has the errands, and a viewer no such pages."""
    may = request.membership.may
    reviews = may(Permission.SEE_SUCCESSION) and not may(Permission.EDIT_PARTNERS)
    return where_we_stand(request.membership, on=request.today) if reviews else None
