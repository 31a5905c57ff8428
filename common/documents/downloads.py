"""Answers that a browser saves as a file: what it is called tells what it is."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import redirect

from common.documents.printing import pdf
from common.refusal import Refusal
from common.spreadsheets.writing import csv_chunks, write_xlsx

CONTENT_TYPES = {
    ".csv": "text/csv; charset=utf-8",
    ".ics": "text/calendar; charset=utf-8",
    ".pdf": "application/pdf",
    ".svg": "image/svg+xml",
    ".vcf": "text/vcard; charset=utf-8",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".zip": "application/zip",
}
PIECE = 64 * 1024  # bytes


@dataclass(frozen=True)
class Table:
    """Rows are asked for one by one, so that a table may be longer than memory."""

    columns: list[str]
    rows: Iterator[list[Any]]


def download(name: str, content: bytes | str | Iterator[bytes]) -> HttpResponseBase:
    """Pieces are sent as they are made. The ending of `name` is one of CONTENT_TYPES."""
    about = {
        "Content-Type": CONTENT_TYPES[Path(name).suffix],
        "Content-Disposition": f'attachment; filename="{name}"',
    }
    if isinstance(content, bytes | str):
        return HttpResponse(content, headers=about)
    return StreamingHttpResponse(content, headers=about)


def as_csv(listed: Table, name: str) -> HttpResponseBase:
    return download(f"{name}.csv", csv_chunks(columns=listed.columns, rows=listed.rows))


def as_xlsx(listed: Table, name: str, *, sheet: str) -> HttpResponseBase:
    """`sheet` is the name of the only sheet in the workbook."""
    return download(f"{name}.xlsx", _workbook(listed, sheet))


def as_asked(request: HttpRequest, listed: Table, name: str, *, sheet: str) -> HttpResponseBase:
    """`?format=csv`, or a workbook."""
    if request.GET.get("format") == "csv":
        return as_csv(listed, name)
    return as_xlsx(listed, name, sheet=sheet)


def pdf_file(
    request: HttpRequest, template: str, data: dict[str, Any], *, name: str, back: str
) -> HttpResponseBase:
    """A printed page as a file; when it cannot be printed now, `back` says why."""
    try:
        return download(f"{name}.pdf", pdf(template, data))
    except Refusal as reason:
        messages.warning(request, str(reason))
        return redirect(back)


def _workbook(listed: Table, sheet: str) -> Iterator[bytes]:
    """A workbook is one compressed piece, so it is written to a file first, row by row."""
    with tempfile.TemporaryFile() as file:
        write_xlsx(file, columns=listed.columns, rows=listed.rows, sheet_name=sheet)
        file.seek(0)
        while piece := file.read(PIECE):
            yield piece
