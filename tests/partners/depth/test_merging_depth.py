"""Two partners turn out to be one: what is known of both comes together, and apart again exactly."""

import pytest

from common.refusal import Refusal
from partners import operations
from partners.models import (
    InterviewVisit,
    ProfileAnswer,
    ProfileRow,
    Stake,
    Verification,
)
from partners.operations import versions
from tests.factories import (
    NOW,
    ContactFactory,
    InterviewVisitFactory,
    OrganisationFactory,
    PersonFactory,
    ProfileAnswerFactory,
    ProfileRowFactory,
    StakeFactory,
    TermFactory,
    VerificationFactory,
)
from tests.partners.changes import change

MODELS = (ProfileAnswer, ProfileRow, InterviewVisit, Verification, Stake)


@pytest.fixture
def two(db):
    one = OrganisationFactory(name="Greenway Food Bank")
    return one, OrganisationFactory(coalition=one.coalition, name="Greenway Foodbank")


def everything():
    return {model: list(model.objects.order_by("pk").values()) for model in MODELS}


def told_by(model, organisation):
    return list(model.objects.filter(organisation=organisation).order_by("pk"))


def test_what_only_the_other_told_comes_along_and_goes_back(two):
    one, other = two
    celeste = ContactFactory(organisation=other, name="Celeste")
    ProfileAnswerFactory(organisation=other, text="Feed all", said_by=celeste)
    ProfileRowFactory(organisation=other, words="Vans")
    InterviewVisitFactory(organisation=other, contact=celeste)
    VerificationFactory(organisation=other)
    StakeFactory(organisation=other)
    before = everything()
    merged = operations.merge(one, others=[other], choices={}, by=PersonFactory(), at=NOW)
    assert [len(told_by(model, one)) for model in MODELS] == [1] * 5
    assert ProfileAnswer.objects.get().said_by == celeste
    operations.unmerge(merged[0], by=PersonFactory(), at=NOW)
    assert everything() == before


def test_where_both_told_it_the_one_that_stays_keeps_its_words(two):
    one, other = two
    food = TermFactory(coalition=one.coalition, vocabulary="priority")
    for organisation, text in ((one, "Ours stays"), (other, "Set aside")):
        ProfileAnswerFactory(organisation=organisation, text=text)
        ProfileRowFactory(organisation=organisation, priority=True, term=food)
        ProfileRowFactory(organisation=organisation, brings=True, kind="funding", level=2)
        StakeFactory(organisation=organisation, influence=len(text) % 5 + 1)
    before = everything()
    merged = operations.merge(one, others=[other], choices={}, by=PersonFactory(), at=NOW)
    assert [answer.text for answer in told_by(ProfileAnswer, one)] == ["Ours stays"]
    assert len(told_by(ProfileRow, one)) == 2
    assert len(told_by(Stake, one)) == 1
    operations.unmerge(merged[0], by=PersonFactory(), at=NOW)
    assert everything() == before


def test_what_is_written_to_the_merged_one_meanwhile_goes_to_the_one_that_stays(two):
    one, other = two
    operations.merge(one, others=[other], choices={}, by=PersonFactory(), at=NOW)
    assert ProfileAnswerFactory(organisation=other).pk
    assert ProfileAnswer.objects.get().organisation_id == one.pk


def test_earlier_version_brings_words_back_and_leaves_talks(two):
    one, by = two[0], PersonFactory()
    with change(day=1):
        one.description = "As it was"
        one.save()
        ProfileAnswerFactory(organisation=one, text="Then")
    with change(day=2) as first:
        one.description = "Between"
        one.save()
    with change(day=3):
        ProfileAnswer.objects.update(text="Now")
        ProfileRowFactory(organisation=one, words="Added since")
        VerificationFactory(organisation=one)
        InterviewVisitFactory(organisation=one)
    versions.put_back(one, change_id=first, by=by)
    assert ProfileAnswer.objects.get().text == "Then"
    assert not ProfileRow.objects.exists()
    assert Verification.objects.exists()
    assert InterviewVisit.objects.exists()
    with pytest.raises(Refusal):
        versions.put_back(one, change_id=first, by=by)
