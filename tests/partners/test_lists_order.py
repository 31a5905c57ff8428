"""The page of the coalition's lists shows entries in the order people gave them."""

from django.urls import reverse

from tests.conftest import MemberClient
from tests.factories import ClassificationFactory, OrganisationFactory, TermFactory


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
