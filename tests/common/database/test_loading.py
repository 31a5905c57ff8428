"""Rows that are loaded are the rows that would have been saved."""

from datetime import UTC, datetime

import pytest
from django.db import IntegrityError, transaction

from common.database.loading import load
from partners.models import Contact, ImportRow, Organisation, SearchEntry
from tests.factories import (
    NOW,
    TODAY,
    CoalitionFactory,
    ImportRunFactory,
    OrganisationFactory,
    PersonFactory,
)

pytestmark = pytest.mark.django_db
WORDS = "Tab\there, line\nthere, \\N and \\. and \"quotes\" and 'ñ' \U0001f33d"


def values(row: Organisation) -> dict[str, object]:
    names = [field.attname for field in row._meta.concrete_fields]
    return {name: getattr(row, name) for name in names if name not in ("id", "sort_name")}


def test_loaded_row_holds_what_a_saved_one_holds():
    told = {
        "coalition": CoalitionFactory(),
        "name": WORDS,
        "description": f"\\t{WORDS}\r\n\\",
        "since_on": TODAY,
        "created_at": NOW,
        "owner": PersonFactory(),
        "own_values": {"beds": 7, "said": WORDS, "nothing": None},
    }
    loaded = Organisation(**told)
    load([loaded])
    saved = Organisation.objects.create(**told)
    assert values(Organisation.objects.get(pk=loaded.pk)) == values(
        Organisation.objects.get(pk=saved.pk)
    )


def test_each_row_has_its_id_and_parts_find_theirs():
    coalition = CoalitionFactory()
    both = [Organisation(coalition=coalition, name=name) for name in ("One", "Two")]
    people = [
        Contact(organisation=each, coalition=coalition, name=f"Head of {each}") for each in both
    ]
    load(both)
    load(people)
    assert [Contact.objects.get(name=f"Head of {each}").organisation for each in both] == both
    assert [each.pk for each in people] == list(
        Contact.objects.order_by("pk").values_list("pk", flat=True)
    )
    next_one = OrganisationFactory(coalition=coalition)
    assert next_one.pk > max(each.pk for each in both)


def test_history_and_search_follow_what_is_loaded():
    organisation = Organisation(coalition=CoalitionFactory(), name="Grocers")
    load([organisation])
    assert organisation.events.get().name == "Grocers"
    assert SearchEntry.objects.get(organisation=organisation).names == "grocers"


def test_database_refuses_what_it_would_refuse_of_any_insert():
    with pytest.raises(IntegrityError), transaction.atomic():
        load([Organisation(coalition=CoalitionFactory(), name="")])
    load([])
    assert not Organisation.objects.exists()


def test_moment_keeps_its_zone_and_lists_stay_lists():
    run = ImportRunFactory()
    at = datetime(2026, 5, 12, 15, 0, 0, 123456, tzinfo=UTC)
    load([Organisation(coalition=run.coalition, name="Then", created_at=at)])
    row = ImportRow(run=run, coalition=run.coalition, number=1, cells=["a\tb", ""], outcome="new")
    load([row])
    assert Organisation.objects.get().created_at == at
    assert ImportRow.objects.get().cells == ["a\tb", ""]
