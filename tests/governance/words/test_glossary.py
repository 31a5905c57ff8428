import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from accounts.permissions import Role
from governance.models import Word
from governance.starter_words import STARTER_WORDS
from tests.forms import carried
from tests.governance.words.factories import FoundAcronymFactory, WordFactory

FQHC = {
    "term": "FQHC",
    "stands_for": "Federally Qualified Health Center",
    "definition": "A clinic that sees everybody.",
    "spellings": "F.Q.H.C., health center",
}


def url(client, name, *args):
    return reverse(f"governance:{name}", args=[client.slug, *args])


def page(client, name, *args, **query):
    return client.get(url(client, name, *args), query).content.decode()


def here(client, **fields):
    return WordFactory(coalition=client.membership.coalition, **fields)


def add(client, **fields):
    return client.post(url(client, "word_add"), FQHC | fields, follow=True)


def test_word_is_explained_by_a_coordinator(coordinator):
    answer = add(coordinator)
    word = Word.objects.get()
    assert (word.term, word.stands_for, word.spellings) == (
        "FQHC",
        "Federally Qualified Health Center",
        ["F.Q.H.C.", "health center"],
    )
    assert "“FQHC” is explained from now on." in answer.content.decode()


@pytest.mark.parametrize("role", Role)
def test_glossary_is_read_by_every_member(member, role):
    reader = member(role)
    here(reader, term="FQHC", definition="A clinic that sees everybody.")
    assert "A clinic that sees everybody." in page(reader, "words")


def test_words_of_others_and_retired_ones_are_not_in_it(member):
    reader = member(Role.VIEWER)
    WordFactory(term="ELSEWHERE")
    here(reader, term="FORMER", retired=True)
    text = page(reader, "words")
    assert "ELSEWHERE" not in text
    assert "FORMER" not in text


@pytest.mark.parametrize("asked", ["qualified", "CLINIC", "fqhc", "sante"])
def test_word_is_found_by_whatever_is_told_of_it(coordinator, asked):
    here(
        coordinator,
        term="FQHC",
        stands_for="Federally Qualified Health Center",
        definition="A clinic.",
        spellings=["centre de santé"],
    )
    here(coordinator, term="SNAP", definition="Help to buy food.")
    text = page(coordinator, "words", q=asked)
    assert "FQHC" in text
    assert "SNAP" not in text


def test_word_without_a_meaning_is_refused(coordinator):
    answer = add(coordinator, definition="")
    assert answer.status_code == 422
    assert not Word.objects.exists()


@pytest.mark.parametrize("fields", [{"term": "fqhc"}, {"term": "CLINIC", "spellings": "a, FQHC"}])
def test_word_that_is_written_like_another_is_refused(coordinator, fields):
    here(coordinator, term="FQHC")
    answer = add(coordinator, **{"spellings": "", **fields})
    assert answer.status_code == 422
    assert "is in the glossary already: see “FQHC”." in answer.content.decode()
    assert Word.objects.count() == 1


def test_word_may_be_written_as_in_another_coalition(coordinator):
    WordFactory(term="FQHC")
    add(coordinator)
    assert Word.objects.filter(term="FQHC").count() == 2


def test_word_is_sent_twice_and_stands_once(coordinator):
    key = carried(coordinator.get(url(coordinator, "word_add")), "form_key")
    for _press in range(2):
        coordinator.post(url(coordinator, "word_add"), FQHC | {"form_key": key})
    assert Word.objects.count() == 1


def test_word_is_changed_and_the_change_taken_back(coordinator):
    word = here(coordinator, term="FQHC", definition="Before")
    answer = coordinator.post(
        url(coordinator, "word_edit", word.pk), FQHC | {"definition": "After"}, follow=True
    )
    word.refresh_from_db()
    assert word.definition == "After"
    coordinator.post(undo_of(answer))
    word.refresh_from_db()
    assert word.definition == "Before"


def undo_of(answer):
    return next(
        tag.removeprefix("undo:")
        for message in answer.context["messages"]
        for tag in message.tags.split()
        if tag.startswith("undo:")
    )


def test_history_of_a_word_is_told_to_those_who_may_see_it(coordinator, member):
    word = here(coordinator, term="FQHC")
    coordinator.post(url(coordinator, "word_edit", word.pk), FQHC)
    assert "explained a word in other words" in page(coordinator, "word", word.pk)
    viewer = member(Role.VIEWER, coalition=word.coalition)
    assert "explained a word in other words" not in page(viewer, "word", word.pk)


def test_word_is_retired_and_brought_back(coordinator):
    word = here(coordinator, term="FQHC")
    coordinator.post(url(coordinator, "word_retire", word.pk))
    word.refresh_from_db()
    assert word.is_retired
    coordinator.post(url(coordinator, "word_bring_back", word.pk))
    word.refresh_from_db()
    assert not word.is_retired


def test_retired_word_stays_retired_when_another_took_its_place(coordinator):
    word = here(coordinator, term="FQHC", retired=True)
    here(coordinator, term="Clinic", spellings=["FQHC"])
    answer = coordinator.post(url(coordinator, "word_bring_back", word.pk), follow=True)
    word.refresh_from_db()
    assert word.is_retired
    assert "see “Clinic”" in answer.content.decode()


def test_shipped_words_are_filled_in_once_and_own_ones_stay(coordinator):
    here(coordinator, term="FQHC", definition="Ours")
    coordinator.post(url(coordinator, "words_fill"))
    coordinator.post(url(coordinator, "words_fill"))
    assert Word.objects.count() == len(STARTER_WORDS)
    assert Word.objects.get(term="FQHC").definition == "Ours"


def test_acronym_tells_in_how_many_texts_it_stands(coordinator):
    here(coordinator, term="FQHC")
    FoundAcronymFactory(coalition=coordinator.membership.coalition, text="FQHC", texts=7)
    assert "in 7 texts" in page(coordinator, "words")


@pytest.mark.parametrize("number", [1, 500])
def test_glossary_takes_the_same_queries(coordinator, number, django_assert_num_queries):
    coalition = coordinator.membership.coalition
    Word.objects.bulk_create(WordFactory.build(coalition=coalition) for _n in range(number))
    coordinator.get(url(coordinator, "words"))
    with django_assert_num_queries(6):
        coordinator.get(url(coordinator, "words"))


# ---------------------------------------------------------------- what the database refuses


@pytest.mark.parametrize("fields", [{"term": ""}, {"definition": ""}])
def test_database_refuses_a_word_that_says_nothing(db, fields):
    with pytest.raises(IntegrityError, match="word_is_written_and_explained"), transaction.atomic():
        WordFactory(**fields)


def test_database_refuses_a_word_twice(db):
    word = WordFactory(term="FQHC")
    with pytest.raises(IntegrityError), transaction.atomic():
        WordFactory(term="FQHC", coalition=word.coalition)
    WordFactory(term="FQHC", coalition=word.coalition, retired=True)
