"""Influence by interest: placed with a reason, moved, taken off, and put back."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Organisation, Stake
from tests.factories import OrganisationFactory, StakeFactory
from tests.forms import carried


@pytest.fixture
def council(coordinator) -> Organisation:
    return OrganisationFactory(
        coalition=coordinator.membership.coalition, name="Council", kind="stakeholder"
    )


def at(name, client, *args):
    return reverse(f"partners:{name}", args=[client.slug, *args])


def grid(client):
    answer = client.get(at("stakeholders", client))
    assert answer.status_code == 200
    return answer


def told(answer) -> list[str]:
    return [str(message) for message in get_messages(answer.wsgi_request)]


def place(client, organisation, **said):
    url = at("stake", client, organisation.pk)
    return client.post(url, {"opened": carried(client.get(url), "opened"), **said})


def test_stakeholder_waits_beside_the_grid_until_it_is_placed(coordinator, council):
    assert grid(coordinator).context["grid"].unplaced == [council]
    place(
        coordinator, council, influence="5", interest="2", influence_reason="Decides on the buses"
    )
    shown = grid(coordinator).context["grid"]
    assert shown.unplaced == []
    assert [
        (cell.influence, cell.interest) for line in shown.lines for cell in line if cell.stakes
    ] == [(5, 2)]
    assert "Decides on the buses" in grid(coordinator).content.decode()
    stake = Stake.objects.get()
    assert stake.placed_by == coordinator.membership.person


def test_page_adds_another_stakeholder_and_says_which_end_is_high(coordinator, council):
    page = grid(coordinator).content.decode()
    address = at("add", coordinator) + "?kind=stakeholder"
    assert f'href="{address}">Add a stakeholder</a>' in page
    assert page.count("<span>low</span>") == page.count("<span>high</span>") == 2
    form = coordinator.get(address).context["form"]
    assert form["kind"].value() == "stakeholder"
    assert coordinator.get(at("add", coordinator) + "?kind=x").context["form"]["kind"].value() == (
        "partner"
    )


def test_who_only_reads_is_offered_no_adding(member, council):
    StakeFactory(organisation=council, influence=4, interest=2)
    reader = member(Role.STEERING, coalition=council.coalition)
    assert "Council" in grid(reader).content.decode()
    assert "Add a stakeholder" not in grid(reader).content.decode()


@pytest.mark.parametrize("level", ["", "0", "6"])
def test_level_is_from_one_to_five(coordinator, council, level):
    assert place(coordinator, council, influence=level, interest="2").status_code == 422
    assert not Stake.objects.exists()


def test_moved_by_the_button_of_the_table_and_undone(coordinator, council):
    StakeFactory(organisation=council, influence=4, interest=2)
    url = at("stake_move", coordinator, council.pk)
    answer = coordinator.post(f"{url}?seen=4-2", {"to": "4-3"})
    assert answer["Location"] == at("stakeholders", coordinator)
    assert Stake.objects.get().interest == 3
    assert told(answer) == ["Council: influence 4, interest 3"]
    tag = next(iter(get_messages(answer.wsgi_request))).extra_tags
    back = coordinator.post(tag.removeprefix("undo:"))
    assert back["Location"] == at("stakeholders", coordinator)
    assert Stake.objects.get().interest == 2


def test_who_moves_what_somebody_else_moved_is_told(coordinator, council):
    StakeFactory(organisation=council, influence=4, interest=2)
    url = at("stake_move", coordinator, council.pk)
    answer = coordinator.post(f"{url}?seen=3-3", {"to": "4-3"})
    assert "Somebody has moved it since you looked" in told(answer)[0]
    assert Stake.objects.get().interest == 2


@pytest.mark.parametrize("to", ["6-1", "0-1", "4", "x-y", ""])
def test_off_the_grid_is_refused(coordinator, council, to):
    StakeFactory(organisation=council, influence=4, interest=2)
    coordinator.post(at("stake_move", coordinator, council.pk), {"to": to})
    assert str(Stake.objects.get()) == "4 × 2"


def test_taken_off_it_waits_beside_the_grid_again(coordinator, council):
    StakeFactory(organisation=council)
    coordinator.post(at("stake_remove", coordinator, council.pk))
    assert grid(coordinator).context["grid"].unplaced == [council]


def test_retired_stands_on_the_grid_no_more(coordinator):
    StakeFactory(
        organisation=OrganisationFactory(
            coalition=coordinator.membership.coalition, retired=True, name="Closed"
        )
    )
    assert "Closed" not in grid(coordinator).content.decode()


@pytest.mark.parametrize(("role", "status"), [(Role.STEERING, 200), (Role.VIEWER, 403)])
def test_judgements_are_for_those_who_steer(member, council, role, status):
    StakeFactory(organisation=council)
    client = member(role, coalition=council.coalition)
    answer = client.get(at("stakeholders", client))
    assert answer.status_code == status
    if status == 200:
        assert at("stake_move", client, council.pk) not in answer.content.decode()


def test_timeline_tells_where_it_stands(coordinator, council):
    place(coordinator, council, influence="5", interest="2", is_affected="on")
    page = coordinator.get(at("history", coordinator, council.pk)).content.decode()
    assert "influence 5, interest 2, affected by the work" in page


@pytest.mark.parametrize("number", [0, 1, 20])
def test_grid_takes_the_same_queries_however_many_stand_there(
    coordinator, django_assert_num_queries, number
):
    coalition = coordinator.membership.coalition
    for _each in range(number):
        StakeFactory(organisation__coalition=coalition)
    grid(coordinator)
    with django_assert_num_queries(5):
        grid(coordinator)
