"""The search."""

import pytest

from partners import tasks
from partners.models import ComparisonDue, DuplicateSearch, LikelyPair, Merge
from tests.factories import AliasFactory, ContactFactory, OrganisationFactory
from tests.partners.duplicates.finding import address, found
from tests.partners.merging.steps import merge

pytestmark = pytest.mark.django_db


def test_search_finds_two_spellings_and_leaves_look_alikes(coalition):
    names = ("Chase Brexton Health", "Chase Braxton Health", "City Clinic", "County Clinic")
    for name in names:
        OrganisationFactory(coalition=coalition, name=name)
    assert found() == [("Chase Brexton Health", "Chase Braxton Health")]


def test_search_stays_within_the_coalition(coalition):
    OrganisationFactory(coalition=coalition, name="Oak Hill Seniors")
    OrganisationFactory(name="Oak Hill Seniors")
    assert found() == []


def test_search_leaves_retired_partners_out(coalition):
    OrganisationFactory(coalition=coalition, name="Oak Hill Seniors")
    OrganisationFactory(coalition=coalition, name="Oak Hill Seniors", retired=True)
    assert found() == []


def merge_two(coordinator, coalition) -> None:
    two = [OrganisationFactory(coalition=coalition, name="Oak Hill Seniors") for _ in range(2)]
    assert len(found()) == 1
    merge(coordinator, *two)


def test_search_leaves_merged_partners_out(coordinator, coalition):
    merge_two(coordinator, coalition)
    assert found() == []
    coordinator.post(address(coordinator, "duplicates_search"))
    tasks.find_duplicates(coalition.pk)
    assert LikelyPair.objects.count() == 0
    assert DuplicateSearch.objects.get().organisations == 1


def test_page_opens_when_a_pair_has_been_merged_and_shows_it_again_once_apart(
    coordinator, coalition
):
    merge_two(coordinator, coalition)
    page = coordinator.get(address(coordinator))
    assert page.status_code == 200
    assert "Look and merge" not in page.content.decode()
    coordinator.post(Merge.objects.get().get_absolute_url())
    assert "Look and merge" in coordinator.get(address(coordinator)).content.decode()


def test_search_meets_by_an_other_name(coalition):
    OrganisationFactory(coalition=coalition, name="North Shore Clinic")
    alias = AliasFactory(organisation__coalition=coalition, name="North Shore Clinic")
    alias.organisation.name = "Riverbend"
    alias.organisation.save()
    assert found() == [("North Shore Clinic", "Riverbend")]
    assert LikelyPair.objects.get().reasons == [["other_name_alike", "North Shore Clinic"]]


def test_search_ignores_a_phone_that_many_share(coalition):
    for n in range(7):
        organisation = OrganisationFactory(coalition=coalition, name=f"{n}nth Tenant Of Mall{n}")
        ContactFactory(organisation=organisation, email="desk@mall.example")
    assert found() == []


def test_search_run_twice_changes_nothing(coalition):
    for _ in range(2):
        OrganisationFactory(coalition=coalition, name="Oak Hill Seniors")
    tasks.compare_changed()
    once = (list(LikelyPair.objects.values()), list(DuplicateSearch.objects.values()))
    tasks.compare_changed()
    assert (list(LikelyPair.objects.values()), list(DuplicateSearch.objects.values())) == once
    assert not ComparisonDue.objects.exists()


def test_changed_partner_is_compared_again_and_others_keep_their_pairs(coalition):
    _first, second, third = (
        OrganisationFactory(coalition=coalition, name=name)
        for name in ("Oak Hill Seniors", "Oak Hill Seniors", "Elm Transit")
    )
    assert len(found()) == 1
    kept = LikelyPair.objects.get().pk
    third.name = "Elm Park Transit"
    third.save()
    tasks.compare_changed()
    assert LikelyPair.objects.get().pk == kept
    second.name = "Zephyr Sailing"
    second.save()
    assert found() == []


def test_search_of_the_whole_list_waits_for_a_wish(coalition):
    for _ in range(2):
        OrganisationFactory(coalition=coalition, name="Oak Hill Seniors")
    tasks.find_duplicates(coalition.pk)
    assert not LikelyPair.objects.exists()
