from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from partners.models import Organisation
from partners.reports.listing import listing
from partners.reports.questions import Question


@require(Permission.SEE_PARTNERS)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    question = Question.asked(request.GET)
    return render(
        request, "partners/list.html", {"listing": listing(question, membership=request.membership)}
    )


@require(Permission.SEE_COALITION)
@require_GET
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    visible = Organisation.objects.visible_to(request.membership).with_details()
    return render(
        request, "partners/detail.html", {"organisation": get_object_or_404(visible, pk=pk)}
    )
