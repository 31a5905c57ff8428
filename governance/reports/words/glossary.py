"""The glossary as it is read."""

from dataclasses import dataclass

from governance.models import FoundAcronym, Word


@dataclass(frozen=True)
class Entry:
    """A word with how many texts use it; acronyms only, as the last search counted."""

    word: Word
    texts: int


def entries(coalition: int, *, saying: str = "") -> list[Entry]:
    """The current words in the order of the alphabet. Two queries."""
    words = Word.objects.of_coalition(coalition).current()
    if saying:
        words = words.saying(saying)
    found = FoundAcronym.objects.of_coalition(coalition).values_list("text", "texts")
    used = dict(found)
    return [Entry(word, sum(used.get(text, 0) for text in word.written)) for word in words]
