from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from governance.models import Body


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    bodies = Body.objects.visible_to(request.membership).standing()
    return render(request, "governance/home.html", {"bodies": bodies})
