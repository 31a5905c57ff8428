"""Numbers as people write them."""

from decimal import Decimal

import pytest

from common.text.numbers import read_id, read_ids, read_number, read_page


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("120", "120"),
        (" 1,200 ", "1200"),
        ("1,200.50", "1200.50"),
        ("1.200,50", "1200.50"),
        ("1 200,5", "1200.5"),
        ("12,5", "12.5"),
        ("1.200", "1.200"),
        ("1,200,000", "1200000"),
        ("1.200.000", "1200000"),
        ("$1,200", "1200"),
        ("-3.5", "-3.5"),
        (".5", "0.5"),
        ("12 %", "12"),
    ],
)
def test_number_is_read_however_it_is_written(text, number):
    assert read_number(text) == Decimal(number)


@pytest.mark.parametrize(
    "text", ["", "about 20", "12-14", "1,2,3", "1.2.3", "--3", "1e5", "NaN", "Infinity", "1,20.5,0"]
)
def test_what_is_no_number_is_none(text):
    assert read_number(text) is None


def test_point_parts_thousands_where_the_reader_writes_so():
    assert read_number("1.200", thousands=".") == Decimal(1200)
    assert read_number("1,200", thousands=".") == Decimal("1.200")


@pytest.mark.parametrize(
    ("text", "number"),
    [("17", 17), ("017", 17), ("0", 0), ("9223372036854775807", 9223372036854775807)],
)
def test_id_is_read(text, number):
    assert read_id(text) == number


@pytest.mark.parametrize(
    "text",
    [None, "", " ", "-1", "1.0", "²", "٣", "1_000", "9223372036854775808", "1" * 5000],
)
def test_what_no_id_can_be_is_none(text):
    assert read_id(text) is None


def test_ids_are_read_without_the_rest():
    assert read_ids(["17", "²", "", "18"]) == [17, 18]


@pytest.mark.parametrize(
    ("told", "page"),
    [("3", 3), ("0", 1), ("", 1), (None, 1), ("-2", 1), ("²", 1), ("x", 1), ("99999", 99999)],
)
def test_page_is_read_from_an_address(told, page):
    assert read_page(told) == page


@pytest.mark.parametrize("told", ["100000", "9" * 19, "9" * 5000])
def test_page_that_no_list_has_is_the_first(told):
    assert read_page(told) == 1
