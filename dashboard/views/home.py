from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require


@require(Permission.SEE_COALITION)
@require_GET
def home(request: HttpRequest) -> HttpResponse:
    return render(request, "dashboard/home.html")
