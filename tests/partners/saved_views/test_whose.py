"""Whose it is."""

import pytest
from django.db import IntegrityError, transaction

from accounts.permissions import Role
from partners.models import DefaultView, SavedView
from tests.factories import SavedViewFactory
from tests.partners.listing.browsing import browse
from tests.partners.saved_views.keeping import at, opened, rows, save


@pytest.fixture
def shared(coordinator) -> SavedView:
    return SavedViewFactory(
        coalition=coordinator.membership.coalition, name="To win", is_shared=True
    )


def test_private_view_of_a_colleague_is_not_there(two, member):
    view = save(two, "kind=prospect")
    colleague = member(Role.ADMINISTRATOR, coalition=two.membership.coalition)
    assert colleague.get(at(colleague, "view", view.pk)).status_code == 404
    assert "Mine" not in browse(colleague).content.decode()


def test_copied_address_of_a_private_view_shows_a_colleague_the_same_list(two, member):
    address = opened(two, save(two, "kind=prospect")).redirect_chain[-1][0]
    colleague = member(Role.VIEWER, coalition=two.membership.coalition)
    answer = colleague.get(address)
    assert rows(answer) == ["One"]
    assert "Mine" not in answer.content.decode()


@pytest.mark.parametrize("address", ["view", "view_edit"])
def test_view_of_another_coalition_is_not_there(coordinator, address):
    foreign = SavedViewFactory(is_shared=True)
    assert coordinator.get(at(coordinator, address, foreign.pk)).status_code == 404


@pytest.mark.parametrize("address", ["view_update", "view_delete", "view_default", "view_move"])
def test_nothing_is_done_to_a_view_of_another_coalition(coordinator, address):
    foreign = SavedViewFactory(is_shared=True)
    assert coordinator.post(at(coordinator, address, foreign.pk)).status_code == 404


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (Role.ADMINISTRATOR, True),
        (Role.COORDINATOR, False),
        (Role.STEERING, False),
        (Role.VIEWER, False),
    ],
)
def test_shared_view_is_changed_by_its_owner_or_an_administrator_only(
    coordinator, member, shared, role, may
):
    client = member(role, coalition=coordinator.membership.coalition)
    client.post(at(client, "view_edit", shared.pk), {"name": "Else", "is_shared": "on"})
    client.post(at(client, "view_update", shared.pk), {"address": "kind=partner"})
    client.post(at(client, "view_delete", shared.pk))
    assert SavedView.objects.filter(name="To win").exists() is not may
    labels = [tab.label for tab in browse(client).context["bar"].tabs]
    assert labels == (["All partners"] if may else ["All partners", "To win"])


def test_shared_view_is_copied_by_a_viewer(coordinator, member, shared):
    viewer = member(Role.VIEWER, coalition=coordinator.membership.coalition)
    page = viewer.get(at(viewer, "views")).content.decode()
    assert f"{at(viewer, 'view_add')}?kind=prospect" in page
    copy = save(viewer, "kind=prospect", name="To win")
    assert (copy.owner, copy.is_shared) == (viewer.membership.person, False)


@pytest.mark.parametrize(
    ("role", "may"),
    [
        (Role.ADMINISTRATOR, True),
        (Role.COORDINATOR, True),
        (Role.STEERING, True),
        (Role.VIEWER, False),
    ],
)
def test_sharing_depends_on_the_role(member, role, may):
    client = member(role)
    assert ("Share it" in client.get(at(client, "view_add")).content.decode()) is may
    view = save(client, "kind=prospect", is_shared="on")
    assert view.is_shared is may
    client.post(at(client, "view_edit", view.pk), {"name": "Mine", "is_shared": "on"})
    view.refresh_from_db()
    assert view.is_shared is may


def test_partner_role_sees_no_views(member):
    client = member(Role.PARTNER)
    for address in ("views", "view_add", "columns"):
        assert client.get(at(client, address)).status_code == 403


def test_database_refuses_a_default_that_is_another_coalitions(coordinator):
    foreign = SavedViewFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        DefaultView.objects.create(
            coalition=coordinator.membership.coalition,
            membership=coordinator.membership,
            view=foreign,
        )
        with transaction.get_connection().cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
