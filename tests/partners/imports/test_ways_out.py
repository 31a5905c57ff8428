"""Every command that brings a file in writes the rows to mend, and takes back what it brought."""

import csv
import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from partners.models import Organisation, Service, Tie
from tests.factories import CoalitionFactory, OrganisationFactory

pytestmark = pytest.mark.django_db

FILES = {
    "import_partners": (Organisation, "Name,Email\nOak Hill,a@oak.example\nElm,wrong@\n"),
    "import_ties": (Tie, "From,To,Contact\nAsh,Fir,3\nAsh,Nobody,2\n"),
    "import_services": (Service, "Organization,Service name\nAsh,Food bank\nNobody,Clinic\n"),
}


@pytest.fixture(params=FILES)
def way(request, tmp_path):
    """The command, what it makes, and its file: one row is good, one is not."""
    coalition = CoalitionFactory(slug="north-valley")
    for name in ("Ash", "Fir"):
        OrganisationFactory(coalition=coalition, name=name)
    model, text = FILES[request.param]
    file = tmp_path / "rows.csv"
    file.write_text(text)
    return request.param, model, file


def said(command: str, *args: object) -> str:
    out = StringIO()
    call_command(command, "north-valley", *map(str, args), stdout=out)
    return out.getvalue()


def test_rows_to_mend_are_written_with_their_reasons(way, tmp_path):
    command, _model, file = way
    mend = tmp_path / "mend.csv"
    said(command, file, "--dry-run", "--rejects", mend)
    rows = list(csv.reader(StringIO(mend.read_text(encoding="utf-8-sig"))))
    assert rows[0][-1] == "Reason"
    assert len(rows) == 2
    assert rows[1][-1]


def test_what_came_in_is_taken_back_once(way):
    command, model, file = way
    before = model.objects.count()
    report = json.loads(said(command, file, "--json"))
    assert model.objects.count() == before + 1
    told = json.loads(said(command, "--undo", report["import"], "--json"))
    assert (told["taken_back"], told["kept"]) == (1, 0)
    assert model.objects.count() == before
    with pytest.raises(CommandError, match="not in"):
        said(command, "--undo", report["import"])


def test_words_name_the_way_back(way):
    command, _model, file = way
    assert "Take it back with --undo" in said(command, file)


def test_import_of_another_coalition_is_not_taken_back(way):
    command, model, file = way
    report = json.loads(said(command, file, "--json"))
    CoalitionFactory(slug="south")
    with pytest.raises(CommandError, match="There is no import"):
        call_command(command, "south", "--undo", str(report["import"]))
    assert model.objects.exists()


def test_without_a_file_it_asks_for_one(way):
    with pytest.raises(CommandError, match="Please name a file"):
        said(way[0])


def test_help_of_partners_names_the_fields_of_the_profile_in_depth(capsys):
    with pytest.raises(SystemExit):
        call_command("import_partners", "--help")
    assert "topic.mission" in capsys.readouterr().out
