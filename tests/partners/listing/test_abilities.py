"""Partners are found by what they can do and by their part of government, by whoever may read of it."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.permissions import Permission, Role
from partners.models import ProfileRow
from tests.conftest import MemberClient
from tests.factories import ProfileAnswerFactory, ProfileRowFactory
from tests.partners.listing.browsing import add, browse, names

pytestmark = pytest.mark.django_db


@pytest.fixture
def able(coordinator) -> MemberClient:
    """Acorn interprets well, Birch a little, of Cedar only we think so, Dune is good at something else."""
    acorn, birch, cedar, dune, _elm = (
        add(coordinator, name) for name in ("Acorn", "Birch", "Cedar", "Dune", "Elm")
    )
    said = "Interpreting in español"
    ProfileRowFactory(organisation=acorn, words=said, level=3, note="Also signs")
    ProfileRowFactory(organisation=birch, words="Some interpreting", level=1)
    ProfileRowFactory(organisation=birch, words="Vans in español colors", level=3, position=2)
    ProfileRowFactory(organisation=cedar, words=said, level=2, voice="ours")
    ProfileRowFactory(organisation=dune, words="Cooking")
    ProfileRowFactory(organisation=dune, topic="priorities", words="Interpreting for all")
    for organisation, level, voice in (
        (acorn, "city", "theirs"),
        (birch, "county", "theirs"),
        (birch, "state", "ours"),
        (cedar, "city", "ours"),
    ):
        ProfileAnswerFactory(
            organisation=organisation, topic="government", voice=voice, choice=level, text=""
        )
    return coordinator


@pytest.fixture
def viewer(able, member) -> MemberClient:
    return member(Role.VIEWER, coalition=able.membership.coalition)


def downloaded(client: MemberClient, asked: str) -> str:
    answer = client.get(reverse("partners:export", args=[client.slug]) + asked)
    return b"".join(answer.streaming_content).decode()


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("can=INTERPRETING", ["Acorn", "Birch", "Cedar"]),
        ("can=interpreting+espanol", ["Acorn", "Cedar"]),
        ("can=interpreting&can-least=2", ["Acorn", "Cedar"]),
        ("can=interpreting&can-least=3", ["Acorn"]),
        ("can-least=3", ["Acorn", "Birch"]),
        ("can=in", ["Acorn", "Birch", "Cedar"]),
        ("can=also+signs", []),
        ("can=cooking&can-least=1", []),
        ("can=interpreting&can-least=nonsense", ["Acorn", "Birch", "Cedar"]),
        ("can=interpreting&q=birch", ["Birch"]),
        ("government=city", ["Acorn", "Cedar"]),
        ("government=state", ["Birch"]),
        ("government=county&government=city", ["Acorn", "Birch", "Cedar"]),
        ("government=unknown", ["Dune", "Elm"]),
        ("government=unknown&government=county", ["Birch", "Dune", "Elm"]),
        ("government=nonsense", []),
        ("government=city&can=interpreting&can-least=3", ["Acorn"]),
    ],
)
def test_list_is_filtered_by_what_partners_told(able, asked, found):
    assert names(able, f"?{asked}") == found


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("can=interpreting", ["Acorn", "Birch"]),
        ("government=city", ["Acorn"]),
        ("government=state", []),
        ("government=unknown", ["Cedar", "Dune", "Elm"]),
        ("q=interpreting", ["Acorn", "Birch"]),
    ],
)
def test_nobody_finds_by_notes_that_they_may_not_read(viewer, asked, found):
    assert names(viewer, f"?{asked}") == found


def test_whoever_finds_by_what_stands_with_the_people_reads_our_notes():
    for role in Role:
        if Permission.SEE_CONTACT_DETAILS in role.permissions:
            assert Permission.READ_NOTES in role.permissions


def test_search_follows_what_is_told(able):
    assert names(able, "?q=interpreting") == ["Acorn", "Birch", "Cedar"]
    assert names(able, "?q=signs") == ["Acorn"]
    row = ProfileRow.objects.get(words="Cooking")
    row.words = "Baking"
    row.save()
    assert names(able, "?q=baking") == ["Dune"]
    row.delete()
    assert "Dune" not in names(able, "?q=baking")
    dune = row.organisation
    ProfileAnswerFactory(organisation=dune, topic="strengths", text="Good with quince trees")
    assert names(able, "?q=quince") == ["Dune"]


def test_each_level_of_government_says_how_many_it_would_leave(able, viewer):
    def counts(client: MemberClient, address: str) -> dict[str, int]:
        filters = browse(client, address).context["listing"].filters
        chip = next(each for each in filters if each.name == "government")
        return {one.value: one.count for one in chip.choices if one.count}

    every = {"city": 2, "county": 1, "state": 1, "unknown": 2}
    assert counts(able, "") == counts(able, "?government=city") == every
    assert counts(able, "?can=interpreting") == {"city": 2, "county": 1, "state": 1}
    assert counts(viewer, "") == {"city": 1, "county": 1, "unknown": 3}


def test_columns_keep_their_words_apart_from_ours(able, viewer):
    columns = "?columns=name,strengths,our_strengths,government,our_government"
    rows = {row.name: row for row in browse(able, columns).context["listing"].rows}
    assert rows["Acorn"].value("strengths") == "Interpreting in español (others learn from them)"
    assert rows["Birch"].value("strengths") == (
        "Some interpreting (can help), Vans in español colors (others learn from them)"
    )
    assert rows["Dune"].value("strengths") == "Cooking"
    assert rows["Cedar"].value("strengths") == ""
    assert rows["Cedar"].value("our_strengths") == "Interpreting in español (does it well)"
    assert rows["Birch"].value("government") == "County or district"
    assert rows["Birch"].value("our_government") == "State"
    page = browse(viewer, columns)
    shown = [column.key for column in page.context["listing"].columns]
    assert shown == ["name", "strengths", "government"]
    assert "Strengths, our notes" in page.context["listing"].notes[0]


def test_chip_says_what_was_asked_and_can_be_taken_off(able):
    page = browse(able, "?can=interpreting&can-least=2&sort=-name").text
    assert "Can do: “interpreting”, does it well or better" in page
    assert 'href="?sort=-name"' in page
    assert "Can do: others learn from them" in browse(able, "?can-least=3").text


def test_view_keeps_the_question(able):
    asked = {"can": "interpreting", "can-least": "2", "government": "city", "name": "Interpreters"}
    page = able.get(reverse("partners:view_add", args=[able.slug]), asked)
    assert page.status_code == 200
    for part in ("can=interpreting", "can-least=2", "government=city"):
        assert part in page.text


def test_file_has_the_strengths_that_the_list_shows(able):
    told = downloaded(able, "?can=interpreting&can-least=3&columns=name,strengths&format=csv")
    assert "Interpreting in español (others learn from them)" in told
    assert "Birch" not in told


def test_number_of_queries_does_not_grow(able):
    address = "?can=interpreting&can-least=1&government=city&columns=name,strengths,government"

    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            browse(able, address)
        return len(captured)

    queries()
    before = queries()
    for n in range(3):
        one = add(able, f"Fern {n}")
        ProfileRowFactory(organisation=one, words="Interpreting", level=2)
        ProfileAnswerFactory(organisation=one, topic="government", choice="city", text="")
    assert queries() == before
