"""A version's page."""

from uuid import uuid4

import pytest
from django.urls import reverse

from accounts.permissions import Role
from tests.conftest import MemberClient
from tests.factories import MembershipFactory, OrganisationFactory, RepresentationFactory
from tests.partners.changes import change
from tests.partners.versions.changing import address, post, rows, update

pytestmark = pytest.mark.django_db


def test_version_shows_the_profile_as_it_was_and_what_it_says_today(
    coordinator, northgate, renamed
):
    page = coordinator.get(address("version", northgate, renamed))
    text = page.content.decode()
    assert "Northgate as it was on March 14, 2026" in text
    shown = page.context["version"]
    assert {line.label: (line.then, line.now) for line in shown.lines if line.differs} == {
        "Name": (("Northgate",), ("Northgate Grocers",)),
        "Sectors": (("Food and farming",), ()),
        "Person": (
            ("Dev Patel, Speaks for them, dev@north.example, (410) 555-0100",),
            ("Marisol Ortega, Speaks for them, dev@north.example, (410) 555-0100",),
        ),
    }
    assert "Today: Northgate Grocers" in text
    assert "Put back to this version" in text


def test_version_that_is_as_today_offers_nothing_to_put_back(coordinator, northgate):
    with change(day=1) as made:
        update(northgate, website="northgate.example")
    text = coordinator.get(address("version", northgate, made)).content.decode()
    assert "They stand today exactly as they did then." in text
    assert "Put back to this version" not in text


def test_version_cannot_be_put_back_by_who_only_reads(member, northgate, renamed):
    reader = member(Role.STEERING, coalition=northgate.coalition)
    text = reader.get(address("version", northgate, renamed)).content.decode()
    assert "Northgate as it was" in text
    assert "Put back" not in text


def test_version_of_a_change_elsewhere_is_not_there(coordinator, northgate):
    with change(day=1) as elsewhere:
        OrganisationFactory(coalition=northgate.coalition)
    for made in (elsewhere, uuid4()):
        assert coordinator.get(address("version", northgate, made)).status_code == 404


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTNER])
def test_version_is_closed_to_who_may_not_see_history(role, northgate, renamed):
    membership = MembershipFactory(role=role, coalition=northgate.coalition)
    RepresentationFactory(organisation=northgate, membership=membership)
    client = MemberClient.of(membership)
    assert client.get(address("version", northgate, renamed)).status_code == 403


@pytest.mark.parametrize("name", ["put_back", "undo"])
@pytest.mark.parametrize("role", [Role.STEERING, Role.VIEWER, Role.PARTNER])
def test_way_back_is_closed_to_who_may_not_edit(name, role, member, northgate, renamed):
    before = rows()
    client = member(role, coalition=northgate.coalition)
    assert post(client, name, northgate, renamed).status_code == 403
    assert rows() == before


@pytest.mark.parametrize("name", ["put_back", "undo"])
def test_way_back_of_another_coalition_is_not_there(name, member, northgate, renamed):
    before = rows()
    outsider = member(Role.ADMINISTRATOR)
    assert post(outsider, name, northgate, renamed).status_code == 404
    ours = reverse(f"partners:{name}", args=[outsider.slug, northgate.pk, renamed])
    assert outsider.post(ours).status_code == 404
    assert rows() == before
