"""Whom to ask, and functions at a glance."""

import pytest

from accounts.permissions import Role
from governance.reports.bodies.summaries import (
    BodiesSummary,
    FunctionsSummary,
    bodies_summary,
    functions_summary,
)
from tests.governance.bodies.factories import DutyFactory
from tests.governance.bodies.functions.giving import held_by, page_of
from tests.governance.bodies.telling import address
from tests.governance.factories import (
    BodyFactory,
    FunctionFactory,
    RoleAssignmentFactory,
    SeatFactory,
)

# ---------------------------------------------------------------- whom to ask


def asked(client, words):
    return client.get(address(client, "whom_to_ask"), {"q": words}).content.decode()


def test_whom_to_ask_finds_functions_and_duties_whatever_accents(coordinator, coalition, today):
    held_by(FunctionFactory(coalition=coalition, name="Raising funds", about="Grants"), today)
    FunctionFactory(coalition=coalition, name="Data")
    body = BodyFactory(coalition=coalition, name="Food group")
    DutyFactory(body=body, words="Ask the foundation for grants in español")
    DutyFactory(body=body, words="Cook together")
    page = asked(coordinator, "GRANT")
    assert "2 answers for “GRANT”" in page
    assert "Raising funds" in page
    assert "Ask the foundation for grants" in page
    for words in ("Cook together", '<h3 class="m">Data'):
        assert words not in page
    assert "Ask the foundation" in asked(coordinator, "espanol grants")


def test_whom_to_ask_finds_a_body_by_its_purpose(coordinator, coalition):
    BodyFactory(coalition=coalition, name="Food group", purpose="Healthy kitchens")
    assert "Healthy kitchens" in asked(coordinator, "kitchen")


def test_whom_to_ask_says_when_nobody_answers(coordinator, coalition):
    FunctionFactory(coalition=coalition)
    assert "no strength of a partner says these words." in asked(coordinator, "zebra")


def test_whom_to_ask_shows_everybody_first(coordinator, coalition):
    FunctionFactory(coalition=coalition, name="Raising funds")
    BodyFactory(coalition=coalition, name="Food group")
    page = asked(coordinator, "")
    assert "Raising funds" in page
    assert "Food group" in page


@pytest.mark.parametrize(
    ("role", "sees"),
    [(Role.COORDINATOR, True), (Role.STEERING, True), (Role.PARTNER, False), (Role.VIEWER, False)],
)
def test_addresses_of_holders_are_for_those_who_may_see_them(member, coalition, today, role, sees):
    held_by(
        FunctionFactory(coalition=coalition),
        today,
        contact__email="ana@clinic.example",
        contact__name="Ana Ruiz",
    )
    client = member(role, coalition=coalition)
    for page in (asked(client, ""), page_of(client)):
        assert "Ana Ruiz" in page
        assert ("ana@clinic.example" in page) is sees


@pytest.mark.parametrize(("name", "queries"), [("functions", 5), ("whom_to_ask", 10)])
@pytest.mark.parametrize("number", [1, 30])
def test_pages_take_the_same_queries(
    coordinator, coalition, today, name, queries, number, django_assert_num_queries
):
    for _one in range(number):
        held_by(FunctionFactory(coalition=coalition), today)
        body = DutyFactory(body=BodyFactory(coalition=coalition)).body
        RoleAssignmentFactory(seat=SeatFactory(body=body, rank="chair"))
    coordinator.get(address(coordinator, name))
    with django_assert_num_queries(queries):
        coordinator.get(address(coordinator, name))


# ---------------------------------------------------------------- at a glance


def test_summaries_count_what_there_is_and_what_is_missing(
    coordinator, coalition, today, django_assert_num_queries
):
    body = BodyFactory(coalition=coalition)
    BodyFactory(coalition=coalition, paused=True)
    closed = BodyFactory(coalition=coalition, closed=True)
    SeatFactory(body=closed)
    SeatFactory(body=body)
    RoleAssignmentFactory(seat=SeatFactory(body=body), starts_on=today, ends_on=None)
    SeatFactory(body=body, closed_on=today)
    BodyFactory()
    with django_assert_num_queries(1):
        told = bodies_summary(coalition, coordinator.membership, today)
    assert told == BodiesSummary(at_work=1, paused=1, closed=1, seats=2, vacant=1)
    held_by(FunctionFactory(coalition=coalition), today)
    FunctionFactory(coalition=coalition, name="Equity")
    FunctionFactory(coalition=coalition, is_required=False)
    with django_assert_num_queries(1):
        functions = functions_summary(coalition, today)
    assert functions == FunctionsSummary(functions=3, held=1, empty=("Equity",))


def test_summary_of_a_coalition_without_bodies(coordinator, coalition, today):
    nothing = BodiesSummary(at_work=0, paused=0, closed=0, seats=0, vacant=0)
    assert bodies_summary(coalition, coordinator.membership, today) == nothing


def test_summary_leaves_out_what_the_member_may_not_read(member, coalition, today):
    SeatFactory(body=BodyFactory(coalition=coalition, publication="body"))
    viewer = member(Role.VIEWER, coalition=coalition)
    assert bodies_summary(coalition, viewer.membership, today).standing == 0
