"""Who is added by hand is compared with every name of those who are here."""

import pytest
from django.urls import reverse

from tests.factories import AliasFactory, DistinctPairFactory
from tests.partners.listing.browsing import add
from tests.partners.test_forms import add as add_by_hand

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["Zephyr House", "QHWC", "Quarry Hill Women's Center"])
def test_name_by_which_somebody_is_known_is_asked_about(coordinator, name):
    quarry = add(coordinator, "Quarry Hill Women's Center")
    AliasFactory(organisation=quarry, name="Zephyr House")
    answer = add_by_hand(coordinator, name=name)
    assert answer.status_code == 422
    assert "Perhaps here already: Quarry Hill Women" in answer.content.decode()


def test_those_told_apart_are_not_offered_for_merging(coordinator):
    one, other, third = (
        add(coordinator, f"Elm Grove Clinic{end}") for end in ("", " Inc", " Incorporated")
    )
    DistinctPairFactory(coalition=one.coalition, first=one, second=other)
    page = coordinator.get(reverse("partners:merge_with", args=[coordinator.slug, one.pk]))
    assert page.context["others"] == [third]
