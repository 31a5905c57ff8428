"""What the pages of an import tell: how far it is, its numbers, and that nothing is to be done."""

import re

import pytest
from django.urls import reverse

from common.background import long_work as background
from partners.imports import work as import_work
from partners.models import ImportRun
from tests.partners.importing import applied, checked, csv_text, decide, undone

pytestmark = pytest.mark.django_db

FILE = csv_text(
    ["Organization", "Email"],
    ["Harvest Moon Farm Stand", "hello@harvestmoon.example"],
    ["", "nobody@nowhere.example"],
)


def text_of(client, run) -> str:
    return client.get(reverse("partners:import", args=[client.slug, run.pk])).content.decode()


def in_spanish(client) -> None:
    person = client.membership.person
    person.language = "es"
    person.save()


@pytest.fixture
def told_meanwhile(coordinator, monkeypatch) -> list[str]:
    """What the progress page says at every report of the worker."""
    said: list[str] = []
    report = background.report

    def look(run, done, *, of=None):
        report(run, done, of=of)
        said.extend(
            re.findall(r'for="progress-bar"><strong>(.+?)</strong>', text_of(coordinator, run))
        )

    monkeypatch.setattr(background, "report", look)
    monkeypatch.setattr(import_work, "report", look)
    return said


def test_progress_page_tells_each_step_of_bringing_in_and_of_undoing(coordinator, told_meanwhile):
    run = checked(coordinator, csv_text(["Name"], ["Oak Hill"], ["Elm Center"]))
    told_meanwhile.clear()
    decide(coordinator, run, do="apply")
    assert told_meanwhile == ["0 of 2 rows", "All rows are in. Writing the search words …"]
    told_meanwhile.clear()
    undone(coordinator, run)
    first, *steps, last = told_meanwhile
    assert first == "Looking at what has changed since …"
    assert steps == [f"Step {n} of {len(steps) + 1}" for n in range(1, len(steps) + 1)]
    assert last == "Everything is back. Writing the search words …"


def test_numbers_are_written_as_the_reader_writes_them(coordinator):
    run = checked(coordinator, FILE)
    counts = {"new": 12000, "rejected": 1}
    ImportRun.objects.filter(pk=run.pk).update(total=12001, counts=counts)
    html = text_of(coordinator, run)
    assert "Bring in 12,000 rows" in html
    assert "12,001 rows: 12,000 new, 1 cannot be read" in html
    in_spanish(coordinator)
    assert "12\xa0001 filas: 12\xa0000 nuevas" in text_of(coordinator, run)


def test_one_row_is_said_in_the_singular(coordinator):
    run = checked(coordinator, FILE)
    assert "Brings in <b>1</b> row, leaves <b>1</b> out" in text_of(coordinator, run)
    in_spanish(coordinator)
    assert "Trae <b>1</b> fila, deja fuera <b>1</b>" in text_of(coordinator, run)
    assert "2 filas: 1 nueva," in text_of(coordinator, run)


def test_file_that_is_here_already_has_no_button_but_a_sentence(coordinator):
    applied(coordinator, csv_text(["Name"], ["Elm Center"]))
    run = checked(coordinator, csv_text(["Name"], ["Elm Center"]))
    html = text_of(coordinator, run)
    assert "There is nothing to bring in: what could be read stands here already." in html
    assert 'value="apply"' not in html
    run = checked(
        coordinator, csv_text(["Name", "E-mail"], ["Oak Hill", "nobody"]), **{"column-1": "email"}
    )
    assert "There is nothing to bring in: no row could be read." in text_of(coordinator, run)
