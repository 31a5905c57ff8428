"""Services come in through the browser, and go again."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from partners.models import ImportRun, Service, Term
from tests.factories import OrganisationFactory, ServiceFactory
from tests.forms import carried
from tests.partners.importing import csv_text, work
from tests.partners.services.directory import FLAT, PANTRY, TABLES, names

pytestmark = pytest.mark.django_db


def address(client, name, *args):
    return reverse(f"partners:service_import{name}", args=[client.slug, *args])


def uploaded(client, files: dict[str, str]) -> ImportRun:
    page = client.get(address(client, "_start"))
    sent = [SimpleUploadedFile(name, text.encode()) for name, text in files.items()]
    data = {"uploads": sent, "form_key": carried(page, "form_key")}
    assert client.post(address(client, "_start"), data).status_code == 302
    return ImportRun.objects.latest("pk")


def checked(client, run: ImportRun, **told: str) -> str:
    columns = {f"column-{position}": key for position, key in run.mapping.items()}
    client.post(address(client, "_columns", run.pk), columns | told)
    work()
    return client.get(address(client, "", run.pk)).text


def applied(client, files: dict[str, str], **told: str) -> ImportRun:
    run = uploaded(client, files)
    checked(client, run, **told)
    client.post(address(client, "_apply", run.pk))
    work()
    run.refresh_from_db()
    assert run.state == ImportRun.State.APPLIED, run.problem
    return run


@pytest.fixture
def greenway(coordinator):
    coalition = coordinator.membership.coalition
    OrganisationFactory(coalition=coalition, name="Oak Clinic")
    return OrganisationFactory(coalition=coalition, name="Greenway")


def test_tables_go_through_columns_dry_run_and_apply_in_the_browser(coordinator, greenway):
    run = uploaded(coordinator, TABLES)
    assert run.file_name == "organizations.csv, locations.csv and 5 more"
    page = checked(coordinator, run, area_from="city")
    assert "What would change" in page
    assert "Words that are added to your lists" in page
    assert "There is no partner here." in page
    coordinator.post(address(coordinator, "_apply", run.pk))
    work()
    page = coordinator.get(address(coordinator, "", run.pk))
    assert "2 services were written" in page.text
    assert greenway.services.get().name == "Food pantry"


def test_rejected_rows_come_back_as_a_file_that_can_be_mended(coordinator, greenway):
    run = applied(coordinator, TABLES)
    url = reverse("partners:import_rejected", args=[coordinator.slug, run.pk, "csv"])
    text = b"".join(coordinator.get(url).streaming_content).decode()
    assert "Lost service" in text
    assert "There is no partner here." in text
    mended = text.replace('"","","52"', '"","Greenway","52"')
    again = applied(coordinator, {"mended.csv": mended})
    assert again.counts["new"] == 1


def test_undo_takes_all_of_it_away(coordinator, greenway):
    run = applied(coordinator, TABLES, area_from="city", unknown_organisations="prospects")
    page = coordinator.get(address(coordinator, "_undo", run.pk))
    assert "2 services go back" in page.text
    coordinator.post(address(coordinator, "_undo", run.pk))
    work()
    run.refresh_from_db()
    assert run.state == ImportRun.State.UNDONE, run.problem
    assert not Service.objects.exists()
    assert not Term.objects.exists()


def test_undo_leaves_what_somebody_has_changed_since(coordinator, greenway):
    run = applied(coordinator, TABLES, area_from="city")
    pantry = greenway.services.get()
    url = reverse("partners:service_capacity", args=[coordinator.slug, greenway.pk, pantry.pk])
    coordinator.post(url, {"capacity": "full"})
    coordinator.post(address(coordinator, "_undo", run.pk))
    work()
    run.refresh_from_db()
    assert run.state == ImportRun.State.UNDONE, run.problem
    kept = Service.objects.told().get()
    assert (kept, names(kept.kinds), names(kept.areas)) == (pantry, ["Food"], ["Towson"])
    assert set(Term.objects.values_list("name", flat=True)) == {"Food", "Seniors", "Towson"}


def test_undo_leaves_words_that_others_use_by_now(coordinator, greenway):
    run = applied(coordinator, TABLES)
    food = Term.objects.get(name="Food")
    other = ServiceFactory(organisation=greenway, name="Soup kitchen")
    other.carried.create(coalition=other.coalition, organisation=greenway, term=food)
    coordinator.post(address(coordinator, "_undo", run.pk))
    work()
    assert list(Term.objects.values_list("name", flat=True)) == ["Food"]
    assert list(Service.objects.all()) == [other]


def test_undo_puts_a_changed_service_back(coordinator, greenway):
    service = ServiceFactory(organisation=greenway, name="Food pantry", phone="211")
    run = applied(coordinator, TABLES)
    service.refresh_from_db()
    assert service.phone == "(410) 555-0100"
    coordinator.post(address(coordinator, "_undo", run.pk))
    work()
    service.refresh_from_db()
    assert (service.phone, service.places.count(), service.carried.count()) == ("211", 0, 0)


def test_register_downloaded_comes_back_and_changes_nothing(coordinator, greenway):
    applied(coordinator, TABLES, area_from="city")
    url = reverse("partners:services_export", args=[coordinator.slug]) + "?format=csv"
    text = b"".join(coordinator.get(url).streaming_content).decode("utf-8-sig")
    run = uploaded(coordinator, {"register.csv": text})
    checked(coordinator, run)
    run.refresh_from_db()
    assert {key: n for key, n in run.counts.items() if n} == {"unchanged": 2}


def test_column_of_the_service_is_asked_for(coordinator, greenway):
    run = uploaded(coordinator, {"register.csv": csv_text(FLAT, PANTRY)})
    answer = coordinator.post(address(coordinator, "_columns", run.pk), {"column-0": "name"})
    assert answer.status_code == 422
    assert "which column names the partner" in answer.text
