from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require
from coalition.sample.removal import remove_sample
from common.refusal import Refusal


@require(Permission.REMOVE_SAMPLE)
@require_POST
def remove(request: HttpRequest) -> HttpResponse:
    """Whoever was a member of the sample alone goes with it, and starts anew on the first page."""
    try:
        remove_sample(request.coalition, by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
        return redirect(request.coalition)
    messages.success(request, _("The sample is gone. Found your own coalition now."))
    return redirect("accounts:coalitions")
