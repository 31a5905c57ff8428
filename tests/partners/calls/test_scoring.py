"""The arithmetic of scores: weighted means, spread, and nothing where there is not enough."""

import pytest

from partners.reports.calls.scoring import Tally, tally_of, total_of, weighted

WEIGHTS = {1: 50, 2: 30, 3: 20}
ANA, BEN = {1: 4, 2: 2, 3: 1}, {1: 2, 2: 2, 3: 3}


def test_weighted_score_counts_each_criterion_by_its_weight():
    assert weighted(ANA, WEIGHTS) == pytest.approx(2.8)
    assert weighted(BEN, WEIGHTS) == pytest.approx(2.2)


def test_total_is_the_weighted_mean_of_the_means():
    total = total_of([ANA, BEN], WEIGHTS)
    means = sum(tally_of([ANA, BEN], one).mean * weight for one, weight in WEIGHTS.items()) / 100
    assert total.mean == pytest.approx(2.5)
    assert total.mean == pytest.approx(means)
    assert (total.low, total.high) == (pytest.approx(2.2), pytest.approx(2.8))
    assert total.spread == pytest.approx(0.6)
    assert not total.is_wide


@pytest.mark.parametrize("given", [(), (3.0,)])
def test_below_two_reviewers_there_is_not_enough_data(given):
    tally = Tally(given)
    assert (tally.mean, tally.low, tally.high, tally.spread) == (None, None, None, None)
    assert tally.number == len(given)


def test_a_point_between_reviewers_is_far_apart():
    assert Tally((2.0, 3.0)).is_wide
    assert not Tally((2.5, 3.0)).is_wide


def test_criterion_that_was_not_scored_is_an_error_not_a_zero():
    with pytest.raises(KeyError):
        weighted({1: 4}, WEIGHTS)
