"""What strangers see of how a coalition works: no sign-in, nothing but what is public."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from accounts.permissions import public
from common.pages.signed_links import rate_limited
from governance.reports.bodies.public import public_bodies


@public
@rate_limited
@require_safe
def show(request: HttpRequest, home: str) -> HttpResponse:
    page = public_bodies(home, at=timezone.now())
    if page is None:
        raise Http404(_("There is no such page."))
    return render(request, "governance/bodies/public.html", {"page": page})
