"""Whoever an import brings, changes or takes back is compared with the list again: noted once, at its end."""

import pytest

from partners.models import ComparisonDue, ImportRow
from tests.factories import OrganisationFactory
from tests.partners.importing import applied, csv_text, undone

pytestmark = pytest.mark.django_db
HEADINGS = ["Name", "Website", "Phone", "Street", "City", "Contact"]
OAK = ["Oak Hill", "oak.example", "(410) 555-0101", "7 Quarry Lane", "Baltimore", "Ana Ruiz"]
ELM = ["Elm Park", "elm.example", "(410) 555-0102", "8 Quarry Lane", "Baltimore", "Bo Hu"]


def due() -> list[str]:
    return sorted(ComparisonDue.objects.values_list("organisation__name", flat=True))


def test_each_partner_of_an_import_is_noted_once(coordinator):
    OrganisationFactory(coalition=coordinator.membership.coalition, name="Oak Hill")
    ComparisonDue.objects.all().delete()
    applied(coordinator, csv_text(HEADINGS, OAK, ELM))
    assert due() == ["Elm Park", "Oak Hill"]


def test_undo_notes_whom_it_puts_back_and_nobody_who_goes(coordinator):
    OrganisationFactory(coalition=coordinator.membership.coalition, name="Oak Hill")
    run = applied(coordinator, csv_text(HEADINGS, OAK, ELM))
    ComparisonDue.objects.all().delete()
    undone(coordinator, run)
    assert due() == ["Oak Hill"]


def test_later_writes_are_noted_by_themselves_again(coordinator):
    applied(coordinator, csv_text(HEADINGS, OAK))
    ComparisonDue.objects.all().delete()
    OrganisationFactory(coalition=coordinator.membership.coalition, name="Cedar Lane")
    assert due() == ["Cedar Lane"]


def test_rows_tell_what_became_of_them_in_every_batch(coordinator, monkeypatch):
    for module in ("dry_run", "planning", "matching"):
        monkeypatch.setattr(f"partners.imports.{module}.BATCH", 2)
    names = ["Alder House", "Birch Clinic", "Cedar Trust", "Dogwood School", "Elder Kitchen"]
    rows = [[name, "", "", "", "", ""] for name in names]
    run = applied(coordinator, csv_text(HEADINGS, *rows))
    told = ImportRow.objects.filter(run=run).values_list("outcome", "organisation__name")
    assert sorted(told) == [("new", name) for name in names]
