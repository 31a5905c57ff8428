from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts import operations
from accounts.forms import CoalitionForm, FoundingForm, SecondFactorRolesForm
from accounts.models import Coalition, Membership
from accounts.permissions import Permission, require, signed_in
from accounts.reports import second_factor_census
from common.editing.edits import as_saved, holding_row, opened
from common.editing.expired_sign_in import typed
from common.editing.form_keys import made_by, once, sending
from common.history.tracking import recording
from common.refusal import Refusal


@signed_in
@require_GET
def choose(request: HttpRequest) -> HttpResponse:
    """Somebody with one coalition goes straight there; `?all` shows the list all the same."""
    memberships = list(Membership.objects.for_switching(request.user))
    if len(memberships) == 1 and "all" not in request.GET:
        return redirect(memberships[0].coalition)
    coming = Membership.objects.coming(request.user)
    return render(
        request, "accounts/coalitions.html", {"memberships": memberships, "coming": coming}
    )


@signed_in
@require_http_methods(["GET", "POST"])
def found(request: HttpRequest) -> HttpResponse:
    new = Coalition(time_zone=request.user.time_zone or settings.TIME_ZONE)
    form = FoundingForm(typed(request), instance=new)
    if request.method == "POST" and (membership := _founded(request, form)):
        messages.success(request, _("Your coalition is founded. You are its administrator."))
        return redirect(membership.coalition)
    return render(request, "accounts/found.html", {"form": form})


def _founded(request: HttpRequest, form: FoundingForm) -> Membership | None:
    """A second press finds its address taken, by what the first one founded."""
    sent = sending(request)
    if not form.is_valid():
        return made_by(sent, Membership)
    return once(
        sent,
        lambda: operations.found_coalition(
            form.save(commit=False), by=request.user, on=request.today
        ),
        model=Membership,
        at=timezone.now(),
    )


@signed_in
@require_GET
def suggest_address(request: HttpRequest) -> HttpResponse:
    """Said beneath the field, never written into it: somebody may be typing there."""
    address = Coalition.objects.address_for(request.GET.get("name", ""))
    return render(request, "accounts/address_hint.html", {"address": address})


@require(Permission.EDIT_COALITION)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest) -> HttpResponse:
    pk = request.coalition.pk
    with holding_row(request, request.coalition):
        coalition = as_saved(request.coalition)  # the heading keeps the saved name

        def make_form(data: QueryDict | None) -> CoalitionForm:
            return CoalitionForm(data, instance=coalition)

        now = timezone.now()
        edit = opened(request, make_form, record={Coalition: {"id": pk}}, at=now)
        if edit.may_be_saved:
            with recording("coalition.edited", by=request.user):
                edit.form.save()
            edit.saved(request, at=now)
            messages.success(request, _("Saved."))
            return redirect("accounts:coalition_settings", coalition.slug)
    page = {"subject": request.coalition.name}
    return edit.page(request, "accounts/coalition_settings.html", page)


@require(Permission.EDIT_COALITION)
@require_http_methods(["GET", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """For which roles the coalition opens only with a second factor."""
    pk = request.coalition.pk
    with holding_row(request, request.coalition):
        coalition = as_saved(request.coalition)
        as_is = {"roles": coalition.second_factor_for}

        def make_form(data: QueryDict | None) -> SecondFactorRolesForm:
            return SecondFactorRolesForm(data, initial=as_is)

        now = timezone.now()
        edit = opened(request, make_form, record={Coalition: {"id": pk}}, at=now)
        if edit.may_be_saved:
            try:
                operations.require_second_factor(
                    coalition, by=request.user, **edit.form.cleaned_data
                )
            except Refusal as reason:
                edit.form.add_error("roles", str(reason))
            else:
                edit.saved(request, at=now)
                messages.success(request, _("Saved."))
                return redirect("accounts:coalition_second_factor", coalition.slug)
    page = {"census": second_factor_census(coalition), "subject": coalition.name}
    return edit.page(request, "accounts/second_factor_roles.html", page)
