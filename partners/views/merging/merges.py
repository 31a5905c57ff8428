"""Merging organisations that turn out to be one, and taking them apart again."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.refusal import Refusal
from partners import operations
from partners.duplicates.similar import others_for
from partners.forms.merges import MOST, PICKED, MergeChoices, ids_asked
from partners.models import DistinctPair, Merge, Organisation, Selection
from partners.reports.merging.apart import apart
from partners.reports.merging.merges import preview
from partners.views.editing import partner_of


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def merge(request: HttpRequest) -> HttpResponse:
    """?ids=17&ids=18: side by side, what would come together, and the choice field by field."""
    asked = request.POST if request.method == "POST" else request.GET
    every = ids_of(request, asked)
    ids = every[:MOST]
    organisations = Organisation.including_merged.for_merging(ids, membership=request.membership)
    if len(organisations) < 2:  # noqa: PLR2004 - a merge is of two
        return nothing_to_merge(request, organisations, asked=len(ids))
    choices = MergeChoices(asked, organisations)
    if request.method == "POST" and choices.stays:
        try:
            done = operations.merge(
                choices.stays,
                others=choices.others,
                choices=choices.chosen,
                seen=choices.seen,
                people=choices.people,
                by=request.user,
                at=timezone.now(),
            )
        except Refusal as reason:
            messages.warning(request, str(reason))
            organisations = Organisation.including_merged.for_merging(
                ids, membership=request.membership
            )
        else:
            return merged(request, done)
    page = {
        "preview": preview(
            organisations,
            chosen=choices.chosen,
            ticked=choices.people if request.method == "POST" else None,
        ),
        "apart": DistinctPair.objects.told_among(ids),
        "left_out": len(every) - len(ids),
    }
    status = 409 if request.method == "POST" else 200
    return render(request, "partners/merge.html", page, status=status)


def ids_of(request: HttpRequest, asked: QueryDict) -> list[int]:
    """Those that the address names; `?ids=picked` those that are selected, by name."""
    if asked.get("ids") == PICKED:
        return Selection.objects.in_list_order(request.membership, at=timezone.now())
    return ids_asked(asked)


def nothing_to_merge(
    request: HttpRequest, organisations: list[Organisation], *, asked: int
) -> HttpResponse:
    if asked and not organisations:
        raise Http404(_("There is no such organisation here."))
    if asked > 1:
        messages.info(request, _("They are one already: somebody has merged them."))
        return redirect(organisations[0])
    messages.info(request, _("Choose at least two partners to merge."))
    return redirect("partners:list", request.coalition.slug)


def merged(request: HttpRequest, done: list[Merge]) -> HttpResponse:
    survivor = Organisation.objects.visible(done[0].survivor_id, to=request.membership)
    gone = [one.organisation_id for one in done]
    Selection.objects.drop(request.membership, gone)
    names = get_text_list([one.organisation.name for one in done], _("and"))
    undo = reverse("partners:merge_undo", args=[request.coalition.slug, done[0].change_id])
    messages.success(
        request,
        _("%(names)s: merged. They are %(survivor)s now.")
        % {"names": names, "survivor": survivor.name},
        extra_tags=f"undo:{undo}",
    )
    return redirect(survivor)


@require(Permission.EDIT_PARTNERS)
@require_GET
def merge_with(request: HttpRequest, pk: int) -> HttpResponse:
    """Find the other one."""
    organisation = partner_of(request, pk)
    words = request.GET.get("q", "").replace("\0", "")
    page = {
        "organisation": organisation,
        "words": words,
        "others": others_for(organisation, words, membership=request.membership),
    }
    return render(request, "partners/merge_with.html", page)


@require(Permission.EDIT_PARTNERS)
@require_POST
def undo(request: HttpRequest, change: UUID) -> HttpResponse:
    """Take apart everything that was merged in one go, from the button beside the message."""
    made = Merge.objects.of_coalition(request.coalition.pk).made_by(change).told()
    merge = get_object_or_404(made[:1])
    try:
        operations.unmerge_change(
            request.coalition, change=change, by=request.user, at=timezone.now()
        )
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        messages.success(request, _("They are partners of their own again."))
    return redirect(merge.survivor)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def unmerge(request: HttpRequest, pk: int) -> HttpResponse:
    """What would go where, and the button that does it."""
    merge = get_object_or_404(Merge.objects.of_coalition(request.coalition.pk).told(), pk=pk)
    if request.method == "POST":
        try:
            operations.unmerge(merge, by=request.user, at=timezone.now())
        except Refusal as reason:
            messages.warning(request, str(reason))
            return redirect(merge)
        messages.success(
            request,
            _("%(name)s is a partner of its own again.") % {"name": merge.organisation.name},
        )
        return redirect(merge.organisation)
    return render(request, "partners/unmerge.html", {"apart": apart(merge)})
