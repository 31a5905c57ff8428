"""Who does what in a goal: given, changed, ended, and told in their own words."""

from copy import copy

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.pages.answers import shown
from goals.forms.roles import GiveForm, OwnWordsForm, PartForm
from goals.models import GoalRole
from goals.models.roles import GoalRoleQuerySet
from goals.operations import roles as operations
from goals.views.said import answers, goal_of, page_of, pressed
from partners.models import Organisation

PREFILLED = (("partner", "partner"), ("letter", "part"))  # a field, and what the address calls it


@require(Permission.EDIT_GOALS)
@require_http_methods(["GET", "POST"])
def give(request: HttpRequest, pk: int) -> HttpResponse:
    """`?partner=Northside Clinic&part=accountable` begins with them, and with that part."""
    goal, coalition = goal_of(request, pk), request.coalition.pk
    chosen = {name: request.GET.get(key, "") for name, key in PREFILLED}
    form = GiveForm(typed(request), instance=GoalRole(), coalition=coalition, initial=chosen)
    answer = answers.made(
        request,
        form,
        lambda: operations.give_role(
            goal, form.organisation, form.part(), on=request.today, by=request.user
        ),
        model=GoalRole,
        said=lambda role: (
            _("%(name)s: %(part)s.")
            % {"name": role.organisation, "part": role.get_letter_display()}
        ),
        back=page_of(request, pk),
    )
    names = Organisation.objects.of_coalition(coalition).active().names_offered()
    return answer or shown(
        request, "goals/role_give.html", {"form": form, "goal": goal, "names": names}
    )


@require(Permission.EDIT_GOALS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    role = role_of(request, pk)
    return answers.changed(
        request,
        _roles(request),
        pk,
        make_form=lambda data, role: PartForm(data, instance=copy(role)),
        save=lambda role, form: operations.edit_role(role, form.part(), by=request.user),
        template="goals/role_edit.html",
        said=_("That is saved."),
        back=page_of(request, role.goal_id),
        more=lambda role: {"role": role},
    )


@require(Permission.EDIT_GOALS)
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    role = role_of(request, pk)
    return pressed(
        request,
        lambda: operations.end_role(role, on=request.today, by=request.user),
        said=_("They have this part no more: %(name)s.") % {"name": role.organisation},
        back=page_of(request, role.goal_id),
    )


@require(Permission.EDIT_GOALS)
@require_http_methods(["GET", "POST"])
def heard(request: HttpRequest, pk: int) -> HttpResponse:
    """One of us writes down what they say of their part."""
    return _own_words(request, pk, is_own_hand=False)


@require(Permission.EDIT_OWN_ORGANISATION)
@require_http_methods(["GET", "POST"])
def own(request: HttpRequest, pk: int) -> HttpResponse:
    """A partner writes its own words; ours are not touched."""
    return _own_words(request, pk, is_own_hand=True)


def _own_words(request: HttpRequest, pk: int, *, is_own_hand: bool) -> HttpResponse:
    role = role_of(request, pk)
    return answers.changed(
        request,
        _roles(request),
        pk,
        make_form=lambda data, role: OwnWordsForm(data, instance=copy(role)),
        save=lambda role, form: operations.tell_own_words(
            role, form.told(), on=request.today, by=request.user, is_own_hand=is_own_hand
        ),
        template="goals/role_own.html",
        said=_("That is saved."),
        back=reverse("goals:of_partner", args=[request.coalition.slug, role.organisation_id]),
        more=lambda role: {"role": role, "is_own_hand": is_own_hand},
    )


def _roles(request: HttpRequest) -> GoalRoleQuerySet:
    return GoalRole.objects.visible_to(request.membership).told()


def role_of(request: HttpRequest, pk: int) -> GoalRole:
    return get_object_or_404(_roles(request), pk=pk)
