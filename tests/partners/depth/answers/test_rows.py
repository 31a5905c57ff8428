"""Rows."""

import pytest
from django.db import IntegrityError, transaction

from partners.models import ProfileAnswer, ProfileRow
from tests.factories import ProfileAnswerFactory, ProfileRowFactory, TermFactory
from tests.partners.depth.answers.writing import rows, write


def test_priorities_stand_in_their_order_by_words_of_the_list_or_their_own(
    coordinator, organisation
):
    food = TermFactory(coalition=organisation.coalition, vocabulary="priority", name="Fresh food")
    said = rows(
        "theirs",
        {"position": "2", "term": str(food.pk)},
        {"position": "1", "words": "  Keeping   the doors open "},
        {"position": "", "term": "", "words": ""},
    )
    write(coordinator, organisation, "priorities", **said, **rows("ours"))
    told = ProfileRow.objects.in_order()
    assert [(row.position, row.name) for row in told] == [
        (1, "Keeping the doors open"),
        (2, "Fresh food"),
    ]


def test_same_priority_twice_is_asked_back(coordinator, organisation):
    said = rows("theirs", {"words": "Food"}, {"words": "food "})
    answer = write(coordinator, organisation, "priorities", **said, **rows("ours"))
    assert answer.status_code == 422
    assert "Something stands here twice" in answer.content.decode()
    assert not ProfileRow.objects.exists()


def test_level_of_nothing_is_asked_back(coordinator, organisation):
    said = rows("theirs", {"words": "", "level": "3"})
    answer = write(coordinator, organisation, "strengths", **said, **rows("ours"))
    assert answer.status_code == 422
    assert "What is this about?" in answer.content.decode()


def test_capacity_has_a_size_and_a_row_for_each_kind_that_was_told(coordinator, organisation):
    said = rows(
        "theirs",
        {"kind": "funding", "level": "0", "note": ""},
        {"kind": "outreach", "level": "3", "note": "Five doors"},
        {"kind": "research", "level": "", "note": ""},
    )
    answer = write(coordinator, organisation, "capacity", theirs_choice="M", **said, **rows("ours"))
    assert answer.status_code == 302
    told = ProfileRow.objects.in_order().values_list("kind", "level", "note")
    assert list(told) == [("funding", 0, ""), ("outreach", 3, "Five doors")]
    assert ProfileAnswer.objects.get().choice == "M"


def test_row_that_stays_is_the_same_row(coordinator, organisation):
    kept = ProfileRowFactory(organisation=organisation, words="Cooking", level=1)
    ProfileRowFactory(organisation=organisation, words="Singing", position=2)
    ProfileAnswerFactory(organisation=organisation, topic="strengths", text="")
    said = rows("theirs", {"words": "Cooking", "level": "3"})
    write(coordinator, organisation, "strengths", **said, **rows("ours"))
    told = ProfileRow.objects.get()
    assert (told.pk, told.level) == (kept.pk, 3)


def test_database_refuses_a_row_that_says_nothing(organisation):
    with pytest.raises(IntegrityError), transaction.atomic():
        ProfileRowFactory(organisation=organisation, words="")
