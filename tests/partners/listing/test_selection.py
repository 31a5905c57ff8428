"""What is picked in the list stays picked: across pages, orders and filters, without a script too."""

from datetime import timedelta

import pytest
from django.urls import NoReverseMatch, reverse

from accounts.permissions import Role
from partners.models import Organisation, Selection
from tests.conftest import MemberClient
from tests.factories import TODAY, OrganisationFactory
from tests.partners.selecting import many, pick, picked, some

pytestmark = pytest.mark.django_db


def browse(client: MemberClient, address: str = ""):
    return client.get(f"{reverse('partners:list', args=[client.slug])}{address}")


def test_ticks_of_two_pages_add_up_and_are_shown_again(coordinator):
    ids = many(coordinator, 60)
    pick(coordinator, ids[0], ids[1], shown=ids[:50])
    pick(coordinator, ids[55], shown=ids[50:])
    for address, here in (("", ids[:2]), ("?page=2", ids[55:56]), ("?sort=-name", ids[55:56])):
        shown = browse(coordinator, address).context["picked"]
        assert (shown.count, sorted(shown.here)) == (3, here)


def test_tick_taken_off_leaves_the_selection_and_those_of_other_pages_stay(coordinator):
    ids = many(coordinator, 4)
    pick(coordinator, *ids)
    pick(coordinator, ids[0], shown=ids[:2])
    assert picked(coordinator) == [ids[0], ids[2], ids[3]]


def test_row_that_is_selected_has_its_tick_in_the_page(coordinator):
    first, second = some(coordinator, 2)
    pick(coordinator, first.pk, shown=[first.pk, second.pk])
    html = " ".join(browse(coordinator).content.decode().split())
    assert f'value="{first.pk}" form="selection" data-pick checked' in html
    assert f'value="{second.pk}" form="selection" data-pick autocomplete' in html
    assert "<b>1</b> selected" in html


def test_all_on_this_page_takes_what_the_page_shows(coordinator):
    ids = many(coordinator, 60)
    answer = pick(coordinator, shown=ids[:50], do="page", address="?sort=-name")
    assert answer["Location"] == f"{reverse('partners:list', args=[coordinator.slug])}?sort=-name"
    assert picked(coordinator) == ids[:50]


def test_all_that_the_filters_leave_are_added_to_what_was_picked_before(coordinator):
    partners, prospects = many(coordinator, 3), many(coordinator, 60, kind="prospect")
    pick(coordinator, partners[0])
    pick(coordinator, shown=prospects[:50], do="all", address="?kind=prospect")
    assert picked(coordinator) == [partners[0], *prospects]


def test_clear_leaves_nobody(coordinator):
    pick(coordinator, *many(coordinator, 2))
    pick(coordinator, do="none")
    assert picked(coordinator) == []


def test_ids_of_another_coalition_and_nonsense_never_enter(coordinator):
    own, foreign = some(coordinator, 1)[0], OrganisationFactory()
    url = reverse("partners:selection", args=[coordinator.slug])
    odd = ["x", "-1", "9" * 40, "²", str(foreign.pk), str(own.pk)]
    coordinator.post(url, {"ids": odd, "shown": "a,,²"})
    assert picked(coordinator) == [own.pk]


def test_selection_belongs_to_one_member_of_one_coalition(coordinator, member):
    pick(coordinator, *many(coordinator, 2))
    colleague = member(Role.COORDINATOR, coalition=coordinator.membership.coalition)
    assert browse(colleague).context["picked"].count == 0


def test_selection_of_yesterday_is_forgotten(coordinator):
    old, new = many(coordinator, 2)
    pick(coordinator, old)
    moved = Selection.objects.get().changed_at - timedelta(hours=13)
    Selection.objects.update(changed_at=moved)
    assert browse(coordinator).context["picked"].count == 0
    pick(coordinator, new)
    assert picked(coordinator) == [new]


def test_tick_by_htmx_answers_with_the_bar_alone(coordinator):
    ids = many(coordinator, 3)
    answer = pick(coordinator, *ids, do="", **{"HX-Request": "true"})
    html = answer.content.decode()
    assert "<html" not in html
    assert "<b>3</b> selected" in html


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.ADMINISTRATOR, 302),
        (Role.COORDINATOR, 302),
        (Role.STEERING, 302),
        (Role.VIEWER, 403),
        (Role.PARTNER, 403),
    ],
)
def test_only_who_can_do_something_with_them_may_pick(member, role, status):
    client = member(role)
    organisation = OrganisationFactory(coalition=client.membership.coalition)
    assert pick(client, organisation.pk).status_code == status


def test_viewer_sees_no_ticks_and_steering_no_changes(member):
    viewer, steering = member(Role.VIEWER), member(Role.STEERING)
    for client in (viewer, steering):
        OrganisationFactory(coalition=client.membership.coalition)
        pick(client, Organisation.objects.get(coalition=client.membership.coalition).pk)
    assert "data-pick" not in browse(viewer).content.decode()
    html = browse(steering).content.decode()
    assert "Mail-merge list" in html
    assert "Change them" not in html


def test_list_needs_one_query_more_for_any_number_selected(coordinator, django_assert_num_queries):
    many(coordinator, 1000)
    with django_assert_num_queries(7):
        assert browse(coordinator).context["picked"].count == 0
    pick(coordinator, do="all")
    with django_assert_num_queries(8):
        assert browse(coordinator).context["picked"].count == 1000


def merge_address(client: MemberClient) -> str:
    """Where several are laid side by side, once this product can do that."""
    try:
        return reverse("partners:merge", args=[client.slug])
    except NoReverseMatch:
        return ""


@pytest.mark.parametrize(("number", "can"), [(1, False), (2, True), (11, True)])
def test_two_and_more_can_be_merged(coordinator, number, can):
    ids = many(coordinator, number)
    pick(coordinator, *ids)
    address = merge_address(coordinator)
    html = browse(coordinator).content.decode()
    assert browse(coordinator).context["picked"].can_be_merged is can
    assert ("Merge them" in html) is (can and bool(address))
    if can and address:
        told = "&".join(f"ids={pk}" for pk in ids)
        assert pick(coordinator, *ids, do="merge")["Location"] == f"{address}?{told}"


def test_bar_counts_who_is_there_still_and_says_who_is_retired(coordinator):
    """A colleague has merged one and retired another since they were ticked."""
    one, merged, retired = some(coordinator, 3)
    pick(coordinator, one.pk, merged.pk, retired.pk)
    Organisation.objects.filter(pk=merged.pk).update(merged_into=one)
    assert "<b>2</b> selected" in browse(coordinator).content.decode()
    Organisation.objects.filter(pk=retired.pk).update(retired_on=TODAY, retired_reason="Closed")
    html = browse(coordinator).content.decode()
    assert "<b>2</b> selected" in html
    assert "1 of them retired" in html
