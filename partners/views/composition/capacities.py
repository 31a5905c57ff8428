"""A kind of capacity that we need and nobody brings becomes a prospect; then back to where it is lacking."""

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from partners.forms.composition import ProspectForm
from partners.models.depth import Capacity
from partners.operations.composition.gaps import add_for_capacity
from partners.views.composition.prospects import prospect_of
from partners.views.editing import undo_tag
from partners.views.ways_back import came_from


@require(Permission.EDIT_COMPOSITION)
@require_http_methods(["GET", "POST"])
def prospect(request: HttpRequest, kind: str) -> HttpResponse:
    if kind not in Capacity.values:
        raise Http404(_("There is no such capacity."))
    back = came_from(request) or reverse("partners:needed", args=[request.coalition.slug])
    form = ProspectForm(
        typed(request), coalition=request.coalition, initial={"asks": request.user.pk}
    )
    made = request.method == "POST" and prospect_of(
        request,
        form,
        partial(add_for_capacity, request.coalition, kind),
        if_here=_("Perhaps here already: %(names)s."),
    )
    if made:
        said = _("%(name)s is a prospect now.") % {"name": made}
        messages.success(request, said, extra_tags=undo_tag(request, made, back=back))
        return redirect(back)
    page = {"form": form, "kind": kind, "label": Capacity(kind).label, "came_from": back}
    status = 422 if request.method == "POST" else 200
    return render(request, "partners/composition/capacity.html", page, status=status)
