"""What the columns page of an import shows: a column and what it holds, a word and what it means."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from partners.imports import values
from partners.imports.columns import Columns
from partners.imports.options import Lists, Options
from partners.imports.starting import Preview
from partners.models import ImportRun, Term, Vocabulary


@dataclass(frozen=True)
class ShownColumn:
    position: int
    name: str
    letter: str
    key: str
    examples: list[str]
    stands: str = ""  # what somebody else has chosen meanwhile, in words


@dataclass(frozen=True)
class ShownWord:
    """A word of the file that no list has, and what the person has said about it."""

    name: str
    word: str
    count: int
    fate: str


@dataclass(frozen=True)
class ShownVocabulary:
    label: str | Promise
    words: list[ShownWord]
    terms: list[Term]


def shown_columns(
    run: ImportRun, preview: Preview, *, stands: Mapping[int, str] | None, known: Columns
) -> list[ShownColumn]:
    """The columns as they were chosen; where something else `stands` by now, that beside it."""
    mapping = run.columns_by_position
    return [
        ShownColumn(
            position=position,
            name=column["name"],
            letter=column["letter"],
            key=mapping.get(position, ""),
            examples=preview.examples.get(position, []),
            stands=_in_words(mapping, stands, position, known) if stands else "",
        )
        for position, column in enumerate(run.columns)
    ]


def _in_words(
    chosen: Mapping[int, str], stands: Mapping[int, str], position: int, known: Columns
) -> str:
    key = stands.get(position, "")
    if key == chosen.get(position, ""):
        return ""
    return known.label_of(key) if known.is_known(key) else _("Leave out")


MOST_WORDS = 60  # in one list on the page; the others follow the choice for all


def shown_vocabularies(run: ImportRun, preview: Preview) -> list[ShownVocabulary]:
    options, lists = Options.from_json(run.options), Lists.of(run.coalition)
    return [
        ShownVocabulary(
            label=Vocabulary(vocabulary).label,
            words=[
                ShownWord(
                    name=f"word-{vocabulary}-{values.term_key(word)}",
                    word=word,
                    count=count,
                    fate=options.words.get(vocabulary, {}).get(values.term_key(word), ""),
                )
                for word, count in counter.most_common(MOST_WORDS)
            ],
            terms=sorted(lists.terms.get(vocabulary, {}).values(), key=lambda t: t.position),
        )
        for vocabulary, counter in preview.unknown.items()
    ]
