"""What is not told of partners yet, and how a first talk begins."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from partners.reports.depth.first_talk import first_talk
from partners.reports.depth.untold import untold
from partners.views.editing import partner_of


@require(Permission.READ_NOTES)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    """`?topic=why_here`."""
    asked, page = request.GET.get("topic", ""), request.GET.get("page", "")
    found = untold(request.membership, asked, page=page)
    return render(request, "partners/depth/untold.html", {"untold": found})


@require(Permission.LOG_TALKS)
@require_GET
def first(request: HttpRequest, pk: int) -> HttpResponse:
    organisation, on = partner_of(request, pk), request.today
    talk = first_talk(organisation, membership=request.membership, on=on)
    page = {"organisation": organisation, "talk": talk}
    return render(request, "partners/depth/first_talk.html", page)
