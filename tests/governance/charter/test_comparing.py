"""What changed between two versions, word by word."""

import pytest

from governance.models.charter.versions import Evidence, source_of
from governance.reports.charter.comparing import GONE, NEW, SAME, word_by_word


def told(before, after):
    return [(run.kind, run.words) for run in word_by_word(before, after)]


def test_one_word_that_changed_stands_between_what_is_the_same():
    assert told("Fresh food for all", "Cheap food for all") == [
        (GONE, "Fresh"),
        (NEW, "Cheap"),
        (SAME, " food for all"),
    ]


def test_words_side_by_side_are_one_change():
    assert told("the red old car", "the blue new car") == [
        (SAME, "the "),
        (GONE, "red old"),
        (NEW, "blue new"),
        (SAME, " car"),
    ]


def test_first_version_is_all_new():
    assert told("", "We begin") == [(NEW, "We begin")]


def test_lines_are_kept_whatever_a_browser_sends():
    assert told("one\ntwo", "one\r\ntwo") == [(SAME, "one\ntwo")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a b c", "c b a"),
        ("We meet.\n\nWe decide.", "We meet often.\n\nThen we decide."),
        ("", ""),
        ("gone", ""),
        ("x  y", "x y"),
    ],
)
def test_runs_read_as_either_version(before, after):
    runs = word_by_word(before, after)
    assert "".join(run.words for run in runs if run.kind != NEW) == before
    assert "".join(run.words for run in runs if run.kind != GONE) == after


@pytest.mark.parametrize(
    ("line", "source"),
    [
        (
            "Health atlas 2024: https://a.example/b",
            Evidence("Health atlas 2024", "https://a.example/b"),
        ),
        ("https://a.example/b", Evidence("https://a.example/b", "https://a.example/b")),
        ("The parish survey, on paper", Evidence("The parish survey, on paper", "")),
        ("See (https://a.example/b).", Evidence("See", "https://a.example/b")),
    ],
)
def test_line_of_evidence_is_words_and_an_address(line, source):
    assert source_of(line) == source
