"""The rows behind an address of seats, for whoever may read of them; and saying what was done."""

from django.contrib import messages
from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from accounts.permissions import Permission
from governance.models import Body, RoleAssignment, Seat
from governance.views import said


def body_of(request: HttpRequest, pk: int) -> Body:
    return get_object_or_404(Body.objects.visible_to(request.membership), pk=pk)


def seat_of(request: HttpRequest, pk: int) -> Seat:
    return get_object_or_404(Seat.objects.visible_to(request.membership).told(), pk=pk)


def role_of(request: HttpRequest, pk: int) -> RoleAssignment:
    return get_object_or_404(RoleAssignment.objects.visible_to(request.membership).told(), pk=pk)


def seated(request: HttpRequest, pk: int) -> RoleAssignment:
    """A term in a seat; functions are kept elsewhere."""
    rows = RoleAssignment.objects.visible_to(request.membership).seated().told()
    return get_object_or_404(rows, pk=pk)


def done(request: HttpRequest, words: str) -> None:
    """Only who may change governance is offered to take it back."""
    if request.membership.may(Permission.EDIT_GOVERNANCE):
        said.done(request, words)
    else:
        messages.success(request, words)
