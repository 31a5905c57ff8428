"""What a goal needs: said, dropped, and every row behind it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.pages.answers import shown
from goals.forms.needs import AssetForm, VoiceForm
from goals.models import GoalNeed
from goals.operations import needs as operations
from goals.reports.bringing import brought
from goals.views.said import answers, goal_of, page_of, pressed
from partners.reports.composition.axes import terms_of


@require(Permission.SEE_PARTNERS)
@require_GET
def show(request: HttpRequest, pk: int, need: int) -> HttpResponse:
    """Everybody who brings it, and every prospect who could."""
    goal, asked = goal_of(request, pk), need_of(request, pk, need)
    found = brought(asked, request.membership, on=request.today)
    return render(request, "goals/need.html", {"goal": goal, "found": found})


@require(Permission.EDIT_GOALS)
@require_http_methods(["GET", "POST"])
def add_voice(request: HttpRequest, pk: int) -> HttpResponse:
    """Who must be at the table for it."""
    goal = goal_of(request, pk)
    form = VoiceForm(typed(request), terms=terms_of(request.coalition.pk))
    answer = answers.made(
        request,
        form,
        lambda: operations.add_voice(
            goal, form.named(), why=form.cleaned_data["why"], by=request.user
        ),
        model=GoalNeed,
        said=lambda made: _("The goal needs it from now on: %(name)s.") % {"name": made},
        back=page_of(request, pk),
    )
    return answer or shown(request, "goals/need_voice.html", {"form": form, "goal": goal})


@require(Permission.EDIT_GOALS)
@require_http_methods(["GET", "POST"])
def add_asset(request: HttpRequest, pk: int) -> HttpResponse:
    """What somebody must bring."""
    goal = goal_of(request, pk)
    form = AssetForm(typed(request))

    def make() -> GoalNeed:
        told = form.cleaned_data
        if told["kind"]:
            return operations.add_capacity(goal, told["kind"], why=told["why"], by=request.user)
        return operations.add_strength(goal, told["strength"], why=told["why"], by=request.user)

    answer = answers.made(
        request,
        form,
        make,
        model=GoalNeed,
        said=lambda made: _("The goal needs it from now on: %(name)s.") % {"name": made},
        back=page_of(request, pk),
    )
    return answer or shown(request, "goals/need_asset.html", {"form": form, "goal": goal})


@require(Permission.EDIT_GOALS)
@require_POST
def drop(request: HttpRequest, pk: int, need: int) -> HttpResponse:
    asked = need_of(request, pk, need)
    return pressed(
        request,
        lambda: operations.drop_need(asked, by=request.user),
        said=_("The goal needs it no more: %(name)s.") % {"name": asked},
        back=page_of(request, pk),
    )


def need_of(request: HttpRequest, pk: int, need: int) -> GoalNeed:
    needs = GoalNeed.objects.of_coalition(request.coalition.pk).of(pk)
    return get_object_or_404(needs, pk=need)
