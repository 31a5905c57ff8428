"""Keeping a view, and opening it."""

from partners.models import SavedView
from tests.partners.listing.browsing import add, browse, tag
from tests.partners.saved_views.keeping import asked, at, opened, rows, save

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
