"""The map of who works with whom, narrowed to those who sit in a body."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from governance.models import Publication
from tests.factories import OrganisationFactory, RelationFactory, TieFactory
from tests.governance.factories import BodyFactory, RoleAssignmentFactory, SeatFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee(coordinator):
    """Ash and Elm sit in it, Oak did; Hub is tied to all three and sits nowhere."""
    coalition = coordinator.membership.coalition
    made = {
        name: OrganisationFactory(coalition=coalition, name=name)
        for name in ("Hub", "Ash", "Elm", "Oak")
    }
    contact = RelationFactory(coalition=coalition, name="Contact")
    for name in ("Ash", "Elm", "Oak"):
        TieFactory(first=made["Hub"], second=made[name], relation=contact)
    TieFactory(first=made["Ash"], second=made["Elm"], relation=contact)
    body = BodyFactory(coalition=coalition, name="Steering committee")
    for name in ("Ash", "Elm"):
        RoleAssignmentFactory(seat=SeatFactory(body=body), organisation=made[name])
    RoleAssignmentFactory(seat=SeatFactory(body=body), organisation=made["Oak"], over=True)
    return body


def page(client, **asked):
    return client.get(reverse("partners:network", args=[client.slug]), asked)


def in_table(client, **asked) -> set[str]:
    return {row.name for row in page(client, **asked).context["map"].page}


def in_picture(client, **asked) -> set[str]:
    address = reverse("partners:network_picture", args=[client.slug])
    return {node["name"] for node in client.get(address, asked).json()["series"][0]["data"]}


def offered(client) -> list[str]:
    filters = {one.name: one for one in page(client).context["map"].filters}
    return [choice.label for choice in filters["body"].choices] if "body" in filters else []


def test_body_narrows_picture_table_and_measures_to_those_who_sit_in_it(coordinator, committee):
    asked = {"body": str(committee.pk)}
    assert in_table(coordinator) == {"Hub", "Ash", "Elm", "Oak"}
    assert in_table(coordinator, **asked) == in_picture(coordinator, **asked) == {"Ash", "Elm"}
    measures = page(coordinator, **asked).context["map"].measures
    assert (measures.nodes, measures.ties, measures.density) == (2, 1, 1.0)


def test_page_offers_standing_bodies_and_says_which_is_chosen(coordinator, committee):
    BodyFactory(coalition=committee.coalition, name="Old group", closed=True)
    assert offered(coordinator) == ["Steering committee"]
    text = page(coordinator, body=str(committee.pk)).text
    assert f'name="body" value="{committee.pk}"' in text


def test_without_bodies_nothing_is_offered(coordinator):
    OrganisationFactory(coalition=coordinator.membership.coalition)
    assert offered(coordinator) == []


def test_who_may_not_read_of_a_body_learns_nobody_in_it(coordinator, committee, member):
    viewer = member(Role.VIEWER, coalition=committee.coalition)
    asked = {"body": str(committee.pk)}
    assert in_table(viewer, **asked) == {"Ash", "Elm"}
    committee.publication = Publication.BODY
    committee.save()
    assert offered(viewer) == []
    assert in_table(viewer, **asked) == set()


def test_body_of_another_coalition_holds_nobody_here(coordinator, committee):
    other = RoleAssignmentFactory().seat.body
    assert in_table(coordinator, body=str(other.pk)) == set()
