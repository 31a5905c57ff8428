"""Own fields in a spreadsheet: guessed by name, checked by kind, tried out, written, taken back."""

import html

import pytest
from django.core.management import call_command
from django.urls import reverse

from partners.models import Contact, Organisation, OwnField
from tests.factories import ContactFactory, OrganisationFactory
from tests.partners.importing import applied, checked, csv_text, outcomes, row, undone, uploaded
from tests.partners.own_fields.defining import own


def ours(client, name: str, **fields) -> Organisation:
    return OrganisationFactory(coalition=client.membership.coalition, name=name, **fields)


@pytest.fixture
def fields(coordinator):
    for label, kind, choices in (
        ("Meeting room seats", "number", ""),
        ("MOU signed on", "date", ""),
        ("Can host", "yes_no", ""),
        ("Readiness", "choice", "willing ready"),
        ("Trained in", "choices", "walking cooking"),
        ("Door", "text", ""),
        ("Notes for us", "long_text", ""),
        ("Room page", "link", ""),
    ):
        own(coordinator, label, kind=kind, choices=choices)
    own(coordinator, "Eats", subject="contact")
    return coordinator


HEADINGS = [
    "Name",
    "Meeting Room Seats",
    "MOU signed on",
    "Can host?",
    "READINESS",
    "Trained in",
    "Door",
    "Notes for us",
    "Room page",
]
ACORN = [
    "Acorn",
    "1,200",
    "5/1/2024",
    "Yes",
    "ready",
    "Walking; cooking",
    "Green",
    "One\nTwo",
    "rooms.example",
]
ACORN_VALUES = {
    "meeting_room_seats": 1200,
    "mou_signed_on": "2024-05-01",
    "can_host": True,
    "readiness": "ready",
    "trained_in": ["walking", "cooking"],
    "door": "Green",
    "notes_for_us": "One\nTwo",
    "room_page": "https://rooms.example",
}


def test_columns_are_guessed_by_the_fields_names(fields):
    run = uploaded(fields, csv_text([*HEADINGS, "Contact 2 eats"], [*ACORN, "Vegan"]))
    assert list(run.columns_by_position.values()) == [
        "name",
        "own.meeting_room_seats",
        "own.mou_signed_on",
        "own.can_host",
        "own.readiness",
        "own.trained_in",
        "own.door",
        "own.notes_for_us",
        "own.room_page",
    ]
    run = uploaded(
        fields,
        csv_text(["Name", "Contact 2 name", "Contact 2 eats"], ["Acorn", "Dev Patel", "Vegan"]),
    )
    assert run.columns_by_position[2] == "contact_own.eats#2"


def test_own_name_wins_over_what_a_heading_usually_means(coordinator):
    own(coordinator, "Focus area", choices="north south", kind="choice")
    run = uploaded(coordinator, csv_text(["Name", "Focus area"], ["Acorn", "North"]))
    assert run.columns_by_position == {0: "name", 1: "own.focus_area"}


def test_columns_page_offers_own_fields_but_for_retired_ones(fields):
    OwnField.objects.filter(key="door").update(retired_on="2026-01-01")
    run = uploaded(fields, csv_text(["Name", "Door"], ["Acorn", "Green"]))
    url = reverse("partners:import_columns", args=[fields.slug, run.pk])
    words = fields.get(url).content.decode()
    assert 'value="own.readiness"' in words
    assert 'value="contact_own.eats#2"' in words
    assert "own.door" not in words


def test_new_organisation_comes_with_every_kind(fields):
    applied(fields, csv_text(HEADINGS, ACORN))
    assert Organisation.objects.get().own_values == ACORN_VALUES


def test_dry_run_shows_each_change_in_words_and_writes_nothing(fields):
    acorn = ours(fields, "Acorn", own_values={"readiness": "willing", "trained_in": ["cooking"]})
    run = checked(fields, csv_text(HEADINGS, ACORN))
    assert outcomes(run) == ["update"]
    assert row(run, 2).changes == [
        ["own.meeting_room_seats", "", "1,200"],
        ["own.mou_signed_on", "", "May 1, 2024"],
        ["own.can_host", "", "Yes"],
        ["own.readiness", "Willing", "Ready"],
        ["own.trained_in", "Cooking", "Cooking, Walking"],
        ["own.door", "", "Green"],
        ["own.notes_for_us", "", "One\nTwo"],
        ["own.room_page", "", "https://rooms.example"],
    ]
    words = html.unescape(fields.get(run.get_absolute_url()).content.decode())
    assert "Meeting room seats" in words
    acorn.refresh_from_db()
    assert acorn.own_values == {"readiness": "willing", "trained_in": ["cooking"]}


def test_same_again_changes_nothing(fields):
    ours(fields, "Acorn", own_values=ACORN_VALUES)
    assert outcomes(checked(fields, csv_text(HEADINGS, ACORN))) == ["unchanged"]


def test_empty_cell_and_unmentioned_field_erase_nothing(fields):
    acorn = ours(fields, "Acorn", own_values={"door": "Green", "readiness": "ready"})
    applied(fields, csv_text(["Name", "Door", "Can host"], ["Acorn", "", "no"]))
    acorn.refresh_from_db()
    assert acorn.own_values == {"door": "Green", "readiness": "ready", "can_host": False}


def test_import_is_taken_back_with_what_it_said_of_own_fields(fields):
    acorn = ours(fields, "Acorn", own_values={"readiness": "willing"})
    person = ContactFactory(organisation=acorn, name="Dev Patel", own_values={})
    run = applied(
        fields,
        csv_text([*HEADINGS, "Contact name", "Eats"], [*ACORN, "Dev Patel", "Vegan"]),
    )
    person.refresh_from_db()
    assert person.own_values == {"eats": "Vegan"}
    undone(fields, run)
    acorn.refresh_from_db()
    person.refresh_from_db()
    assert (acorn.own_values, person.own_values) == ({"readiness": "willing"}, {})


@pytest.mark.parametrize(
    ("heading", "cell", "reason"),
    [
        ("Meeting room seats", "about 20", "“about 20” is not a number."),
        ("Meeting room seats", "12345678901234567", "“12345678901234567” is not a number."),
        ("MOU signed on", "soon", "“soon” is not a date."),
        ("Can host", "perhaps", "“perhaps” is neither yes nor no."),
        ("Readiness", "purple", "“purple” is none of the choices of this field."),
        ("Trained in", "walking; purple", "“purple” is none of the choices of this field."),
        ("Door", "x" * 301, "Too long: 301 letters, and there is room for 300."),
    ],
)
def test_cell_of_another_kind_is_rejected_with_its_column(fields, heading, cell, reason):
    run = checked(fields, csv_text(["Name", heading], ["Acorn", cell]))
    assert outcomes(run) == ["rejected"]
    assert (row(run, 2).column, row(run, 2).reason) == (heading, reason)


def test_wrong_cell_is_left_out_when_the_person_says_so(fields):
    text = csv_text(["Name", "Can host", "Door"], ["Acorn", "perhaps", "Green"])
    applied(fields, text, leaves_out="cell")
    assert Organisation.objects.get().own_values == {"door": "Green"}


def test_link_that_is_none_costs_only_the_cell(fields):
    run = applied(fields, csv_text(["Name", "Room page"], ["Acorn", "ask Dev"]))
    assert row(run, 2).notes == [["Room page", "“ask Dev” was left out: it is not a web address."]]
    assert Organisation.objects.get().own_values == {}


@pytest.mark.parametrize(
    ("day_first", "expected"), [("month", "2024-03-04"), ("day", "2024-04-03")]
)
def test_own_date_follows_how_the_file_writes_dates(fields, day_first, expected):
    applied(fields, csv_text(["Name", "MOU signed on"], ["Acorn", "3/4/2024"]), dates=day_first)
    assert Organisation.objects.get().own_values == {"mou_signed_on": expected}


def test_answer_of_a_person_who_is_new(fields):
    text = csv_text(["Name", "Contact name", "Eats"], ["Acorn", "Dev Patel", "Vegan"])
    applied(fields, text)
    assert Contact.objects.get().own_values == {"eats": "Vegan"}


def test_change_of_a_person_names_the_person(fields):
    ContactFactory(organisation=ours(fields, "Acorn"), name="Dev Patel", own_values={"eats": "All"})
    text = csv_text(["Name", "Contact name", "Eats"], ["Acorn", "Dev Patel", "Vegan"])
    assert row(checked(fields, text), 2).changes == [
        ["contact_own.eats", "Dev Patel: All", "Dev Patel: Vegan"]
    ]


def test_first_row_wins_over_a_later_one_of_the_same_organisation(fields):
    text = csv_text(["Name", "Door"], ["Acorn", "Green"], ["Acorn", "Red"])
    run = applied(fields, text)
    assert Organisation.objects.get().own_values == {"door": "Green"}
    assert row(run, 3).notes == [
        ["Door", "An earlier row of the file says something else, and that stays."]
    ]


def test_field_retired_since_the_last_file_is_left_out_of_the_remembered_columns(fields):
    text = csv_text(["Name", "Door"], ["Acorn", "Green"])
    applied(fields, text)
    OwnField.objects.filter(key="door").update(retired_on="2026-01-01")
    assert uploaded(fields, text).columns_by_position == {0: "name"}


def test_field_retired_between_columns_and_apply_is_filled_no_more(fields):
    run = checked(fields, csv_text(["Name", "Door"], ["Acorn", "Green"]))
    OwnField.objects.filter(key="door").update(retired_on="2026-01-01")
    url = reverse("partners:import_columns", args=[fields.slug, run.pk])
    assert fields.get(url).status_code == 200
    assert fields.get(run.get_absolute_url()).status_code == 200


def test_list_goes_out_and_comes_back_unchanged(fields):
    acorn = ours(fields, "Acorn", own_values=ACORN_VALUES)
    ContactFactory(organisation=acorn, name="Dev Patel", own_values={"eats": "Vegan"})
    url = reverse("partners:export", args=[fields.slug])
    for form in ("xlsx", "csv"):
        content = b"".join(fields.get(f"{url}?format={form}"))
        run = checked(fields, content, name=f"partners.{form}")
        assert (outcomes(run), row(run, 2).changes) == (["unchanged"], [])


def test_command_takes_own_fields_by_their_key(fields, tmp_path, capsys):
    file = tmp_path / "partners.csv"
    file.write_text(csv_text(["Name", "Tür"], ["Acorn", "Green"]))
    call_command("import_partners", fields.slug, str(file), "--map", "Tür=own.door")
    assert "Brought in" in capsys.readouterr().out
    assert Organisation.objects.get().own_values == {"door": "Green"}
