"""Whether a person may be named in the directory, as spreadsheets say it."""

from datetime import date

import pytest

from partners.imports.consent import read_consent
from partners.imports.values import BadCell, DateOrder
from partners.models import Contact
from tests.factories import ContactFactory, OrganisationFactory
from tests.partners.importing import applied, checked, csv_text, outcomes, row, undone, uploaded

HEADINGS = ["Name", "Contact name", "May we list you in the directory?"]


def dev(client, **fields) -> Contact:
    acorn = OrganisationFactory(coalition=client.membership.coalition, name="Acorn")
    return ContactFactory(organisation=acorn, name="Dev Patel", **fields)


def said(person: Contact) -> tuple[str, date | None, str]:
    person.refresh_from_db()
    return person.listing_consent, person.listing_consent_on, person.listing_consent_how


def consented(answer: str, on: date, how: str = "by phone") -> dict:
    return {
        "listing_consent": answer,
        "listing_consent_on": on,
        "listing_consent_how": how,
    }


@pytest.mark.parametrize(
    ("cell", "answer", "on", "how"),
    [
        ("Yes", "yes", "", ""),
        ("sí", "yes", "", ""),
        ("X", "yes", "", ""),
        ("1", "yes", "", ""),
        ("Opt-in", "yes", "", ""),
        ("Autoriza", "yes", "", ""),
        ("No", "no", "", ""),
        ("no autoriza", "no", "", ""),
        ("Opted out", "no", "", ""),
        ("FALSE", "no", "", ""),
        ("Pendiente", "asked", "", ""),
        ("Asked, no answer yet, 2026-01-05", "asked", "2026-01-05", ""),
        ("1/3/2025", "yes", "2025-01-03", ""),
        ("2025-03-01", "yes", "2025-03-01", ""),
        ("Yes (on 3/1/2025): by e-mail", "yes", "2025-03-01", "by e-mail"),
        ("Sí, March 1, 2025, at the June meeting", "yes", "2025-03-01", "at the June meeting"),
        ("Sí, el 1 de marzo de 2025, por teléfono", "yes", "2025-03-01", "por teléfono"),
        ("No - 2025-03-01 by phone, to Ana", "no", "2025-03-01", "by phone, to Ana"),
        ("Yes, on the sign-up sheet", "yes", "", "on the sign-up sheet"),
    ],
)
def test_cell_tells_answer_day_and_way(cell, answer, on, how):
    told = read_consent(cell, order=DateOrder())
    assert told is not None
    assert (told.answer, told.on, told.how) == (answer, on, how)


@pytest.mark.parametrize("cell", ["", "n/a", "not asked yet", "Todavía no se le preguntó", "?"])
def test_cell_of_somebody_who_was_not_asked_says_nothing(cell):
    assert read_consent(cell, order=DateOrder()) is None


@pytest.mark.parametrize("cell", ["perhaps", "Norma", "yesterday", "Xavier"])
def test_cell_that_is_no_answer_is_refused(cell):
    with pytest.raises(BadCell):
        read_consent(cell, order=DateOrder())


@pytest.mark.parametrize(
    "heading",
    [
        "Consent",
        "Opt-in",
        "Listed",
        "May we list",
        "Contact 1 may be listed",
        "Consentimiento",
        "¿Autoriza publicar?",
        "OK to publish in the directory",
        "Directory 2026",
        "Consents to being named",
    ],
)
def test_column_is_guessed_by_heading_and_content(coordinator, heading):
    text = csv_text(["Name", "Contact name", heading], ["Acorn", "Dev Patel", "yes"])
    assert uploaded(coordinator, text).columns_by_position[2] == "contact_consent"


@pytest.mark.parametrize(
    ("heading", "cell"),
    [("Opt in to our newsletter", "yes"), ("Photo consent", "yes"), ("Listed", "Downtown")],
)
def test_column_about_something_else_is_left_out(coordinator, heading, cell):
    text = csv_text(["Name", "Contact name", heading], ["Acorn", "Dev Patel", cell])
    assert 2 not in uploaded(coordinator, text).columns_by_position


def test_answer_without_a_person_in_the_file_is_left_out(coordinator):
    text = csv_text(["Name", "Consent"], ["Acorn", "yes"])
    assert uploaded(coordinator, text).columns_by_position == {0: "name"}


def test_second_persons_answer_is_the_second_persons(coordinator):
    text = csv_text(
        ["Name", "Contact 1 name", "Contact 2 name", "Contact 2 consent"],
        ["Acorn", "Dev Patel", "Ana Ruiz", "yes"],
    )
    applied(coordinator, text)
    told = dict(Contact.objects.values_list("name", "listing_consent"))
    assert told == {"Dev Patel": "not_asked", "Ana Ruiz": "yes"}


def test_dry_run_shows_the_answer_and_writes_nothing(coordinator):
    person = dev(coordinator)
    run = checked(
        coordinator, csv_text(HEADINGS, ["Acorn", "Dev Patel", "Yes, 2025-03-01, by e-mail"])
    )
    assert outcomes(run) == ["update"]
    assert row(run, 2).changes == [
        ["contact_consent", "", "Dev Patel: Yes, March 1, 2025, by e-mail"]
    ]
    page = coordinator.get(run.get_absolute_url()).content.decode()
    assert "May be listed in the directory" in page
    assert said(person) == ("not_asked", None, "")


def test_dry_run_says_which_new_people_may_be_listed(coordinator):
    run = checked(coordinator, csv_text(HEADINGS, ["Acorn", "Dev Patel", "yes"]))
    page = coordinator.get(run.get_absolute_url()).content.decode()
    assert "Dev Patel (may be listed: Yes)" in page


def test_answer_is_applied_and_taken_back(coordinator):
    person = dev(coordinator, **consented("asked", date(2025, 1, 1)))
    text = csv_text(HEADINGS, ["Acorn", "Dev Patel", "Yes, 2025-03-01, by e-mail"])
    run = applied(coordinator, text)
    assert said(person) == ("yes", date(2025, 3, 1), "by e-mail")
    undone(coordinator, run)
    assert said(person) == ("asked", date(2025, 1, 1), "by phone")


def test_answer_without_day_and_way_has_those_of_the_file(coordinator):
    person = dev(coordinator)
    run = applied(
        coordinator, csv_text(HEADINGS, ["Acorn", "Dev Patel", "yes"]), name="sign-up.csv"
    )
    day = coordinator.membership.coalition.day(at=run.created_at)
    assert said(person) == ("yes", day, "spreadsheet “sign-up.csv”")


@pytest.mark.parametrize(
    ("ours", "cell", "after"),
    [
        ("no", "yes", ("no", date(2025, 5, 1), "by phone")),
        ("no", "yes, 2025-04-30", ("no", date(2025, 5, 1), "by phone")),
        ("no", "yes, 2025-05-02, by e-mail", ("yes", date(2025, 5, 2), "by e-mail")),
        ("yes", "no, 2025-04-30", ("yes", date(2025, 5, 1), "by phone")),
        ("yes", "no, 2025-05-02, by e-mail", ("no", date(2025, 5, 2), "by e-mail")),
        ("yes", "asked, 2026-01-01", ("yes", date(2025, 5, 1), "by phone")),
        ("yes", "yes, 2026-01-01, again", ("yes", date(2026, 1, 1), "again")),
        ("yes", "yes, 2024-01-01, before", ("yes", date(2025, 5, 1), "by phone")),
        ("yes", "yes", ("yes", date(2025, 5, 1), "by phone")),
    ],
)
def test_later_word_holds_and_a_yes_of_no_day_stands_against_no_no(coordinator, ours, cell, after):
    person = dev(coordinator, **consented(ours, date(2025, 5, 1)))
    applied(coordinator, csv_text(HEADINGS, ["Acorn", "Dev Patel", cell]))
    assert said(person) == after


def test_no_of_no_day_holds_at_once(coordinator):
    person = dev(coordinator, **consented("yes", date(2025, 5, 1)))
    applied(coordinator, csv_text(HEADINGS, ["Acorn", "Dev Patel", "no"]))
    assert said(person)[0] == "no"


def test_word_that_does_not_hold_is_said_beside_the_row(coordinator):
    dev(coordinator, **consented("no", date(2025, 5, 1)))
    run = checked(coordinator, csv_text(HEADINGS, ["Acorn", "Dev Patel", "yes"]))
    assert outcomes(run) == ["unchanged"]
    assert row(run, 2).notes == [
        [
            "May be listed in the directory",
            "“Yes” of Dev Patel was left out; here stands: No, May 1, 2025, by phone.",
        ]
    ]


def test_one_answer_beside_several_people_is_nobodys(coordinator):
    run = applied(coordinator, csv_text(HEADINGS, ["Acorn", "Dev Patel; Ana Ruiz", "yes"]))
    assert set(Contact.objects.values_list("listing_consent", flat=True)) == {"not_asked"}
    assert row(run, 2).notes == [
        [HEADINGS[2], "“yes” was left out: it stands beside several people."]
    ]


def test_as_many_answers_as_people_are_one_each(coordinator):
    applied(coordinator, csv_text(HEADINGS, ["Acorn", "Dev Patel; Ana Ruiz", "yes; no"]))
    told = dict(Contact.objects.values_list("name", "listing_consent"))
    assert told == {"Dev Patel": "yes", "Ana Ruiz": "no"}


def test_what_is_no_answer_is_rejected_with_its_column(coordinator):
    text = csv_text(
        HEADINGS,
        *([f"Partner {n}", f"Dev Patel {n}", "yes"] for n in range(5)),
        ["Acorn", "Dev", "?!"],
    )
    run = checked(coordinator, text)
    assert outcomes(run) == ["new"] * 5 + ["rejected"]
    assert row(run, 7).column == HEADINGS[2]
    assert row(run, 7).reason == "“?!” is neither yes nor no, nor the day of a yes."
