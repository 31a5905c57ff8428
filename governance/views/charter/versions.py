"""The charter as everybody reads it, its versions, and what changed between them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from governance.models import CharterDeferral, CharterVersion
from governance.reports.charter.comparing import changes_between
from governance.reports.charter.reading import charter_page, version_page


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    """The version that holds; before there is one, how to begin."""
    page = charter_page(request.membership, on=request.today)
    if page.held is None:
        deferral = CharterDeferral.objects.said_in(request.coalition.pk)
        begin = {"page": page, "deferral": deferral}
        return render(request, "governance/charter/begin.html", begin)
    return render(request, "governance/charter/show.html", {"page": page, "version": page.held})


@require(Permission.SEE_GOVERNANCE)
@require_GET
def version(request: HttpRequest, number: int) -> HttpResponse:
    found = version_of(request, number)
    page = {"version": found, "page": version_page(found)}
    return render(request, "governance/charter/version.html", page)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def changes(request: HttpRequest, number: int) -> HttpResponse:
    """Against the version before, or the one that `?from=` names."""
    found = version_of(request, number)
    earlier = list(CharterVersion.objects.visible_to(request.membership).before(found))
    asked = request.GET.get("from", "")
    before = next((one for one in earlier if str(one.number) == asked), None)
    before = before or next(iter(earlier), None)
    page = {
        "version": found,
        "before": before,
        "earlier": earlier,
        "changes": changes_between(before, found),
    }
    return render(request, "governance/charter/changes.html", page)


def version_of(request: HttpRequest, number: int) -> CharterVersion:
    rows = CharterVersion.objects.visible_to(request.membership).told()
    return get_object_or_404(rows, number=number)
