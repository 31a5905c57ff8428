"""Likely duplicates: the pairs, what people say about them, and the search."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from accounts.permissions import Permission, require
from common.background.waiting import go_on, send, waits
from common.text.numbers import read_id
from partners import tasks
from partners.duplicates import progress as going
from partners.models import DistinctPair, DuplicateSearch, LikelyPair, Organisation
from partners.operations.merging import duplicates
from partners.reports.merging.pairs import likely_pairs
from partners.views.editing import undo_tag

A_PAGE = 50


@require(Permission.EDIT_PARTNERS)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    told = {
        "found": likely_pairs(request.coalition, page=request.GET.get("page")),
        "apart_count": DistinctPair.objects.number_in(request.coalition),
    }
    return render(request, "partners/duplicates.html", told | _search_told(request))


def _search_told(request: HttpRequest) -> dict[str, object]:
    """How the search stands: the last one, and how far the one is that goes on."""
    search = DuplicateSearch.objects.of_coalition(request.coalition)
    if search is None or not search.is_working:
        return {"search": search}
    done = going.progress(request.coalition.pk)
    return {
        "search": search,
        "done": done[0] if done else 0,
        "total": done[1] if done else 0,
        **waits(done, since=search.asked_at),
    }


@require(Permission.EDIT_PARTNERS)
@require_GET
def count(request: HttpRequest) -> HttpResponse:
    """The words of the link to the pairs: the list asks for them once it stands, and does not wait."""
    number = LikelyPair.objects.number_to_judge(request.coalition)
    return render(request, "partners/duplicates_count.html", {"number": number})


@require(Permission.EDIT_PARTNERS)
@require_POST
def search(request: HttpRequest) -> HttpResponse:
    """Ask for all to be compared; without a broker the timetable finds the wish."""
    going.forget(request.coalition.pk)
    duplicates.ask_for_search(request.coalition, at=timezone.now())
    send(tasks.find_duplicates, request.coalition)
    return redirect("partners:duplicates", request.coalition.slug)


@require(Permission.EDIT_PARTNERS)
@require_GET
def progress(request: HttpRequest) -> HttpResponse:
    """What the page asks each second; when the work is done the browser goes on."""
    told = _search_told(request)
    page = reverse("partners:duplicates", args=[request.coalition.slug])
    if "done" in told:
        return render(request, "partners/duplicates_progress.html", told)
    return go_on(request, page)


@require(Permission.EDIT_PARTNERS)
@require_POST
def tell_apart(request: HttpRequest) -> HttpResponse:
    """ "Not the same": the two of the form are never proposed again, unless that is undone."""
    visible = Organisation.including_merged.visible_to(request.membership)
    one = get_object_or_404(visible, pk=_number(request, "one"))
    other = get_object_or_404(visible, pk=_number(request, "other"))
    if one.merged_into_id or other.merged_into_id:
        gone = one if one.merged_into_id else other
        messages.info(
            request,
            _("%(name)s has been merged meanwhile, so nothing is noted.") % {"name": gone.name},
        )
    elif one != other:
        pair = duplicates.tell_apart(one, other, by=request.user, at=timezone.now())
        undo_url = reverse("partners:told_apart_undo", args=[request.coalition.slug, pair.pk])
        messages.success(
            request,
            _("%(one)s and %(other)s: not the same. They are not shown again.")
            % {"one": one, "other": other},
            extra_tags=f"undo:{undo_url}",
        )
    return redirect("partners:duplicates", request.coalition.slug)


def _number(request: HttpRequest, name: str) -> int:
    return read_id(request.POST.get(name)) or 0


@require(Permission.EDIT_PARTNERS)
@require_GET
def apart(request: HttpRequest) -> HttpResponse:
    """What people have said to be different, to be taken back."""
    pairs = DistinctPair.objects.of_coalition(request.coalition)
    page = Paginator(pairs, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "partners/duplicates_apart.html", {"page": page})


@require(Permission.EDIT_PARTNERS)
@require_POST
def undo(request: HttpRequest, pk: int) -> HttpResponse:
    pair = get_object_or_404(DistinctPair.objects.of_coalition(request.coalition), pk=pk)
    duplicates.forget_told_apart(pair, by=request.user)
    messages.success(
        request,
        _("%(one)s and %(other)s may be the same again.")
        % {"one": pair.first, "other": pair.second},
        extra_tags=undo_tag(request, pair.first),
    )
    return redirect("partners:duplicates", request.coalition.slug)
