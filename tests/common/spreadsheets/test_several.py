"""Several values in one cell go out and come back whole, whatever marks stand in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.spreadsheets.several import parts, together


@pytest.mark.parametrize(
    ("cell", "values"),
    [
        ("Acorn; Oak", ["Acorn", "Oak"]),
        ('"Acorn; the first"; Oak', ["Acorn; the first", "Oak"]),
        ('"The ""Hub"""', ['The "Hub"']),
        ('"Acorn" Street', ['"Acorn" Street']),
        ("Acorn | Oak\nElm", ["Acorn", "Oak", "Elm"]),
        ("; ,", []),
    ],
)
def test_cell_is_parted(cell, values):
    assert [value.strip() for value, _is_quoted in parts(cell)] == values


NAMES = st.text(alphabet='ab ;|,"•·', min_size=1, max_size=12).map(lambda told: told.strip(" ,"))


@given(st.lists(NAMES.filter(bool), max_size=4))
def test_values_come_back_as_they_went(values):
    assert [value.strip(" ") for value, _is_quoted in parts(together(values))] == values
