"""The figures of a table, by the vectors that every implementation must meet."""

from math import isclose

import pytest

from partners.reports.composition.measures import (
    coverage,
    effective_number,
    new_voice_rate,
    single_voices,
)


def test_eight_sectors_of_equal_size_are_eight():
    assert isclose(effective_number([5] * 8), 8.0)


def test_four_organisations_in_one_sector_are_one():
    assert isclose(effective_number([4]), 1.0)


def test_unequal_sectors_are_fewer_than_there_are():
    # p = .5, .3, .2: exp(.5 ln 2 + .3 ln (1/.3) + .2 ln 5) = 2.8001
    assert round(effective_number([50, 30, 20]), 4) == 2.8001


def test_sector_of_nobody_does_not_count():
    assert effective_number([3, 3, 0]) == effective_number([3, 3])


@pytest.mark.parametrize("counts", [[], [0, 0]])
def test_nobody_at_all_is_not_enough_data(counts):
    assert effective_number(counts) is None


def test_coverage_tells_what_is_there_and_what_is_absent():
    found = coverage({"youth": 2, "media": 0, "school": 1})
    assert (found.there, found.absent, found.of) == (("youth", "school"), ("media",), 3)
    assert isclose(found.share, 2 / 3)


def test_coverage_of_nothing_required_is_not_enough_data():
    assert coverage({}) is None


def test_single_voice_is_one_organisation_or_one_person():
    voices = {"renters": (1, 3), "carers": (2, 1), "teenagers": (2, 2), "nobody": (0, 0)}
    assert single_voices(voices) == ("renters", "carers")


def test_organisation_of_which_no_person_is_known_is_one_voice():
    assert single_voices({"renters": (1, 0), "carers": (2, 0)}) == ("renters",)


def test_new_voice_rate_is_what_joined_for_each_that_was_there():
    assert new_voice_rate(joined=5, at_start=20) == 0.25
    assert new_voice_rate(joined=5, at_start=0) is None
