"""Choosing the columns of the list and their order, with or without a script."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET

from accounts.permissions import Permission, require
from partners.reports.listing.own_columns import own_columns_for
from partners.reports.listing.picking import Picking


@require(Permission.SEE_PARTNERS)
@require_GET
def choose(request: HttpRequest) -> HttpResponse:
    """A form that carries the list's address along; "Show" leads to the list with these columns."""
    own = own_columns_for(request.membership)
    picking = Picking.asked(request.GET, membership=request.membership, own=own)
    if picking.is_done:
        listed = reverse("partners:list", args=[request.coalition.slug])
        return redirect(f"{listed}?{picking.address}")
    return render(request, "partners/columns.html", {"picking": picking})
