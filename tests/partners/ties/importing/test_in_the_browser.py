"""In the browser."""

import csv
import re
from io import StringIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from partners.models import ImportRun, Organisation, Relation, Tie
from tests.factories import OrganisationFactory, RelationFactory, TieFactory
from tests.forms import carried
from tests.partners.importing import csv_text, work
from tests.partners.ties.importing.survey import told

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(coordinator):
    coalition = coordinator.membership.coalition
    for name in ("Oak", "Elm"):
        OrganisationFactory(coalition=coalition, name=name)
    return coordinator


FILE = csv_text(
    ["From", "To", "Relation", "Level"],
    ["Oak", "Elm", "Contact", "4"],
    ["Oak", "Birch", "Contact", "2"],
)


def address(client, name, *args):
    return reverse(f"partners:{name}", args=[client.slug, *args])


def checked(client, **changed) -> ImportRun:
    start = address(client, "tie_import_start")
    key = carried(client.get(start), "form_key")
    file = SimpleUploadedFile("ties.csv", FILE.encode())
    assert client.post(start, {"file": file, "form_key": key}).status_code == 302
    run = ImportRun.objects.latest("pk")
    answers = {f"column-{position}": key for position, key in run.mapping.items()}
    client.post(address(client, "tie_import_columns", run.pk), answers | changed)
    work()
    run.refresh_from_db()
    return run


def applied(client, **changed) -> ImportRun:
    run = checked(client, **changed)
    client.post(address(client, "tie_import_apply", run.pk))
    work()
    run.refresh_from_db()
    assert run.state == ImportRun.State.APPLIED, run.problem
    return run


def undone(client, run) -> None:
    client.post(address(client, "tie_import_undo", run.pk))
    work()
    run.refresh_from_db()
    assert run.state == ImportRun.State.UNDONE, run.problem


def test_pages_show_every_row_before_anything_is_written(pages):
    run = checked(pages)
    page = pages.get(run.get_absolute_url()).text
    assert "Oak – Elm" in page
    assert "No partner is called “Birch”." in page
    assert not Tie.objects.exists()
    rejected = pages.get(address(pages, "import_rejected", run.pk, "csv"))
    lines = list(csv.reader(StringIO(rejected.getvalue().decode("utf-8-sig"))))
    assert lines[1] == ["Oak", "Birch", "Contact", "2", "No partner is called “Birch”."]


def test_import_is_applied_and_undone_with_prospects_and_kinds_of_ties(pages):
    run = applied(pages, unknown_organisations="prospects")
    assert told() == {("Contact", "Elm", "Oak", 4.0), ("Contact", "Birch", "Oak", 2.0)}
    assert "2 ties were written" in pages.get(run.get_absolute_url()).text
    undone(pages, run)
    assert not Tie.objects.exists()
    assert not Relation.objects.exists()
    assert not Organisation.objects.filter(name="Birch").exists()


def test_story_counts_the_ties_of_a_file_and_names_each_beneath(pages):
    applied(pages, unknown_organisations="prospects")
    oak = Organisation.objects.get(name="Oak")
    story = pages.get(address(pages, "history", oak.pk)).text
    assert re.search(r"<a [^>]*>2 ties added</a>", story)
    assert re.search(r"<p>Tie added: Contact with Birch, level 2[^<]*</p>", story)
    assert re.search(r"<p>Tie added: Contact with Elm, level 4[^<]*</p>", story)


def test_undo_leaves_what_somebody_has_changed_since(pages):
    run = applied(pages, unknown_organisations="prospects")
    tie = Tie.objects.get(level_ours=2)
    from common.history.tracking import recording

    with recording("tie.edited"):
        Tie.objects.filter(pk=tie.pk).update(note="They met in May")
    assert "Oak – Birch" in pages.get(address(pages, "tie_import_undo", run.pk)).text
    undone(pages, run)
    assert list(Tie.objects.values_list("pk", flat=True)) == [tie.pk]
    assert Organisation.objects.filter(name="Birch").exists()


def test_tie_that_came_since_keeps_a_partner_that_an_import_had_added(pages):
    """An import of partners that is undone takes nobody away to whom somebody has told of a tie."""
    from tests.partners.importing import checked as partners_checked

    run = partners_checked(pages, csv_text(["Name"], ["Yew"]))
    pages.post(address(pages, "import_decide", run.pk), {"do": "apply"})
    work()
    yew, oak = (Organisation.objects.get(name=name) for name in ("Yew", "Oak"))
    tie = TieFactory(first=oak, second=yew)
    pages.post(address(pages, "import_undo", run.pk))
    work()
    assert Organisation.objects.filter(pk=yew.pk).exists()
    assert Tie.objects.filter(pk=tie.pk).exists()


def test_file_that_changed_something_since_the_dry_run_is_shown_anew(pages):
    run = checked(pages)
    oak, elm = (Organisation.objects.get(name=name) for name in ("Oak", "Elm"))
    relation = RelationFactory(coalition=oak.coalition, name="Contact")
    TieFactory(first=oak, second=elm, relation=relation, level_ours=1)
    pages.post(address(pages, "tie_import_apply", run.pk))
    work()
    run.refresh_from_db()
    assert run.state == ImportRun.State.CHECKED
    assert "has changed since the dry run" in run.notice
    assert Tie.objects.get().level_ours == 1
