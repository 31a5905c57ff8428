"""Names that people mistype are found; names that only look mistyped are kept apart."""

import pytest

from partners.likeness.blocks import blocks
from partners.likeness.faces import face
from partners.likeness.judging import THRESHOLD, compare, may_be_likely
from partners.likeness.leftover import is_typed_number
from partners.likeness.lexicon import Lexicon
from partners.likeness.names import Kind
from partners.likeness.names import compare as compare_names
from partners.likeness.words import read

SITE = {"websites": ["https://one.example"]}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hearts and Homes for Youth, Inc.", "Hearts and Homes for Youth, Bnc."),
        ("South Baltimore Learning Corporation", "South Baltimore Learning Corporatiox"),
        ("Arc of Elm Park, The", "Arc of Elm Park, Thve"),
        ("Veterans of Foreign Wars, Post #1585", "Veterans of Foreign Wars, Post B1585"),
        ("Vietnam Veterans of America #165", "Vietnam Veterans of America #1t5"),
        ("Law Advocates", "Lawjadyocates"),
        ("Way of Life Mission", "Wayof Life Mission"),
        ("Bar Association of Elm Park", "Elm Park Bar Association"),
    ],
)
def test_slips_of_typing_are_one_name(one, other):
    assert compare(face(names=[one]), face(names=[other])).score >= THRESHOLD
    assert may_be_likely(face(names=[one]), face(names=[other]))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Baltimore Cityihealth Department", "Baltimore County Health Department"),
        ("Baltimore Countyjstate Attorney", "Baltimore City State Attorney"),
        ("Public School 103", "Public School 103A"),
        ("Whatcom Hospice", "Whatcom Hospice Aounaation"),
        ("Re Store", "Resources"),
        ("Tribal Education Department", "Indian Health Departmentx"),
        ("Riverbend Clinic B", "Riverbend Clinic C"),
    ],
)
def test_look_alikes_stay_apart_even_on_one_site(one, other):
    assert compare(face(names=[one], **SITE), face(names=[other], **SITE)).score < THRESHOLD


def test_word_written_on_to_another_is_set_free_before_comparing():
    assert (
        compare(face(names=["Enon Baptist Church"]), face(names=["Zionbaptist Church"])).score
        < THRESHOLD
    )
    assert (
        compare(face(names=["Zion Baptist Church"]), face(names=["Zionbaptist Church"])).score
        > THRESHOLD
    )


def test_word_that_the_list_knows_is_no_slip_of_a_legal_form():
    one, other = read("Comfort, Inc."), read("Comfort Inn")
    assert compare_names(one, other).kind == Kind.SPELLING
    assert compare_names(one, other, lexicon=Lexicon(frozenset({"inn"}))).kind == Kind.LONGER


@pytest.mark.parametrize(
    ("one", "other", "is_slip"),
    [
        ("165", "1t5", True),
        ("1585", "b1585", True),
        ("103", "103a", False),
        ("165", "166", False),
        ("88", "8b", False),
    ],
)
def test_letter_in_a_number_is_a_slip_and_behind_it_a_part(one, other, is_slip):
    assert is_typed_number(one, other) is is_typed_number(other, one) is is_slip


def test_short_name_with_a_slip_needs_two_signs():
    ours, place = {"names": ["Love Inc."], **SITE}, ("12 Elm St", "Elm", "MD", "21204")
    host = compare(face(**ours), face(names=["Lve Inc."], **SITE))
    both = compare(
        face(**ours, addresses=[place]), face(names=["Lve Inc."], **SITE, addresses=[place])
    )
    assert host.score < THRESHOLD <= both.score


def test_short_names_with_a_letter_wrong_meet():
    ours, theirs = (
        blocks(face(names=[name]), lexicon=Lexicon()) for name in ("Novacare", "Novcare")
    )
    assert any(key.startswith("d:") for key in ours & theirs)
