"""Where two bodies see to the same, and saying that it is meant."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.refusal import Refusal
from governance.forms.bodies.bodies import MeantForm
from governance.models import Duty, MeantOverlap
from governance.operations.bodies import overlaps as operations
from governance.reports.bodies.likeness import THRESHOLD
from governance.reports.bodies.overlaps import overlaps_for
from governance.views.said import done, pressed


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    page = {"found": overlaps_for(request.membership), "threshold": THRESHOLD}
    return render(request, "governance/bodies/overlaps.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def mean(request: HttpRequest, first: int, second: int) -> HttpResponse:
    one, other = duty_of(request, first), duty_of(request, second)
    form = MeantForm(typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            operations.mean(
                one, other, reason=form.cleaned_data["reason"], on=request.today, by=request.user
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            done(request, _("It is remembered that this is meant."))
            return redirect("governance:overlaps", request.coalition.slug)
    status = 422 if request.method == "POST" else 200
    page = {"form": form, "duties": (one, other)}
    return render(request, "governance/bodies/meant.html", page, status=status)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def mean_no_more(request: HttpRequest, note: int) -> HttpResponse:
    rows = MeantOverlap.objects.of_coalition(request.coalition.pk)
    row: MeantOverlap = get_object_or_404(rows, pk=note)
    return pressed(
        request,
        lambda: operations.mean_no_more(row, by=request.user),
        said=_("It is pointed out again."),
        back=reverse("governance:overlaps", args=[request.coalition.slug]),
    )


def duty_of(request: HttpRequest, pk: int) -> Duty:
    rows = Duty.objects.visible_to(request.membership).told()
    return get_object_or_404(rows, pk=pk)
