"""Neutral third parties: the list, and who is neutral between whom."""

from copy import copy

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.pages.answers import shown
from governance.forms.power.mediators import CheckForm, InterestForm, MediatorForm
from governance.models import Mediator, MediatorInterest
from governance.operations.power import mediators as operations
from governance.reports.power.mediators import check as check_between
from governance.views.said import answers, pressed
from partners.models import Organisation


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    rows = Mediator.objects.of_coalition(request.coalition.pk).told()
    page = {
        "mediators": rows.current(),
        "retired": rows.retired(),
        "may_reach": _may_reach(request),
    }
    return render(request, "governance/power/mediators.html", page)


def _may_reach(request: HttpRequest) -> bool:
    """Viewers see nobody's addresses, here as elsewhere."""
    membership = request.membership
    return membership.may(Permission.SEE_CONTACT_DETAILS) or membership.may(
        Permission.SIGN_FOR_ORGANISATION
    )


@require(Permission.SEE_GOVERNANCE)
@require_GET
def check(request: HttpRequest) -> HttpResponse:
    """`?party1=…&party2=…`: who could mediate between them."""
    form = CheckForm(request.GET or None, coalition=request.coalition.pk)
    page = {
        "form": form,
        "names": _names(request),
        "may_reach": _may_reach(request),
    }
    if form.is_bound and form.is_valid():
        parties = form.parties()
        page["parties"] = parties
        page["checked"] = check_between(request.membership, parties, on=request.today)
    return render(request, "governance/power/mediators_check.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    coalition = request.coalition
    form = MediatorForm(
        typed(request), instance=Mediator(coalition=coalition), coalition=coalition.pk
    )
    answer = answers.made(
        request,
        form,
        lambda: operations.add(coalition, form.values(), by=request.user),
        model=Mediator,
        said=_("They are on the list."),
        back=lambda made: reverse("governance:mediator", args=[coalition.slug, made.pk]),
    )
    return answer or shown(
        request, "governance/power/mediator_form.html", {"form": form, "names": _names(request)}
    )


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    coalition = request.coalition
    return answers.changed(
        request,
        Mediator.objects.of_coalition(coalition.pk),
        pk,
        make_form=lambda data, mediator: MediatorForm(
            data, instance=copy(mediator), coalition=coalition.pk
        ),
        save=lambda mediator, form: operations.edit(mediator, form.values(), by=request.user),
        template="governance/power/mediator_form.html",
        said=_("That is saved."),
        back=reverse("governance:mediator", args=[coalition.slug, pk]),
        more=lambda mediator: {"mediator": mediator, "names": _names(request)},
    )


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    page = {"mediator": mediator_of(request, pk), "may_reach": _may_reach(request)}
    return render(request, "governance/power/mediator.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def tell_interest(request: HttpRequest, pk: int) -> HttpResponse:
    mediator = mediator_of(request, pk)
    form = InterestForm(typed(request), coalition=request.coalition.pk)

    def make() -> MediatorInterest:
        told = form.cleaned_data
        return operations.tell_interest(
            mediator, told["organisation"], words=told["words"], by=request.user
        )

    answer = answers.made(
        request,
        form,
        make,
        model=MediatorInterest,
        said=_("That is noted. The check names it from now on."),
        back=lambda _made: reverse("governance:mediator", args=[request.coalition.slug, pk]),
    )
    return answer or shown(
        request,
        "governance/power/mediator_interest.html",
        {"form": form, "mediator": mediator, "names": _names(request)},
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def drop_interest(request: HttpRequest, pk: int) -> HttpResponse:
    rows = MediatorInterest.objects.of_coalition(request.coalition.pk)
    interest = get_object_or_404(rows, pk=pk)
    return pressed(
        request,
        lambda: operations.drop_interest(interest, by=request.user),
        said=_("That is removed."),
        back=reverse("governance:mediator", args=[request.coalition.slug, interest.mediator_id]),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    mediator = mediator_of(request, pk)
    return pressed(
        request,
        lambda: operations.retire(mediator, on=request.today, by=request.user),
        said=_("They are on the list no more."),
        back=reverse("governance:mediators", args=[request.coalition.slug]),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    mediator = mediator_of(request, pk)
    return pressed(
        request,
        lambda: operations.retire(mediator, on=None, by=request.user),
        said=_("They are on the list again."),
        back=reverse("governance:mediators", args=[request.coalition.slug]),
    )


def mediator_of(request: HttpRequest, pk: int) -> Mediator:
    rows = Mediator.objects.of_coalition(request.coalition.pk).told()
    return get_object_or_404(rows, pk=pk)


def _names(request: HttpRequest) -> list[str]:
    return Organisation.objects.visible_to(request.membership).active().names_offered()
