"""One thing that a partner gives: written down, changed, given, taken back, valued by them."""

from copy import copy
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.pages.answers import shown
from contributions.forms.contributions import (
    ContributionForm,
    DeliverForm,
    EditContributionForm,
    MoveForm,
    OwnWorthForm,
    WithdrawForm,
    WorthForm,
)
from contributions.models import Contribution
from contributions.models.contribution_queries import ContributionQuerySet
from contributions.operations import contributions as operations
from contributions.views.said import answers, is_own_word
from partners.reports.value.amounts import plain
from partners.views.editing import partner_of


@require(Permission.LOG_CONTRIBUTIONS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    form = ContributionForm(
        typed(request),
        coalition=request.coalition,
        today=request.today,
        is_own_word=is_own_word(request),
    )

    def make() -> Contribution:
        return operations.log(
            organisation,
            form.telling(),
            populations=form.cleaned_data["populations"],
            by=request.user,
            is_their_own_word=is_own_word(request),
        )

    answer = answers.made(
        request, form, make, model=Contribution, said=_("It is on record."), back=place_of
    )
    page = {"form": form, "organisation": organisation, "is_own": is_own_word(request)}
    return answer or shown(request, "contributions/form.html", page)


@require(Permission.LOG_CONTRIBUTIONS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Whoever has written it changes all of it; the other side its day alone."""
    is_own = is_own_word(request)

    def make_form(data: Any, row: Contribution) -> forms.ModelForm:
        if row.is_their_own_word != is_own:
            return MoveForm(data, instance=copy(row), is_own_word=is_own)
        told = {"coalition": request.coalition, "today": request.today, "is_own_word": is_own}
        return EditContributionForm(data, instance=copy(row), **told)

    def save(_row: Contribution, form: Any) -> Contribution:
        return operations.edit(
            form.telling(),
            populations=form.cleaned_data.get("populations"),
            is_agreed=form.cleaned_data.get("is_agreed", False),
            by=request.user,
        )

    return _changed(
        request, pk, make_form, save, template="contributions/form.html", said=_("It is saved.")
    )


@require(Permission.LOG_CONTRIBUTIONS)
@require_http_methods(["GET", "POST"])
def deliver(request: HttpRequest, pk: int) -> HttpResponse:
    def make_form(data: Any, row: Contribution) -> DeliverForm:
        counted = row.amount or row.promised_amount
        as_is = {
            "on": row.delivered_on or request.today,
            "what": row.delivered_what,
            "amount": plain(counted) if counted else None,
            "unit": row.unit,
            "own_unit": row.own_unit,
        }
        return DeliverForm(data, initial=as_is, today=request.today)

    def save(row: Contribution, form: Any) -> Contribution:
        return operations.deliver(
            row,
            on=form.cleaned_data["on"],
            what=form.cleaned_data["what"],
            counted=form.counted,
            by=request.user,
            is_their_own_word=is_own_word(request),
        )

    said = _("Noted as given. Thank them.")
    if is_own_word(request):
        said = _("Thank you, it is noted.")
    return _changed(request, pk, make_form, save, template="contributions/deliver.html", said=said)


@require(Permission.LOG_CONTRIBUTIONS)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    def make_form(data: Any, row: Contribution) -> WithdrawForm:
        as_is = {"on": row.withdrawn_on or request.today, "reason": row.withdrawn_reason}
        return WithdrawForm(data, initial=as_is, today=request.today)

    def save(row: Contribution, form: Any) -> Contribution:
        own = is_own_word(request)
        return operations.withdraw(row, by=request.user, is_their_own_word=own, **form.cleaned_data)

    said = _("The promise is taken back.")
    return _changed(request, pk, make_form, save, template="contributions/withdraw.html", said=said)


@require(Permission.LOG_CONTRIBUTIONS)
@require_http_methods(["GET", "POST"])
def worth(request: HttpRequest, pk: int) -> HttpResponse:
    is_own = is_own_word(request)
    form_class = OwnWorthForm if is_own else WorthForm

    def save(row: Contribution, form: Any) -> Contribution:
        said = form.cleaned_data["worth"]
        return operations.say_worth(row, worth=said, by=request.user, is_their_own_word=is_own)

    return _changed(
        request,
        pk,
        lambda data, row: form_class(data, instance=copy(row)),
        save,
        template="contributions/worth.html",
        said=_("It is written down."),
    )


@require(Permission.LOG_CONTRIBUTIONS)
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(rows_of(request), pk=pk)
    return answers.pressed(
        request,
        lambda: operations.reopen(row, by=request.user),
        said=_("It stands as promised again."),
        back=place_of(row),
    )


def _changed(
    request: HttpRequest, pk: int, make_form: Any, save: Any, *, template: str, said: str
) -> HttpResponse:
    return answers.changed(
        request,
        rows_of(request),
        pk,
        make_form=make_form,
        save=save,
        template=template,
        said=said,
        back=place_of,
        more=lambda row: {"organisation": row.organisation, "is_own": is_own_word(request)},
    )


def rows_of(request: HttpRequest) -> ContributionQuerySet:
    return Contribution.objects.visible_to(request.membership).told()


def place_of(row: Contribution) -> str:
    """Where it stands in the partner's ledger."""
    page = reverse(
        "contributions:ledger", args=[row.organisation.coalition.slug, row.organisation_id]
    )
    return f"{page}#gave-{row.pk}"
