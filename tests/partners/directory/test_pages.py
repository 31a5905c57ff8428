"""How the directory is filed and printed: by first letter, and long entries over several pages."""

import pytest

from tests.factories import ContactFactory
from tests.partners.directory.pages import YES, pdf
from tests.partners.listing.browsing import add, browse

pytestmark = pytest.mark.django_db


def test_marks_in_front_of_a_name_do_not_decide_its_letter(coordinator):
    for name in ("Valley", "¡Vamos! Salud", "“Zebra” Club", "(The) Yard", "12 Oaks", "Tulip"):
        add(coordinator, name)
    _reader, text = pdf(coordinator)
    told = ["12 Oaks", "(The) Yard", "Tulip", "Valley", "¡Vamos! Salud", "“Zebra” Club"]
    assert sorted(told, key=text.rindex) == told
    letters = [line for line in text.splitlines() if line in ("0–9", "T", "V", "Z")]
    assert letters == ["0–9", "T", "V", "Z"]


def test_entry_of_many_people_goes_on_overleaf(coordinator):
    one = add(coordinator, "Residents")
    for number in range(90):
        ContactFactory(organisation=one, name=f"Person {number:02}", **YES)
    reader, text = pdf(coordinator)
    assert all(f"Person {number:02}" in text for number in range(90))
    holding = [page for page in reader.pages if "Person" in page.extract_text()]
    assert len(holding) > 1


def test_download_says_what_it_leaves_out(coordinator):
    add(coordinator, "Cedar")
    page = browse(coordinator).content.decode()
    assert "Up to 4 people and one address of each partner." in page
