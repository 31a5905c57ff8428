"""A partner that gets another name is found by the one before it."""

import pytest
from django.urls import reverse

from partners.models import Alias, Organisation
from tests.partners.listing.browsing import names
from tests.partners.test_forms import edit, ours

pytestmark = pytest.mark.django_db


def other_names(organisation: Organisation) -> list[str]:
    return list(Alias.objects.filter(organisation=organisation).values_list("name", flat=True))


@pytest.fixture
def maple(coordinator) -> Organisation:
    return ours(coordinator, name="Maple Bend Clinic")


def test_old_name_becomes_another_name(coordinator, maple):
    edit(coordinator, maple, name="Orchard Family Care", keeps_name="on")
    assert other_names(maple) == ["Maple Bend Clinic"]
    assert names(coordinator, "?q=Maple Bend") == ["Orchard Family Care"]


def test_misspelt_name_is_not_kept_where_the_tick_is_taken_off(coordinator, maple):
    edit(coordinator, maple, name="Maple Bent Clinic")
    assert other_names(maple) == []


def test_edit_of_something_else_adds_no_name(coordinator, maple):
    edit(coordinator, maple, description="A clinic.", name=maple.name, keeps_name="on")
    assert other_names(maple) == []


def test_form_offers_to_keep_the_name_once_there_is_one(coordinator, maple):
    there = coordinator.get(reverse("partners:edit", args=[coordinator.slug, maple.pk]))
    new = coordinator.get(reverse("partners:add", args=[coordinator.slug]))
    assert there.context["form"]["keeps_name"].value() is True
    assert "keeps_name" not in new.context["form"].fields
