"""Partners are found by what their own fields say, in the words that somebody would type."""

import pytest
from django.core.management import call_command
from django.db import connection

from accounts.permissions import Role
from partners import operations
from partners.models import Organisation, OwnField
from partners.operations.own_fields import Definition
from tests.factories import ContactFactory, PersonFactory
from tests.partners.listing.browsing import add, names
from tests.partners.own_fields.defining import own

pytestmark = pytest.mark.django_db

KINDS = [
    ("Door", "text", ""),
    ("Readiness", "choice", "willing leading"),
    ("Trained", "choices", "walking cooking"),
    ("Room", "link", ""),
    ("Seats", "number", ""),
    ("Notes", "long_text", ""),
    ("Signed", "date", ""),
    ("Can host", "yes_no", ""),
]
VALUES = {
    "door": "Emerald gate",
    "readiness": "leading",
    "trained": ["walking"],
    "room": "https://rooms.example",
    "seats": 4711,
    "notes": "Ring twice.\nThe Azalea hall is upstairs.",
    "signed": "2024-05-01",
    "can_host": True,
}


@pytest.fixture
def told(coordinator):
    for label, kind, choices in KINDS:
        own(coordinator, label, kind=kind, choices=choices)
    add(coordinator, "Acorn", own_values=VALUES)
    add(coordinator, "Birch", own_values={"can_host": False, "seats": 9.5})
    return coordinator


@pytest.mark.parametrize(
    "words",
    [
        *("emerald", "leading", "walking", "rooms.example", "azalea"),
        *("4711", "4,711", "4.711"),
        *("2024-05-01", "May 1, 2024", "5/1/2024", "1 de mayo de 2024", "may 2024"),
        *("can host yes", "can host sí"),
    ],
)
def test_partner_is_found_by_every_kind_of_field(told, words):
    assert names(told, f"?q={words}") == ["Acorn"]


@pytest.mark.parametrize(
    ("words", "expected"), [("9.5", ["Birch"]), ("can host no", ["Birch"]), ("cooking", [])]
)
def test_what_a_partner_does_not_say_does_not_find_it(told, words, expected):
    assert names(told, f"?q={words}") == expected


@pytest.mark.parametrize("day", ["2024-13-99", "soon"])
def test_what_is_no_day_stops_nobody_from_saving(told, day):
    Organisation.objects.filter(name="Birch").update(own_values={"signed": day, "seats": "many"})
    assert names(told, "?q=Birch") == ["Birch"]


def test_long_text_about_people_is_found_by_who_may_see_people(told, member):
    own(told, "About", subject="contact", kind="long_text")
    ContactFactory(
        organisation=Organisation.objects.get(name="Birch"), own_values={"about": "Plays the oboe"}
    )
    viewer = member(Role.VIEWER, coalition=told.membership.coalition)
    assert names(told, "?q=oboe") == ["Birch"]
    assert names(viewer, "?q=oboe") == []


def test_yes_is_found_by_the_new_name_of_its_field(told):
    field = OwnField.objects.get(key="can_host")
    new = Definition(label="Has a hall", kind="yes_no")
    operations.edit_own_field(field, new, by=PersonFactory())
    assert names(told, "?q=has a hall yes") == ["Acorn"]


def test_way_back_finds_by_words_alone_and_the_way_forth_by_all(told):
    connection.check_constraints()  # what waits for the end of the transaction would hold the tables
    call_command("migrate", "partners", "0025", verbosity=0)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM partners_searchentry WHERE names LIKE '%azalea%'")
        assert cursor.fetchone() == (0,)
    call_command("migrate", verbosity=0)
    assert names(told, "?q=azalea") == ["Acorn"]
