"""What a whole list teaches about its words: which are words of their own, and which are slips of others."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from rapidfuzz.distance import OSA

OWN_WORD = 3  # names that have a word, from which it is one of its own
RARELY = 4  # times as often as its misspelling a word is found; for each slip in it
SHORTEST_SLIP = 4  # letters; "oak" and "elm" are words of their own
TWO_SLIPS = 5  # letters from which a rare word may be two slips off a common one


@dataclass(frozen=True)
class Lexicon:
    """`own` are words of their own: "martin" is no slip for "marion" where both are in use.

    `meant` leads from a slip to the word: "communty" → "community", where that is in use much more.
    """

    own: frozenset[str] = frozenset()
    meant: Mapping[str, str] = field(default_factory=dict)

    def are_own(self, words: Iterable[str]) -> bool:
        """Whether all of them are words of their own; so for none at all."""
        return all(word in self.own for word in words)

    def has_slips(self, words: Iterable[str]) -> bool:
        """Whether one of the words means another."""
        return not self.meant.keys().isdisjoint(words)

    def means(self, word: str) -> str:
        """The word that it is a slip of; itself where it is none."""
        return self.meant.get(word, word)


def lexicon(uses: Mapping[str, int]) -> Lexicon:
    """What a list teaches, from all its words with how many names have each (0 or more).

    A slip is found by shared pieces (the word without one or two letters, as SymSpell does) and measured by
    the letters wrong, inserted, missing or swapped (optimal string alignment).
    """
    near = _near_pieces(uses)
    meant = {
        word: right for word, count in uses.items() if (right := _meant(word, count, near, uses))
    }
    meant = {word: meant.get(right, right) for word, right in meant.items()}  # a slip of a slip
    own = frozenset(word for word, count in uses.items() if count >= OWN_WORD and word not in meant)
    return Lexicon(own, meant)


def _near_pieces(uses: Mapping[str, int]) -> dict[str, set[str]]:
    """Pieces of words so common that some of the others may be slips of them."""
    near: dict[str, set[str]] = {}
    for word, count in uses.items():
        if count >= RARELY and len(word) >= SHORTEST_SLIP:
            for piece in _pieces(word):
                near.setdefault(piece, set()).add(word)
    return near


def _meant(word: str, count: int, near: Mapping[str, set[str]], uses: Mapping[str, int]) -> str:
    """The nearest word that is used many times as often; nothing when it is no slip."""
    if len(word) < SHORTEST_SLIP - 1 or any(map(str.isdigit, word)):
        return ""
    found = {right for piece in _pieces(word) for right in near.get(piece, ())} - {word}
    measured = [(OSA.distance(word, right), -uses[right], right) for right in found]
    allowed = 2 if len(word) >= TWO_SLIPS else 1
    if count >= OWN_WORD:
        allowed = 1  # "court" is no slip of "county", however often that is said
    likely = [
        each for each in measured if each[0] <= allowed and -each[1] >= count * RARELY * each[0]
    ]
    return min(likely, default=(0, 0, ""))[2]


def _pieces(word: str) -> set[str]:
    """The word without one letter, or two: words that are so many slips apart share a piece."""
    places = range(len(word))
    gone = [{place} for place in places]
    if len(word) >= TWO_SLIPS:
        gone += [set(pair) for pair in combinations(places, 2)]
    return {word, *("".join(word[p] for p in places if p not in out) for out in gone)}
