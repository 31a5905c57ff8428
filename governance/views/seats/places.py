"""The seats of a body: listed, added, described, put in order, closed and opened again; one seat's page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from accounts.permissions import Permission, require
from common.editing.expired_sign_in import typed
from common.pages.answers import moved, shown
from governance.forms.seats.places import CloseSeatForm, NewSeatsForm, SeatEditForm
from governance.models import Seat
from governance.operations.seats import places as operations
from governance.reports.seats.page import seat_page
from governance.reports.seats.standing import seats_of
from governance.reports.seats.timeline import timeline
from governance.views.said import answers, pressed
from governance.views.seats.finding import body_of, seat_of


@require(Permission.SEE_GOVERNANCE)
@require_GET
def of_body(request: HttpRequest, pk: int) -> HttpResponse:
    body, on = body_of(request, pk), request.today
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
    body = body_of(request, pk)
    form = NewSeatsForm(typed(request), body=body)
    answer = answers.made(
        request,
        form,
        lambda: operations.add_seats(body, form.places(), by=request.user)[0],
        model=Seat,
        said=_("The seats stand at the end of the list."),
        back=_seats(request, pk),
    )
    return answer or shown(request, "governance/seats/add.html", {"body": body, "form": form})


@require(Permission.SEE_GOVERNANCE)
@require_GET
def show(request: HttpRequest, pk: int) -> HttpResponse:
    page = seat_page(seat_of(request, pk), membership=request.membership, on=request.today)
    return render(request, "governance/seats/seat.html", {"page": page, "seat": page.seat})


@require(Permission.EDIT_GOVERNANCE)
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: int) -> HttpResponse:
    on = request.today
    return answers.changed(
        request,
        Seat.objects.visible_to(request.membership).told(),
        pk,
        make_form=lambda data, seat: SeatEditForm(
            data, body=seat.body, sector=seat.sector, initial=SeatEditForm.shown(seat)
        ),
        save=lambda seat, form: operations.edit_seat(
            seat, form.place(), on=on, by=request.user, why_unshared=form.why
        ),
        template="governance/seats/edit.html",
        said=_("The seat is saved."),
        back=lambda seat: seat.get_absolute_url(),
        more=lambda seat: {"seat": seat, "subject": seat.title},
    )


@require(Permission.EDIT_GOVERNANCE)
@require_POST
def move(request: HttpRequest, pk: int) -> HttpResponse:
    seat = seat_of(request, pk)
    return moved(
        request,
        seat,
        lambda step: operations.move_seat(seat, step=step, by=request.user),
        back=_seats(request, seat.body_id),
    )


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
    return shown(request, "governance/seats/close.html", {"seat": seat, "form": form})


def _closing(seat: Seat, form: CloseSeatForm, request: HttpRequest) -> Callable[[], object]:
    reason = form.cleaned_data["reason"]
    return lambda: operations.close_seat(seat, reason=reason, on=request.today, by=request.user)


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


def _seats(request: HttpRequest, body: int) -> str:
    return reverse("governance:body_seats", args=[request.coalition.slug, body])
