from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from accounts.models import Membership
from accounts.permissions import signed_in


@signed_in
@require_GET
def choose(request: HttpRequest) -> HttpResponse:
    """The person's coalitions; with only one there is nothing to choose."""
    memberships = list(Membership.objects.for_switching(request.user))
    if len(memberships) == 1:
        return redirect(memberships[0].coalition)
    return render(request, "accounts/coalitions.html", {"memberships": memberships})
