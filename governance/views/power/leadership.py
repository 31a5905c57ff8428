"""How widely the lead of bodies must be shared, how widely it is, and why where it is not."""

from copy import copy

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, holding_row, opened
from common.refusal import Refusal
from governance.forms.power.leadership import AllowForm, OwnRuleForm, RuleForm
from governance.models import Body, LeadershipOverride, LeadershipRule
from governance.models.power.leadership import USUAL_SECTORS
from governance.operations.power import leadership as operations
from governance.reports.power.leadership import lead_of, leads_seen_by
from governance.views.bodies.bodies import body_of
from governance.views.said import done, pressed


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    leads = leads_seen_by(request.membership, on=request.today)
    page = {
        "rule": LeadershipRule.objects.of_the_whole(request.coalition.pk),
        "broken": [one for one in leads if one.is_broken and not one.is_unled],
        "unled": [one for one in leads if one.is_unled],
        "kept": [one for one in leads if one.asked and not one.is_broken],
        "free": [one for one in leads if not one.asked],
        "usual": USUAL_SECTORS,
        "today": request.today,
    }
    return render(request, "governance/power/leadership.html", page)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    body = body_of(request, pk)
    page = {
        "body": body,
        "lead": lead_of(body, on=request.today),
        "own": LeadershipRule.objects.own_of(body),
        "past": LeadershipOverride.objects.past_of(body),
        "today": request.today,
    }
    return render(request, "governance/power/body_leadership.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def rule(request: HttpRequest) -> HttpResponse:
    """The coalition's rule."""
    coalition = request.coalition
    with holding_row(request, coalition):
        kept = LeadershipRule.objects.of_the_whole(coalition.pk) or LeadershipRule(
            coalition=coalition, body_kinds=[Body.Kind.STEERING, Body.Kind.WORKING_GROUP]
        )

        def make_form(data: QueryDict | None) -> RuleForm:
            return RuleForm(data, instance=copy(kept))

        now = timezone.now()
        edit = opened(request, make_form, record={LeadershipRule: {"id": kept.pk or 0}}, at=now)
        if edit.may_be_saved and _saved(request, edit.form, body=None):
            edit.saved(request, at=now)
            done(request, _("That is your rule now."))
            return redirect("governance:leadership", coalition.slug)
    page = {"subject": _("How the lead is shared")}
    return edit.page(request, "governance/power/leadership_rule.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def own_rule(request: HttpRequest, pk: int) -> HttpResponse:
    """The rule of one body."""
    with holding(request, Body.objects.visible_to(request.membership), pk):
        body = body_of(request, pk)
        own = LeadershipRule.objects.own_of(body)
        kept = own or LeadershipRule(coalition=request.coalition, body=body)

        def make_form(data: QueryDict | None) -> OwnRuleForm:
            return OwnRuleForm(data, instance=copy(kept))

        now = timezone.now()
        edit = opened(request, make_form, record={LeadershipRule: {"id": kept.pk or 0}}, at=now)
        if edit.may_be_saved and _saved(request, edit.form, body=body):
            edit.saved(request, at=now)
            done(request, _("That is the rule here now."))
            return redirect("governance:body_leadership", request.coalition.slug, pk)
    page = {"subject": body.name, "body": body, "own": own}
    return edit.page(request, "governance/power/leadership_rule.html", page)


def _saved(request: HttpRequest, form: OwnRuleForm, *, body: Body | None) -> bool:
    try:
        operations.set_rule(
            request.coalition,
            form.values(),
            body=body,
            on=request.today,
            by=request.user,
            reason=form.cleaned_data["reason"],
        )
    except Refusal as reason:
        form.add_error("reason", str(reason))
        return False
    return True


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def drop_own_rule(request: HttpRequest, pk: int) -> HttpResponse:
    body = body_of(request, pk)
    return pressed(
        request,
        lambda: operations.drop_own_rule(body, on=request.today, by=request.user),
        said=_("The coalition's rule holds here now."),
        back=reverse("governance:body_leadership", args=[request.coalition.slug, pk]),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def allow(request: HttpRequest, pk: int) -> HttpResponse:
    """Why the body is led by fewer sectors for now."""
    day = request.today
    with holding(request, Body.objects.visible_to(request.membership), pk):
        body = body_of(request, pk)
        lead = lead_of(body, on=day)
        kept = lead.override or LeadershipOverride(coalition=request.coalition, body=body)

        def make_form(data: QueryDict | None) -> AllowForm:
            return AllowForm(data, instance=copy(kept), today=day)

        now = timezone.now()
        record = {LeadershipOverride: {"id": kept.pk or 0}}
        edit = opened(request, make_form, record=record, at=now)
        if edit.may_be_saved:
            told = edit.form.cleaned_data
            try:
                operations.allow_break(body, on=day, by=request.user, **told)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("The reason stands on the body's page, for everybody to see."))
                return redirect("governance:body_leadership", request.coalition.slug, pk)
    page = {"subject": body.name, "body": body, "lead": lead}
    return edit.page(request, "governance/power/allow.html", page)
