"""Finding duplicates: the search, the page of pairs, and what is remembered."""

import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from accounts.permissions import Role
from partners import tasks
from partners.models import ComparisonDue, DistinctPair, DuplicateSearch, LikelyPair, Merge
from tests.factories import (
    AliasFactory,
    ContactFactory,
    DistinctPairFactory,
    LikelyPairFactory,
    MembershipFactory,
    OrganisationFactory,
)
from tests.partners.importing import checked, csv_text, decide, outcomes, undone, work
from tests.partners.test_merging import merge

pytestmark = pytest.mark.django_db


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


def address(client, name="duplicates", *args):
    return reverse(f"partners:{name}", args=[client.slug, *args])


def found() -> list[tuple[str, str]]:
    tasks.compare_changed()
    pairs = LikelyPair.objects.select_related("first", "second")
    return [(pair.first.name, pair.second.name) for pair in pairs]


# ---------------------------------------------------------------- the search


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


# ---------------------------------------------------------------- the page


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


# ---------------------------------------------------------------- not the same


@pytest.fixture
def pair(coalition):
    one, other = (
        OrganisationFactory(coalition=coalition, name="Oak Hill Seniors") for _ in range(2)
    )
    tasks.compare_changed()
    return LikelyPair.objects.get(first=one, second=other)


def say_apart(client, pair, **changed):
    told = {"one": pair.second_id, "other": pair.first_id} | changed
    return client.post(address(client, "tell_apart"), told, follow=True)


def test_not_the_same_is_remembered_and_never_proposed_again(coordinator, pair):
    html = say_apart(coordinator, pair).content.decode()
    assert "No two partners look alike." in html
    said = DistinctPair.objects.get()
    assert (said.first_id, said.second_id) == (pair.first_id, pair.second_id)
    pair.first.description = "Changed"
    pair.first.save()
    assert found() == []
    coordinator.post(address(coordinator, "duplicates_search"))
    assert found() == []


def test_not_the_same_can_be_undone(coordinator, pair):
    say_apart(coordinator, pair)
    said = DistinctPair.objects.get()
    assert (
        "Oak Hill Seniors" in coordinator.get(address(coordinator, "told_apart")).content.decode()
    )
    html = coordinator.post(
        address(coordinator, "told_apart_undo", said.pk), follow=True
    ).content.decode()
    assert "1 likely duplicate" in html
    assert len(found()) == 1


def test_not_the_same_pressed_twice_is_one(coordinator, pair):
    say_apart(coordinator, pair)
    say_apart(coordinator, pair)
    assert DistinctPair.objects.count() == 1


def test_not_the_same_keeps_who_said_it(coordinator, pair):
    say_apart(coordinator, pair)
    event = DistinctPair.pgh_event_models["insert"].objects.get()
    assert event.pgh_context["verb"] == "pair.told_apart"
    assert event.pgh_context["person"] == coordinator.membership.person_id


@pytest.mark.parametrize("other", ["", "nonsense", "0", "99999999999999999999"])
def test_not_the_same_of_nobody_is_not_found(coordinator, pair, other):
    assert say_apart(coordinator, pair, other=other).status_code == 404


def test_not_the_same_of_another_coalition_is_not_found(coordinator, pair):
    assert say_apart(coordinator, pair, other=OrganisationFactory().pk).status_code == 404
    assert not DistinctPair.objects.exists()


@pytest.mark.parametrize("role", [Role.VIEWER, Role.PARTNER])
def test_duplicates_are_forbidden_for(role, member, coalition):
    client = member(role, coalition=coalition)
    said = DistinctPairFactory(first=OrganisationFactory(coalition=coalition))
    gets = [client.get(address(client, name)) for name in ("duplicates", "told_apart")]
    posts = [
        client.post(address(client, "tell_apart"), {"one": said.first_id, "other": said.second_id}),
        client.post(address(client, "duplicates_search")),
        client.post(address(client, "told_apart_undo", said.pk)),
    ]
    assert {answer.status_code for answer in [*gets, *posts]} == {403}


# ---------------------------------------------------------------- the command


def printed(*told) -> str:
    out = StringIO()
    call_command("find_duplicates", *told, stdout=out)
    return out.getvalue()


def test_command_prints_one_object_with_pairs_and_reasons():
    membership = MembershipFactory()
    one, other = (
        OrganisationFactory(coalition=membership.coalition, name=name)
        for name in ("Oak Hill Seniors", "Oak Hill Seniors, Inc.")
    )
    told = json.loads(printed(membership.coalition.slug, "--json"))
    assert told.pop("seconds") >= 0
    assert told == {
        "coalition": membership.coalition.slug,
        "organisations": 2,
        "pairs": [
            {
                "score": 0.96,
                "reasons": ["Same name."],
                "a": {"id": one.pk, "name": one.name},
                "b": {"id": other.pk, "name": other.name},
            }
        ],
    }
    assert "0.96  Oak Hill Seniors" in printed(membership.coalition.slug)
    assert (
        json.loads(printed(membership.coalition.slug, "--json", "--threshold", "0.97"))["pairs"]
        == []
    )


# ---------------------------------------------------------------- when spreadsheets come


def kept_both(coordinator, coalition):
    OrganisationFactory(coalition=coalition, name="Chase Brexton Health")
    text = csv_text(["Name"], ["Chase Braxton Health"], ["Oak Hill Seniors"], ["Oak Hill Senirs"])
    run = checked(coordinator, text)
    assert outcomes(run) == ["duplicate", "new", "duplicate"]
    decide(coordinator, run, all="new", do="apply")
    work()
    return run


def test_partners_that_an_import_kept_beside_each_other_are_told_apart(coordinator, coalition):
    kept_both(coordinator, coalition)
    told = {(p.first.name, p.second.name) for p in DistinctPair.objects.of_coalition(coalition)}
    assert told == {
        ("Chase Brexton Health", "Chase Braxton Health"),
        ("Oak Hill Seniors", "Oak Hill Senirs"),
    }
    assert found() == []


def test_undoing_the_import_forgets_whom_it_kept(coordinator, coalition):
    undone(coordinator, kept_both(coordinator, coalition))
    assert not DistinctPair.objects.exists()


def test_import_and_search_give_the_same_reasons(coordinator, coalition):
    OrganisationFactory(coalition=coalition, name="Chase Brexton Health", email="a@chase.example")
    text = csv_text(["Name", "Phone"], ["Chase Braxton Health", "4105550100"])
    run = checked(coordinator, text)
    reason = run.rows.get().reason
    OrganisationFactory(coalition=coalition, name="Chase Braxton Health")
    tasks.compare_changed()
    html = coordinator.get(address(coordinator)).content.decode()
    assert reason == "The names are alike."
    assert reason in html
