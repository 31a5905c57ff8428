"""The glossary as it is read, and its figures for a page that tells of everything."""

from dataclasses import dataclass

from governance.models import FoundAcronym, Word
from governance.reports.words.unexplained import unexplained


@dataclass(frozen=True)
class Entry:
    """A word with how many texts use it; acronyms only, as the last search counted."""

    word: Word
    texts: int


@dataclass(frozen=True)
class WordsSummary:
    """How many words are explained, and which of those that are not are used most."""

    explained: int
    unexplained: int
    most_used: tuple[str, ...]


def entries(coalition: int, *, saying: str = "") -> list[Entry]:
    """The current words in the order of the alphabet. Two queries."""
    words = Word.objects.of_coalition(coalition).current()
    if saying:
        words = words.saying(saying)
    found = FoundAcronym.objects.of_coalition(coalition).values_list("text", "texts")
    used = dict(found)
    return [Entry(word, sum(used.get(text, 0) for text in word.written)) for word in words]


def words_summary(coalition: int, *, slug: str) -> WordsSummary:
    """Four small queries."""
    missing = unexplained(coalition, slug=slug)
    return WordsSummary(
        explained=Word.objects.of_coalition(coalition).current().count(),
        unexplained=len(missing),
        most_used=tuple(one.text for one in missing[:3]),
    )
