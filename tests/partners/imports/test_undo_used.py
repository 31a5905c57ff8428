"""An undo takes nothing away to which somebody has come to refer, says so, and never breaks on it."""

import pytest
from django.db import connection
from django.urls import reverse

from common.merging.following import all_pointers
from partners.imports import referring, undo
from partners.models import Contact, ImportRun, Organisation, Term
from tests.factories import (
    NeededVoiceFactory,
    OrganisationFactory,
    ServiceFactory,
    ServiceLocationFactory,
    TermFactory,
    TouchpointFactory,
)
from tests.partners.importing import applied, csv_text, undone, work

pytestmark = pytest.mark.django_db
PEOPLE = csv_text(["Name", "Contact"], ["Oak Hill", "Zed Moon"], ["Elm", "Bo Hu"])


def undo_page(client, run: ImportRun) -> str:
    return client.get(reverse("partners:import_undo", args=[client.slug, run.pk])).content.decode()


def partners() -> list[str]:
    return sorted(Organisation.objects.values_list("name", flat=True))


@pytest.fixture
def oak(coordinator) -> Organisation:
    """A partner that was here before the file."""
    return OrganisationFactory(coalition=coordinator.membership.coalition, name="Oak Hill")


@pytest.fixture
def run(coordinator, oak) -> ImportRun:
    return applied(coordinator, PEOPLE)


def test_undo_leaves_an_older_partner_whose_new_contact_was_in_a_talk(coordinator, oak, run):
    talk = TouchpointFactory(organisation=oak)
    talk.contacts.add(oak.contacts.get(), through_defaults={"coalition": oak.coalition})
    undone(coordinator, run)
    connection.check_constraints()
    assert partners() == ["Oak Hill"]
    assert [c.name for c in Contact.objects.all()] == ["Zed Moon"]


def test_undo_leaves_an_older_partner_whose_new_contact_a_service_names(coordinator, oak, run):
    ServiceFactory(organisation=oak, contact=oak.contacts.get())
    undone(coordinator, run)
    connection.check_constraints()
    assert [c.name for c in Contact.objects.all()] == ["Zed Moon"]


def test_undo_page_says_who_stays_and_why(coordinator, oak, run):
    ServiceFactory(organisation=oak, contact=oak.contacts.get())
    Organisation.objects.filter(name="Elm").update(website="https://elm.example")
    html = undo_page(coordinator, run)
    assert "Named elsewhere by now: Zed Moon." in html
    assert "Changed since." in html


def test_page_of_an_undone_import_names_whom_it_left(coordinator, oak, run):
    ServiceFactory(organisation=oak, contact=oak.contacts.get())
    undone(coordinator, run)
    html = coordinator.get(run.get_absolute_url()).content.decode()
    assert f'href="{oak.get_absolute_url()}"' in html


@pytest.mark.parametrize("use", ["within", "needed", "service"])
def test_undo_leaves_a_new_word_that_something_uses(coordinator, oak, use):
    run = applied(coordinator, csv_text(["Name", "Areas"], ["Oak Hill", "East Side"]))
    area, coalition = Term.objects.get(name="East Side"), oak.coalition
    if use == "within":
        TermFactory(coalition=coalition, vocabulary="area", name="Main Street", within=area)
    elif use == "needed":
        NeededVoiceFactory(coalition=coalition, sector=None, area=area)
    else:
        ServiceLocationFactory(service__organisation=oak, area=area)
    assert "East Side" in undo_page(coordinator, run)
    undone(coordinator, run)
    connection.check_constraints()
    assert Term.objects.filter(pk=area.pk).exists()
    assert not oak.classifications.exists()


def test_undo_that_breaks_leaves_the_file_in_and_can_be_tried_again(coordinator, run, monkeypatch):
    with monkeypatch.context() as patch:

        def break_down(*args, **kwargs):
            raise ValueError("not for people")

        patch.setattr(undo, "undo_change", break_down)
        coordinator.post(reverse("partners:import_undo", args=[coordinator.slug, run.pk]))
        work()
    run.refresh_from_db()
    html = coordinator.get(run.get_absolute_url()).content.decode()
    assert run.state == ImportRun.State.APPLIED
    assert "The undo was not done, and the file is still in." in html
    assert "Nothing of this file is written" not in html
    undone(coordinator, run)
    assert partners() == ["Oak Hill"]


def test_every_key_to_what_an_import_writes_is_asked(coordinator, run, django_assert_num_queries):
    """Also one of a table that is written later."""
    removal = undo._removal(run)
    for model in removal.tracked:
        asked = [one.key for one in all_pointers(model) if one.model not in referring.SILENT]
        with django_assert_num_queries(1 if asked else 0) as seen:
            removal.held(model, {})
        for key in asked:
            assert f"r.{key.column} FROM {key.model._meta.db_table}" in seen[0]["sql"]
