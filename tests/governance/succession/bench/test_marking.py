"""Marking."""

import pytest

from governance.models import Function, KeyRole
from tests.factories import TODAY
from tests.governance.factories import SeatFactory
from tests.governance.succession.factories import KeyRoleFactory
from tests.governance.succession.site import at, change, make, seat, text, today, undo_of

pytestmark = pytest.mark.django_db


LOSS = {"if_lost": "Nobody could sign.", "hurts": "at_once"}


def test_seat_is_marked_as_key(coordinator, coalition):
    chair = seat(coalition)
    page = make(coordinator, at(coordinator, "key_role_add"), role=f"seat-{chair.pk}", **LOSS)
    role = KeyRole.objects.get()
    assert (role.seat, role.if_lost, role.hurts) == (chair, "Nobody could sign.", "at_once")
    assert "Undo" in text(page)


def test_marked_twice_by_two_tabs_it_is_refused(coordinator, coalition):
    chair = seat(coalition)
    for_it = {"role": f"seat-{chair.pk}", **LOSS}
    address = at(coordinator, "key_role_add")
    make(coordinator, address, **for_it)
    page = make(coordinator, address, **for_it)
    assert (page.status_code, KeyRole.objects.count()) == (422, 1)


def test_other_task_becomes_a_function_that_need_not_be_held(coordinator, coalition):
    make(coordinator, at(coordinator, "key_role_add"), role="other", task="Opens the hall", **LOSS)
    function = Function.objects.get()
    assert (function.name, function.is_required) == ("Opens the hall", False)
    assert KeyRole.objects.get().function == function


def test_other_task_without_a_name_is_asked_for_it(coordinator):
    page = make(coordinator, at(coordinator, "key_role_add"), role="other", **LOSS)
    assert page.status_code == 422
    assert "Say which task." in text(page)


def test_seat_of_another_coalition_is_not_offered(coordinator):
    address = at(coordinator, "key_role_add")
    page = make(coordinator, address, role=f"seat-{SeatFactory().pk}", **LOSS)
    assert (page.status_code, KeyRole.objects.count()) == (422, 0)


def test_what_happens_without_them_is_told_anew(coordinator, coalition):
    role = KeyRoleFactory(seat=seat(coalition))
    change(
        coordinator, at(coordinator, "key_role_edit", role.pk), if_lost="All stops", hurts="later"
    )
    role.refresh_from_db()
    assert (role.if_lost, role.hurts) == ("All stops", "later")


def test_role_is_not_key_any_more_and_undone_it_is_again(coordinator, coalition):
    role = KeyRoleFactory(seat=seat(coalition), marked_on=TODAY)
    page = coordinator.post(at(coordinator, "key_role_unmark", role.pk), follow=True)
    role.refresh_from_db()
    assert role.unmarked_on == today()
    coordinator.post(undo_of(page))
    role.refresh_from_db()
    assert role.unmarked_on is None
