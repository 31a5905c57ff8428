"""Search and download of own fields."""

from io import BytesIO

from django.urls import reverse
from openpyxl import load_workbook

from accounts.permissions import Role
from partners import operations
from partners.models import Organisation, OwnField
from partners.models.own_fields.fields import Option
from partners.operations.own_fields import Definition
from tests.factories import ContactFactory, OrganisationFactory, OwnFieldFactory, PersonFactory
from tests.partners.listing.browsing import add, names
from tests.partners.own_fields.defining import own

# ---------------------------------------------------------------- search


def test_search_finds_by_a_person_for_those_who_may_see_people(coordinator, member):
    own(coordinator, "Eats", subject="contact")
    acorn = add(coordinator, "Acorn")
    ContactFactory(organisation=acorn, own_values={"eats": "Pescatarian"})
    viewer = member(Role.VIEWER, coalition=coordinator.membership.coalition)
    assert names(coordinator, "?q=pescatarian") == ["Acorn"]
    assert names(viewer, "?q=pescatarian") == []


def test_search_follows_a_renamed_choice_a_retired_field_and_a_new_secret(coordinator, member):
    field = own(coordinator, "Readiness", kind="choice", choices="willing leading")
    add(coordinator, "Acorn", own_values={"readiness": "leading"})
    viewer = member(Role.VIEWER, coalition=coordinator.membership.coalition)
    person = PersonFactory()
    told = {"label": "Readiness", "kind": "choice"}
    renamed = (Option("willing", "Willing"), Option("leading", "Trailblazing"))
    operations.edit_own_field(field, Definition(**told, choices=renamed), by=person)
    assert names(coordinator, "?q=trailblazing") == names(viewer, "?q=trailblazing") == ["Acorn"]
    assert names(coordinator, "?q=leading") == []
    secret = Definition(**told, choices=renamed, is_internal=True)
    operations.edit_own_field(field, secret, by=person)
    assert (names(coordinator, "?q=trailblazing"), names(viewer, "?q=trailblazing")) == (
        ["Acorn"],
        [],
    )
    OwnField.objects.update(retired_on="2026-01-01")
    assert names(coordinator, "?q=trailblazing") == []


def test_search_in_one_coalition_does_not_read_fields_of_another(coordinator):
    OwnFieldFactory(label="Door")
    OrganisationFactory(
        coalition=coordinator.membership.coalition, own_values={"door": "Emerald gate"}
    )
    assert names(coordinator, "?q=emerald") == []


# ---------------------------------------------------------------- download


def test_download_has_own_fields_with_their_types(three):
    own(three, "Eats", subject="contact")
    acorn = Organisation.objects.get(name="Acorn")
    ContactFactory(organisation=acorn, name="Dev", own_values={"eats": "Vegan"})
    url = reverse("partners:export", args=[three.slug])
    workbook = load_workbook(BytesIO(b"".join(three.get(f"{url}?format=xlsx"))))
    headings, *rows = workbook.active.iter_rows(values_only=True)
    cells = dict(zip(headings, rows[0], strict=True))
    assert cells["Seats"] == 120
    assert cells["Signed on"].date().isoformat() == "2024-05-01"
    assert cells["Can host"] is True
    assert cells["Readiness"] == "Ready"
    assert cells["Trained"] == "Walking; Cooking"
    assert cells["Contact 1 Eats"] == "Vegan"
    birch = dict(zip(headings, rows[1], strict=True))
    assert (birch["Seats"], birch["Can host"], birch["Signed on"]) == (9.5, False, None)


def test_download_is_what_the_own_filters_show(three):
    url = reverse("partners:export", args=[three.slug])
    text = b"".join(three.get(f"{url}?format=csv&own-can_host=no")).decode()
    assert "Birch" in text
    assert "Acorn" not in text


def test_download_leaves_a_retired_field_out(three):
    OwnField.objects.filter(key="seats").update(retired_on="2026-01-01")
    url = reverse("partners:export", args=[three.slug])
    assert "Seats" not in b"".join(three.get(f"{url}?format=csv")).decode()
