"""The ground rules: read by everybody, kept by coordinators."""

from copy import copy

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing import holding, opened
from common.form_keys import once, sending
from common.kept import typed
from common.ordering import step_in
from common.refusal import Refusal
from governance.forms.charter.ground_rules import RuleForm
from governance.models import GroundRule
from governance.operations.charter import ground_rules as operations
from governance.reports.charter.rules import ground_rules, readers_of
from governance.views.said import done, pressed, today


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest) -> HttpResponse:
    page = {"ground_rules": ground_rules(request.membership)}
    if request.membership.may(Permission.EDIT_GOVERNANCE):
        page["readers"] = readers_of(request.coalition.pk)
    return render(request, "governance/charter/rules.html", page)


@require(Permission.SEE_GOVERNANCE)
@require_POST
def acknowledge(request: HttpRequest) -> HttpResponse:
    try:
        operations.read_rules(request.membership, at=timezone.now())
    except Refusal as reason:
        messages.warning(request, str(reason))
    else:
        messages.success(request, _("Thank you. That is kept."))
    return redirect("governance:ground_rules", request.coalition.slug)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def fill(request: HttpRequest) -> HttpResponse:
    number = operations.fill_rules(request.coalition, by=request.user, at=timezone.now())
    if number:
        done(request, _("Change them as you like: they are yours now."))
    return redirect("governance:ground_rules", request.coalition.slug)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    form = RuleForm(typed(request), instance=GroundRule(coalition=request.coalition))
    if request.method == "POST" and form.is_valid():
        now = timezone.now()
        try:
            once(
                sending(request),
                lambda: operations.add_rule(
                    request.coalition, form.wording(), by=request.user, at=now
                ),
                model=GroundRule,
                at=now,
            )
        except Refusal as reason:
            form.add_error("words", str(reason))
        else:
            done(request, _("The rule is added."))
            return redirect("governance:ground_rules", request.coalition.slug)
    status = 422 if form.errors else 200
    return render(request, "governance/charter/rule.html", {"form": form}, status=status)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, rules_of(request), pk):
        rule = rule_of(request, pk)

        def make_form(data: QueryDict | None) -> RuleForm:
            return RuleForm(data, instance=copy(rule))

        now = timezone.now()
        edit = opened(request, make_form, record={GroundRule: {"id": pk}}, at=now)
        if edit.may_be_saved:
            means_more = edit.form.cleaned_data["means_more"]
            try:
                operations.edit_rule(
                    rule, edit.form.wording(), means_more=means_more, by=request.user, at=now
                )
            except Refusal as reason:
                edit.form.add_error("words", str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("The rule is saved."))
                return redirect("governance:ground_rules", request.coalition.slug)
    page = {"rule": rule, "subject": rule.words}
    return edit.page(request, "governance/charter/rule.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """One place for one press: pressed twice in a hurry it moves once."""
    rule = rule_of(request, pk)
    step = step_in(request)
    once(
        sending(request),
        lambda: operations.move_rule(rule, step=step, by=request.user),
        model=GroundRule,
        at=timezone.now(),
    )
    return redirect("governance:ground_rules", request.coalition.slug)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    rule = rule_of(request, pk)
    return pressed(
        request,
        lambda: operations.retire_rule(rule, on=today(request), by=request.user),
        said=_("“%(rule)s” is no rule any more.") % {"rule": rule},
        back=reverse("governance:ground_rules", args=[request.coalition.slug]),
    )


def rules_of(request: HttpRequest) -> QuerySet[GroundRule]:
    return GroundRule.objects.of_coalition(request.coalition.pk)


def rule_of(request: HttpRequest, pk: int) -> GroundRule:
    return get_object_or_404(rules_of(request), pk=pk)
