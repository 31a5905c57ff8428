"""Ties follow a merge, become neither doubles nor ties to oneself, and return to the last letter."""

import pytest
from django.db import IntegrityError, connection, transaction

from partners import operations
from partners.models import Tie
from partners.reports.network.network import network_of
from partners.reports.network.question import Question
from tests.factories import (
    NOW,
    TODAY,
    CoalitionFactory,
    MembershipFactory,
    OrganisationFactory,
    PersonFactory,
    RelationFactory,
    TieFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def four():
    coalition = CoalitionFactory()
    return [OrganisationFactory(coalition=coalition, name=name) for name in "ABCD"]


def rows():
    return sorted(Tie.objects.values_list())


def merge(survivor, *others):
    made = operations.merge(survivor, others=others, choices={}, by=PersonFactory(), at=NOW)
    connection.check_constraints()
    return made


def unmerge(made):
    for one in made:
        operations.unmerge(one, by=PersonFactory(), at=NOW)
    connection.check_constraints()


def pairs():
    """As pages see them."""
    return sorted(
        tuple(sorted((tie.first.name, tie.second.name))) for tie in Tie.objects.present().told()
    )


@pytest.mark.parametrize("stays", [0, 1, 2])
@pytest.mark.parametrize("is_turned", [False, True])
def test_ties_follow_whoever_stands_first_and_return_exactly(four, stays, is_turned):
    relation = RelationFactory(coalition=four[0].coalition)
    survivor, d = four[stays], four[3]
    other = next(one for one in four[:3] if one is not survivor)
    ends = (d, other) if is_turned else (other, d)
    tie = TieFactory(
        first=ends[0], second=ends[1], relation=relation, level_first=4, level_second=2
    )
    before = rows()
    made = merge(survivor, other)
    tie.refresh_from_db()
    assert {tie.first_id, tie.second_id} == {survivor.pk, d.pk}
    assert (tie.level_first, tie.level_second) == (4, 2)
    assert (tie.first_id if is_turned else tie.second_id) == d.pk
    unmerge(made)
    assert rows() == before


@pytest.mark.parametrize("is_turned", [False, True])
def test_same_tie_of_both_is_told_once_and_both_return(four, is_turned):
    a, b, c, _d = four
    relation = RelationFactory(coalition=a.coalition)
    kept = TieFactory(first=a, second=c, relation=relation, level_ours=1)
    ends = (c, b) if is_turned else (b, c)
    TieFactory(first=ends[0], second=ends[1], relation=relation, level_ours=5)
    before = rows()
    made = merge(a, b)
    assert list(Tie.objects.all()) == [kept]
    unmerge(made)
    assert rows() == before


def test_tie_between_the_two_is_seen_no_more_until_they_are_taken_apart(four):
    a, b, c, _d = four
    TieFactory(first=a, second=b)
    TieFactory(first=b, second=c)
    before = rows()
    made = merge(a, b)
    assert pairs() == [("A", "C")]
    reader = MembershipFactory(coalition=a.coalition)
    found = network_of(Question(on=TODAY), membership=reader)
    assert {(edge.one, edge.other) for edge in found.network.edges} == {(a.pk, c.pk)}
    unmerge(made)
    assert rows() == before
    assert pairs() == [("A", "B"), ("B", "C")]


def test_three_that_are_tied_among_themselves_are_merged_and_taken_apart(four):
    a, b, c, d = four
    relation = RelationFactory(coalition=a.coalition)
    for one, other in ((a, b), (b, c), (c, a), (b, d), (d, c)):
        TieFactory(first=one, second=other, relation=relation)
    before = rows()
    made = merge(b, a, c)
    assert pairs() == [("B", "D")]
    unmerge(made)
    assert rows() == before


def test_merge_of_a_merge_comes_apart_from_the_outside_in(four):
    a, b, c, d = four
    TieFactory(first=a, second=b)
    TieFactory(first=b, second=d)
    before = rows()
    inner = merge(a, b)
    outer = merge(c, a)
    assert pairs() == [("C", "D")]
    unmerge(outer)
    unmerge(inner)
    assert rows() == before


def refused(**fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        TieFactory(**fields)
        connection.check_constraints()


def test_database_refuses_doubles_ties_to_oneself_strangers_and_levels_beyond_5(four):
    a, b, c, _d = four
    relation = RelationFactory(coalition=a.coalition)
    TieFactory(first=a, second=b, relation=relation)
    refused(first=b, second=a, relation=relation)
    refused(first=a, second=a, relation=relation)
    refused(first=a, second=c, relation=relation, level_first=6)
    refused(first=a, second=c, relation=RelationFactory())
    refused(first=a, second=OrganisationFactory(), relation=relation)
    refused(first=a, second=c, relation=relation, since_on=TODAY, until_on=TODAY.replace(year=2020))
    assert Tie.objects.count() == 1
