"""One promise to one partner: made, edited, delivered, taken back, and answered."""

from collections.abc import Callable
from copy import copy
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.refusal import Refusal
from partners.forms.value.gains import (
    AnswerForm,
    BenefitForm,
    DeliverForm,
    EditBenefitForm,
    OwnAnswerForm,
    WithdrawForm,
)
from partners.models import Benefit, Organisation
from partners.operations.value import benefits as operations
from partners.reports.value.amounts import plain
from partners.views.editing import partner_of, undo_tag

FormMaker = Callable[[QueryDict | None, Benefit], forms.BaseForm]
Save = Callable[[Benefit, Any], Benefit]


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    today = request.today
    form = BenefitForm(
        typed(request),
        coalition=request.coalition,
        today=today,
        initial={"promised_on": today, "promised_by": request.user.pk},
    )
    if request.method == "POST" and form.is_valid():
        benefit = once(
            sending(request),
            lambda: operations.promise(organisation, form.save(commit=False), by=request.user),
            model=Benefit,
            at=timezone.now(),
        )
        return told(request, benefit, _("The promise is on record."))
    page = {"form": form, "organisation": organisation}
    status = 422 if request.method == "POST" else 200
    return render(request, "partners/value/benefit.html", page, status=status)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int, benefit: int) -> HttpResponse:
    def make_form(data: QueryDict | None, row: Benefit) -> EditBenefitForm:
        return EditBenefitForm(
            data, instance=copy(row), coalition=request.coalition, today=request.today
        )

    def save(_row: Benefit, form: EditBenefitForm) -> Benefit:
        is_agreed = form.cleaned_data.get("is_agreed", False)
        told = form.save(commit=False)
        return operations.edit_benefit(told, by=request.user, is_agreed=is_agreed)

    return _changed(
        request,
        pk,
        benefit,
        make_form,
        save,
        template="partners/value/benefit.html",
        said=_("The promise is saved."),
    )


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def deliver(request: HttpRequest, pk: int, benefit: int) -> HttpResponse:
    today = request.today

    def make_form(data: QueryDict | None, row: Benefit) -> DeliverForm:
        as_is = {
            "on": row.delivered_on or today,
            "what": row.delivered_what,
            "amount": plain(row.amount) if row.amount else None,
            "unit": row.unit,
            "own_unit": row.own_unit,
        }
        return DeliverForm(data, initial=as_is, today=today)

    def save(row: Benefit, form: DeliverForm) -> Benefit:
        on, what = form.cleaned_data["on"], form.cleaned_data["what"]
        return operations.deliver(row, on=on, what=what, counted=form.counted, by=request.user)

    return _changed(
        request,
        pk,
        benefit,
        make_form,
        save,
        template="partners/value/deliver.html",
        said=_("Noted as delivered. They are asked whether it came."),
    )


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, pk: int, benefit: int) -> HttpResponse:
    today = request.today

    def make_form(data: QueryDict | None, row: Benefit) -> WithdrawForm:
        as_is = {"on": row.withdrawn_on or today, "reason": row.withdrawn_reason}
        return WithdrawForm(data, initial=as_is, today=today)

    return _changed(
        request,
        pk,
        benefit,
        make_form,
        lambda row, form: operations.withdraw(row, by=request.user, **form.cleaned_data),
        template="partners/value/withdraw.html",
        said=_("The promise is taken back."),
    )


@require(Permission.EDIT_PARTNERS)
@require_POST
def set_open(request: HttpRequest, pk: int, benefit: int) -> HttpResponse:
    """`state=under_way`, or anything else for promised only; pressed twice, it stands so already."""
    row = benefit_of(request, pk, benefit)
    is_under_way = request.POST.get("state") == Benefit.State.UNDER_WAY
    row = operations.set_open(row, is_under_way=is_under_way, by=request.user)
    said = _("It is under way.") if is_under_way else _("It stands as promised again.")
    return told(request, row, said)


@require(Permission.EDIT_PARTNERS)
@require_http_methods(["GET", "POST"])
def heard(request: HttpRequest, pk: int, benefit: int) -> HttpResponse:
    """What the partner told one of us on "did it come?"."""
    return _answered(request, pk, benefit, AnswerForm, is_their_own_word=False)


@require(Permission.EDIT_OWN_ORGANISATION)
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, pk: int, benefit: int) -> HttpResponse:
    """The partner's own word."""
    return _answered(request, pk, benefit, OwnAnswerForm, is_their_own_word=True)


def _answered(
    request: HttpRequest,
    pk: int,
    benefit: int,
    form_class: type[AnswerForm],
    *,
    is_their_own_word: bool,
) -> HttpResponse:
    def make_form(data: QueryDict | None, row: Benefit) -> AnswerForm:
        return form_class(data, initial={"came": row.came, "came_words": row.came_words})

    def save(row: Benefit, form: forms.BaseForm) -> Benefit:
        return operations.answer(
            row,
            came=form.cleaned_data["came"],
            words=form.cleaned_data["came_words"],
            on=request.today,
            by=request.user,
            is_their_own_word=is_their_own_word,
        )

    return _changed(
        request,
        pk,
        benefit,
        make_form,
        save,
        template="partners/value/answer.html",
        said=_("Thank you, it is noted.") if is_their_own_word else _("It is noted."),
        is_their_own_word=is_their_own_word,
    )


def _changed(
    request: HttpRequest,
    pk: int,
    benefit: int,
    make_form: FormMaker,
    save: Save,
    *,
    template: str,
    said: str,
    **shown: object,
) -> HttpResponse:
    """A form over one promise: opened, compared with what others did meanwhile, saved or refused."""
    with holding(request, Organisation.objects.visible_to(request.membership), pk):
        row = benefit_of(request, pk, benefit)
        now = timezone.now()
        record = {Benefit: {"id": row.pk}}
        edit = opened(request, lambda data: make_form(data, row), record=record, at=now)
        if edit.may_be_saved:
            try:
                saved = save(row, edit.form)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                return told(request, saved, said)
    page = {"benefit": row, "organisation": row.organisation, "subject": row.words, **shown}
    return edit.page(request, template, page)


def benefit_of(request: HttpRequest, pk: int, benefit: int) -> Benefit:
    rows = Benefit.objects.visible_to(request.membership).told()
    return get_object_or_404(rows, pk=benefit, organisation=pk)


def told(request: HttpRequest, benefit: Benefit, said: str) -> HttpResponse:
    """Back among what they gain, with a way back for who may undo."""
    may_undo = request.membership.may(Permission.EDIT_PARTNERS)
    undo = undo_tag(request, benefit.organisation) if may_undo else ""
    messages.success(request, said, extra_tags=undo)
    answer = redirect("partners:value", request.coalition.slug, benefit.organisation_id)
    answer["Location"] += f"#gain-{benefit.pk}"
    return answer
