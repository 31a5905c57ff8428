"""The default."""

from accounts.permissions import Role
from partners.models import DefaultView, SavedView
from tests.partners.listing.browsing import browse, names
from tests.partners.listing.test_grouping import undo_on
from tests.partners.saved_views.keeping import asked, at, rows, save


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
