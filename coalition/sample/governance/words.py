"""The sample's glossary, one meaning of which was said better later, and what is no acronym."""

from typing import Any

from coalition.sample.governance.story import Story
from governance.models import Word
from governance.operations import words
from governance.operations.acronyms import search

Card = dict[str, Any]


def write_words(story: Story) -> None:
    told = story.told("words")
    for card in told["word"]:
        _explain(story, card)
    for card in told["aside"]:
        at, by = story.days.moment(card["weeks"], of=card["text"]), story.people[card["by"]]
        with story.chronicle.change("acronym.set_aside", at=at, by=by):
            words.set_aside(story.coalition, card["text"], on=at.date(), by=by)
    search(story.coalition.pk)


def _explain(story: Story, card: Card) -> None:
    of, was = f"word {card['term']}", card.get("was", {})
    at, by = story.days.moment(card["weeks"], of=of), story.people[card["by"]]
    with story.chronicle.change("word.added", at=at, by=by):
        word = Word(
            coalition=story.coalition,
            term=card["term"],
            stands_for=card.get("stands_for", ""),
            definition=was.get("definition", card["definition"]),
            spellings=card.get("spellings", []),
        )
        words.add(word, by=by)
    if was:
        at, by = story.days.moment(was["weeks"], of=of), story.people[was["changed_by"]]
        with story.chronicle.change("word.edited", at=at, by=by, reason=was["reason"]):
            word.definition = card["definition"]
            words.edit(word, by=by)
    if "retired" in card:
        at = story.days.moment(card["retired"], of=of)
        with story.chronicle.change("word.retired", at=at, by=by):
            words.retire(word, on=at.date(), by=by)
