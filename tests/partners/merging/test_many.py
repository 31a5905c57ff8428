"""Merging from the list: as many as are selected, with what was said of them before."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from partners.models import DistinctPair, Organisation
from tests.factories import DistinctPairFactory
from tests.partners.listing.browsing import add, browse
from tests.partners.merging.steps import merge
from tests.partners.selecting import many, pick, picked

pytestmark = pytest.mark.django_db


def test_hundreds_are_merged_in_one_go(coordinator):
    ids = many(coordinator, 260)
    pick(coordinator, *ids)
    assert "Merge them" in browse(coordinator).content.decode()
    page = coordinator.get(pick(coordinator, do="merge")["Location"])
    shown = page.context["preview"]
    assert len(shown.sides) == 260
    told = {"ids": shown.ids, "seen": shown.seen, "pick-stays": shown.stays.pk}
    coordinator.post(reverse("partners:merge", args=[coordinator.slug]), told)
    assert Organisation.objects.count() == 1


def test_page_of_many_shows_each_value_once(coordinator):
    ids = many(coordinator, 12, website="https://one.example")
    Organisation.objects.filter(pk__in=ids[:5]).update(website="https://other.example")
    url = f"{reverse('partners:merge', args=[coordinator.slug])}?ids={','.join(map(str, ids))}"
    choices = {one.name: one.options for one in coordinator.get(url).context["preview"].choices}
    assert len(choices["website"]) == 2
    assert len(choices["name"]) == 12


def test_above_the_bound_the_page_says_who_is_left_out(coordinator, monkeypatch):
    monkeypatch.setattr("partners.views.merging.merges.MOST", 3)
    ids = many(coordinator, 5)
    url = f"{reverse('partners:merge', args=[coordinator.slug])}?ids={','.join(map(str, ids))}"
    page = coordinator.get(url)
    assert [side.organisation.pk for side in page.context["preview"].sides] == ids[:3]
    assert "2 more are left out" in page.content.decode()


def test_merged_ones_leave_the_selection(coordinator):
    cedar, clhc, third = (add(coordinator, name) for name in ("Cedar", "CLHC", "Third"))
    pick(coordinator, cedar.pk, clhc.pk, third.pk)
    merge(coordinator, cedar, clhc)
    assert picked(coordinator) == [cedar.pk, third.pk]


def test_two_are_told_apart_from_the_page_of_their_merge(coordinator):
    one, other = add(coordinator, "Cedar"), add(coordinator, "CLHC")
    url = f"{reverse('partners:merge', args=[coordinator.slug])}?ids={one.pk},{other.pk}"
    html = coordinator.get(url).content.decode()
    assert 'form="not-the-same"' in html
    assert f'<input type="hidden" name="one" value="{one.pk}">' in html
    assert f'<input type="hidden" name="other" value="{other.pk}">' in html


def test_page_says_which_of_them_were_told_apart(coordinator):
    one, other, third = (add(coordinator, name) for name in ("Alder", "Birch", "Cedar"))
    DistinctPairFactory(coalition=one.coalition, first=one, second=third)
    ids = f"{one.pk},{other.pk},{third.pk}"
    url = f"{reverse('partners:merge', args=[coordinator.slug])}?ids={ids}"
    assert "Alder and Cedar were said to be different on" in coordinator.get(url).content.decode()


def test_telling_apart_what_a_colleague_has_merged_leads_back_to_the_pairs(coordinator):
    one, other = add(coordinator, "Cedar"), add(coordinator, "CLHC")
    merge(coordinator, one, other)
    answer = coordinator.post(
        reverse("partners:tell_apart", args=[coordinator.slug]),
        {"one": one.pk, "other": other.pk},
    )
    assert answer["Location"] == reverse("partners:duplicates", args=[coordinator.slug])
    told = [str(one) for one in get_messages(answer.wsgi_request)]
    assert "CLHC has been merged meanwhile, so nothing is noted." in told
    assert not DistinctPair.objects.exists()
