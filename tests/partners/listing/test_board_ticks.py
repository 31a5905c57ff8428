"""Ticks on the cards of a board: the same selection as that of the table."""

import html
import re

import pytest
from django.urls import reverse

from accounts.permissions import Role
from tests.partners.listing.browsing import browse
from tests.partners.selecting import many, pick, picked, some

pytestmark = pytest.mark.django_db
BOARD = "?layout=board"


def ticks(client, address: str = BOARD) -> dict[int, bool]:
    """Which partners can be ticked on the page, and whether they are."""
    page = browse(client, address).content.decode()
    found = re.findall(r'name="ids" value="(\d+)" form="selection" data-pick( checked)?', page)
    return {int(pk): bool(checked) for pk, checked in found}


def test_card_is_ticked_when_it_was_ticked_in_the_table(coordinator):
    first, second = many(coordinator, 2)
    pick(coordinator, first, shown=[first, second])
    assert ticks(coordinator) == {first: True, second: False}


def test_tick_of_the_board_is_there_in_the_table_and_leads_to_a_bulk_edit(coordinator):
    first, second = some(coordinator, 2)
    answer = pick(coordinator, second.pk, shown=[first.pk, second.pk], do="own", address=BOARD)
    assert picked(coordinator) == [second.pk]
    assert ticks(coordinator, "") == {first.pk: False, second.pk: True}
    assert answer["Location"].startswith(reverse("partners:bulk_start", args=[coordinator.slug]))
    assert "back=layout%3Dboard" in answer["Location"]


def test_what_was_ticked_on_other_pages_stays_when_a_card_is_ticked(coordinator):
    elsewhere = many(coordinator, 1, kind="stakeholder")
    pick(coordinator, *elsewhere)
    here = many(coordinator, 1, kind="prospect")
    pick(coordinator, *here, do="keep", address=f"{BOARD}&kind=prospect")
    assert picked(coordinator) == sorted(elsewhere + here)


def test_all_found_are_more_than_the_board_has_cards_for(coordinator):
    many(coordinator, 30)
    page = browse(coordinator, BOARD)
    assert len(page.context["picked"].shown) == 20
    said = html.unescape(page.content.decode())
    assert "Select all 20 on this page" in said
    assert "All 30 found" in said
    pick(coordinator, do="all", address=BOARD)
    assert len(picked(coordinator)) == 30


def test_bar_says_how_many_are_selected_after_a_tick(coordinator):
    first, second = many(coordinator, 2)
    answer = pick(
        coordinator, first, shown=[first, second], do="", address=BOARD, hx_request="true"
    )
    assert "<b>1</b> selected" in answer.content.decode()


@pytest.mark.parametrize(("role", "can"), [(Role.STEERING, True), (Role.VIEWER, False)])
def test_cards_have_ticks_for_who_can_do_something_with_them(member, role, can):
    client = member(role)
    many(client, 2)
    assert bool(ticks(client)) is can


def test_board_asks_as_often_for_one_card_as_for_many(coordinator, django_assert_max_num_queries):
    many(coordinator, 30)
    with django_assert_max_num_queries(12):
        browse(coordinator, BOARD)
