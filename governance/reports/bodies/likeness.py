"""Whether two duties say the same. Pure: no database, no clock."""

from dataclasses import dataclass

from rapidfuzz import fuzz

# Of 100. Two duties that are as alike as this, or more, are pointed out.
THRESHOLD = 70
# A word must be as near as this to count as the same: “partner” and “partners”, “recruit” and “recruits”.
SAME_WORD = 80
# Words that say nothing of a duty, without accents.
ENGLISH = (
    "a all also an and are as at be by do for from has have in into is it its of on or our see sees so that "
    "the their them they this to us we what which who with"
)
SPANISH = (
    "a al con cuando de del e el en es la las lo los me mi no o para por que se si su sus u un una unas uno "
    "unos y"
)
EMPTY_WORDS = frozenset([*ENGLISH.split(), *SPANISH.split()])


@dataclass(frozen=True)
class Likeness:
    """How alike two duties are, of 100, and the words that both have: the reason."""

    score: int
    words: tuple[str, ...]


def tokens(plain: str) -> list[str]:
    """The telling words of a duty, sorted: the order in which they stand does not matter.

    `plain` has no accents and capitals: "keep the calendar of grants" is calendar, grants, keep.
    """
    letters = "".join(char if char.isalnum() else " " for char in plain)
    return sorted({word for word in letters.split() if word not in EMPTY_WORDS})


def likeness(one: list[str], other: list[str], *, least: int = THRESHOLD) -> Likeness | None:
    """None when they are less alike than `least`.

    rapidfuzz's ratio over the sorted words, 100 × 2 × common letters / all letters: 100 says that both have
    the same words. At least half of the shorter one's words must be shared, so that letters alone, which
    long words have in common anyway, prove nothing.
    """
    score = fuzz.ratio(" ".join(one), " ".join(other), score_cutoff=least)
    if not score:
        return None
    shared = tuple(word for word in one if any(_is_same(word, each) for each in other))
    if 2 * len(shared) < min(len(one), len(other)) or not shared:
        return None
    return Likeness(round(score), shared)


def _is_same(one: str, other: str) -> bool:
    return one == other or fuzz.ratio(one, other, score_cutoff=SAME_WORD) > 0
