from django.http import HttpRequest, HttpResponseBase
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from common.documents.downloads import as_asked
from partners.exports import shown_table, table
from partners.reports.listing.arrangements import Arrangement
from partners.reports.listing.own_columns import own_columns_for
from partners.reports.listing.page import everything_listed
from partners.reports.listing.questions import Question
from partners.reports.own_fields.fields import seen_by


@require(Permission.EXPORT_PARTNERS)
@require_GET
def download(request: HttpRequest) -> HttpResponseBase:
    """Exactly what the list of the same address shows, as CSV or XLSX.

    With chosen columns these, as they stand there; otherwise everything, in columns that can come back in.
    """
    membership = request.membership
    found = everything_listed(Question.asked(request.GET), membership=membership)
    arrangement = Arrangement.asked(request.GET)
    if arrangement.columns:
        columns = arrangement.columns_for(membership, own=own_columns_for(membership))
        listed = shown_table(found, columns, membership=membership)
    else:
        with_people = membership.may(Permission.SEE_CONTACT_DETAILS)
        listed = table(
            found,
            with_people=with_people,
            with_notes=membership.may(Permission.READ_NOTES),
            own_fields=seen_by(membership),
        )
    name = file_name(request, _("partners"))
    return as_asked(request, listed, name, sheet=_("Partners"))


def file_name(request: HttpRequest, what: str) -> str:
    """“sunnybrook-partners-2026-05-12”, in the reader's language."""
    return slugify(f"{request.coalition.brief_name} {what} {request.today}")
