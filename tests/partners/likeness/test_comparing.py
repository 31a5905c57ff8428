"""What is alike, what is not, and properties of both."""

import pytest
from hypothesis import given

from partners.likeness.blocks import WEAK_BLOCKS, blocks
from partners.likeness.faces import face
from partners.likeness.judging import THRESHOLD, compare
from partners.likeness.lexicon import Lexicon, lexicon
from partners.likeness.names import Kind
from partners.likeness.names import compare as compare_names
from partners.likeness.words import read
from tests.partners.likeness.faces import APART, FACE, NAME

SAME = [
    ("Arc of Baltimore, The", "The ARC of Baltimore, Inc."),
    ("Johns Hopkins Hosp.", "Johns Hopkins Hospital"),
    ("Riverbend Food Bank", "Riverbend Foodbank Inc"),
    ("Northgate Grocers Co-op", "Northgate Grocers Cooperative"),
    ("Garrett Co. Community Action", "Garrett County Community Action"),
    ("Chase Brexton Health Services", "Chase Braxton Health Service"),
    ("Heartly  House, Inc.", "HEARTLY HOUSE INC"),
    ("Dept. of Aging", "Department of Aging"),
    ("St. Vincent de Paul", "Saint Vincent De Paul"),
    ("Second Chance", "2nd Chance"),
    ("Balto. City Health Dept", "Baltimore City Health Department"),
    ("Organización Latina", "Organizacion Latina"),
    ("Boys & Girls Club of Elm Park", "Boys and Girls Club of Elm Park"),
    ("Riverbend Tenants Union", "Riverbend Tenant Union"),
    ("NAMI", "National Alliance on Mental Illness"),
    ("Advanced Micro Devices (AMD)", "Advanced Micro Devices"),
    ("North Shore Clinic", "Riverbend (formerly North Shore Clinic)"),
    ("Riverbend Community Services", "RCS dba Riverbend Community Services"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_same_organisation_is_met(one, other):
    assert compare(face(names=[one]), face(names=[other])).score >= THRESHOLD
    assert are_worth_comparing(one, other)


def are_worth_comparing(one: str, other: str) -> bool:
    """As the database joins blocks: one of a strong kind, or two; initials meet who goes by them."""
    ours, theirs = (blocks(face(names=[name]), lexicon=Lexicon()) for name in (one, other))
    initials = {key[2:] for key in ours | theirs if key.startswith("i:")}
    by_initials = {key[2:] for key in ours | theirs if key.startswith("a:")} & initials
    shared = {key for key in ours & theirs if not key.startswith("i:")}
    return bool(
        len(shared) > 1
        or by_initials
        or any(key.split(":")[0] not in WEAK_BLOCKS for key in shared)
    )


@pytest.mark.parametrize(("one", "other"), APART)
def test_look_alikes_stay_apart(one, other):
    assert compare(face(names=[one]), face(names=[other])).score < THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Baltimore City Health Department", "Baltimore County Health Department"),
        ("St. Mary's Church", "St. Mary's School"),
        ("Mercy Hospital", "Mercy Hospital Foundation"),
        ("University of Maryland", "University of Maryland at Baltimore"),
    ],
)
def test_look_alikes_of_one_site_stay_apart(one, other):
    site = {"websites": ["https://one.example"]}
    assert compare(face(names=[one], **site), face(names=[other], **site)).score < THRESHOLD


STREET = {"addresses": [("12 Elm St., Suite 4", "Towson", "MD", "21204")]}
ALSO_STREET = {"addresses": [("12 elm street", "", "", "21204-1234")]}
OLD = {"names": ["North Shore Clinic"], "phones": ["(410) 555-0100"], "websites": ["n.example"]}
NEW = {"names": ["Riverbend"], "phones": ["4105550100"], "websites": ["http://www.n.example/"]}
BAKERY = {"names": ["Quince Bakery"], "emails": ["a@b.example"]}
ZEPHYR = {"names": ["Zephyr"], "emails": ["A@b.example"]}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            {"names": ["Planned Parenthood"]} | STREET,
            {"names": ["Planned Parenthood (Towson)"]} | ALSO_STREET,
        ),
        (BAKERY, ZEPHYR),
        ({"names": ["Oak Hill", "OHS"]}, {"names": ["O.H.S."]}),
        (OLD | STREET, NEW | ALSO_STREET),
    ],
)
def test_what_they_share_settles_it(ours, theirs):
    assert compare(face(**ours), face(**theirs)).score >= THRESHOLD


def test_same_name_in_another_place_is_less_certain():
    here = face(names=["Hope House"], addresses=[("", "Towson", "MD", "")])
    there = face(names=["Hope House"], addresses=[("", "Essex", "MD", "")])
    certain, less = compare(here, here), compare(here, there)
    assert certain.score > less.score >= THRESHOLD
    assert [reason.kind for reason in less.reasons] == ["same_name", "elsewhere"]


# ---------------------------------------------------------------- what the list teaches


def test_list_teaches_which_words_are_slips_and_which_are_not():
    taught = lexicon(
        {"community": 40, "comunity": 2, "marion": 3, "martin": 3, "school": 27, "schoo": 3}
    )
    assert taught.meant == {"comunity": "community", "schoo": "school"}
    assert taught.own == {"community", "marion", "martin", "school"}


def test_two_slips_of_one_word_meet_where_the_list_knows_it():
    one, other = read("Whatcm Courthouse Vcenter"), read("Whtcom Courthouse Vcenter")
    assert compare_names(one, other).kind == Kind.RESEMBLING
    taught = lexicon({"whatcom": 30, "whatcm": 1, "whtcom": 1})
    assert compare_names(one, other, lexicon=taught).kind == Kind.SPELLING


@given(FACE, FACE)
def test_likeness_is_the_same_from_both_sides_and_from_0_to_1(one, other):
    likeness = compare(one, other)
    assert 0 <= likeness.score <= 1
    assert compare(other, one) == likeness


@given(FACE)
def test_likeness_with_itself_is_as_good_as_certain(one):
    assert compare(one, one).score >= 0.9


@given(NAME)
def test_reading_a_name_twice_changes_nothing(name):
    once = read(name)
    assert (
        read(" ".join(once.words)).words == read(" ".join(read(" ".join(once.words)).words)).words
    )
