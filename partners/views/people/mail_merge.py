"""The list from which a mail program makes one letter for each person."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from common.documents import downloads
from common.spreadsheets.writing import csv_chunks
from partners.models import Selection
from partners.reports.people.mail_merge import Way, Whom, headings, recipients, rows, tally_of


def asked(request: HttpRequest) -> tuple[str, str]:
    """Whom and how, as the address says; what makes no sense is the usual."""
    whom, way = request.GET.get("whom", ""), request.GET.get("way", "")
    return (
        whom if whom in Whom.values else Whom.SPEAKER.value,
        way if way in Way.values else Way.EMAIL.value,
    )


def selected(request: HttpRequest) -> list[int]:
    """Whoever may not see people's addresses gets none of them in a file either."""
    if not request.membership.may(Permission.SEE_CONTACT_DETAILS):
        raise PermissionDenied(Permission.SEE_CONTACT_DETAILS.label)
    return Selection.objects.in_list_order(request.membership, at=timezone.now())


@require(Permission.EXPORT_PARTNERS)
@require_GET
def choose(request: HttpRequest) -> HttpResponse:
    ids = selected(request)
    whom, way = asked(request)
    page = {
        "count": len(ids),
        "whom": whom,
        "way": way,
        "whoms": Whom.choices,
        "ways": Way.choices,
        "tally": tally_of(ids, whom=whom, way=way),
    }
    return render(request, "partners/mail_merge.html", page)


@require(Permission.EXPORT_PARTNERS)
@require_GET
def download(request: HttpRequest) -> HttpResponseBase:
    whom, way = asked(request)
    people = recipients(selected(request), whom=whom, way=way)
    name = slugify(f"{request.coalition.brief_name} {_('letters')} {request.today}")
    chunks = csv_chunks(columns=headings(), rows=rows(people))
    return downloads.download(f"{name}.csv", chunks)
