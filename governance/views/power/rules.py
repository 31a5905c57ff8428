"""How each kind of decision is made, with every version that was ever stored."""

from copy import copy
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.pages.answers import shown
from common.pages.ordering import EARLIER, LATER
from governance.forms.power.rules import KindForm, RuleForm
from governance.models import Body, DecisionKind, DecisionRule
from governance.operations.power import rules as operations
from governance.reports.power.rules import rule_for, rules_in, rules_in_force, versions
from governance.reports.power.wording import GRADIENTS, in_words
from governance.views.bodies.bodies import body_of
from governance.views.power.shared import body_asked
from governance.views.said import answers, done, pressed


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    """Every kind of decision, with the bodies that decide otherwise."""
    kinds = rules_in_force(request.membership, on=request.today)
    told = [
        (
            one,
            in_words(one.common) if one.common else None,
            [(rule, in_words(rule)) for rule in one.own],
        )
        for one in kinds
    ]
    page = {
        "kinds": told,
        "retired": DecisionKind.objects.of_coalition(request.coalition.pk).retired(),
        "bodies": Body.objects.visible_to(request.membership).standing(),
        "gradients": GRADIENTS,
    }
    return render(request, "governance/power/rules.html", page)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def in_body(request: HttpRequest, pk: int) -> HttpResponse:
    """Every kind of decision as it is made in one body: by its own rule, or by the coalition's."""
    body = body_of(request, pk)
    told = [
        (one, in_words(one.rule) if one.rule else None) for one in rules_in(body, on=request.today)
    ]
    page = {"body": body, "kinds": told, "gradients": GRADIENTS}
    return render(request, "governance/power/body_rules.html", page)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One kind, with every version of its rules."""
    kind, day = kind_of(request, pk), request.today
    told = [(one, in_words(one.rule)) for one in versions(kind, request.membership, on=day)]
    page = {"kind": kind, "versions": told, "today": day}
    return render(request, "governance/power/kind.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def store(request: HttpRequest, pk: int) -> HttpResponse:
    """The next version; `?body=12` begins with what holds there."""
    kind, day = kind_of(request, pk), request.today
    form = _next_rule(request, kind, day)

    def make() -> DecisionRule:
        return operations.store_rule(
            kind,
            form.terms(),
            body=form.body,
            valid_from=form.valid_from,
            on=day,
            at=timezone.now(),
            by=request.user,
        )

    answer = answers.made(
        request,
        form,
        make,
        model=DecisionRule,
        said=_("The rule is stored."),
        back=lambda _rule: reverse("governance:decision_kind", args=[request.coalition.slug, pk]),
    )
    return answer or shown(
        request,
        "governance/power/rule_form.html",
        {"form": form, "kind": kind, "holds": form.initial["valid_from"] > day},
    )


def _next_rule(request: HttpRequest, kind: DecisionKind, day: date) -> RuleForm:
    """Filled with what holds today where the rule is asked for, from the first day that is free there."""
    body, common = body_asked(request), DecisionRule.objects.common
    now = rule_for(body, kind, on=day) if body else common(kind, on=day)
    begins = operations.first_day(kind, body, on=day)
    return RuleForm(
        typed(request),
        bodies=Body.objects.visible_to(request.membership).standing(),
        initial={**operations.first_terms(now), "body": body, "valid_from": begins},
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    rules = DecisionRule.objects.of_coalition(request.coalition.pk)
    rule = get_object_or_404(rules, pk=pk)
    return pressed(
        request,
        lambda: operations.withdraw_rule(rule, on=request.today, by=request.user),
        said=_("That version is withdrawn. It stays readable."),
        back=reverse("governance:decision_kind", args=[request.coalition.slug, rule.kind_id]),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def fill(request: HttpRequest) -> HttpResponse:
    count = operations.fill_kinds(
        request.coalition, on=request.today, at=timezone.now(), by=request.user
    )
    said = ngettext(
        "One kind of decision is new. Look at its rule together.",
        "%(n)d kinds of decisions are new. Look at their rules together.",
        count,
    )
    if count:
        done(request, said % {"n": count})
    return redirect("governance:rules", request.coalition.slug)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add_kind(request: HttpRequest) -> HttpResponse:
    form = KindForm(typed(request), instance=DecisionKind(coalition=request.coalition))

    def make() -> DecisionKind:
        return operations.add_kind(request.coalition, by=request.user, **form.cleaned_data)

    answer = answers.made(
        request,
        form,
        make,
        model=DecisionKind,
        said=_("The kind is on your list. Now say how it is decided."),
        back=lambda kind: reverse(
            "governance:decision_kind", args=[request.coalition.slug, kind.pk]
        ),
    )
    return answer or shown(
        request,
        "governance/power/kind_form.html",
        {
            "form": form,
        },
    )


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit_kind(request: HttpRequest, pk: int) -> HttpResponse:
    return answers.changed(
        request,
        DecisionKind.objects.of_coalition(request.coalition.pk),
        pk,
        make_form=lambda data, kind: KindForm(data, instance=copy(kind)),
        save=lambda kind, form: operations.edit_kind(kind, by=request.user, **form.cleaned_data),
        template="governance/power/kind_form.html",
        said=_("That is saved."),
        back=reverse("governance:decision_kind", args=[request.coalition.slug, pk]),
        more=lambda kind: {"kind": kind, "subject": kind.name},
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def retire_kind(request: HttpRequest, pk: int) -> HttpResponse:
    kind = kind_of(request, pk)
    return pressed(
        request,
        lambda: operations.retire_kind(kind, on=request.today, by=request.user),
        said=_("It is on your list no more. Its rules stay readable."),
        back=reverse("governance:rules", args=[request.coalition.slug]),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def restore_kind(request: HttpRequest, pk: int) -> HttpResponse:
    kind = kind_of(request, pk)
    return pressed(
        request,
        lambda: operations.retire_kind(kind, on=None, by=request.user),
        said=_("It is on your list again."),
        back=reverse("governance:rules", args=[request.coalition.slug]),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def move_kind(request: HttpRequest, pk: int) -> HttpResponse:
    """One place for one press: pressed twice in a hurry it moves once."""
    kind = kind_of(request, pk)
    step = EARLIER if request.POST.get("to") == "up" else LATER
    once(
        sending(request),
        lambda: operations.move_kind(kind, step=step, by=request.user),
        model=DecisionKind,
        at=timezone.now(),
    )
    return redirect("governance:rules", request.coalition.slug)


def kind_of(request: HttpRequest, pk: int) -> DecisionKind:
    return get_object_or_404(DecisionKind.objects.of_coalition(request.coalition.pk), pk=pk)
