"""Rules for credit: who is named on what partners do together."""

from copy import copy

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.refusal import Refusal
from common.text.numbers import read_ids
from partners.forms.credit import CreditRuleForm
from partners.models import CreditedPartner, CreditRule
from partners.operations import credit as operations


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    rules = list(CreditRule.objects.of_coalition(request.coalition.pk).told())
    page = {
        "rules": [rule for rule in rules if not rule.retired_on],
        "retired": [rule for rule in rules if rule.retired_on],
    }
    return render(request, "partners/credit/rules.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """`?partner=3&partner=7` begins with these two."""
    partners = read_ids(request.GET.getlist("partner"))
    rule = CreditRule(coalition=request.coalition, agreed_on=request.today)
    rule.named = CreditRule.Named.CHOSEN if partners else ""
    form = CreditRuleForm(typed(request), instance=rule, chosen=partners)
    if request.method == "POST" and form.is_valid():
        chosen = form.cleaned_data["partners"]
        try:
            once(
                sending(request),
                lambda: operations.agree(form.save(commit=False), partners=chosen, by=request.user),
                model=CreditRule,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            messages.success(request, _("The rule is agreed. Every member can read it."))
            return redirect("partners:credit", request.coalition.slug)
    status = 422 if request.method == "POST" else 200
    page = {"form": form, "rule": rule}
    return render(request, "partners/credit/rule.html", page, status=status)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, CreditRule.objects.of_coalition(request.coalition.pk), pk):
        rule = rule_of(request, pk)
        chosen = [one.organisation_id for one in rule.credited.all()]

        def make_form(data: QueryDict | None) -> CreditRuleForm:
            return CreditRuleForm(data, instance=copy(rule), chosen=chosen)

        now = timezone.now()
        record = {CreditRule: {"id": pk}, CreditedPartner: {"rule_id": pk}}
        edit = opened(request, make_form, record=record, at=now)
        if edit.may_be_saved:
            partners = edit.form.cleaned_data["partners"]
            try:
                operations.change(edit.form.save(commit=False), partners=partners, by=request.user)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                messages.success(request, _("That is saved."))
                return redirect("partners:credit", request.coalition.slug)
    return edit.page(request, "partners/credit/rule.html", {"rule": rule, "subject": rule.on_what})


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    rule = operations.retire(rule_of(request, pk), on=request.today, by=request.user)
    undo = reverse("partners:credit_restore", args=[request.coalition.slug, pk])
    said = _("The rule about “%(what)s” holds no more.") % {"what": rule.on_what}
    messages.success(request, said, extra_tags=f"undo:{undo}")
    return redirect("partners:credit", request.coalition.slug)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def restore(request: HttpRequest, pk: int) -> HttpResponse:
    try:
        rule = operations.restore(rule_of(request, pk), by=request.user)
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        said = _("The rule about “%(what)s” holds again.") % {"what": rule.on_what}
        messages.success(request, said)
    return redirect("partners:credit", request.coalition.slug)


def rule_of(request: HttpRequest, pk: int) -> CreditRule:
    return get_object_or_404(CreditRule.objects.of_coalition(request.coalition.pk).told(), pk=pk)
