"""Ties, and who does the same, in Spanish."""

import pytest
from django.urls import reverse

from tests.factories import OrganisationFactory, TieFactory
from tests.partners.pipeline.way import text
from tests.partners.services.town import Town

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(coordinator):
    coordinator.membership.person.language = "es"
    coordinator.membership.person.save()
    return coordinator


def read(reader, name, *args):
    return text(reader.get(reverse(f"partners:{name}", args=[reader.slug, *args])))


def test_day_since_when_two_are_tied_carries_its_article(reader):
    first, second = OrganisationFactory.create_batch(2, coalition=reader.membership.coalition)
    TieFactory(first=first, second=second, since_on="2025-03-24")
    assert "desde el 24 de marzo de 2025" in read(reader, "ties", first.pk)


def test_partners_are_counted_and_not_merged(reader):
    town = Town(reader.membership.coalition)
    town.service("Bank", "Pantry", kind=town.food, area=town.north)
    town.service("Church", "Boxes", kind=town.food, area=town.north)
    page = read(reader, "who_does_what")
    assert "2 socios" in page
    assert "pasan a ser uno solo" not in page
    assert "Otros también lo hacen: Food · North End (Church)" in page


def test_merge_still_says_that_they_become_one(reader):
    two = OrganisationFactory.create_batch(2, coalition=reader.membership.coalition)
    ids = "&".join(f"ids={one.pk}" for one in two)
    page = reader.get(reverse("partners:merge", args=[reader.slug]) + f"?{ids}")
    assert "2 socios pasan a ser uno solo" in text(page)
