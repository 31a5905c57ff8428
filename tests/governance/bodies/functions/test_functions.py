"""The list of functions, and who holds them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from governance.models import Function, RoleAssignment
from tests.factories import ContactFactory, OrganisationFactory
from tests.governance.bodies.functions.giving import held_by, page_of
from tests.governance.bodies.telling import address
from tests.governance.factories import FunctionFactory, RoleAssignmentFactory

USUAL = [
    "Programme lead",
    "Raising funds",
    "Fiscal agent",
    "Communication",
    "Data",
    "Evaluation",
    "Equity",
]


def listed(coalition):
    return [one.name for one in Function.objects.of_coalition(coalition.pk).current()]


def test_usual_seven_are_begun_with_one_press(coordinator, coalition):
    assert "Start with the usual seven" in page_of(coordinator)
    coordinator.post(address(coordinator, "functions_fill"))
    assert listed(coalition) == USUAL
    assert "7 of 7 functions have nobody yet." in page_of(coordinator)


def test_usual_seven_leave_out_what_is_there(coordinator, coalition):
    FunctionFactory(coalition=coalition, name="Numbers", kind="data")
    FunctionFactory(coalition=coalition, name="communication")
    coordinator.post(address(coordinator, "functions_fill"))
    assert sorted(listed(coalition)) == sorted(
        {"Numbers", "communication", *USUAL} - {"Data", "Communication"}
    )


def test_usual_seven_pressed_again_say_so(coordinator, coalition):
    coordinator.post(address(coordinator, "functions_fill"))
    answer = coordinator.post(address(coordinator, "functions_fill"), follow=True)
    assert "All seven are on your list already." in answer.content.decode()
    assert len(listed(coalition)) == len(USUAL)


def test_own_function_is_added_at_the_end_and_changed(coordinator, coalition):
    FunctionFactory(coalition=coalition, name="Data")
    told = {"name": "Childcare", "about": "At meetings", "is_required": "on"}
    coordinator.post(address(coordinator, "function_add"), told)
    assert listed(coalition) == ["Data", "Childcare"]
    function = Function.objects.get(name="Childcare")
    told = {"name": "Childcare and rides", "about": ""}
    coordinator.post(address(coordinator, "function_edit", function.pk), told)
    function.refresh_from_db()
    assert (function.name, function.is_required) == ("Childcare and rides", False)


def test_name_on_the_list_is_refused(coordinator, coalition):
    FunctionFactory(coalition=coalition, name="Data")
    answer = coordinator.post(address(coordinator, "function_add"), {"name": "DATA"})
    assert answer.status_code == 422
    assert listed(coalition) == ["Data"]


def test_function_moves_a_place_and_no_further(coordinator, coalition):
    functions = [FunctionFactory(coalition=coalition, name=name, position=0) for name in "abc"]
    move = address(coordinator, "function_move", functions[2].pk)
    coordinator.post(move, {"to": "up"})
    assert listed(coalition) == ["a", "c", "b"]
    coordinator.post(move, {"to": "down"})
    assert listed(coalition) == ["a", "b", "c"]
    coordinator.post(move, {"to": "down"})
    assert listed(coalition) == ["a", "b", "c"]


def test_function_that_was_retired_meanwhile_moves_nothing(coordinator, coalition, today):
    FunctionFactory(coalition=coalition, name="a")
    gone = FunctionFactory(coalition=coalition, name="b", retired_on=today)
    answer = coordinator.post(address(coordinator, "function_move", gone.pk), {"to": "up"})
    assert answer.status_code == 302
    assert listed(coalition) == ["a"]


def give(client, function, **told):
    url = address(client, "function_give", function.pk)
    return client.post(url, {"starts_on": timezone.localdate().isoformat(), **told}, follow=True)


def test_function_is_given_to_a_person_of_a_partner(coordinator, coalition, today):
    function = FunctionFactory(coalition=coalition)
    person = ContactFactory(organisation__coalition=coalition, name="Lucía Castañeda")
    partner = person.organisation
    give(coordinator, function, partner=partner.name.upper(), person="lucia castaneda")
    role = RoleAssignment.objects.get()
    assert (role.function, role.organisation, role.contact) == (function, partner, person)
    assert (role.starts_on, role.ends_on) == (today, None)
    assert "Lucía Castañeda" in page_of(coordinator)


def test_function_is_given_to_an_organisation_as_a_whole(coordinator, coalition):
    function = FunctionFactory(coalition=coalition)
    partner = OrganisationFactory(coalition=coalition)
    give(coordinator, function, partner=partner.name)
    assert RoleAssignment.objects.get().contact is None


def test_several_hold_one_function_side_by_side(coordinator, coalition):
    function = FunctionFactory(coalition=coalition)
    for _one in range(2):
        give(coordinator, function, partner=OrganisationFactory(coalition=coalition).name)
    assert RoleAssignment.objects.filter(function=function).count() == 2


def test_same_holder_does_not_hold_it_twice_at_a_time(coordinator, coalition):
    function, partner = (
        FunctionFactory(coalition=coalition),
        OrganisationFactory(coalition=coalition),
    )
    give(coordinator, function, partner=partner.name)
    answer = give(coordinator, function, partner=partner.name, person="")
    assert "They hold it in that time already." in answer.content.decode()
    assert RoleAssignment.objects.count() == 1


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ({"partner": "Nobody Inc."}, "No partner is called so."),
        (
            {"partner": "Clinic", "person": "Zoe"},
            "Nobody there is called so. Known there: Ana Ruiz.",
        ),
        ({"partner": "Clinic", "ends_on": "2020-01-01"}, "The term ends before it begins."),
    ],
)
def test_function_is_not_given_wrongly(coordinator, coalition, told, words):
    partner = OrganisationFactory(coalition=coalition, name="Clinic")
    ContactFactory(organisation=partner, name="Ana Ruiz")
    answer = give(coordinator, FunctionFactory(coalition=coalition), **told)
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_partner_of_another_coalition_is_not_found(coordinator, coalition):
    OrganisationFactory(name="Elsewhere")
    answer = give(coordinator, FunctionFactory(coalition=coalition), partner="Elsewhere")
    assert "No partner is called so." in answer.content.decode()


def test_holding_ends_on_a_day_with_a_reason(coordinator, coalition, today):
    role = held_by(FunctionFactory(coalition=coalition), today)
    url = address(coordinator, "function_end", role.function_id, role.pk)
    yesterday = today - timedelta(days=1)
    coordinator.post(url, {"on": yesterday.isoformat(), "reason": "Moved away"})
    role.refresh_from_db()
    assert (role.ends_on, role.ended_because) == (yesterday, "Moved away")
    page = page_of(coordinator)
    assert "Nobody holds it." in page
    assert "Who held it before" in page
    assert "Moved away" in page


def test_holding_does_not_end_before_it_began(coordinator, coalition, today):
    role = held_by(FunctionFactory(coalition=coalition), today, starts_on=today)
    url = address(coordinator, "function_end", role.function_id, role.pk)
    answer = coordinator.post(url, {"on": (today - timedelta(days=1)).isoformat()})
    assert answer.status_code == 422
    role.refresh_from_db()
    assert role.ends_on is None


def test_holder_of_a_seat_is_not_ended_here(coordinator, coalition):
    role = RoleAssignmentFactory(seat__body__coalition=coalition)
    function = FunctionFactory(coalition=coalition)
    url = address(coordinator, "function_end", function.pk, role.pk)
    assert coordinator.get(url).status_code == 404


def test_function_that_somebody_holds_stays_on_the_list(coordinator, coalition, today):
    function = FunctionFactory(coalition=coalition)
    role = held_by(function, today)
    retire = address(coordinator, "function_retire", function.pk)
    assert "Say first until when." in coordinator.post(retire, follow=True).content.decode()
    role.ends_on = today - timedelta(days=1)
    role.save()
    coordinator.post(retire)
    assert listed(coalition) == []
    coordinator.post(address(coordinator, "function_reinstate", function.pk))
    assert listed(coalition) == [function.name]


def home(client):
    return client.get(reverse("dashboard:home", args=[client.slug])).content.decode()


def test_home_says_which_required_functions_nobody_holds(coordinator, coalition, today):
    empty = FunctionFactory(coalition=coalition, name="Watching equity", about="Whom we leave out.")
    FunctionFactory(coalition=coalition, name="Snacks for all", is_required=False)
    FunctionFactory(coalition=coalition, name="Off the list", retired_on=today)
    held_by(FunctionFactory(coalition=coalition, name="Keeping data"), today)
    page = home(coordinator)
    assert "Watching equity" in page
    assert "Nobody holds this function. Whom we leave out." in page
    assert address(coordinator, "function_give", empty.pk) in page
    for name in ("Snacks for all", "Off the list", "Keeping data"):
        assert name not in page


def test_function_held_from_tomorrow_is_empty_today(coordinator, coalition, today):
    function = FunctionFactory(coalition=coalition, name="Watching equity")
    held_by(function, today, starts_on=today + timedelta(days=1))
    assert "Watching equity" in home(coordinator)
    assert "From" in page_of(coordinator)


@pytest.mark.parametrize("role", [Role.STEERING, Role.PARTNER, Role.VIEWER])
def test_home_of_others_does_not_ask_for_holders(member, coalition, role):
    FunctionFactory(coalition=coalition, name="Watching equity")
    client = member(role, coalition=coalition)
    assert "Nobody holds this function" not in home(client)
    assert "Nobody holds it." in page_of(client)
