"""Scores by hand: what they are worth, where they end, and when there is none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from partners.reports.depth.scoring import (
    Gain,
    Named,
    alignment,
    alignment_gains,
    capacity,
    capacity_gains,
    overlap,
    shares,
    worth,
)

OURS = [Named(letter, letter.upper()) for letter in "abcd"]


def named(letters: str) -> list[Named]:
    return [Named(letter, letter.upper()) for letter in letters]


@pytest.mark.parametrize(
    ("number", "weights"), [(1, [1.0]), (2, [2 / 3, 1 / 3]), (3, [3 / 6, 2 / 6, 1 / 6])]
)
def test_order_becomes_weights_that_add_up_to_one(number, weights):
    assert shares(number) == pytest.approx(weights)


def test_first_of_ours_counts_whole_and_the_last_half():
    assert [worth(place, of=3) for place in (1, 2, 3)] == [1, 0.75, 0.5]
    assert worth(1, of=1) == 1


@pytest.mark.parametrize(
    ("theirs", "value"),
    [("ab", 94), ("ba", 89), ("ax", 67), ("xa", 33), ("xy", 0), ("cd", 61), ("abcd", 83)],
)
def test_alignment_is_what_one_reckons_by_hand(theirs, value):
    assert alignment(named(theirs), OURS).value == value


@pytest.mark.parametrize(("theirs", "ours"), [("", "ab"), ("a", "ab"), ("ab", "")])
def test_alignment_of_too_little_is_none_and_not_zero(theirs, ours):
    assert alignment(named(theirs), named(ours)).value is None


def test_alignment_tells_each_line_and_what_they_did_not_name():
    told = alignment(named("bx"), OURS)
    assert [(line.name, line.place, line.our_place) for line in told.lines] == [
        ("B", 1, 2),
        ("X", 2, None),
    ]
    assert sum(line.adds for line in told.lines) == pytest.approx(100 * 2 / 3 * (1 - 0.5 / 3))
    assert told.unshared == ("A", "C", "D")
    assert alignment_gains(told) == [Gain("X", 17)]


@given(st.permutations("abcdxyz"), st.integers(2, 7))
def test_alignment_stays_in_its_range_and_a_shared_one_never_lowers_it(order, number):
    theirs = named("".join(order)[:number])
    told = alignment(theirs, OURS)
    assert 0 <= told.value <= 100
    unknown = next((place for place, one in enumerate(theirs) if one.key in "xyz"), None)
    spare = [one for one in OURS if one not in theirs]
    if unknown is not None and spare:
        taken = [*theirs[:unknown], spare[0], *theirs[unknown + 1 :]]
        assert alignment(taken, OURS).value >= told.value


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [("ab", "ab", 1), ("ab", "xy", 0), ("ab", "ba", 2 / 3), ("abc", "abx", 5 / 6)],
)
def test_overlap_of_two_orders(one, other, expected):
    assert overlap(named(one), named(other)) == pytest.approx(expected)
    assert overlap(named(other), named(one)) == pytest.approx(expected)


def test_overlap_with_somebody_who_said_too_little_is_none():
    assert overlap(named("a"), named("ab")) is None


NEEDS = {"funding": 3, "outreach": 1}


@pytest.mark.parametrize(
    ("levels", "value"),
    [
        ({"funding": 3, "outreach": 3}, 100),
        ({"funding": 0, "outreach": 0}, 0),
        ({"funding": 3, "outreach": 0}, 75),
        ({"funding": 1, "outreach": 2}, 42),
        ({"funding": 2}, 67),
        ({"funding": 2, "research": 3}, 67),
    ],
)
def test_capacity_is_what_one_reckons_by_hand(levels, value):
    assert capacity(levels, NEEDS).value == value


@pytest.mark.parametrize(
    ("levels", "needs"), [({}, NEEDS), ({"outreach": 3}, NEEDS), ({"funding": 3}, {})]
)
def test_capacity_of_too_little_is_none_and_not_zero(levels, needs):
    assert capacity(levels, needs).value is None


def test_capacity_names_what_was_not_asked_and_what_would_raise_it():
    told = capacity({"funding": 2, "outreach": None}, NEEDS)
    assert (told.missing, told.coverage) == (("outreach",), 0.75)
    assert capacity_gains(told) == [Gain("funding", 33)]
