"""What the coalition asks of people, as columns of the partner list and of what is taken out of it."""

import io
from datetime import date

import pytest
from openpyxl import load_workbook

from accounts.permissions import Role
from tests.factories import ContactFactory
from tests.partners.listing.browsing import add, browse
from tests.partners.own_fields.defining import own

COLUMN = "own-of-person-trained_in"


@pytest.fixture
def trained(coordinator):
    """At Acorn two who are trained and one who was; at Birch nobody of whom it is known."""
    own(
        coordinator,
        "Trained in",
        subject="contact",
        kind="choices",
        choices="cooking driving",
        is_listed=True,
    )
    acorn, birch = add(coordinator, "Acorn"), add(coordinator, "Birch")
    ContactFactory(organisation=acorn, name="Ana Ruiz", own_values={"trained_in": ["cooking"]})
    ContactFactory(
        organisation=acorn, name="Ben Ode", own_values={"trained_in": ["driving", "cooking"]}
    )
    ContactFactory(
        organisation=acorn,
        name="Cy Gone",
        own_values={"trained_in": ["driving"]},
        left_on=date(2026, 1, 1),
    )
    ContactFactory(organisation=birch)
    return coordinator


def test_column_says_of_whom_it_is_known_what(trained):
    page = browse(trained, "").content.decode()
    assert "Ana Ruiz: Cooking; Ben Ode: Driving, Cooking" in page
    assert "Cy Gone" not in page


def test_column_is_chosen_and_left_out_like_any_other(trained):
    assert "Ana Ruiz: Cooking" in browse(trained, f"?columns={COLUMN}").content.decode()
    assert "Ana Ruiz: Cooking" not in browse(trained, "?columns=kind").content.decode()
    assert COLUMN in trained.get(f"/{trained.slug}/partners/columns/").content.decode()


def test_spreadsheet_holds_what_the_list_shows(trained):
    answer = trained.get(
        f"/{trained.slug}/partners/export/?format=xlsx&columns=name&columns={COLUMN}"
    )
    sheet = load_workbook(io.BytesIO(b"".join(answer))).active
    assert list(sheet.values)[:2] == [
        ("Partner", "Trained in (of a person)"),
        ("Acorn", "Ana Ruiz: Cooking; Ben Ode: Driving, Cooking"),
    ]


def test_who_may_not_see_people_sees_no_such_column(trained, member):
    viewer = member(Role.VIEWER, coalition=trained.membership.coalition)
    page = browse(viewer, f"?columns={COLUMN}").content.decode()
    assert "Trained in" not in page
    assert "Ana Ruiz: Cooking" not in page
