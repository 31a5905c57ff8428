"""The grid of influence and interest, and the same as a table."""

from copy import copy

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.refusal import Refusal
from common.text.numbers import read_id
from partners.forms.depth.stakes import StakeForm
from partners.models import Organisation, Stake
from partners.operations import depth as operations
from partners.reports.depth.grid import grid_of
from partners.views.editing import partner_of, undo_tag


@require(Permission.SEE_HISTORY)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    return render(
        request, "partners/depth/stakeholders.html", {"grid": grid_of(request.membership)}
    )


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def place(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, Organisation.objects.visible_to(request.membership), pk):
        organisation = partner_of(request, pk)
        stake = Stake.objects.of_coalition(request.coalition.pk).placed_of(organisation.pk)

        def make_form(data: QueryDict | None) -> StakeForm:
            return StakeForm(data, instance=copy(stake))

        now = timezone.now()
        record = {Organisation: {"id": pk}, Stake: {"organisation_id": pk}}
        edit = opened(request, make_form, record=record, at=now)
        if edit.may_be_saved:
            on = request.today
            operations.place_stake(organisation, edit.form.placing(), by=request.user, on=on)
            edit.saved(request, at=now)
            return placed(request, organisation, _("%(name)s is on the grid."))
    page = {"organisation": organisation, "stake": stake, "subject": organisation.name}
    return edit.page(request, "partners/depth/stake.html", page)


@require(Permission.EDIT_PARTNERS)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """`to` is where it shall stand, as "4-2": influence, then interest. `?seen=` is where it stood."""
    organisation = partner_of(request, pk)
    rows = Stake.objects.of_coalition(request.coalition.pk)
    stake = get_object_or_404(rows, organisation=organisation)
    influence, _dash, interest = request.POST.get("to", "").partition("-")
    try:
        operations.move_stake(
            stake,
            influence=read_id(influence) or 0,
            interest=read_id(interest) or 0,
            seen=request.GET.get("seen", ""),
            by=request.user,
            on=request.today,
        )
    except Refusal as reason:
        messages.warning(request, str(reason))
        return redirect("partners:stakeholders", request.coalition.slug)
    words = {"influence": influence, "interest": interest}
    said = _("influence %(influence)s, interest %(interest)s") % words
    return placed(request, organisation, "%(name)s: " + said)


@require(Permission.EDIT_PARTNERS)
@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    operations.remove_stake(organisation, by=request.user)
    return placed(request, organisation, _("%(name)s is off the grid."))


def placed(request: HttpRequest, organisation: Organisation, said: str) -> HttpResponse:
    words = said.replace("%(name)s", organisation.name)
    undo = f"{undo_tag(request, organisation)}?then=stakeholders"
    messages.success(request, words, extra_tags=undo)
    return redirect("partners:stakeholders", request.coalition.slug)
