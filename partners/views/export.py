import tempfile
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from common.spreadsheets.writing import csv_chunks, write_xlsx
from partners.exports import Table, shown_table, table
from partners.reports.arrangements import Arrangement
from partners.reports.listing import everything_listed
from partners.reports.own_columns import own_columns_for
from partners.reports.own_fields import seen_by
from partners.reports.questions import Question

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CHUNK = 64 * 1024  # bytes


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
        listed = table(found, with_people=with_people, own_fields=seen_by(membership))
    name = file_name(request, _("partners"))
    return as_csv(listed, name) if request.GET.get("format") == "csv" else as_xlsx(listed, name)


def file_name(request: HttpRequest, what: str) -> str:
    """“sunnybrook-partners-2026-05-12”, in the reader's language."""
    return slugify(f"{request.coalition.brief_name} {what} {timezone.localdate()}")


def as_csv(listed: Table, name: str) -> HttpResponseBase:
    chunks = csv_chunks(columns=listed.columns, rows=listed.rows)
    return attachment(chunks, f"{name}.csv", content_type="text/csv; charset=utf-8")


def as_xlsx(listed: Table, name: str) -> HttpResponseBase:
    return attachment(
        xlsx_chunks(listed, sheet_name=_("Partners")), f"{name}.xlsx", content_type=XLSX
    )


def attachment(chunks: Iterator[bytes], name: str, *, content_type: str) -> HttpResponseBase:
    answer = StreamingHttpResponse(chunks, content_type=content_type)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def xlsx_chunks(listed: Table, *, sheet_name: str) -> Iterator[bytes]:
    """A workbook is one compressed piece, so it is written to a file first, row by row."""
    with tempfile.TemporaryFile() as file:
        write_xlsx(file, columns=listed.columns, rows=listed.rows, sheet_name=sheet_name)
        file.seek(0)
        while chunk := file.read(CHUNK):
            yield chunk
