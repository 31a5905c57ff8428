"""Picking organisations in the list, page after page, and going on with them."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require
from common.text.numbers import read_ids
from partners.forms.bulk.changes import WHAT
from partners.forms.merges import PICKED
from partners.models import Organisation, Selection
from partners.reports.listing.page import everything_listed
from partners.reports.listing.questions import Question
from partners.reports.listing.selection import may_pick, picked_among

IN_AN_ADDRESS = 100  # ids


@require(Permission.SEE_PARTNERS)
@require_POST
def pick(request: HttpRequest) -> HttpResponse:
    """Note which rows of a page are ticked; then stay, pick more or fewer, or go on with all of them.

    The address carries the filters of the list, so that "all" means what they leave.
    """
    if not may_pick(request.membership):
        raise PermissionDenied(Permission.EXPORT_PARTNERS.label)
    note_ticks(request)
    do = request.POST.get("do", "")
    if do == "all":
        listed = everything_listed(Question.asked(request.GET), membership=request.membership)
        add(request, listed.ids())
    if do == "none":
        Selection.objects.drop_all(request.membership)
    if request.htmx and not do:
        return render(request, "partners/selection_bar.html", bar(request))
    return redirect(next_address(request, do))


def note_ticks(request: HttpRequest) -> None:
    """What the page shows and has no tick leaves the selection; ids of others never enter it."""
    shown = read_ids(request.POST.get("shown", "").split(","))
    ticked = shown if request.POST.get("do") == "page" else read_ids(request.POST.getlist("ids"))
    if shown or ticked:
        visible = Organisation.objects.visible_to(request.membership)
        here = visible.among(request.coalition.pk, ticked).ids()
        add(request, here, dropped=shown)


def add(request: HttpRequest, ids: object, *, dropped: object = ()) -> None:
    Selection.objects.pick(request.membership, ids, dropped=dropped, at=timezone.now())


def bar(request: HttpRequest) -> dict[str, object]:
    shown = read_ids(request.POST.get("shown", "").split(","))
    picked = picked_among(shown, membership=request.membership, at=timezone.now())
    listed = read_ids([request.POST.get("listed", "")])
    return {"picked": picked, "listed": listed[0] if listed else 0}


def next_address(request: HttpRequest, do: str) -> str:
    slug, back = request.coalition.slug, request.GET.urlencode()
    if do in WHAT:
        told = urlencode({"what": do, "back": back})
        return f"{reverse('partners:bulk_start', args=[slug])}?{told}"
    if do == "letters":
        return reverse("partners:mail_merge", args=[slug])
    if do == "merge" and (address := merge_address(request)):
        return address
    address = reverse("partners:list", args=[slug])
    return f"{address}?{back}" if back else address


def merge_address(request: HttpRequest) -> str:
    """With the ids, as long as an address can hold them; then the page asks the selection itself."""
    ids = Selection.objects.ids_of(request.membership, at=timezone.now())
    try:
        address = reverse("partners:merge", args=[request.coalition.slug])
    except NoReverseMatch:
        return ""
    told = {"ids": ids} if len(ids) <= IN_AN_ADDRESS else {"ids": PICKED}
    return f"{address}?{urlencode(told, doseq=True)}"
