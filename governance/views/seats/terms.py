"""Who holds a seat: seated, corrected, handed over, ended early, called off."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.edits import holding, opened
from common.editing.expired_sign_in import typed
from common.editing.form_keys import once, sending
from common.refusal import Refusal
from governance.forms.seats.terms import EndForm, HandOverForm, HoldForm, TermForm
from governance.models import RoleAssignment
from governance.operations.seats import answers
from governance.operations.seats import terms as operations
from governance.views.said import done, pressed
from governance.views.seats.choosing import Meant, meant
from governance.views.seats.finding import seat_of, seated

ONE_DAY = timedelta(days=1)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def hold(request: HttpRequest, pk: int) -> HttpResponse:
    """An organisation takes the seat; who of them may be named later."""
    seat = seat_of(request, pk)
    found = meant(request, typed(request) or request.GET)
    on = request.today
    form = _asked(request, HoldForm, found, is_leading=seat.is_leading, starts_on=on)
    if request.method == "POST" and _is_whole(form, found):
        made = _made(
            request,
            form,
            lambda: operations.hold(
                seat, form.holding(), by=request.user, on=on, why_unshared=form.why
            ),
        )
        if made:
            return redirect(seat)
    return _answer(request, "governance/seats/hold.html", form, found, {"seat": seat})


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """The next one begins, and this one has ended the day before, in one step."""
    role = seated(request, pk)
    found = meant(request, typed(request) or request.GET)
    first = _next_day(role, request)
    form = _asked(request, HandOverForm, found, is_leading=role.seat.is_leading, starts_on=first)
    if request.method == "POST" and _is_whole(form, found):
        reason = form.cleaned_data["reason"]
        made = _made(
            request,
            form,
            lambda: operations.hand_over(
                role,
                form.holding(),
                reason=reason,
                by=request.user,
                on=request.today,
                why_unshared=form.why,
            ),
        )
        if made:
            return redirect(role.seat)
    page = {"seat": role.seat, "role": role}
    return _answer(request, "governance/seats/hold.html", form, found, page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, RoleAssignment.objects.visible_to(request.membership), pk):
        role = seated(request, pk)

        def make_form(data: QueryDict | None) -> TermForm:
            return TermForm.over(role, data)

        now = timezone.now()
        edit = opened(request, make_form, record={RoleAssignment: {"id": pk}}, at=now)
        if edit.may_be_saved:
            try:
                operations.change_term(
                    role,
                    edit.form.holding(),
                    by=request.user,
                    on=request.today,
                    why_unshared=edit.form.why,
                )
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("The term is saved."))
                return redirect(role)
    page = {"role": role, "subject": str(role)}
    return edit.page(request, "governance/seats/term_edit.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, RoleAssignment.objects.visible_to(request.membership), pk):
        role, on = seated(request, pk), request.today

        def make_form(data: QueryDict | None) -> EndForm:
            return EndForm(
                data, is_leading=role.seat.is_leading, initial=EndForm.shown(role, on=on)
            )

        now = timezone.now()
        edit = opened(request, make_form, record={RoleAssignment: {"id": pk}}, at=now)
        if edit.may_be_saved:
            try:
                operations.end_early(role, **edit.form.cleaned_data, by=request.user, on=on)
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("The term ends earlier."))
                return redirect(role)
    return edit.page(request, "governance/seats/end.html", {"role": role, "subject": str(role)})


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def call_off(request: HttpRequest, pk: int) -> HttpResponse:
    role = seated(request, pk)
    on = request.today
    return pressed(
        request,
        lambda: operations.call_off(role, on=on, by=request.user),
        said=_("The term does not begin."),
        back=role.seat.get_absolute_url(),
    )


# ---------------------------------------------------------------- the form with its organisation


def _asked(
    request: HttpRequest, form: type[HoldForm], found: Meant, *, is_leading: bool, **initial: Any
) -> HoldForm:
    """As it was sent; or new, with what the address says of it."""
    organisation = found.organisation
    told = {name: request.GET[name] for name in ("starts_on", "ends_on") if request.GET.get(name)}
    if organisation:
        told |= {"partner": organisation.name, "organisation_id": organisation.pk}
    return form(
        typed(request), organisation=organisation, is_leading=is_leading, initial=initial | told
    )


def _is_whole(form: HoldForm, found: Meant) -> bool:
    is_fine = form.is_valid()
    if found.organisation is None:
        form.add_error("partner", found.offers.words if found.offers else _("Which organisation?"))
        return False
    return is_fine


def _made(
    request: HttpRequest, form: HoldForm, make: Callable[[], RoleAssignment]
) -> RoleAssignment | None:
    """Seated, said, and written to if that was asked for; None when it is refused."""
    now = timezone.now()
    try:
        role = once(sending(request), make, model=RoleAssignment, at=now)
    except Refusal as reason:
        form.add_error(None, str(reason))
        return None
    told = {"who": role.holder, "seat": role.place}
    done(request, _("%(who)s takes the seat “%(seat)s”.") % told)
    if form.cleaned_data["writes"]:
        _write(request, role)
    return role


def _write(request: HttpRequest, role: RoleAssignment) -> None:
    try:
        answers.ask(role, by=request.user, at=timezone.now())
    except Refusal as reason:
        words = _("No letter left: %(reason)s You can write later.") % {"reason": reason}
        messages.info(request, words)


def _next_day(role: RoleAssignment, request: HttpRequest) -> Any:
    return role.ends_on + ONE_DAY if role.ends_on else request.today


def _answer(
    request: HttpRequest, template: str, form: HoldForm, found: Meant, page: dict[str, Any]
) -> HttpResponse:
    page = {"form": form, "meant": found, **page}
    status = 422 if request.method == "POST" else 200
    return render(request, template, page, status=status)
