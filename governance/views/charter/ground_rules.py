"""The ground rules: read by everybody, kept by coordinators."""

from copy import copy

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.pages.answers import moved, shown
from common.refusal import Refusal
from governance.forms.charter.ground_rules import RuleForm
from governance.models import GroundRule
from governance.operations.charter import ground_rules as operations
from governance.reports.charter.rules import ground_rules, readers_of
from governance.views.said import answers, done, pressed


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
    form, now = (
        RuleForm(typed(request), instance=GroundRule(coalition=request.coalition)),
        timezone.now(),
    )
    answer = answers.made(
        request,
        form,
        lambda: operations.add_rule(request.coalition, form.wording(), by=request.user, at=now),
        model=GroundRule,
        said=_("The rule is added."),
        back=_rules(request),
        refused_at="words",
    )
    return answer or shown(request, "governance/charter/rule.html", {"form": form})


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    def save(rule: GroundRule, form: RuleForm) -> None:
        means_more, now = form.cleaned_data["means_more"], timezone.now()
        operations.edit_rule(rule, form.wording(), means_more=means_more, by=request.user, at=now)

    return answers.changed(
        request,
        rules_of(request),
        pk,
        make_form=lambda data, rule: RuleForm(data, instance=copy(rule)),
        save=save,
        template="governance/charter/rule.html",
        said=_("The rule is saved."),
        back=_rules(request),
        more=lambda rule: {"rule": rule, "subject": rule.words},
        refused_at="words",
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    rule = rule_of(request, pk)
    return moved(
        request,
        rule,
        lambda step: operations.move_rule(rule, step=step, by=request.user),
        back=_rules(request),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    rule = rule_of(request, pk)
    return pressed(
        request,
        lambda: operations.retire_rule(rule, on=request.today, by=request.user),
        said=_("“%(rule)s” is no rule any more.") % {"rule": rule},
        back=_rules(request),
    )


def rules_of(request: HttpRequest) -> QuerySet[GroundRule]:
    return GroundRule.objects.of_coalition(request.coalition.pk)


def rule_of(request: HttpRequest, pk: int) -> GroundRule:
    return get_object_or_404(rules_of(request), pk=pk)


def _rules(request: HttpRequest) -> str:
    return reverse("governance:ground_rules", args=[request.coalition.slug])
