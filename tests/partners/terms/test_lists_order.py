"""The page of the coalition's lists shows entries in the order people gave them."""

from django.urls import reverse

from partners import operations
from tests.conftest import MemberClient
from tests.factories import TODAY, ClassificationFactory, OrganisationFactory, TermFactory


def names(client: MemberClient) -> list[str]:
    lists = client.get(reverse("partners:lists", args=[client.slug])).context["lists"]
    return [term.name for term in lists[0].current]


def test_entries_stand_in_their_own_order_however_often_they_are_used(coordinator):
    coalition = coordinator.membership.coalition
    for position, name in ((3, "Arts"), (1, "Youth"), (2, "Housing")):
        term = TermFactory(coalition=coalition, name=name, position=position)
    ClassificationFactory(organisation=OrganisationFactory(coalition=coalition), term=term)
    assert names(coordinator) == ["Youth", "Housing", "Arts"]
    coordinator.post(
        reverse("partners:term_move", args=[coordinator.slug, term.pk]), {"step": "earlier"}
    )
    assert names(coordinator) == ["Housing", "Youth", "Arts"]


def move(client: MemberClient, term, step: str):
    return client.post(reverse("partners:term_move", args=[client.slug, term.pk]), {"step": step})


def test_entry_moves_past_what_is_offered_no_more(coordinator):
    coalition = coordinator.membership.coalition
    TermFactory(coalition=coalition, name="Arts", position=1)
    TermFactory(coalition=coalition, name="Faith", position=2, retired_on=TODAY)
    youth = TermFactory(coalition=coalition, name="Youth", position=3)
    move(coordinator, youth, "earlier")
    assert names(coordinator) == ["Youth", "Arts"]


def test_entry_that_is_offered_no_more_moves_nothing(coordinator):
    coalition = coordinator.membership.coalition
    TermFactory(coalition=coalition, name="Arts", position=1)
    faith = TermFactory(coalition=coalition, name="Faith", position=2, retired_on=TODAY)
    assert move(coordinator, faith, "earlier").status_code == 302
    assert names(coordinator) == ["Arts"]


def test_entry_that_is_gone_by_now_moves_nothing(coordinator):
    coalition = coordinator.membership.coalition
    TermFactory(coalition=coalition, name="Arts", position=1)
    gone = TermFactory(coalition=coalition, name="Faith", position=2)
    type(gone).objects.filter(pk=gone.pk).delete()
    operations.move_term(gone, step=operations.EARLIER, by=coordinator.membership.person)
    assert names(coordinator) == ["Arts"]
