"""Who does what among the partners: for everybody at the table, as far as a directory may say it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from partners.reports.directory.who_does_what import Question, who_does_what


@require(Permission.SEE_DIRECTORY)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    shown = who_does_what(
        Question.asked(request.GET),
        membership=request.membership,
        on=request.today,
        page=request.GET.get("page"),
    )
    return render(request, "partners/who_does_what.html", {"directory": shown})
