"""Acronyms that nobody has explained yet, and what is none."""

import logging

from celery.exceptions import OperationalError
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.permissions import Permission, require
from governance import tasks
from governance.models import NotAnAcronym
from governance.operations import words as operations
from governance.reports.words.unexplained import unexplained
from governance.views.said import pressed

log = logging.getLogger(__name__)
LONGEST = 20


@require(Permission.EDIT_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    page = {
        "found": unexplained(request.coalition.pk, slug=request.coalition.slug),
        "aside": NotAnAcronym.objects.of_coalition(request.coalition.pk).with_people(),
    }
    return render(request, "governance/words/acronyms.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def set_aside(request: HttpRequest) -> HttpResponse:
    text = request.POST.get("text", "").strip()[:LONGEST]
    if not text:
        return redirect(_page(request))
    return pressed(
        request,
        lambda: operations.set_aside(request.coalition, text, on=request.today, by=request.user),
        said=_("“%(text)s” is not offered again.") % {"text": text},
        back=_page(request),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def offer_again(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(NotAnAcronym.objects.of_coalition(request.coalition.pk), pk=pk)
    return pressed(
        request,
        lambda: operations.offer_again(row, by=request.user),
        said=_("“%(text)s” is offered to the glossary again.") % {"text": row.text},
        back=_page(request),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """Somebody does not want to wait for the next search."""
    try:
        tasks.words.look_for_acronyms_of.delay(request.coalition.pk)
    except OperationalError:
        log.warning("the broker is away; the timetable looks for acronyms later")
    messages.info(request, _("We look through your texts now. Come back in a minute."))
    return redirect(_page(request))


def _page(request: HttpRequest) -> str:
    return reverse("governance:acronyms", args=[request.coalition.slug])
