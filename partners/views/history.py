"""What happened with an organisation, how it stood, and the ways back."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.timezone import is_aware
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.permissions import Permission, require
from common.history.tracking import current_change
from common.refusal import Refusal
from partners.models import Organisation
from partners.operations import versions
from partners.reports.history.timeline import timeline
from partners.reports.history.versions import version as version_after
from partners.views.editing import partner_of, present
from partners.views.ways_back import sent_back_to


@require(Permission.SEE_HISTORY)
@require_GET
def history(request: HttpRequest, pk: int) -> HttpResponse:
    """Everything that happened with an organisation, a page at a time."""
    organisation = any_organisation(request, pk)
    told = timeline(
        organisation,
        may_see_contacts=request.membership.may(Permission.SEE_CONTACT_DETAILS),
        before=moment_asked(request),
    )
    context = {
        "organisation": organisation,
        "timeline": told,
        "is_newest": "before" not in request.GET,
        "may_put_back": request.membership.may(Permission.EDIT_PARTNERS)
        and not organisation.merged_into,
    }
    return render(request, "partners/history.html", context)


@require(Permission.SEE_HISTORY)
@require_GET
def version(request: HttpRequest, pk: int, change: UUID) -> HttpResponse:
    """The profile as it stood after one change."""
    organisation = any_organisation(request, pk)
    shown = version_after(
        organisation,
        change_id=change,
        may_see_contacts=request.membership.may(Permission.SEE_CONTACT_DETAILS),
    )
    if shown is None:
        raise Http404(_("There is no such change in their history."))
    return render(
        request, "partners/version.html", {"organisation": organisation, "version": shown}
    )


@require(Permission.EDIT_PARTNERS)
@require_POST
def put_back(request: HttpRequest, pk: int, change: UUID) -> HttpResponse:
    """To how they stood after the change or, with `to=before`, just before it."""
    organisation = partner_of(request, pk)
    is_before = request.POST.get("to") == "before"
    try:
        versions.put_back(organisation, change_id=change, by=request.user, is_before=is_before)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
        return redirect("partners:history", request.coalition.slug, pk)
    messages.success(
        request,
        _("%(name)s: put back to the earlier version.") % {"name": partner_of(request, pk)},
        extra_tags=f"undo:{undo_url(request, organisation)}",
    )
    return redirect(organisation)


@require(Permission.EDIT_PARTNERS)
@require_POST
def undo(request: HttpRequest, pk: int, change: UUID) -> HttpResponse:
    """Take one change back; what that changes can itself be undone, unless nothing is left."""
    organisation, back = partner_of(request, pk), sent_back_to(request)
    try:
        versions.undo(organisation, change_id=change, by=request.user)
    except Refusal as refusal:
        messages.warning(request, str(refusal))
        return redirect(organisation)
    if not Organisation.objects.visible_to(request.membership).contains(organisation):
        messages.success(request, _("%(name)s: not on the list any more.") % {"name": organisation})
        return redirect(back or reverse("partners:list", args=[request.coalition.slug]))
    messages.success(
        request,
        _("%(name)s: the change is taken back.") % {"name": partner_of(request, pk)},
        extra_tags=f"undo:{undo_url(request, organisation)}",
    )
    then = request.GET.get("then", "")
    if then == "stakeholders":
        return redirect("partners:stakeholders", request.coalition.slug)
    if then == "depth":
        return redirect("partners:depth", request.coalition.slug, pk)
    if "list" in request.GET:
        return redirect(
            f"{reverse('partners:list', args=[request.coalition.slug])}?{listed_at(request)}"
        )
    return redirect(back or organisation)


def listed_at(request: HttpRequest) -> str:
    """What was undone on a list is undone there: its address, never another page's."""
    return QueryDict(request.GET["list"]).urlencode()


def undo_url(request: HttpRequest, organisation: Organisation) -> str:
    """The address that takes back the change which this request is making."""
    return reverse(
        "partners:undo", args=[request.coalition.slug, organisation.pk, current_change()]
    )


def any_organisation(request: HttpRequest, pk: int) -> Organisation:
    """Also one that was merged into another: its history stays readable."""
    return present(request, Organisation.including_merged.told_with_survivors(), pk)


def moment_asked(request: HttpRequest) -> datetime | None:
    """`?before=2026-05-12T15:00:00+00:00`; anything else begins with the newest."""
    try:
        moment = parse_datetime(request.GET.get("before", ""))
    except ValueError:
        return None
    return moment if moment and is_aware(moment) else None
