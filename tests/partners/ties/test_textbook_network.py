"""Two files of the shape of a published survey, brought in as they are: the figures are those of a textbook.

Everything expected here was computed by hand after Freeman 1978, from this picture of who is in contact:

    Ash – Elm       Ash, Elm and Fir know each other, Fir knows Oak, Oak knows Yew:
      \\  /          5 of 10 possible ties, degrees 2, 2, 3, 2 and 1.
       Fir – Oak – Yew
"""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from tests.factories import CoalitionFactory
from tests.partners.importing import csv_text

pytestmark = pytest.mark.django_db

ORGANISATIONS = csv_text(
    ["node_id", "name", "agency_cat", "agency_lvl", "lead_agency", "tob_yrs"],
    ["1", "Ash", "Lead agency", "State", "1", "21.0"],
    ["2", "Elm", "Contractor", "State", "0", "9.0"],
    ["3", "Fir", "Contractor", "Local", "0", "4.0"],
    ["4", "Oak", "Coalition", "Local", "0", "7.0"],
    ["5", "Yew", "Coalition", "Local", "0", "1.0"],
)
TIES = csv_text(
    ["source", "target", "source_name", "target_name", "contact", "collaborate", "dissemination",
     "distance_miles", "contact_label", "collaborate_label"],
    ["1", "2", "Ash", "Elm", "5.0", "4.0", "1.0", "1.9", "Daily", "On several projects"],
    ["1", "3", "Ash", "Fir", "4.0", "2.0", "1.0", "9.5", "Weekly", "Informally"],
    ["2", "3", "Elm", "Fir", "2.0", "0.0", "0.0", "3.0", "Quarterly", "Not at all"],
    ["3", "4", "Fir", "Oak", "3.0", "3.0", "0.0", "8.1", "Monthly", "On one project"],
    ["4", "5", "Oak", "Yew", "1.0", "", "0.0", "7.7", "Yearly", ""],
)  # fmt: skip
DEGREES = {"Ash": 2, "Elm": 2, "Fir": 3, "Oak": 2, "Yew": 1}
# Of the 6 pairs of others, the share whose shortest way leads through it.
BETWEENNESS = {"Ash": 0, "Elm": 0, "Fir": 4 / 6, "Oak": 3 / 6, "Yew": 0}
# 4 others, divided by the sum of the distances to them.
CLOSENESS = {"Ash": 4 / 7, "Elm": 4 / 7, "Fir": 4 / 5, "Oak": 4 / 6, "Yew": 4 / 9}


def said(command: str, *args: object) -> dict:
    out = StringIO()
    call_command(command, "survey", *map(str, args), "--json", stdout=out)
    return json.loads(out.getvalue())


@pytest.fixture
def brought_in(tmp_path) -> tuple[dict, dict]:
    """Both files, with no word on what their columns hold."""
    CoalitionFactory(slug="survey")
    reports = []
    for command, text in (("import_partners", ORGANISATIONS), ("import_ties", TIES)):
        file = tmp_path / f"{command}.csv"
        file.write_text(text)
        reports.append(said(command, file))
    return reports[0], reports[1]


def measured(*args: object) -> dict:
    return said("network_measures", *args)


def by_name(told: dict, figure: str) -> dict[str, float]:
    return {one["name"]: one[figure] for one in told["organisations"]}


def test_files_come_in_without_a_mapping(brought_in):
    partners, ties = brought_in
    assert (partners["new"], partners["rejected"]) == (5, 0)
    assert (ties["new"], ties["rejected"]) == (5, 0)


def test_measures_of_the_whole_are_those_of_the_textbook(brought_in):
    told = measured("--relation", "contact")
    assert (told["nodes"], told["ties"], told["components"], told["isolates"]) == (5, 5, 1, 0)
    assert told["density"] == pytest.approx(5 / 10)
    assert told["average_degree"] == pytest.approx(2.0)
    # (1 + 1 + 0 + 1 + 2) of at most (5 - 1) (5 - 2)
    assert told["centralisation"] == pytest.approx(5 / 12)
    # One triangle, which is three of the six pairs that share a partner.
    assert told["transitivity"] == pytest.approx(3 / 6)


def test_measures_of_each_are_those_of_the_textbook(brought_in):
    told = measured("--relation", "contact")
    assert by_name(told, "degree") == DEGREES
    assert by_name(told, "betweenness") == pytest.approx(BETWEENNESS)
    assert by_name(told, "closeness") == pytest.approx(CLOSENESS)


def test_least_level_leaves_two_pairs_and_one_alone(brought_in):
    told = measured("--relation", "collaborate", "--min-level", "3")
    assert (told["nodes"], told["ties"], told["components"], told["isolates"]) == (5, 2, 3, 1)
    assert told["density"] == pytest.approx(2 / 10)
    assert told["centralisation"] == pytest.approx(1 / 12)
    assert by_name(told, "degree") == {"Ash": 1, "Elm": 1, "Fir": 1, "Oak": 1, "Yew": 0}
    assert set(by_name(told, "betweenness").values()) == {0}
