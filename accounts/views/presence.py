"""Who else has the same form open: asked again and again by an open form, answered from the cache."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require
from common.editing import presence

NO_CONTENT = 204


@require(Permission.SEE_COALITION)
@require_POST
def editing(request: HttpRequest) -> HttpResponse:
    """Says nothing as long as nothing changed, so that a screen reader is not interrupted."""
    record = request.POST.get("record", "")
    if not presence.is_ours(record, tenant=request.coalition.pk):
        return HttpResponse(status=NO_CONTENT)
    person = request.user
    others = presence.arrive(record, person=person.pk, name=str(person), at=timezone.now())
    shown = " ".join(str(each.person) for each in others)
    if shown == request.POST.get("shown", ""):
        return HttpResponse(status=NO_CONTENT)
    return render(
        request,
        "components/presence.html",
        {"record": record, "others": others, "shown": shown, "is_answer": True},
    )
