"""Saved views: kept, opened, changed, shared, made the default, deleted, and all of it undone."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from accounts.permissions import Role
from partners import operations
from partners.models import DefaultView, SavedView, Term
from tests.conftest import MemberClient
from tests.factories import MembershipFactory, SavedViewFactory
from tests.partners.test_grouping import undo_on
from tests.partners.test_list import add, browse, names, tag


def save(client: MemberClient, address: str, name: str = "Mine", **sent) -> SavedView:
    """Press "Save as a view" on the list at that address."""
    client.post(at(client, "view_add"), {"address": address, "name": name, **sent}, follow=True)
    return SavedView.objects.get(owner=client.membership.person, name=name)


def at(client: MemberClient, address: str, *values) -> str:
    return reverse(f"partners:{address}", args=[client.slug, *values])


def opened(client: MemberClient, view: SavedView):
    return client.get(at(client, "view", view.pk), follow=True)


def rows(answer) -> list[str]:
    return [row.name for row in answer.context["listing"].rows]


def asked(answer) -> dict[str, list[str]]:
    """The question of the address at which the answer was found."""
    return parse_qs(urlsplit(answer.redirect_chain[-1][0]).query)


@pytest.fixture
def two(coordinator) -> MemberClient:
    tag(add(coordinator, "One", kind="prospect"), "sector", "Housing")
    add(coordinator, "Other")
    return coordinator


# ---------------------------------------------------------------- keeping and opening


def test_view_opens_the_list_as_it_was_at_an_address_that_says_all(two):
    address = "kind=prospect&sector=Housing&sort=-since&columns=name,city,kind&group=owner"
    answer = opened(two, save(two, address))
    said = asked(answer)
    view = said.pop("view")
    assert said == {
        "kind": ["prospect"],
        "sector": ["Housing"],
        "sort": ["-since"],
        "columns": ["name,city,kind"],
        "group": ["owner"],
    }
    assert view == [str(SavedView.objects.get().pk)]
    assert rows(answer) == ["One"]
    assert [column.key for column in answer.context["listing"].columns] == ["name", "city", "kind"]


def test_what_makes_no_sense_is_not_kept(two):
    view = save(two, "kind=prospect&nonsense=1&sort=sideways&columns=spam&page=7&layout=heap")
    assert view.query == {"kind": ["prospect"]}


def test_name_is_taken_once_whatever_its_accents(two):
    save(two, "kind=prospect", name="Café")
    answer = two.post(at(two, "view_add"), {"address": "", "name": "CAFE"})
    assert answer.status_code == 422
    assert SavedView.objects.count() == 1


def test_button_pressed_twice_keeps_one_view(two):
    for _press in range(2):
        two.post(at(two, "view_add"), {"address": "kind=prospect", "name": "Mine"})
    assert SavedView.objects.count() == 1


def test_changed_view_says_so_and_is_saved_or_reset(two):
    view = save(two, "kind=prospect")
    assert "is changed" not in opened(two, view).content.decode()
    changed = browse(two, f"?view={view.pk}&kind=partner")
    page = changed.content.decode()
    assert all(words in page for words in ("is changed", "Save the view", "Reset"))
    address = changed.context["bar"].address
    two.post(at(two, "view_update", view.pk), {"address": address})
    assert rows(opened(two, view)) == ["Other"]


def test_order_of_values_and_page_are_no_change(two):
    tag(add(two, "Third"), "sector", "Food")
    view = save(two, "sector=Food&sector=Housing")
    answer = browse(two, f"?sector=Food&page=1&sector=Housing&view={view.pk}")
    assert not answer.context["bar"].is_changed


def test_filtered_list_without_a_view_offers_to_keep_it(two):
    assert "Save this as a view" in browse(two, "?kind=prospect").content.decode()
    assert "Save this as a view" not in browse(two).content.decode()


# ---------------------------------------------------------------- terms that change


def test_renamed_term_is_found_by_the_view(two):
    view = save(two, "sector=Housing")
    operations.rename_term(Term.objects.get(), name="Homes", by=two.membership.person)
    answer = opened(two, view)
    assert (asked(answer)["sector"], rows(answer)) == (["Homes"], ["One"])
    assert not answer.context["bar"].is_changed


def test_retired_term_still_filters_and_is_said_plainly(two):
    view = save(two, "sector=Housing")
    operations.retire_term(Term.objects.get(), on=timezone.localdate(), by=two.membership.person)
    answer = opened(two, view)
    assert rows(answer) == ["One"]
    assert "“Housing” is offered no more" in answer.content.decode()


def test_term_that_is_gone_is_said_plainly_and_can_be_taken_off(two):
    view = save(two, "sector=Housing&kind=prospect")
    term = Term.objects.get()
    term.classifications.all().delete()
    term.delete()
    answer = opened(two, view)
    assert answer.status_code == 200
    assert "“Housing” is not in your lists any more" in answer.content.decode()
    assert names(two, "?kind=prospect") == ["One"]


def test_member_who_left_is_said_plainly(two):
    stranger = MembershipFactory().person
    view = save(two, f"owner={stranger.pk}")
    assert "looks after nobody here any more" in opened(two, view).content.decode()


@pytest.mark.parametrize(
    "query",
    [
        {"sector": [{"id": None, "name": "X"}], "kind": ["spam"]},
        {"sector": [{}], "columns": ["a,b"], "group": ["moon"], "page": ["x"]},
        {"unheard": ["of"]},
        {"sort": []},
    ],
)
def test_query_of_another_time_opens_all_the_same(two, query):
    view = SavedViewFactory(
        coalition=two.membership.coalition, owner=two.membership.person, query=query
    )
    assert opened(two, view).status_code == 200


# ---------------------------------------------------------------- the default


def test_list_opens_with_the_default_view(two):
    view = save(two, "kind=prospect", is_default="on")
    answer = two.get(at(two, "list"), follow=True)
    assert (rows(answer), asked(answer)["view"]) == (["One"], [str(view.pk)])


def test_default_is_each_members_own(two, member):
    save(two, "kind=prospect", is_default="on", is_shared="on")
    other = member(Role.COORDINATOR, coalition=two.membership.coalition)
    assert names(other) == ["One", "Other"]


def test_taking_the_last_filter_off_does_not_lead_to_the_default(two):
    save(two, "kind=prospect", is_default="on")
    assert names(two, "?view=all") == ["One", "Other"]
    answer = browse(two, "?kind=partner")
    assert rows(answer) == ["Other"]
    assert 'href="?view=all"' in answer.content.decode()


def test_default_is_chosen_and_given_up_again(two):
    view = save(two, "kind=prospect")
    two.post(at(two, "view_default", view.pk), follow=True)
    assert DefaultView.objects.get().view == view
    answer = two.post(at(two, "view_default_off"), follow=True)
    assert not DefaultView.objects.exists()
    two.post(undo_on(answer))
    assert DefaultView.objects.get().view == view


def test_default_that_is_no_longer_shared_is_left_out(two, member):
    view = save(two, "kind=prospect", is_shared="on")
    other = member(Role.VIEWER, coalition=two.membership.coalition)
    other.post(at(other, "view_default", view.pk))
    SavedView.objects.update(is_shared=False)
    assert names(other) == ["One", "Other"]


# ---------------------------------------------------------------- rename, order, delete, undo


def test_deleted_view_comes_back_by_undo_with_its_defaults(two):
    view = save(two, "kind=prospect", is_default="on")
    answer = two.post(at(two, "view_delete", view.pk), follow=True)
    assert not SavedView.objects.exists()
    two.post(undo_on(answer))
    assert DefaultView.objects.get().view == SavedView.objects.get() == view


def test_rename_is_undone(two):
    view = save(two, "kind=prospect")
    answer = two.post(at(two, "view_edit", view.pk), {"name": "To win"}, follow=True)
    view.refresh_from_db()
    assert view.name == "To win"
    two.post(undo_on(answer))
    view.refresh_from_db()
    assert view.name == "Mine"


def test_undo_is_refused_once_the_view_was_changed_again(two):
    view = save(two, "kind=prospect")
    first = two.post(at(two, "view_edit", view.pk), {"name": "Second"}, follow=True)
    two.post(at(two, "view_edit", view.pk), {"name": "Third"})
    answer = two.post(undo_on(first), follow=True)
    assert "changed again since" in answer.content.decode()
    view.refresh_from_db()
    assert view.name == "Third"


def test_undo_of_a_deletion_is_refused_when_the_name_is_taken(two):
    view = save(two, "kind=prospect")
    deleted = two.post(at(two, "view_delete", view.pk), follow=True)
    save(two, "kind=partner")
    answer = two.post(undo_on(deleted), follow=True)
    assert "cannot come back" in answer.content.decode()
    assert SavedView.objects.get().query == {"kind": ["partner"]}


def test_undo_belongs_to_whoever_made_the_change(two, member):
    view = save(two, "kind=prospect", is_shared="on")
    deleted = two.post(at(two, "view_delete", view.pk), follow=True)
    other = member(Role.ADMINISTRATOR, coalition=two.membership.coalition)
    assert other.post(undo_on(deleted)).status_code == 404


def test_tabs_stand_in_the_order_that_their_owner_gave(two):
    first, second = save(two, "", name="First"), save(two, "", name="Second")
    two.post(at(two, "view_move", second.pk), {"step": "earlier"})
    labels = [tab.label for tab in browse(two).context["bar"].tabs]
    assert labels == ["All partners", "Second", "First"]
    two.post(at(two, "view_move", first.pk), {"step": "later"})
    assert [tab.label for tab in browse(two).context["bar"].tabs] == labels


def test_open_view_has_a_tab_also_when_there_are_many(two):
    views = [save(two, "", name=f"View {n}") for n in range(9)]
    bar = opened(two, views[8]).context["bar"]
    assert [tab.label for tab in bar.tabs if tab.is_current] == ["View 8"]
    assert len(bar.tabs) + len(bar.more) == 10


def test_views_do_not_change_the_number_of_queries(two, django_assert_num_queries):
    for number in (0, 1, 8):
        SavedViewFactory.create_batch(
            number, coalition=two.membership.coalition, is_shared=True, query={"tag": ["X"]}
        )
        with django_assert_num_queries(8):
            browse(two, "?kind=prospect")


# ---------------------------------------------------------------- whose it is


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
