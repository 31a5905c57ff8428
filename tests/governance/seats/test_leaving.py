"""What a partner holds stands on the page by which it leaves, so that no seat is lost with it."""

import pytest
from django.urls import reverse

from tests.governance.factories import FunctionFactory, RoleAssignmentFactory
from tests.governance.seats.doors import a_seat, a_term, day, somebody, text

pytestmark = pytest.mark.django_db


def leaving(client, organisation) -> str:
    return text(client.get(reverse("partners:pipeline_leave", args=[client.slug, organisation.pk])))


def test_seats_and_functions_must_find_a_new_home(coordinator):
    rosa = somebody(coordinator)
    role = a_term(a_seat(coordinator, "Treasurer"), rosa)
    coalition = role.coalition
    RoleAssignmentFactory(
        seat=None,
        function=FunctionFactory(coalition=coalition, name="Funds"),
        organisation=rosa.organisation,
        starts_on=day(5),
    )
    page = leaving(coordinator, rosa.organisation)
    assert "Treasurer · Steering committee" in page
    assert "Funds" in page
    assert role.get_absolute_url() in page


def test_term_that_is_over_needs_nobody(coordinator):
    rosa = somebody(coordinator)
    a_term(a_seat(coordinator, "Treasurer"), rosa, begin=-100, end=-1)
    assert "Treasurer" not in leaving(coordinator, rosa.organisation)
