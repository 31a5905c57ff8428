"""An address of an organisation that has been merged into another leads there."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from common.editing.expired_sign_in import in_words
from partners.models import MergedAway, Organisation


class MergedMiddleware:
    """Reading goes on at the other organisation; what was sent is shown, because nobody may lose it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, MergedAway):
            return None
        if request.method in ("GET", "HEAD"):
            return redirect(_same_page(request, exception.survivor))
        survivor = Organisation.objects.select_related("coalition").get(pk=exception.survivor)
        page = {"name": exception.name, "organisation": survivor, "typed": in_words(request.POST)}
        return render(request, "partners/merged_meanwhile.html", page, status=409)


def _same_page(request: HttpRequest, survivor: int) -> str:
    match = request.resolver_match
    address = reverse(
        match.view_name, kwargs=match.kwargs | {"coalition": request.coalition.slug, "pk": survivor}
    )
    query = request.META.get("QUERY_STRING", "")
    return f"{address}?{query}" if query else address
