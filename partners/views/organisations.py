from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from common.pages.afterwards import afterwards
from partners.recent import opened
from partners.reports.history.timeline import timeline
from partners.reports.listing.arrangements import Arrangement
from partners.reports.listing.choices import Lists
from partners.reports.listing.page import listing
from partners.reports.listing.questions import Question
from partners.reports.listing.saved_views import default_of, kept_fields, saying_all, view_bar
from partners.reports.listing.selection import picked_among
from partners.reports.merging.apart import merges_shown
from partners.reports.people.accesses import accesses_to
from partners.reports.profile.files import files_of
from partners.reports.profile.glance import glance_at
from partners.reports.profile.opened import opened_by
from partners.reports.profile.page import profile_of
from partners.views.editing import present_as

ENTRIES_ON_PROFILE = 8


@require(Permission.SEE_PARTNERS)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    """Without any question the list opens as this member chose; the address always says as what."""
    membership = request.membership
    lists = Lists.of(membership)
    opening = default_of(lists.views)
    if opening and not request.GET:
        return redirect("partners:view", request.coalition.slug, opening.pk)
    if opening and "view" not in request.GET:
        # Taking the last filter off must not lead to the default view.
        request.GET = saying_all(request.GET)
    listed = listing(
        Question.asked(request.GET),
        Arrangement.asked(request.GET),
        membership=membership,
        lists=lists,
        is_exact=request.GET.get("counts") == "all",
    )
    bar = view_bar(lists.views, request.GET, terms=lists.terms, membership=membership)
    page = {"listing": listed, "bar": bar, "kept": kept_fields(request.GET)}
    picked = picked_among(
        [row.pk for row in listed.rows],
        membership=membership,
        at=timezone.now(),
        has_picked=lists.has_picked,
    )
    page |= {"picked": picked, "listed": listed.count}
    return render(request, "partners/list.html", page)


@require(Permission.SEE_COALITION)
@require_GET
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    membership = request.membership
    organisation = present_as(lambda: opened_by(membership, pk))
    page = {
        "organisation": organisation,
        "profile": profile_of(organisation, membership=membership),
        "glance": glance_at(organisation, membership=membership, on=request.today),
        "files": files_of(organisation, membership=membership, are_any=organisation.has_files),
    }
    if organisation.is_listing_paused and membership.may(Permission.SEE_PARTNERS):
        page["holding"] = organisation.holding
    if membership.may(Permission.SEE_HISTORY):
        page["merges"] = merges_shown(organisation) if organisation.has_merged else []
        page["timeline"] = timeline(
            organisation,
            may_see_contacts=membership.may(Permission.SEE_CONTACT_DETAILS),
            limit=ENTRIES_ON_PROFILE,
        )
    if membership.may(Permission.INVITE_PEOPLE):
        page["accesses"] = (
            accesses_to(organisation, at=timezone.now()) if organisation.has_sign_ins else []
        )
    shown = render(request, "partners/detail.html", page)
    return afterwards(shown, partial(opened, membership, organisation.pk))
