"""Undoing a change and returning to a moment, on the tables that a person would notice."""

import pytest
from django.db import connection, transaction

from common.history.rewind import changed_since, rewind, undo_change
from common.history.tracking import recording
from partners.models import Contact, Organisation, SearchEntry
from tests.factories import ContactFactory, OrganisationFactory

pytestmark = pytest.mark.django_db
TRACKED = [Organisation, Contact]


def rows() -> dict[str, list]:
    return {
        model.__name__: list(model.objects.order_by("pk").values())
        for model in (*TRACKED, SearchEntry)
    }


def test_undo_change_takes_created_rows_away():
    with recording("organisation.added") as change:
        ContactFactory()
    undo_change(change, models=TRACKED)
    assert rows() == {"Organisation": [], "Contact": [], "SearchEntry": []}


def test_undo_change_puts_edited_and_deleted_rows_back():
    contact = ContactFactory()
    before = rows()
    with recording("organisation.edited") as change:
        Organisation.objects.update(name="Renamed")
        contact.delete()
        ContactFactory(organisation=contact.organisation)
    undo_change(change, models=TRACKED)
    assert rows() == before


def test_undo_change_leaves_other_changes_alone():
    OrganisationFactory(name="First")
    with recording("organisation.added") as change:
        OrganisationFactory(name="Second")
    OrganisationFactory(name="Third")
    undo_change(change, models=TRACKED)
    assert [o.name for o in Organisation.objects.order_by("pk")] == ["First", "Third"]


def test_undo_change_can_itself_be_undone():
    OrganisationFactory(name="Before")
    with recording("organisation.edited") as edit:
        Organisation.objects.update(name="After")
    after = rows()
    with recording("organisation.undone") as undo:
        undo_change(edit, models=TRACKED)
    undo_change(undo, models=TRACKED)
    assert rows() == after


def test_undo_change_needs_as_many_queries_for_many_rows(django_assert_num_queries):
    with recording("partners.imported") as change:
        organisations = OrganisationFactory.create_batch(30)
        for organisation in organisations:
            ContactFactory(organisation=organisation)
    with django_assert_num_queries(2 + 2 * len(TRACKED)):  # the savepoint, and two a model
        undo_change(change, models=TRACKED)
    assert not Organisation.objects.exists()


def test_changed_since_names_only_rows_written_again():
    with recording("partners.imported") as change:
        touched, untouched = OrganisationFactory.create_batch(2)
    Organisation.objects.filter(pk=touched.pk).update(name="Edited since")
    assert [(row.model, row.pk) for row in changed_since(change, models=TRACKED)] == [
        (Organisation, touched.pk)
    ]
    assert untouched.pk


@pytest.mark.django_db(transaction=True)
def test_rewind_returns_an_organisation_and_its_parts_to_a_moment():
    contact = ContactFactory(name="Dev Patel", organisation__name="Northgate")
    organisation = contact.organisation
    before, moment = rows(), database_now()
    with transaction.atomic():
        Organisation.objects.update(name="Northgate Cooperative")
        Contact.objects.update(name="Marisol Ortega")
        ContactFactory(organisation=organisation)
    scope = {Organisation: {"id": organisation.pk}, Contact: {"organisation_id": organisation.pk}}
    rewind(scope, to=moment)
    assert rows() == before


@pytest.mark.django_db(transaction=True)
def test_rewind_leaves_other_organisations_alone():
    ours, theirs = OrganisationFactory(name="Ours"), OrganisationFactory(name="Theirs")
    moment = database_now()
    Organisation.objects.update(name="Renamed")
    rewind({Organisation: {"id": ours.pk}}, to=moment)
    assert Organisation.objects.get(pk=theirs.pk).name == "Renamed"
    assert Organisation.objects.get(pk=ours.pk).name == "Ours"


def database_now():
    """A moment on the database's own clock, between two transactions."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]
