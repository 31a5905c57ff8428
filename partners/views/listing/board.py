"""Moving a partner to another column of the board."""

from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, require
from common.history.tracking import current_change
from common.refusal import Refusal
from partners.models import Organisation
from partners.operations.listing.moves import move_to_kind, move_to_owner
from partners.reports.listing.arrangements import OWNER


@require(Permission.EDIT_PARTNERS)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """`to` is the value of the column, `?seen=` of the one in which the board showed the partner.

    `address` is the board's, to which we return.
    """
    organisation = get_object_or_404(Organisation.objects.visible_to(request.membership), pk=pk)
    column, seen = request.POST.get("to", ""), request.GET.get("seen")
    address = QueryDict(request.POST.get("address", "")).urlencode()
    try:
        if request.POST.get("by") == OWNER:
            moved = move_to_owner(organisation, owner=column, by=request.user, seen=seen)
            said = moved.owner or _("nobody")
        else:
            moved = move_to_kind(organisation, kind=column, by=request.user, seen=seen)
            said = moved.get_kind_display()
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        messages.success(
            request,
            _("%(name)s stands under “%(column)s” now.")
            % {"name": moved.name, "column": str(said)},
            extra_tags=f"undo:{undo_address(request, organisation, address)}",
        )
    return redirect(f"{reverse('partners:list', args=[request.coalition.slug])}?{address}")


def undo_address(request: HttpRequest, organisation: Organisation, address: str) -> str:
    """Takes the move back and returns to the board."""
    undo = reverse(
        "partners:undo", args=[request.coalition.slug, organisation.pk, current_change()]
    )
    return f"{undo}?{urlencode({'list': address})}"
