"""Test vectors of the figures of power: pure arithmetic, no data is None."""

from math import exp, log

import pytest

from governance.reports.power.scoring import lead_concentration, parity, share, spread
from partners.reports.composition.measures import effective_number


@pytest.mark.parametrize(("part", "of", "result"), [(3, 4, 0.75), (0, 4, 0.0), (1, 0, None)])
def test_share(part, of, result):
    assert share(part, of=of) == result


@pytest.mark.parametrize(
    ("seats", "members", "result"),
    [
        (0.5, 0.25, 2.0),
        (0.25, 0.25, 1.0),
        (0.0, 0.25, 0.0),
        (0.25, 0.0, None),
        (None, 0.25, None),
        (0.25, None, None),
    ],
)
def test_parity(seats, members, result):
    assert parity(seats, members) == result


def test_member_of_two_groups_counts_half_in_each():
    groups = {1: ("health", "housing"), 2: ("health",), 3: ()}
    assert spread(groups, [1, 2, 3, 4]) == {"health": 1.5, "housing": 0.5}


def test_holder_of_two_seats_counts_twice():
    assert spread({1: ("health",)}, [1, 1]) == {"health": 2.0}


@pytest.mark.parametrize(
    ("holders", "result"),
    [
        ([], None),
        ([1, 1], None),
        ([1, 1, 2], ((1,), 2, 3)),
        ([1, 2, 3, 4], ((1, 2, 3, 4), 1, 4)),
        ([1, 1, 2, 2, 3], ((1, 2), 2, 5)),
    ],
)
def test_lead_concentration(holders, result):
    found = lead_concentration(holders)
    assert (found and (found.largest, found.held, found.of)) == result


def test_lead_concentration_as_a_share():
    assert lead_concentration([1, 1, 2, 3, 4]).share == 0.4


@pytest.mark.parametrize(
    ("sizes", "result"),
    [
        ([1.0] * 8, 8.0),
        ([5.0], 1.0),
        ([], None),
        ([1.5, 0.5], exp(-(0.75 * log(0.75) + 0.25 * log(0.25)))),
    ],
)
def test_effective_sectors_of_seats(sizes, result):
    assert effective_number(sizes) == (result if result is None else pytest.approx(result))
