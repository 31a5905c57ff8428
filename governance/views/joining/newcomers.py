"""Everybody who is coming in, and the checklist of one."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.refusal import Refusal
from governance.forms.joining.steps import FinishForm, ItemForm, TickForm
from governance.models import Onboarding, OnboardingItem
from governance.operations.joining import onboardings as operations
from governance.reports.joining.checklist import checklist_of
from governance.reports.joining.joined import day_joined
from governance.reports.joining.newcomers import newcomers
from governance.reports.joining.trainings import trainings_of
from governance.views.said import done, pressed
from partners.views.editing import partner_of


@require(Permission.SEE_GOVERNANCE)
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    found = newcomers(request.membership, on=request.today)
    page = {"found": found, "today": request.today}
    return render(request, "governance/joining/newcomers.html", page)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def of_partner(request: HttpRequest, pk: int) -> HttpResponse:
    """The checklist of one partner; those before it, if they came more than once; their trainings."""
    organisation, day = partner_of(request, pk), request.today
    lists = list(Onboarding.objects.of_partner(organisation).with_whom().newest_first())
    standing = next((one for one in lists if one.is_open), lists[0] if lists else None)
    page = {
        "organisation": organisation,
        "joined_on": day_joined(organisation),
        "shown": checklist_of(standing, membership=request.membership, on=day)
        if standing
        else None,
        "earlier": [one for one in lists if one != standing],
        "trainings": trainings_of(organisation),
        "today": day,
        "item_form": ItemForm(),
        "finish_form": FinishForm(),
    }
    return render(request, "governance/joining/partner.html", page)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The checklist of a person; that of a partner stands on the partner's own page."""
    onboarding, day = onboarding_of(request, pk), request.today
    if onboarding.organisation_id and onboarding.is_open:
        return redirect(onboarding)
    page = {
        "shown": checklist_of(onboarding, membership=request.membership, on=day),
        "today": day,
        "item_form": ItemForm(),
        "finish_form": FinishForm(),
    }
    return render(request, "governance/joining/checklist_page.html", page)


# ---------------------------------------------------------------- start and end


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def start(request: HttpRequest, pk: int) -> HttpResponse:
    """For a partner."""
    organisation = partner_of(request, pk)
    return _started(
        request,
        lambda: operations.start_for_partner(
            organisation, by=request.user, on=request.today, at=timezone.now()
        ),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def start_member(request: HttpRequest, pk: int) -> HttpResponse:
    membership = get_object_or_404(request.coalition.members.with_people(), pk=pk)
    return _started(
        request,
        lambda: operations.start_for_member(
            membership, by=request.user, on=request.today, at=timezone.now()
        ),
    )


def _started(request: HttpRequest, start_it: Callable[[], Onboarding]) -> HttpResponse:
    try:
        made = start_it()
    except Refusal as reason:
        messages.warning(request, str(reason))
        return redirect("governance:joining", request.coalition.slug)
    done(request, _("The checklist of %(name)s is started.") % {"name": made})
    return redirect(made)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    onboarding, form = onboarding_of(request, pk), FinishForm(request.POST)
    because = form.cleaned_data["because"] if form.is_valid() else ""
    return pressed(
        request,
        lambda: operations.finish(onboarding, because=because, by=request.user, on=request.today),
        said=_("The checklist of %(name)s is finished.") % {"name": onboarding},
        back=onboarding.get_absolute_url(),
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    onboarding = onboarding_of(request, pk)
    return pressed(
        request,
        lambda: operations.reopen(onboarding, by=request.user),
        said=_("The checklist of %(name)s is open again.") % {"name": onboarding},
        back=onboarding.get_absolute_url(),
    )


# ---------------------------------------------------------------- items


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add_item(request: HttpRequest, pk: int) -> HttpResponse:
    onboarding = onboarding_of(request, pk)
    form = ItemForm(typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            once(
                sending(request),
                lambda: operations.add_item(onboarding, **form.cleaned_data, by=request.user),
                model=OnboardingItem,
                at=timezone.now(),
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            done(request, _("It is on the checklist."))
            return redirect(onboarding)
    status = 422 if request.method == "POST" else 200
    page = {"onboarding": onboarding, "form": form}
    return render(request, "governance/joining/item_add.html", page, status=status)


@require(Permission.SEE_GOVERNANCE)
@require_POST
def tick(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """By who keeps governance; by newcomers themselves, what is theirs. Today, unless a day is told."""
    row, form, day = item_of(request, pk, item), TickForm(request.POST), request.today
    if not form.is_valid():
        messages.warning(request, _("That is no day we can read. Nothing was ticked."))
        return redirect(row.onboarding)
    done_on, now = form.day(today=day), timezone.now()
    return pressed(
        request,
        lambda: operations.tick(row, done_on=done_on, by=request.user, at=now, on=day),
        said=_("Ticked: %(what)s.") % {"what": row},
        back=row.onboarding.get_absolute_url(),
    )


@require(Permission.SEE_GOVERNANCE)
@require_POST
def clear(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    row = item_of(request, pk, item)
    return pressed(
        request,
        lambda: operations.clear(row, by=request.user),
        said=_("Open again: %(what)s.") % {"what": row},
        back=row.onboarding.get_absolute_url(),
    )


# ---------------------------------------------------------------- what they share


def onboarding_of(request: HttpRequest, pk: int) -> Onboarding:
    rows = Onboarding.objects.visible_to(request.membership).with_whom()
    return get_object_or_404(rows, pk=pk)


def item_of(request: HttpRequest, pk: int, item: int) -> OnboardingItem:
    """One that this member may tick."""
    rows = OnboardingItem.objects.tickable_by(request.membership).of(pk)
    return get_object_or_404(rows.with_newcomers(), pk=item)
