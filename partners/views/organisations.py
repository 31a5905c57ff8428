from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from partners.models import Organisation
from partners.reports.accesses import accesses_to
from partners.reports.listing import listing
from partners.reports.profile import profile_of
from partners.reports.questions import Question
from partners.reports.timeline import timeline

ENTRIES_ON_PROFILE = 8


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
    membership = request.membership
    visible = Organisation.objects.visible_to(membership).with_people()
    organisation = get_object_or_404(visible, pk=pk)
    page = {
        "organisation": organisation,
        "profile": profile_of(organisation, membership=membership),
    }
    if membership.may(Permission.SEE_HISTORY):
        page["timeline"] = timeline(
            organisation,
            may_see_contacts=membership.may(Permission.SEE_CONTACT_DETAILS),
            limit=ENTRIES_ON_PROFILE,
        )
    if membership.may(Permission.INVITE_PEOPLE):
        page["accesses"] = accesses_to(organisation, at=timezone.now())
    return render(request, "partners/detail.html", page)
