"""What a misspelt word finds, and what it does not: judged word by word."""

import pytest

from tests.partners.listing.browsing import add, browse, names

NAMES = [
    "Castañeda Family Fund",
    "Community Church of Maryland",
    "Farm Market Meeting House",
    "Faith & Food",
    "Health Counseling Associates",
    "Occupational Training Center",
    "Sunnybrook Youth House",
    "Transportation Alliance",
]


@pytest.fixture
def listed(coordinator):
    for name in NAMES:
        add(coordinator, name)
    return coordinator


def nearest(client, typed: str) -> list[str]:
    listing = browse(client, f"?q={typed}").context["listing"]
    assert listing.is_nearest is bool(listing.rows)
    return [row.name for row in listing.rows]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        # four and five letters
        ("fodo", "Faith & Food"),
        ("foodd", "Faith & Food"),
        ("fath", "Faith & Food"),
        ("yuoth", "Sunnybrook Youth House"),
        ("helth", "Health Counseling Associates"),
        ("afrm", "Farm Market Meeting House"),
        # two letters swapped
        ("chruch", "Community Church of Maryland"),
        ("marlyand", "Community Church of Maryland"),
        ("tranpsortation", "Transportation Alliance"),
        # one missing, one too many, one wrong
        ("comunity", "Community Church of Maryland"),
        ("sunybrook", "Sunnybrook Youth House"),
        ("traininng", "Occupational Training Center"),
        ("markat", "Farm Market Meeting House"),
        ("hhealth", "Health Counseling Associates"),
        ("yealth", "Health Counseling Associates"),
        # a space too few, and accents beside a slip
        ("youthhouse", "Sunnybrook Youth House"),
        ("castañdea", "Castañeda Family Fund"),
        ("Castanneda", "Castañeda Family Fund"),
        ("CHRUCH", "Community Church of Maryland"),
        # two slips in a long word
        ("sunnibroook", "Sunnybrook Youth House"),
        ("counciling", "Health Counseling Associates"),
        ("ocupatoinal", "Occupational Training Center"),
        # several words, of which some are spelt well, and one that is not typed to its end
        ("church comunity", "Community Church of Maryland"),
        ("brook yuoth", "Sunnybrook Youth House"),
        ("sunybro", "Sunnybrook Youth House"),
    ],
)
def test_slip_is_forgiven(listed, typed, name):
    assert nearest(listed, typed) == [name]


@pytest.mark.parametrize(
    "typed",
    [
        "cooking",
        "marketing",
        "farming",
        "trading",
        "wood",
        "fod",  # three letters tell too little
        "mouse",
        "wealthy",
        "truck",
        "immunity",
        "accounting",
        "vocational",
        "association of farmers",
        "helth marketing",
        "2011",
    ],
)
def test_other_word_finds_nothing(listed, typed):
    assert nearest(listed, typed) == []


def test_number_with_a_wrong_figure_is_another_number(coordinator):
    add(coordinator, "Local 12345")
    assert names(coordinator, "?q=12354") == []


def test_nearest_of_several_come_first(coordinator):
    for name in ("Heath House", "Health House", "Helping Hands"):
        add(coordinator, name)
    assert nearest(coordinator, "heaath") == ["Heath House", "Health House"]


@pytest.mark.parametrize("typed", ["⁇ℂℍ", "（food", "fo[od", "f*od", "ŉŉŉŉ", "x" * 60, "\\food"])
def test_odd_signs_in_a_misspelt_word_break_nothing(listed, typed):
    assert nearest(listed, typed) == []
