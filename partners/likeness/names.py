"""How near two names are, and what kind of nearness it is."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from partners.likeness.lexicon import SHORTEST_SLIP, Lexicon
from partners.likeness.words import WEAK, Name

# Of each family, one organisation carries at most one: the City's health department is not the County's,
# a parish is not its school.
_FAMILIES = """
    city county state national federal town village township district regional;
    north south east west northern southern eastern western central;
    northeast northwest southeast southwest; upper lower mid middle;
    elementary middle high primary secondary preschool; junior senior;
    boy girl; men women man woman; father mother; ymca ywca;
    foundation department hospital university college school church library museum parish police fire
    court auxiliary alumni
"""
OPPOSITES = tuple(frozenset(family.split()) for family in _FAMILIES.split(";"))
# Words that make a part of a whole, or a body beside it: "Riverbend Hospice Foundation" is not the hospice.
_PARTS = (
    "foundation auxiliary alumni office court department division sheriff library police fire store "
    "union pta credit"
)
PARTS = frozenset(_PARTS.split())
ONE_WORD = 0.8  # likeness, from 0 to 1, from which what is left over of two names is one thing
RESEMBLING = 0.6  # from which something else in common settles it: "xosrta", "courts"
LONG_NAME = 20  # letters of a name in which even a word of three letters may be misspelt
LONG_WORD = 7  # letters from which a word is shortened: "balt" for "baltimore"
FAR = 0.45  # likeness of what is left over, beneath which no slips explain it
SHORTEST_NAME = 6  # letters of a whole name in which slips are forgiven: not "CASA", "MCASA"
TWO_SLIPS = 8  # letters of a word in which two may be wrong
SHORTEST_ACRONYM = 3

UNTAUGHT = Lexicon()


class Kind(StrEnum):
    """In what way two names are near, from the same to told apart."""

    SAME = "same_name"
    SPELLING = "spelling"
    ACRONYM = "acronym"
    LONGER = "longer_name"
    PART = "part_of_it"
    RESEMBLING = "resembling"
    PARTLY = "partly"
    OTHER = "other_name"
    APART = "told_apart"


@dataclass(frozen=True)
class NameLikeness:
    """`value`, from 0 to 1: how likely names as near as these belong to one organisation."""

    value: float
    kind: Kind


def compare(one: Name, other: Name, *, lexicon: Lexicon = UNTAUGHT) -> NameLikeness:
    """`lexicon` is what the list that they are of teaches about its words."""
    if one.words == other.words or one.key == other.key:
        return NameLikeness(0.96, Kind.SAME)
    if one.key in other.initials or other.key in one.initials:
        return _acronym(min(len(one.key), len(other.key)))
    ours, theirs = _left_over(one, other)
    if is_told_apart(one, other, ours=ours, theirs=theirs):
        return NameLikeness(0.0, Kind.APART)
    if min(len(one.key), len(other.key)) >= SHORTEST_NAME:
        ours, theirs = _without_slips(one, other, ours, theirs, lexicon=lexicon)
    return _judged(one, other, ours, theirs, lexicon=lexicon)


def is_told_apart(
    one: Name, other: Name, *, ours: Collection[str], theirs: Collection[str]
) -> bool:
    """City against County, North against South, Local 88 against Local 99: look alike, are not."""
    if one.numbers and other.numbers and one.numbers != other.numbers:
        return True
    return any(family & set(ours) and family & set(theirs) for family in OPPOSITES)


def _acronym(length: int) -> NameLikeness:
    """Two letters stand for anything; each further one makes chance less likely."""
    if length < SHORTEST_ACRONYM:
        return NameLikeness(0.2, Kind.ACRONYM)
    return NameLikeness(min(0.15 * length, 0.75), Kind.ACRONYM)


def _judged(
    one: Name, other: Name, ours: set[str], theirs: set[str], *, lexicon: Lexicon
) -> NameLikeness:
    whole = fuzz.ratio(one.key, other.key) / 100
    if not ours and not theirs:
        return NameLikeness(0.55 + 0.4 * max(0.0, whole - 0.7) / 0.3, Kind.SPELLING)
    shared = _share(one, ours, other, theirs)
    if not shared:
        return NameLikeness(0.0, Kind.OTHER)
    if ours and theirs:
        known = lexicon.are_own(ours | theirs)
        is_long = min(len(one.key), len(other.key)) >= SHORTEST_NAME
        if (
            is_long
            and not known
            and _ratio(_joined(one, ours), _joined(other, theirs)) >= RESEMBLING
        ):
            return NameLikeness(0.45, Kind.RESEMBLING)
        return NameLikeness(0.3 * shared, Kind.PARTLY)
    shorter = other if ours else one
    if (ours | theirs) & PARTS or shorter.is_government:
        return NameLikeness(0.1 * shared, Kind.PART)
    return NameLikeness(0.2 + 0.35 * shared, Kind.LONGER)


def _share(one: Name, ours: set[str], other: Name, theirs: set[str]) -> float:
    """Of the letters of the longer name, how many the two have in common; from 0 to 1."""
    common = [
        sum(len(word) for word in set(name.strong) - left)
        for name, left in ((one, ours), (other, theirs))
    ]
    whole = max(len(one.key), len(other.key))
    return min(common) / whole if whole else 0.0


# ---------------------------------------------------------------- words of one name that the other lacks


def _left_over(one: Name, other: Name) -> tuple[set[str], set[str]]:
    return set(one.strong) - set(other.words), set(other.strong) - set(one.words)


def _without_slips(
    one: Name, other: Name, ours: set[str], theirs: set[str], *, lexicon: Lexicon
) -> tuple[set[str], set[str]]:
    """What is still left over when missing spaces, slips of spelling and shortenings are forgiven."""
    if ours and theirs and _ratio(_joined(one, ours), _joined(other, theirs)) < FAR:
        return ours, theirs  # most pairs end here, which is what makes a long list quick
    is_long = min(len(one.key), len(other.key)) >= LONG_NAME
    ours, theirs = _without_gaps(ours, theirs, other)
    theirs, ours = _without_gaps(theirs, ours, one)
    for slips in (0, 1, 2):  # the nearest first, whichever name stands first
        for our in sorted(ours):
            for their in sorted(theirs):
                if _distance(our, their, lexicon) == slips and _is_one_word(
                    our, their, lexicon=lexicon, is_long=is_long
                ):
                    ours, theirs = ours - {our}, theirs - {their}
                    break
    left, right = _joined(one, ours), _joined(other, theirs)
    has_gaps = len(ours) != len(theirs) and left and right
    if has_gaps and not lexicon.are_own(ours | theirs) and _ratio(left, right) >= ONE_WORD:
        return set(), set()
    return _without_noise(ours, other), _without_noise(theirs, one)


def _without_gaps(ours: set[str], theirs: set[str], other: Name) -> tuple[set[str], set[str]]:
    """ "wayof" is "way of", and "soundmcooling" is "sound cooling"."""
    for our in sorted(ours):
        for first, second in pairwise(other.words):
            if len(our) >= LONG_WORD - 2 and OSA.distance(our, first + second) <= 1:
                ours, theirs = ours - {our}, theirs - {first, second}
    return ours, theirs


def _distance(one: str, other: str, lexicon: Lexicon) -> int:
    """Slips between two words; none where both mean one. A shortening counts as two."""
    is_same = lexicon.means(one) == lexicon.means(other)
    return 0 if is_same else min(2, OSA.distance(one, other))


def _without_noise(words: set[str], other: Name) -> set[str]:
    """Without broken pieces ("nd", "o") and slips of the other's small words ("atd" for "and")."""
    small = [word for word in other.words if word in WEAK and len(word) >= SHORTEST_ACRONYM]
    return {
        word
        for word in words
        if any(map(str.isdigit, word))
        or not (
            len(word) < SHORTEST_ACRONYM or any(OSA.distance(word, weak) == 1 for weak in small)
        )
    }


def _is_one_word(one: str, other: str, *, lexicon: Lexicon, is_long: bool) -> bool:
    """ "center" and "cebter"; "balt" and "baltimore"."""
    if lexicon.means(one) == lexicon.means(other):
        return True
    if lexicon.are_own((one, other)) or any(map(str.isdigit, one + other)):
        return False
    short, long = sorted((one, other), key=len)
    slips = OSA.distance(short, long)
    if slips == 1 and len(short) >= SHORTEST_SLIP - is_long:
        return True
    if slips == 2 and len(short) >= TWO_SLIPS and short[0] == long[0]:  # noqa: PLR2004 - "dorchester", "worcester"
        return True
    return (
        len(short) >= SHORTEST_ACRONYM
        and len(long) >= LONG_WORD
        and short not in lexicon.own
        and short[0] == long[0]
        and _is_within(short, long)
    )


def _is_within(short: str, long: str) -> bool:
    """Whether the letters of the short word come in the long one, in their order."""
    letters = iter(long)
    return all(letter in letters for letter in short)


def _joined(name: Name, words: set[str]) -> str:
    """The given words in the order of the name, without spaces: "food bank" meets "foodbank"."""
    return "".join(word for word in name.strong if word in words)


def _ratio(one: str, other: str) -> float:
    return fuzz.ratio(one, other) / 100
