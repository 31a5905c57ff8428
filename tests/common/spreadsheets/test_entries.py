"""Entries of what, a mark and a note come back from a cell as they went."""

import pytest

from common.spreadsheets.entries import Entry, entries_in, in_a_cell


@pytest.mark.parametrize(
    "told",
    [
        [],
        [Entry("Vans")],
        [Entry("Vans", "does it well"), Entry("Cooking", note="in Somali")],
        [Entry("Vans: 3 (blue)", "can help", "by day (only); ask: first")],
        [Entry('"The" quiet; ones'), Entry("a | b", note='"c"')],
    ],
)
def test_entries_come_back_as_they_went(told):
    assert entries_in(in_a_cell(told)) == told


def test_cell_is_plain_where_it_can_be():
    told = [Entry("Vans", "does it well", "by day"), Entry("Cooking")]
    assert in_a_cell(told) == "Vans (does it well): by day; Cooking"


def test_piece_that_is_no_entry_is_left_out():
    assert entries_in("(3); Vans; : note") == [Entry("Vans")]
