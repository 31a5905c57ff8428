"""`manage.py import_partners`: the same import without a browser."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from partners.models import Contact, Organisation
from tests.factories import CoalitionFactory, OrganisationFactory
from tests.partners.importing import csv_text

pytestmark = pytest.mark.django_db


@pytest.fixture
def coalition():
    return CoalitionFactory(slug="north-valley")


@pytest.fixture
def file(tmp_path):
    def make(text: str, name: str = "partners.csv"):
        path = tmp_path / name
        path.write_bytes(text.encode())
        return path

    return make


def run(*args, **options) -> dict:
    out = StringIO()
    call_command(
        "import_partners", "north-valley", *map(str, args), "--json", stdout=out, **options
    )
    assert out.getvalue().count("\n") == 1
    return json.loads(out.getvalue())


FILE = csv_text(["Name", "Email"], ["Oak Hill", "a@oak.example"], ["Elm", "wrong@"])


def test_command_prints_one_object_with_the_count_of_each_kind(coalition, file):
    told = run(file(FILE))
    counts = {
        key: told[key] for key in ("rows", "new", "update", "duplicate", "unchanged", "rejected")
    }
    assert counts == {
        "rows": 2,
        "new": 1,
        "update": 0,
        "duplicate": 0,
        "unchanged": 0,
        "rejected": 1,
    }
    assert told["applied"] is True
    assert told["rejected_rows"] == [
        {"row": 3, "reason": "Email: “wrong@” is not an e-mail address."}
    ]
    assert Organisation.objects.get().name == "Oak Hill"


def test_dry_run_writes_nothing(coalition, file):
    assert run(file(FILE), dry_run=True)["new"] == 1
    assert not Organisation.objects.exists()


def test_map_overrules_the_guess(coalition, file):
    text = csv_text(["Who", "Person"], ["Oak Hill", "Ana Ruiz"])
    told = run(file(text), "--map", "Who=name", "Person=contact_name")
    assert told["columns"] == {"Who": "name", "Person": "contact_name"}
    assert Contact.objects.get().name == "Ana Ruiz"


def test_kind_is_given_to_new_partners(coalition, file):
    run(file(FILE), "--kind", "prospect")
    assert Organisation.objects.get().kind == "prospect"


@pytest.mark.parametrize(("told", "count"), [("skip", 1), ("keep", 2), ("update", 1)])
def test_doubts_are_done_as_told_and_reported(coalition, file, told, count):
    OrganisationFactory(coalition=coalition, name="Chase Brexton Health")
    report = run(file(csv_text(["Name"], ["Chase Braxton Health"])), "--duplicates", told)
    assert report["duplicate_rows"][0]["perhaps"] == "Chase Brexton Health"
    assert Organisation.objects.count() == count


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["nowhere", "{file}"], "There is no coalition “nowhere”."),
        (["north-valley", "/no/such/file.csv"], "cannot be opened"),
        (["north-valley", "{file}", "--map", "Nobody=name"], "No column is called “Nobody”"),
        (["north-valley", "{file}", "--map", "Name=nothing"], "“nothing” is no field"),
        (["north-valley", "{pdf}"], "PDF"),
    ],
)
def test_command_refuses_with_a_plain_sentence(coalition, file, arguments, sentence):
    paths = {"file": file(FILE), "pdf": file("%PDF-1.7", name="scan.csv")}
    with pytest.raises(CommandError, match=sentence):
        call_command("import_partners", *[each.format(**paths) for each in arguments])


def test_command_without_json_says_it_in_words(coalition, file):
    out = StringIO()
    call_command("import_partners", "north-valley", str(file(FILE)), stdout=out)
    assert "2 rows in partners.csv" in out.getvalue()
    assert "Brought in" in out.getvalue()
