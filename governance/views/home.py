from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from governance.reports.glance import glance


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    page = glance(request.coalition, request.membership, on=request.today)
    return render(request, "governance/home.html", {"glance": page})
