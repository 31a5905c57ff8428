"""Priorities side by side, scores with their reasons, and what partners are compared with."""

import pytest
from django.urls import reverse

from accounts.permissions import Role
from partners.models import DepthSettings, OwnPriority, ProfileRow
from tests.factories import (
    CoalitionFactory,
    OrganisationFactory,
    OwnPriorityFactory,
    ProfileRowFactory,
    TermFactory,
)
from tests.forms import carried


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def words(coalition):
    return {
        name: TermFactory(coalition=coalition, vocabulary="priority", name=name, position=place)
        for place, name in enumerate(("Food", "Rents", "Jobs", "Trust"), start=1)
    }


def partner(coalition, name, *priorities, **fields):
    one = OrganisationFactory(coalition=coalition, name=name)
    for position, told in enumerate(priorities, start=1):
        said = {"words": told} if isinstance(told, str) else {"term": told, "words": ""}
        ProfileRowFactory(organisation=one, topic="priorities", position=position, **said, **fields)
    return one


def page(client, name, *args, query=""):
    answer = client.get(reverse(f"partners:{name}", args=[client.slug, *args]) + query)
    assert answer.status_code == 200
    return answer


def test_ours_come_first_then_what_most_share(coordinator, coalition, words):
    OwnPriorityFactory(term=words["Trust"], position=1)
    partner(coalition, "Acorn", words["Rents"], words["Jobs"])
    partner(coalition, "Birch", words["Jobs"], words["Trust"], "Quiet streets")
    partner(coalition, "Cedar", words["Jobs"], "quiet  Streets")
    told = page(coordinator, "priorities").context["comparison"]
    assert [(one.name, one.partners, one.first, one.our_place) for one in told.shared][:3] == [
        ("Trust", 1, 0, 1),
        ("Jobs", 3, 2, None),
        ("Quiet streets", 2, 0, None),
    ]
    assert [line.organisation.name for line in told.lines] == ["Acorn", "Birch", "Cedar"]
    assert told.lines[1].places[:2] == [2, 1]


def test_our_guesses_and_other_coalitions_do_not_count(coordinator, coalition, words):
    partner(coalition, "Acorn", words["Rents"], words["Jobs"], voice="ours")
    partner(CoalitionFactory(), "Elsewhere", "Sleep", "Rest")
    assert page(coordinator, "priorities").context["comparison"].shared == []


def test_two_are_compared_and_the_furthest_apart_named(coordinator, coalition, words):
    acorn = partner(coalition, "Acorn", words["Food"], words["Rents"])
    birch = partner(coalition, "Birch", words["Food"], words["Rents"], words["Jobs"])
    cedar = partner(coalition, "Cedar", words["Trust"], words["Jobs"])
    told = page(coordinator, "priorities").context["comparison"]
    assert (told.furthest[0].one.organisation, told.furthest[0].other.organisation) == (
        acorn,
        cedar,
    )
    query = f"?pair={birch.pk}&pair={cedar.pk}"
    compared = page(coordinator, "priorities", query=query).context["comparison"].compared
    assert compared.shared == ["Jobs"]
    assert compared.only_one == ["Food", "Rents"]
    assert compared.only_other == ["Trust"]


def test_one_or_three_are_asked_to_be_two(coordinator, coalition, words):
    acorn = partner(coalition, "Acorn", words["Food"], words["Rents"])
    answer = page(coordinator, "priorities", query=f"?pair={acorn.pk}")
    assert "Please tick two partners" in answer.content.decode()


@pytest.mark.parametrize("number", [1, 3, 60])
def test_comparison_takes_the_same_queries_however_many_partners(
    coordinator, coalition, words, django_assert_num_queries, number
):
    OwnPriorityFactory(term=words["Food"])
    for each in range(number):
        partner(coalition, f"Partner {each:02}", words["Food"], words["Jobs"])
    page(coordinator, "priorities")
    with django_assert_num_queries(8):
        page(coordinator, "priorities")


# ---------------------------------------------------------------- why


def test_alignment_opens_into_what_made_it(coordinator, coalition, words):
    OwnPriorityFactory(term=words["Food"], position=1)
    OwnPriorityFactory(term=words["Trust"], position=2)
    acorn = partner(coalition, "Acorn", words["Food"], words["Rents"])
    answer = page(coordinator, "alignment", acorn.pk)
    assert answer.context["score"].value == 67
    text = " ".join(answer.content.decode().split())
    assert "our number 1, counts 1.00" in text
    assert "not among ours, counts 0" in text
    assert "<b>+17</b> if “Rents” became one of ours" in text
    assert "Trust. <span" in text


def test_alignment_without_enough_says_what_is_missing(coordinator, coalition, words):
    acorn = partner(coalition, "Acorn", words["Food"])
    text = page(coordinator, "alignment", acorn.pk).content.decode()
    assert "Alignment: not enough data" in text
    assert "Our own priorities: none are set." in text


def test_capacity_opens_into_what_made_it(coordinator, coalition):
    DepthSettings.objects.create(coalition=coalition, needs={"funding": 3, "outreach": 1})
    acorn = OrganisationFactory(coalition=coalition)
    ProfileRowFactory(organisation=acorn, brings=True, kind="funding", level=1)
    answer = page(coordinator, "capacity", acorn.pk)
    assert answer.context["score"].value == 33
    text = answer.content.decode()
    assert "Not asked yet" in text
    assert "Outreach to people" in text


def test_partner_does_not_see_how_it_is_weighed(member, coalition, words):
    client = member(Role.PARTNER, coalition=coalition)
    acorn = partner(coalition, "Acorn", words["Food"], words["Rents"])
    url = reverse("partners:alignment", args=[client.slug, acorn.pk])
    assert client.get(url).status_code == 403


# ---------------------------------------------------------------- settings


def settings(client, **said):
    url = reverse("partners:depth_settings", args=[client.slug])
    needs = {
        f"need-{kind}": "0"
        for kind in (
            "funding",
            "expertise",
            "networks",
            "research",
            "marketing",
            "outreach",
            "people",
            "places",
            "policy",
        )
    }
    opened = carried(client.get(url), "opened")
    return client.post(url, {"opened": opened, "verify_every": "180", **needs, **said})


def test_settings_change_every_score_at_once(coordinator, coalition, words):
    acorn = partner(coalition, "Acorn", words["Food"], words["Rents"])
    for first, second, value in (
        ("Food", "Rents", 83),
        ("Rents", "Food", 67),
        ("Jobs", "Trust", 0),
    ):
        said = {f"place-{words[first].pk}": "1", f"place-{words[second].pk}": "2"}
        assert settings(coordinator, **said).status_code == 302
        assert page(coordinator, "alignment", acorn.pk).context["score"].value == value
    assert [one.term.name for one in OwnPriority.objects.of(coalition.pk)] == ["Jobs", "Trust"]


def test_days_after_which_to_ask_again_are_kept_within_reason(coordinator):
    assert settings(coordinator, verify_every="7").status_code == 422
    assert settings(coordinator, verify_every="90").status_code == 302
    assert DepthSettings.objects.get().verify_every == 90


def test_list_of_priorities_can_be_kept_like_the_others(coordinator, words):
    text = page(coordinator, "lists").content.decode()
    assert 'id="priority"' in text
    assert "Rents" in text


def test_word_that_is_offered_no_more_stays_where_it_was_chosen(coordinator, coalition, words):
    acorn = partner(coalition, "Acorn", words["Food"])
    coordinator.post(reverse("partners:term_retire", args=[coordinator.slug, words["Food"].pk]))
    url = reverse("partners:depth_topic", args=[coordinator.slug, acorn.pk, "priorities"])
    form = coordinator.get(url).context["form"]
    offered = dict(form.rows["theirs_rows"].forms[0].fields["term"].choices)
    assert "Food" in offered.values()
    assert ProfileRow.objects.get().term == words["Food"]
