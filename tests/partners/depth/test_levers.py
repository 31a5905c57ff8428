"""Which of our priorities others share, of whom one asks, and who is furthest apart among all."""

from itertools import combinations, permutations

import pytest
from django.urls import reverse

from partners.reports.depth.furthest import furthest_apart
from partners.reports.depth.scoring import Named, overlap
from tests.factories import (
    OrganisationFactory,
    OwnPriorityFactory,
    PipelineStepFactory,
    ProfileRowFactory,
    TermFactory,
)


@pytest.fixture
def coalition(coordinator):
    return coordinator.membership.coalition


@pytest.fixture
def words(coalition):
    return {
        name: TermFactory(coalition=coalition, vocabulary="priority", name=name, position=place)
        for place, name in enumerate(("Food", "Rents", "Jobs", "Trust"), start=1)
    }


def named(coalition, name, *terms, **fields):
    one = OrganisationFactory(coalition=coalition, name=name, **fields)
    for position, term in enumerate(terms, start=1):
        ProfileRowFactory(
            organisation=one, topic="priorities", position=position, term=term, words=""
        )
    return one


def shown(client, query=""):
    answer = client.get(reverse("partners:priorities", args=[client.slug]) + query)
    assert answer.status_code == 200
    return answer


@pytest.fixture
def three(coalition, words):
    OwnPriorityFactory(term=words["Food"], position=1)
    OwnPriorityFactory(term=words["Trust"], position=2)
    acorn = named(coalition, "Acorn", words["Rents"], words["Food"], kind="prospect")
    birch = named(coalition, "Birch", words["Food"], words["Jobs"], kind="prospect")
    PipelineStepFactory(organisation=birch, stage="invited")
    return acorn, birch, named(coalition, "Cedar", words["Food"], words["Rents"])


def levers(page) -> list[tuple[str, list[str]]]:
    told = page.context["comparison"].levers
    return [(one.name, [each.name for each in one.organisations]) for one in told]


def test_our_priorities_say_who_shares_them_those_first_that_put_it_highest(coordinator, three):
    assert levers(shown(coordinator)) == [("Food", ["Birch", "Cedar", "Acorn"]), ("Trust", [])]


@pytest.mark.parametrize(
    ("who", "sharing"),
    [
        ("prospects", ["Birch", "Acorn"]),
        ("prospect", ["Acorn"]),
        ("invited", ["Birch"]),
        ("partners", ["Cedar"]),
        ("spam", ["Birch", "Cedar", "Acorn"]),
    ],
)
def test_one_kind_or_stage_alone_is_asked(coordinator, three, who, sharing):
    page = shown(coordinator, f"?who={who}")
    assert levers(page)[0] == ("Food", sharing)
    lines = page.context["comparison"].lines
    assert [line.organisation.name for line in lines] == sorted(sharing)


def test_kind_of_whom_nobody_named_anything_says_so(coordinator, three):
    assert "None of these has named a priority yet." in shown(coordinator, "?who=stakeholders").text


def test_number_opens_into_the_organisations_that_named_it(coordinator, three):
    page = shown(coordinator, "?who=prospects")
    assert "?who=prospects&amp;priority=Rents#all" in page.text
    opened = shown(coordinator, "?who=prospects&priority=rents")
    lines = opened.context["comparison"].lines
    assert [line.organisation.name for line in lines] == ["Acorn"]
    assert "Who named rents" in opened.text


def test_two_of_different_kinds_are_still_compared(coordinator, three):
    acorn, _birch, cedar = three
    page = shown(coordinator, f"?who=prospects&pair={acorn.pk}&pair={cedar.pk}")
    assert page.context["comparison"].compared.shared == ["Rents", "Food"]


def test_furthest_apart_are_looked_for_beyond_the_page(coordinator, coalition, words):
    alike = words["Food"], words["Jobs"]
    for number in range(60):
        named(coalition, f"Alike {number:02}", *alike)
    named(coalition, "Zebra", words["Trust"], words["Food"])
    found = shown(coordinator).context["comparison"].furthest
    assert {pair.other.organisation.name for pair in found} == {"Zebra"}


def test_furthest_apart_are_those_of_the_smallest_overlap():
    keys = "abcde"
    orders = [*permutations(keys, 2), *permutations(keys, 3)][::3]
    said = {pk: [Named(key, key) for key in order] for pk, order in enumerate(orders, start=1)} | {
        99: [Named("a", "a")]
    }
    for some in (said, {pk: [*order, Named("z", "z")] for pk, order in said.items()}):
        pairs = [overlap(some[one], some[other]) for one, other in combinations(some, 2)]
        least = sorted(each for each in pairs if each is not None)[:3]
        found = [overlap(some[one], some[other]) for one, other in furthest_apart(some)]
        assert found == pytest.approx(least)


def test_nobody_is_apart_from_nobody():
    assert furthest_apart({}) == []
    assert furthest_apart({1: [Named("a", "a"), Named("b", "b")]}) == []
