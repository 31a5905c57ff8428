"""How near two names are, and what kind of nearness it is."""

from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import OSA

from partners.likeness.leftover import have_digits, left_over, split_glued
from partners.likeness.lexicon import Lexicon
from partners.likeness.slips import joined, likeness_of_whole, ratio, resembles, without_slips
from partners.likeness.words import Name

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
LONG_PART = 7  # letters of such a word in which two may be wrong: "aounaation"
LONG_PARTS = tuple(sorted(word for word in PARTS if len(word) >= LONG_PART))
GLUED_WORD = 5  # letters of a word in which one of a family may stand: "cityi"
GLUED = tuple(sorted(word for family in OPPOSITES for word in family if len(word) > 3))  # noqa: PLR2004 - not "men"
RESEMBLING = 0.6  # from which something else in common settles it: "xosrta", "courts"
SHORTEST_NAME = 6  # letters of a whole name in which slips are forgiven: not "CASA", "MCASA"
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
    """How near two names are, from 0 to 1, and in what way; the same whichever comes first.

    `lexicon` is what the list that they are of teaches about its words. The values are rules of ours, set by
    hand on real directories (docs/decisions/0017).
    """
    if one.words == other.words or one.key == other.key:
        return NameLikeness(0.96, Kind.SAME)
    if one.key in other.initials or other.key in one.initials:
        return _acronym(min(len(one.key), len(other.key)))
    mine, yours = split_glued(one, other, lexicon=lexicon), split_glued(other, one, lexicon=lexicon)
    ours, theirs = left_over(mine, yours, lexicon=lexicon)
    if is_told_apart(mine, yours, ours=ours, theirs=theirs, lexicon=lexicon):
        return NameLikeness(0.0, Kind.APART)
    if min(len(mine.key), len(yours.key)) >= SHORTEST_NAME:
        ours, theirs = without_slips(mine, yours, ours, theirs, lexicon=lexicon)
    elif _is_short_slip(mine.key, yours.key):
        return NameLikeness(0.3, Kind.RESEMBLING)
    if not ours and not theirs:
        return _spelling(likeness_of_whole(one, other, lexicon=lexicon))
    return _judged(mine, yours, ours, theirs, lexicon=lexicon)


def may_be_spelling(one: Name, other: Name, *, worth: float, lexicon: Lexicon = UNTAUGHT) -> bool:
    """Whether the letters of the whole are near enough for a same name, or a spelling, of such a value."""
    return _spelling(likeness_of_whole(one, other, lexicon=lexicon)).value >= worth


def _spelling(whole: float) -> NameLikeness:
    """From 0.55 where seven letters in ten are alike, which leaves it open, to 0.95 where all are."""
    return NameLikeness(0.55 + 0.4 * max(0.0, whole - 0.7) / 0.3, Kind.SPELLING)


def _is_short_slip(one: str, other: str) -> bool:
    """One letter wrong behind the first: "love", "lve". A host and a street may settle it, not one alone."""
    is_long = min(len(one), len(other)) >= SHORTEST_ACRONYM
    return is_long and one[0] == other[0] and OSA.distance(one, other, score_cutoff=1) == 1


def is_told_apart(
    one: Name, other: Name, *, ours: set[str], theirs: set[str], lexicon: Lexicon = UNTAUGHT
) -> bool:
    """City against County, North against South, Local 88 against Local 99: look alike, are not.

    `ours` and `theirs` are the words left over; a word of a family counts too where it is written on to
    another.
    """
    if one.numbers and other.numbers and (have_digits(ours) or have_digits(theirs)):
        return True
    ours, theirs = _with_glued(ours, lexicon), _with_glued(theirs, lexicon)
    found = ((family & ours, family & theirs) for family in OPPOSITES)
    return any(left - right and right - left for left, right in found)


def _with_glued(words: set[str], lexicon: Lexicon) -> set[str]:
    """The words, and those of a family that stand in them without a space: "cityihealth", "countystate"."""
    long = [word for word in words if len(word) >= GLUED_WORD and word not in lexicon.own]
    glued = {
        known for word in long if word.startswith(GLUED) or word.endswith(GLUED)
        for known in GLUED if word.startswith(known) or word.endswith(known)
    }  # fmt: skip
    return words | glued


def _acronym(length: int) -> NameLikeness:
    """Two letters stand for anything; each further one makes chance less likely."""
    if length < SHORTEST_ACRONYM:
        return NameLikeness(0.2, Kind.ACRONYM)
    return NameLikeness(min(0.15 * length, 0.75), Kind.ACRONYM)


def _judged(
    one: Name, other: Name, ours: set[str], theirs: set[str], *, lexicon: Lexicon
) -> NameLikeness:
    shared = _share(one, ours, other, theirs)
    if not shared:
        return NameLikeness(0.0, Kind.OTHER)
    if ours and theirs:
        known = lexicon.are_own(ours | theirs)
        is_long = min(len(one.key), len(other.key)) >= SHORTEST_NAME
        if is_long and not known and ratio(joined(one, ours), joined(other, theirs)) >= RESEMBLING:
            return NameLikeness(0.45, Kind.RESEMBLING)
        if is_long and resembles(one, other, ours, theirs, lexicon=lexicon):
            return NameLikeness(0.45, Kind.RESEMBLING)
        return NameLikeness(0.3 * shared, Kind.PARTLY)
    shorter = other if ours else one
    if _name_a_part(ours | theirs, lexicon) or shorter.is_government:
        return NameLikeness(0.1 * shared, Kind.PART)
    return NameLikeness(0.2 + 0.35 * shared, Kind.LONGER)


def _name_a_part(words: set[str], lexicon: Lexicon) -> bool:
    """Whether a word, or what it is a slip of, makes a part of the whole."""
    if words & PARTS:
        return True
    unknown = [word for word in words if len(word) >= LONG_PART and word not in lexicon.own]
    return any(OSA.distance(word, part) <= 2 for word in unknown for part in LONG_PARTS)  # noqa: PLR2004


def _share(one: Name, ours: set[str], other: Name, theirs: set[str]) -> float:
    """Of the letters of the longer name, how many the two have in common; from 0 to 1."""
    common = [
        sum(len(word) for word in set(name.strong) - left)
        for name, left in ((one, ours), (other, theirs))
    ]
    whole = max(len(one.key), len(other.key))
    return min(common) / whole if whole else 0.0
