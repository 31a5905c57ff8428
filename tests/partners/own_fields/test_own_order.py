"""The list by what own fields say: each kind in its natural order, what is not known last."""

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.permissions import Role
from partners.models import OwnField
from tests.conftest import MemberClient
from tests.factories import MembershipFactory
from tests.partners.listing.browsing import add, browse, names
from tests.partners.own_fields.defining import own

KINDS = (
    ("Readiness", "choice", "willing ready able"),
    ("Trained", "choices", "walking cooking"),
    ("Can host", "yes_no", ""),
    ("Seats", "number", ""),
    ("Signed on", "date", ""),
    ("Door", "text", ""),
)


@pytest.fixture
def five(coordinator):
    """Two that say the same, two that say otherwise, one of whom nothing is known."""
    for label, kind, choices in KINDS:
        own(coordinator, label, kind=kind, choices=choices, is_listed=True)
    said = {
        "Birch": ["ready", ["cooking"], True, 9, "2024-05-01", "écluse"],
        "Acorn": ["ready", ["cooking"], True, 9, "2024-05-01", "Écluse"],
        "Cedar": ["willing", ["walking", "cooking"], False, 100, "1999-12-31", "zinc"],
        "Elm": ["able", ["walking"], False, -2.5, "2026-01-01", "Alder"],
    }
    keys = ["readiness", "trained", "can_host", "seats", "signed_on", "door"]
    for name, values in said.items():
        add(coordinator, name, own_values=dict(zip(keys, values, strict=True)))
    add(coordinator, "Dogwood")
    return coordinator


@pytest.mark.parametrize(
    ("key", "rising"),
    [
        ("readiness", ["Cedar", "Acorn", "Birch", "Elm"]),
        ("trained", ["Cedar", "Elm", "Acorn", "Birch"]),
        ("can_host", ["Acorn", "Birch", "Cedar", "Elm"]),
        ("seats", ["Elm", "Acorn", "Birch", "Cedar"]),
        ("signed_on", ["Cedar", "Acorn", "Birch", "Elm"]),
        ("door", ["Elm", "Acorn", "Birch", "Cedar"]),
    ],
)
def test_list_by_an_own_field_ends_with_those_of_whom_nothing_is_known(five, key, rising):
    assert names(five, f"?sort=own-{key}") == [*rising, "Dogwood"]
    falling = names(five, f"?sort=-own-{key}")
    assert falling[-1] == "Dogwood"
    # Who says the same stands by name in both directions.
    assert falling.index("Acorn") + 1 == falling.index("Birch")
    assert set(falling[:2]) != set(rising[:2]) or key == "trained"


def test_head_of_an_own_column_sorts_and_says_how_it_is_sorted(five):
    page = browse(five, "?sort=own-seats").content.decode()
    head = page[page.index("<thead>") : page.index("</thead>")]
    assert 'aria-sort="ascending" class="num"' in head
    assert "sort=-own-seats" in head
    assert "Seats, lowest first" in page
    assert "Seats, highest first" in page


def test_file_follows_the_order_of_the_list(five):
    url = reverse("partners:export", args=[five.slug])
    answer = five.get(url, {"sort": "-own-seats", "columns": "name,own-seats", "format": "csv"})
    told = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = [row[0] for row in csv.reader(io.StringIO(told))][1:]
    assert rows == ["Cedar", "Acorn", "Birch", "Elm", "Dogwood"]


def test_groups_and_board_stand_by_the_own_field_too(five):
    assert names(five, "?group=kind&sort=-own-seats") == [
        "Cedar",
        "Acorn",
        "Birch",
        "Elm",
        "Dogwood",
    ]
    assert names(five, "?layout=board&sort=own-seats") == [
        "Elm",
        "Acorn",
        "Birch",
        "Cedar",
        "Dogwood",
    ]


def test_view_keeps_the_order(five):
    add_url = reverse("partners:view_add", args=[five.slug])
    five.post(add_url, {"name": "Big rooms", "address": "sort=-own-seats"})
    view = browse(five).context["bar"].tabs[1]
    assert "sort=-own-seats" in five.get(view.url)["Location"]


@pytest.mark.parametrize("order", ["own-nothing", "own-", "-own-Seats;--", "own-seats,pk"])
def test_order_that_is_not_there_is_by_name(five, order):
    assert names(five, f"?sort={order}") == ["Acorn", "Birch", "Cedar", "Dogwood", "Elm"]


def test_retired_field_sorts_no_more_and_the_page_says_so(five):
    OwnField.objects.filter(key="seats").update(retired_on="2026-05-01")
    page = browse(five, "?sort=own-seats")
    assert names(five, "?sort=own-seats") == ["Acorn", "Birch", "Cedar", "Dogwood", "Elm"]
    assert "is not here for you" in page.content.decode()


def test_field_that_a_viewer_does_not_see_tells_nothing_by_its_order(five):
    OwnField.objects.filter(key="seats").update(is_internal=True)
    coalition = five.membership.coalition
    viewer = MemberClient.of(MembershipFactory(coalition=coalition, role=Role.VIEWER))
    page = browse(viewer, "?sort=own-seats")
    assert names(viewer, "?sort=own-seats") == ["Acorn", "Birch", "Cedar", "Dogwood", "Elm"]
    assert "is not here for you" in page.content.decode()


def test_sorted_list_needs_as_many_queries_as_one_by_name(five, django_assert_num_queries):

    with CaptureQueriesContext(connection) as by_name:
        browse(five, "?sort=-name")
    with django_assert_num_queries(len(by_name)):
        browse(five, "?sort=own-door")
