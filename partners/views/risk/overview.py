"""Risk of one partner on one page, and of all: what is open, what is to be decided, what to look at again."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from partners.models import Organisation
from partners.reports.pages import Page
from partners.reports.risk.diligence import (
    A_PAGE,
    checklist_of,
    due_for_review,
    never_looked_into,
    standing_concerns,
)
from partners.reports.risk.incidents import incidents_of, overview
from partners.reports.risk.notes import notes_of
from partners.views.editing import partner_of, undo_tag


@require(Permission.SEE_RISK)
@never_cache
@require_GET
def of_partner(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    day = request.today
    page = {
        "organisation": organisation,
        "today": day,
        "checklist": checklist_of(organisation, membership=request.membership, on=day),
        "incidents": incidents_of(organisation, membership=request.membership),
        "notes": notes_of(organisation, membership=request.membership),
    }
    return render(request, "partners/risk/partner.html", page)


@require(Permission.SEE_RISK)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    """Incidents: what is open and what has to be decided, then what was closed."""
    number = Page.asked(request.GET)
    found = overview(request.membership, begin=(number - 1) * A_PAGE)
    page = {
        "found": found,
        "page": Page(number, has_next=found.has_next),
        "today": request.today,
    }
    return render(request, "partners/risk/incidents.html", page)


@require(Permission.SEE_RISK)
@require_GET
def due(request: HttpRequest) -> HttpResponse:
    """Due diligence that somebody should look at again; with `?show=concerns` every concern."""
    number, shows_concerns = Page.asked(request.GET), request.GET.get("show") == "concerns"
    day, begin = request.today, (number - 1) * A_PAGE
    if shows_concerns:
        found = standing_concerns(request.coalition, begin=begin)
    else:
        found = due_for_review(request.coalition, on=day, begin=begin)
    page = {
        "found": found,
        "shows_concerns": shows_concerns,
        "unseen": [] if shows_concerns or begin else never_looked_into(request.coalition),
        "most": A_PAGE,
        "page": Page(number, has_next=found.has_next),
        "today": day,
    }
    return render(request, "partners/risk/due.html", page)


# ---------------------------------------------------------------- what they share


def done(request: HttpRequest, organisation: Organisation, said: str) -> HttpResponse:
    """Back to their risks, with a way back for who may undo."""
    messages.success(request, said, extra_tags=undo_tag(request, organisation))
    return redirect("partners:risk", request.coalition.slug, organisation.pk)


def refused(request: HttpRequest, organisation: Organisation, reason: object) -> HttpResponse:
    messages.warning(request, str(reason))
    return redirect("partners:risk", request.coalition.slug, organisation.pk)
