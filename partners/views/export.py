import tempfile

from django.http import FileResponse, HttpRequest, HttpResponseBase, StreamingHttpResponse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from common.spreadsheets.writing import csv_chunks, write_xlsx
from partners.exports import Table, table
from partners.reports.listing import everything_listed
from partners.reports.questions import Question


@require(Permission.EXPORT_PARTNERS)
@require_GET
def download(request: HttpRequest) -> HttpResponseBase:
    """Exactly what the list of the same address shows, as CSV or XLSX."""
    found = everything_listed(Question.asked(request.GET), membership=request.membership)
    listed = table(found, with_people=request.membership.may(Permission.SEE_CONTACT_DETAILS))
    name = slugify(f"{request.coalition.brief_name} {_('partners')} {timezone.localdate()}")
    return as_csv(listed, name) if request.GET.get("format") == "csv" else as_xlsx(listed, name)


def as_csv(listed: Table, name: str) -> HttpResponseBase:
    answer = StreamingHttpResponse(
        csv_chunks(columns=listed.columns, rows=listed.rows), content_type="text/csv; charset=utf-8"
    )
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return answer


def as_xlsx(listed: Table, name: str) -> HttpResponseBase:
    """A workbook is one compressed piece, so it is written to a file first, row by row."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    write_xlsx(file, columns=listed.columns, rows=listed.rows, sheet_name=_("Partners"))
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx")
