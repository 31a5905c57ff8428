"""The mail that leaves in the coalition's name. Personal letters belong to no coalition, and stay unread."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from common.models import Letter

A_PAGE = 50


@require(Permission.READ_OUTGOING_MAIL)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    letters = Letter.objects.for_tenant(request.coalition.pk).without_bodies()
    page = Paginator(letters, A_PAGE).get_page(request.GET.get("page"))
    return render(request, "accounts/mail.html", {"page": page})


@require(Permission.READ_OUTGOING_MAIL)
@require_GET
def read(request: HttpRequest, pk: int) -> HttpResponse:
    """The text only: a letter's HTML is for mail programs, and never becomes part of our pages."""
    letter = get_object_or_404(Letter.objects.for_tenant(request.coalition.pk), pk=pk)
    return render(request, "accounts/letter.html", {"letter": letter})
