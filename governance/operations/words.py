"""Keeping the glossary: words added, changed, retired; and what is no acronym."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.models import NotAnAcronym, Word
from governance.starter_words import STARTER_WORDS


@transaction.atomic
def add(word: Word, *, by: Person) -> Word:
    """Refuses what is written like another word of the glossary."""
    return _save(word, verb="word.added", by=by)


@transaction.atomic
def edit(word: Word, *, by: Person) -> Word:
    """Refuses what is written like another word of the glossary."""
    return _save(word, verb="word.edited", by=by)


@transaction.atomic
def retire(word: Word, *, on: date, by: Person) -> Word:
    """Texts no longer explain it; it stays, with its history, and can be brought back."""
    Coalition.objects.lock(word.coalition_id)
    with recording("word.retired", by=by):
        word.retired_on = word.retired_on or on
        word.save(update_fields=["retired_on"])
    Coalition.objects.stamp_glossary(word.coalition_id)
    return word


@transaction.atomic
def bring_back(word: Word, *, by: Person) -> Word:
    """Refuses when another word took its place meanwhile."""
    Coalition.objects.lock(word.coalition_id)
    _refuse_twin(word)
    with recording("word.brought_back", by=by):
        word.retired_on = None
        word.save(update_fields=["retired_on"])
    Coalition.objects.stamp_glossary(word.coalition_id)
    return word


@transaction.atomic
def fill(coalition: Coalition, *, by: Person | None) -> int:
    """Add the words that come with this program and are not written here yet; how many those were."""
    Coalition.objects.lock(coalition.pk)
    there = _written(Word.objects.of_coalition(coalition.pk))
    shipped = [
        Word(coalition=coalition, term=str(term), stands_for=str(full), definition=str(plain))
        for term, full, plain in STARTER_WORDS
    ]
    new = [word for word in shipped if word.term.casefold() not in there]
    with recording("word.filled", by=by):
        Word.objects.bulk_create(new)
    Coalition.objects.stamp_glossary(coalition.pk)
    return len(new)


@transaction.atomic
def set_aside(coalition: Coalition, text: str, *, on: date, by: Person) -> NotAnAcronym:
    """These capitals are no acronym, or need no explaining: they are not offered again."""
    Coalition.objects.lock(coalition.pk)
    known = NotAnAcronym.objects.of_coalition(coalition.pk).filter(text=text).first()
    if known:
        return known
    with recording("acronym.set_aside", by=by):
        return NotAnAcronym.objects.create(coalition=coalition, text=text, said_by=by, said_on=on)


@transaction.atomic
def offer_again(row: NotAnAcronym, *, by: Person) -> None:
    """Somebody was too quick: it is offered to the glossary again. History keeps that it was set aside."""
    with recording("acronym.offered_again", by=by):
        row.delete()


def _save(word: Word, *, verb: str, by: Person) -> Word:
    Coalition.objects.lock(word.coalition_id)
    _refuse_twin(word)
    with recording(verb, by=by):
        word.save()
    Coalition.objects.stamp_glossary(word.coalition_id)
    return word


def _refuse_twin(word: Word) -> None:
    """No two words may be written alike: a text could not tell which one is meant."""
    mine = {text.casefold() for text in word.written}
    others = Word.objects.of_coalition(word.coalition_id).exclude(pk=word.pk)
    for other in others.current():
        both = [text for text in other.written if text.casefold() in mine]
        if both:
            raise Refusal(
                _("“%(text)s” is in the glossary already: see “%(word)s”.")
                % {"text": both[0], "word": other.term}
            )


def _written(words: Iterable[Word]) -> set[str]:
    return {text.casefold() for word in words for text in word.written}
