"""Interests that could pull another way: declared once a year, read by few."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.pages.answers import shown
from governance.forms.power.interests import OnBehalfForm, OwnForm
from governance.models import InterestDeclaration
from governance.operations.power.interests import declare
from governance.reports.power import interests as reports
from governance.views.said import answers
from partners.models import Contact
from partners.views.editing import partner_of


@require(Permission.SEE_GOVERNANCE)
@never_cache
@require_GET
def browse(request: HttpRequest) -> HttpResponse:
    """Who has declared and who has not; what it says only for those who may read it."""
    found = reports.declarations(request.membership, on=request.today)
    return render(request, "governance/power/interests.html", {"found": found})


@require(Permission.SEE_GOVERNANCE)
@never_cache
@require_http_methods(["GET", "POST"])
def own(request: HttpRequest) -> HttpResponse:
    """By oneself, for oneself or for the organisation for which one signs."""
    day = request.today
    standpoints = reports.standpoints(request.membership)
    form = OwnForm(typed(request), standpoints=standpoints)
    if request.method == "POST" and form.is_valid():
        once(
            sending(request),
            lambda: declare(
                form.organisation, form.declared(), on=day, by=request.user, is_own_hand=True
            ),
            model=InterestDeclaration,
            at=timezone.now(),
        )
        messages.success(request, _("Thank you. It holds for a year; then we ask again."))
        return redirect("governance:interests_own", request.coalition.slug)
    status = 422 if request.method == "POST" else 200
    page = {
        "form": form,
        "standpoints": standpoints,
        "mine": reports.mine(request.membership),
        "today": day,
    }
    return render(request, "governance/power/interests_own.html", page, status=status)


@require(Permission.SEE_GOVERNANCE)
@never_cache
@require_GET
def of_partner(request: HttpRequest, pk: int) -> HttpResponse:
    organisation = partner_of(request, pk)
    page = {
        "organisation": organisation,
        "declared": reports.declared_by_partner(organisation, request.membership),
        "today": request.today,
    }
    return render(request, "governance/power/interests_partner.html", page)


@require(Permission.EDIT_GOVERNANCE)
@never_cache
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """On behalf of somebody who said it at a meeting or on paper; `?contact=12` begins with them."""
    organisation, day = partner_of(request, pk), request.today
    contacts = Contact.objects.there_now(organisation.pk)
    chosen = {"contact": request.GET.get("contact", "")}
    form = OnBehalfForm(typed(request), contacts=contacts, initial=chosen)
    answer = answers.made(
        request,
        form,
        lambda: declare(organisation, form.declared(), on=day, by=request.user),
        model=InterestDeclaration,
        said=_("The declaration is kept for a year."),
        back=lambda _made: reverse(
            "governance:partner_interests", args=[request.coalition.slug, pk]
        ),
    )
    return answer or shown(
        request, "governance/power/interest_form.html", {"form": form, "organisation": organisation}
    )
