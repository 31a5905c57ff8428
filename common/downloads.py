"""What a browser saves as a file."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from common.printing import pdf
from common.refusal import Refusal


def pdf_file(
    request: HttpRequest, template: str, data: dict[str, Any], *, name: str, back: str
) -> HttpResponse:
    """A printed page as a file; when it cannot be printed now, `back` says why."""
    try:
        content = pdf(template, data)
    except Refusal as reason:
        messages.warning(request, str(reason))
        return redirect(back)
    return HttpResponse(
        content,
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}.pdf"'},
    )
