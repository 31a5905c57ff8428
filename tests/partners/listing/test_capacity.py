"""Partners are found by the kinds of capacity of which they have some, in the words of either language."""

import pytest
from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from accounts.permissions import Role
from partners.models.depth import Capacity
from tests.conftest import MemberClient
from tests.factories import ProfileRowFactory
from tests.partners.listing.browsing import add, browse, names


def give(organisation, kind: str, level: int | None, **fields):
    return ProfileRowFactory(
        organisation=organisation, topic="capacity", kind=kind, words="", level=level, **fields
    )


@pytest.fixture
def giving(coordinator) -> MemberClient:
    """Acorn has plenty of media, Birch some, Cedar a little, Dune none, of Elm only we think so."""
    acorn, birch, cedar, dune, elm, fern = (
        add(coordinator, name) for name in ("Acorn", "Birch", "Cedar", "Dune", "Elm", "Fern")
    )
    give(acorn, "marketing", 3, note="A radio hour")
    give(birch, "marketing", 2)
    give(birch, "people", 2, position=2)
    give(cedar, "marketing", 1)
    give(dune, "marketing", 0)
    give(elm, "marketing", 3, voice="ours")
    give(fern, "marketing", None)
    return coordinator


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("q=marketing", ["Acorn", "Birch", "Elm"]),
        ("q=mercadeo", ["Acorn", "Birch", "Elm"]),
        ("q=radio", ["Acorn"]),
        ("q=voluntarios", ["Birch"]),
        ("q=marketting", ["Birch", "Elm", "Acorn"]),
        ("can=MARKETING", ["Acorn", "Birch", "Elm"]),
        ("can=medios", ["Acorn", "Birch", "Elm"]),
        ("can=media+marketing", ["Acorn", "Birch", "Elm"]),
        ("can=me", ["Acorn", "Birch", "Elm"]),
        ("can=marketing+volunteers", []),  # no one kind says both
        ("can=volunteers&q=birch", ["Birch"]),
        ("can=marketing&can-least=1", []),  # an amount is not how good they are
        ("can=policy", []),
    ],
)
def test_partner_is_found_by_a_kind_of_which_they_have_some(giving, asked, found):
    assert sorted(names(giving, f"?{asked}")) == sorted(found)


@pytest.mark.parametrize("asked", ["q=marketing", "can=marketing"])
def test_nobody_finds_by_notes_on_capacity_that_they_may_not_read(giving, member, asked):
    viewer = member(Role.VIEWER, coalition=giving.membership.coalition)
    assert names(viewer, f"?{asked}") == ["Acorn", "Birch"]


def test_search_follows_what_is_told_of_capacity(coordinator):
    row = give(add(coordinator, "Acorn"), "places", 2)
    assert names(coordinator, "?q=vehicles") == ["Acorn"]
    row.level = 1
    row.save()
    assert names(coordinator, "?q=vehicles") == []
    row.level = 3
    row.save()
    assert names(coordinator, "?q=vehiculos") == ["Acorn"]
    row.delete()
    assert names(coordinator, "?q=vehicles") == []


def test_words_of_search_are_those_of_the_pages_in_each_language(db):
    for kind in Capacity:
        with connection.cursor() as cursor:
            cursor.execute("SELECT capacity_words(%s)", [kind.value])
            found = cursor.fetchone()[0]
        shown = []
        for language, _name in settings.LANGUAGES:
            with translation.override(language):
                shown.append(str(kind.label))
        assert found.split("\n") == shown


def test_palette_finds_by_capacity(giving):
    page = giving.get(reverse("dashboard:search", args=[giving.slug]), {"q": "marketing"})
    assert "Acorn" in page.text
    assert "Cedar" not in page.text


def test_number_of_queries_does_not_grow_with_capacity(giving):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            browse(giving, "?can=marketing")
        return len(captured)

    queries()
    before = queries()
    for n in range(3):
        give(add(giving, f"Gorse {n}"), "marketing", 2)
    assert queries() == before
