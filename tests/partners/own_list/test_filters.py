"""Filters, chips and columns of own fields."""

import html
from datetime import date

import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners.models import Organisation, OwnField
from tests.factories import ContactFactory
from tests.partners.listing.browsing import add, browse, names
from tests.partners.own_fields.defining import own


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("?own-readiness=ready", ["Acorn"]),
        ("?own-readiness=ready&own-readiness=willing", ["Acorn", "Birch"]),
        ("?own-readiness=none", ["Cedar"]),
        ("?own-readiness=gone", []),
        ("?own-trained=cooking", ["Acorn", "Birch"]),
        ("?own-trained=walking", ["Acorn"]),
        ("?own-can_host=yes", ["Acorn"]),
        ("?own-can_host=no", ["Birch"]),
        ("?own-can_host=none&own-can_host=no", ["Birch", "Cedar"]),
        ("?own-seats-from=10", ["Acorn"]),
        ("?own-seats-to=9.5", ["Birch"]),
        ("?own-seats-from=9&own-seats-to=1,000", ["Acorn", "Birch"]),
        ("?own-seats-from=many", ["Acorn", "Birch", "Cedar"]),
        ("?own-signed_on-from=2024-05-01&own-signed_on-to=2024-05-01", ["Acorn"]),
        ("?own-signed_on-from=2024-05-02", []),
        ("?own-signed_on-from=2024-13-99", ["Acorn", "Birch", "Cedar"]),
        ("?own-door=cafe", ["Acorn"]),
        ("?own-door=%25", []),
        ("?own-nothing=1", []),
        ("?own-can_host=yes&own-seats-to=100", []),
    ],
)
def test_list_is_narrowed_by_own_fields(three, address, expected):
    assert names(three, address) == expected


@pytest.mark.parametrize(
    ("address", "summary"),
    [
        ("?own-readiness=ready", "Readiness: Ready"),
        ("?own-seats-from=10&own-seats-to=1200", "Seats: 10 to 1200"),
        ("?own-signed_on-from=2024-05-01", "Signed on: from May 1, 2024"),
        ("?own-door=green", "Door: “green”"),
        ("", "Can host: any"),
    ],
)
def test_chip_says_what_is_asked(three, address, summary):
    assert summary in html.unescape(browse(three, address).content.decode())


@pytest.fixture
def with_people(coordinator):
    """At Acorn somebody who cooks and one who has left, at Birch one of whom nothing is known."""
    own(
        coordinator,
        "Trained in",
        subject="contact",
        kind="choices",
        choices="cooking driving",
        is_listed=True,
    )
    acorn, birch = add(coordinator, "Acorn"), add(coordinator, "Birch")
    add(coordinator, "Cedar", own_values={"trained_in": ["driving"]})
    ContactFactory(organisation=acorn, own_values={"trained_in": ["cooking"]})
    ContactFactory(
        organisation=acorn, own_values={"trained_in": ["driving"]}, left_on=date(2026, 1, 1)
    )
    ContactFactory(organisation=birch)
    return coordinator


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("", ["Acorn", "Birch", "Cedar"]),
        ("?own-of-person-trained_in=cooking", ["Acorn"]),
        ("?own-of-person-trained_in=driving", []),
        ("?own-of-person-trained_in=none", ["Birch"]),
        ("?own-trained_in=cooking", []),
    ],
)
def test_list_is_narrowed_by_own_fields_of_the_people_there(with_people, address, expected):
    assert names(with_people, address) == expected


def test_chip_of_a_field_of_people_is_offered_and_says_so(with_people):
    assert "Trained in (of a person)" in browse(with_people).content.decode()


def test_chip_of_a_field_of_people_is_not_for_who_may_not_see_people(with_people, member):
    viewer = member(Role.VIEWER, coalition=with_people.membership.coalition)
    page = browse(viewer, "?own-of-person-trained_in=cooking").content.decode()
    assert "Trained in (of a person)" not in page
    assert names(viewer, "?own-of-person-trained_in=cooking") == []


def test_chip_of_two_ends_is_taken_off_whole(three):
    words = html.unescape(
        browse(three, "?own-seats-from=1&own-seats-to=9&kind=partner").content.decode()
    )
    assert 'class="chip on" href="?kind=partner"' in words


def test_field_outside_the_list_has_a_chip_only_when_the_address_asks(three):
    OwnField.objects.filter(key="seats").update(is_listed=False)
    assert "Seats" not in browse(three).content.decode()
    assert "Seats: from 10" in browse(three, "?own-seats-from=10").content.decode()


def test_columns_show_what_is_said_in_words(three):
    listing = browse(three).context["listing"]
    assert [column.label for column in listing.columns[5:]] == [
        "Readiness",
        "Trained",
        "Can host",
        "Seats",
        "Signed on",
        "Door",
    ]
    assert [cell.value for cell in listing.rows[0].cells[4:]] == [
        "Ready",
        "Walking, Cooking",
        "Yes",
        120,
        date(2024, 5, 1),
        "Green, beside the Café",
    ]
    assert [cell.value or "" for cell in listing.rows[2].cells[4:]] == [""] * 6


def test_column_of_an_own_field_is_chosen_or_left_out_like_any_other(three):
    chosen = browse(three, "?columns=name,own-seats,own-gone,city").context["listing"]
    assert [column.key for column in chosen.columns] == ["name", "own-seats", "city"]
    plain = browse(three, "?columns=name,kind,contact,owner,since").context["listing"]
    assert not [column for column in plain.columns if column.key.startswith("own-")]


def test_view_keeps_the_questions_about_own_fields(three):
    page = browse(three, "?own-seats-from=10&own-can_host=yes")
    said = page.context["listing"].question.parameters()
    assert said["own-seats-from"] == ["10"]
    assert said["own-can_host"] == ["yes"]


def test_list_takes_no_query_more_for_own_fields(coordinator, django_assert_num_queries):
    for number in range(3):
        add(coordinator, f"Partner {number}")
    url = reverse("partners:list", args=[coordinator.slug])
    coordinator.get(url)
    with django_assert_num_queries(7):
        coordinator.get(url)
    own(coordinator, "Seats", kind="number", is_listed=True)
    own(coordinator, "Door", is_listed=True)
    Organisation.objects.update(own_values={"seats": 7, "door": "Green"})
    for address in ("", "?own-seats-from=1&own-door=green"):
        with django_assert_num_queries(7):
            coordinator.get(url + address)


@pytest.mark.parametrize("hidden", ["is_internal", "is_personal"])
def test_viewer_neither_sees_nor_filters_nor_finds_what_is_hidden(member, hidden):
    viewer = member(Role.VIEWER)
    own(viewer, "Readiness", is_listed=True, **{hidden: True})
    add(viewer, "Acorn", own_values={"readiness": "Slowpoke"})
    add(viewer, "Birch")
    assert "Slowpoke" not in browse(viewer).content.decode()
    assert names(viewer, "?own-readiness=slow") == []
    assert names(viewer, "?q=slowpoke") == []
