"""A kind of capacity that we need and nobody brings becomes a prospect; then back to where it is lacking."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.editing.form_keys import made_by, once, sending
from partners.duplicates.similar import similar_names
from partners.forms.composition import ProspectForm
from partners.models import Organisation
from partners.models.depth import Capacity
from partners.operations.composition.gaps import add_for_capacity
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
    if request.method == "POST" and form.is_valid():
        known = made_by(sending(request), Organisation)
        twins = similar_names(request.coalition, name=form.cleaned_data["name"])
        if known or not twins:
            made = known or _made(request, form, kind)
            said = _("%(name)s is a prospect now.") % {"name": made}
            messages.success(request, said, extra_tags=undo_tag(request, made, back=back))
            return redirect(back)
        names = ", ".join(one.name for one in twins)
        form.add_error("name", _("Perhaps here already: %(names)s.") % {"names": names})
    page = {"form": form, "kind": kind, "label": Capacity(kind).label, "came_from": back}
    status = 422 if request.method == "POST" else 200
    return render(request, "partners/composition/capacity.html", page, status=status)


def _made(request: HttpRequest, form: ProspectForm, kind: str) -> Organisation:
    now = timezone.now()
    return once(
        sending(request),
        lambda: add_for_capacity(
            request.coalition,
            kind,
            name=form.cleaned_data["name"],
            owner=form.cleaned_data["asks"],
            draft=form.cleaned_data["draft"],
            by=request.user,
            at=now,
            on=request.today,
        ),
        model=Organisation,
        at=now,
    )
