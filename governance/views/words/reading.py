"""How hard a text is to read, told while somebody writes it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require

LONGEST = 20_000


@require(Permission.SEE_GOVERNANCE)
@require_POST
def hint(request: HttpRequest) -> HttpResponse:
    """Of the first thing that was sent; nothing is kept. A field may have any name."""
    sent = [value for name, value in request.POST.items() if name != "csrfmiddlewaretoken"]
    text = sent[0][:LONGEST] if sent else ""
    return render(request, "components/reading.html", {"text": text})
