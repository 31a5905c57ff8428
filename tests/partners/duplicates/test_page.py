"""The page."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from partners import tasks
from partners.models import LikelyPair
from tests.factories import LikelyPairFactory, OrganisationFactory
from tests.partners.duplicates.finding import address

pytestmark = pytest.mark.django_db


def test_coordinator_searches_and_sees_pairs_with_reasons(coordinator, coalition):
    for site in ("https://oak.example", "oak.example/about"):
        OrganisationFactory(coalition=coalition, name="Oak Hill Seniors", website=site)
    coordinator.post(address(coordinator, "duplicates_search"))
    assert "hx-get" in coordinator.get(address(coordinator)).content.decode()
    tasks.compare_changed()
    html = coordinator.get(address(coordinator)).content.decode()
    assert "1 likely duplicate" in html
    assert "Same name. Same web address: oak.example." in html
    first, second = LikelyPair.objects.values_list("first", "second").get()
    assert f"/partners/merge/?ids={first}&amp;ids={second}" in html


def test_progress_leads_to_the_page_when_the_search_is_done(coordinator, coalition):
    coordinator.post(address(coordinator, "duplicates_search"))
    assert coordinator.get(address(coordinator, "duplicates_progress")).status_code == 200
    tasks.compare_changed()
    answer = coordinator.get(
        address(coordinator, "duplicates_progress"), headers={"HX-Request": "true"}
    )
    assert answer.headers["HX-Redirect"] == address(coordinator)


def test_three_that_are_alike_stand_in_one_group(coordinator, coalition):
    one, other, third = (OrganisationFactory(coalition=coalition) for _ in range(3))
    LikelyPairFactory(first=one, second=other, score=0.95)
    LikelyPairFactory(first=other, second=third, score=0.7)
    page = coordinator.get(address(coordinator)).context["found"]
    assert [len(group.sides) for group in page.groups] == [3]
    assert [pair.percent for pair in page.groups[0].pairs] == [95, 70]


def test_list_links_to_the_pairs_with_their_number(coordinator, coalition):
    LikelyPairFactory(first=OrganisationFactory(coalition=coalition))
    html = coordinator.get(reverse("partners:list", args=[coordinator.slug])).content.decode()
    assert f'href="{address(coordinator)}"' in html
    assert f'hx-get="{address(coordinator, "duplicates_count")}"' in html
    words = coordinator.get(address(coordinator, "duplicates_count")).content.decode()
    assert words.strip() == "1 likely duplicate"


def test_page_takes_the_same_queries_for_one_pair_and_three(coordinator, coalition):
    def queries() -> int:
        with CaptureQueriesContext(connection) as captured:
            coordinator.get(address(coordinator))
        return len(captured)

    LikelyPairFactory(first=OrganisationFactory(coalition=coalition))
    coordinator.get(address(coordinator))
    one = queries()
    for _ in range(2):
        LikelyPairFactory(first=OrganisationFactory(coalition=coalition))
    assert queries() == one <= 12
