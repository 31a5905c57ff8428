"""What one partner does in our goals, why it is here, and which partners are here for no goal yet."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from goals.forms.roles import HereForForm
from goals.models import Goal, HereFor
from goals.operations.here_for import say_here_for
from goals.reports.here_for import here_for_none
from goals.reports.partner import partner_goals
from goals.views.said import done
from partners.models import Organisation
from partners.views.editing import partner_of


@require(Permission.SEE_GOALS)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    found = partner_goals(organisation, request.membership)
    return render(request, "goals/partner.html", {"organisation": organisation, "found": found})


@require(Permission.SEE_PARTNERS)
@require_GET
def unlinked(request: HttpRequest) -> HttpResponse:
    """Partners of whom nobody has said for which goal they are here."""
    found = here_for_none(request.membership, page=request.GET.get("page", ""))
    return render(request, "goals/unlinked.html", {"found": found})


@require(Permission.EDIT_GOALS)
@require_http_methods(["GET", "POST"])
def here_for(request: HttpRequest, pk: int) -> HttpResponse:
    """One of us says for which goals a partner is here."""
    return _here_for(request, pk, is_own_hand=False)


@require(Permission.EDIT_OWN_ORGANISATION)
@require_http_methods(["GET", "POST"])
def own_here_for(request: HttpRequest, pk: int) -> HttpResponse:
    """A partner says it of its own organisation."""
    return _here_for(request, pk, is_own_hand=True)


def _here_for(request: HttpRequest, pk: int, *, is_own_hand: bool) -> HttpResponse:
    with holding(request, Organisation.objects.visible_to(request.membership), pk):
        organisation, now = partner_of(request, pk), timezone.now()
        goals = list(Goal.objects.of_coalition(request.coalition.pk).current())
        said = HereFor.objects.of(pk).in_running_goals().goal_ids()

        def make_form(data: QueryDict | None) -> HereForForm:
            return HereForForm(data, goals=goals, initial={"goals": said})

        record = {Organisation: {"id": pk}, HereFor: {"organisation_id": pk}}
        edit = opened(request, make_form, record=record, at=now)
        if edit.may_be_saved:
            say_here_for(
                organisation,
                edit.form.goals(),
                on=request.today,
                by=request.user,
                is_own_hand=is_own_hand,
            )
            edit.saved(request, at=now)
            done(request, _("That is saved."))
            return redirect("goals:of_partner", request.coalition.slug, pk)
    page = {"organisation": organisation, "subject": organisation.name, "is_own_hand": is_own_hand}
    return edit.page(request, "goals/here_for.html", page)
