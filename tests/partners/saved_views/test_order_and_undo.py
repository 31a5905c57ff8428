"""Rename, order, delete, undo."""

from accounts.permissions import Role
from partners.models import DefaultView, SavedView
from tests.factories import SavedViewFactory
from tests.partners.listing.browsing import browse
from tests.partners.listing.test_grouping import undo_on
from tests.partners.saved_views.keeping import at, opened, save


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
        with django_assert_num_queries(7):
            browse(two, "?kind=prospect")
