"""The seats of a body: listed, added, described, put in order, closed and opened again; one seat's page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing import holding, opened
from common.form_keys import once, sending
from common.kept import typed
from common.ordering import step_in
from common.refusal import Refusal
from governance.forms.seats.places import CloseSeatForm, NewSeatsForm, SeatEditForm
from governance.models import Seat
from governance.operations.seats import places as operations
from governance.reports.seats.page import seat_page
from governance.reports.seats.standing import seats_of
from governance.reports.seats.timeline import timeline
from governance.views.said import done, pressed, today
from governance.views.seats.finding import body_of, seat_of


@require(Permission.SEE_GOVERNANCE)
@require_GET
def of_body(request: HttpRequest, pk: int) -> HttpResponse:
    body, on = body_of(request, pk), today(request)
    standings = seats_of(body, on=on)
    current = [one for one in standings if not one.seat.is_closed]
    page = {
        "body": body,
        "picture": timeline(current, on=on),
        "closed": [one for one in standings if one.seat.is_closed],
        "vacant": sum(one.is_vacant for one in current),
    }
    return render(request, "governance/seats/of_body.html", page)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int) -> HttpResponse:
    body, now = body_of(request, pk), timezone.now()
    form = NewSeatsForm(typed(request), body=body)
    if request.method == "POST" and form.is_valid():
        try:
            once(
                sending(request),
                lambda: operations.add_seats(body, form.places(), by=request.user)[0],
                model=Seat,
                at=now,
            )
        except Refusal as reason:
            form.add_error(None, str(reason))
        else:
            done(request, _("The seats stand at the end of the list."))
            return redirect("governance:body_seats", request.coalition.slug, pk)
    page = {"body": body, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "governance/seats/add.html", page, status=status)


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    page = seat_page(seat_of(request, pk), membership=request.membership, on=today(request))
    return render(request, "governance/seats/seat.html", {"page": page, "seat": page.seat})


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    with holding(request, Seat.objects.visible_to(request.membership), pk):
        seat = seat_of(request, pk)

        def make_form(data: QueryDict | None) -> SeatEditForm:
            shown = SeatEditForm.shown(seat)
            return SeatEditForm(data, body=seat.body, sector=seat.sector, initial=shown)

        now = timezone.now()
        edit = opened(request, make_form, record={Seat: {"id": pk}}, at=now)
        if edit.may_be_saved:
            try:
                operations.edit_seat(
                    seat,
                    edit.form.place(),
                    on=today(request),
                    by=request.user,
                    why_unshared=edit.form.why,
                )
            except Refusal as reason:
                edit.form.add_error(None, str(reason))
            else:
                edit.saved(request, at=now)
                done(request, _("The seat is saved."))
                return redirect(seat)
    return edit.page(request, "governance/seats/edit.html", {"seat": seat, "subject": seat.title})


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """One place for one press: pressed twice in a hurry it moves once."""
    seat = seat_of(request, pk)
    step = step_in(request)
    once(
        sending(request),
        lambda: operations.move_seat(seat, step=step, by=request.user),
        model=Seat,
        at=timezone.now(),
    )
    return redirect("governance:body_seats", request.coalition.slug, seat.body_id)


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def close(request: HttpRequest, pk: int) -> HttpResponse:
    seat = seat_of(request, pk)
    form = CloseSeatForm(typed(request))
    if request.method == "POST" and form.is_valid():
        return pressed(
            request,
            _closing(seat, form, request),
            said=_("“%(seat)s” is closed.") % {"seat": seat.title},
            back=seat.get_absolute_url(),
        )
    page = {"seat": seat, "form": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "governance/seats/close.html", page, status=status)


def _closing(seat: Seat, form: CloseSeatForm, request: HttpRequest) -> Callable[[], object]:
    reason = form.cleaned_data["reason"]
    return lambda: operations.close_seat(seat, reason=reason, on=today(request), by=request.user)


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    seat = seat_of(request, pk)
    return pressed(
        request,
        lambda: operations.reopen_seat(seat, by=request.user),
        said=_("“%(seat)s” is open again.") % {"seat": seat.title},
        back=seat.get_absolute_url(),
    )
