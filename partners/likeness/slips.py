"""What is left over of two names when slips of typing, missing spaces and shortenings are forgiven."""

from itertools import pairwise

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from partners.likeness.leftover import SHORTEST, have_digits, without_noise
from partners.likeness.lexicon import SHORTEST_SLIP, Lexicon
from partners.likeness.words import GOVERNMENTS, Name

LONG_NAME = 20  # letters of a name in which even a word of three letters may be misspelt
LONG_WORD = 7  # letters from which a word is shortened: "balt" for "baltimore"
LETTERS_A_SLIP = 6  # of whole names that resemble each other, for each that is wrong
RESEMBLING_REST = 0.33  # likeness of what is left over of them, from 0 to 1: not "club" and "team"
SORTED = 0.9  # likeness of two names whose words are the same in another order
LETTERS_A_GAP = 6  # of two words written as one, for each that is wrong besides
FAR = 0.45  # likeness of what is left over, beneath which no slips explain it
TWO_SLIPS = 8  # letters of a word in which two may be wrong
# Of the letters of what is left over, how many may be wrong where one side is words that the list knows
# and the other is none; where they begin alike with two wrong at most; and where the list
# knows neither, so that they may be two names.
WRONG_OF_KNOWN, WRONG_OF_BEGINNING, WRONG_OF_UNKNOWN = 0.34, 0.4, 0.3
LONG_REST = 6  # letters of what is left over in which many may be wrong
MANGLED_NAME = 12  # letters of a whole name that is still recognised with a mangled word in it
WRONG_OF_WHOLE = 0.25  # of the letters of the whole name
WRONG_OF_LONG = 0.12  # of the letters of a long name, wherever they are
WRONG_OF_ONE_WORD = 0.8  # of the letters of a word that only one has: more, and it is another word
LEAST_ALIKE = 0.6  # likeness of what is left over of a long name: not "dental", "medical"
LONGEST_NAME = 25  # letters of a name from which the whole says more than what is left over


def without_slips(
    one: Name, other: Name, ours: set[str], theirs: set[str], *, lexicon: Lexicon
) -> tuple[set[str], set[str]]:
    """What is still left over when missing spaces, slips of spelling and shortenings are forgiven.

    Nothing on both sides: one name in two spellings. Letters are counted as wrong by optimal string alignment
    (Damerau's four slips: one wrong, one too many, one missing, two swapped).
    """
    if ours and theirs and ratio(joined(one, ours), joined(other, theirs)) < FAR:
        clean = without_noise(ours, other), without_noise(theirs, one)
        if all(clean) or not any(clean):
            return ours, theirs  # most pairs end here, which is what makes a long list quick
        ours, theirs = clean
    ours, theirs = _without_gaps(ours, theirs, other, lexicon=lexicon)
    theirs, ours = _without_gaps(theirs, ours, one, lexicon=lexicon)
    ours, theirs = _without_near_words(one, other, ours, theirs, lexicon=lexicon)
    clean = without_noise(ours, other), without_noise(theirs, one)
    for left, right in ((ours, theirs), clean):
        if (left or right) and is_mangled(one, other, left, right, lexicon=lexicon):
            return set(), set()
    return clean


def _without_near_words(
    one: Name, other: Name, ours: set[str], theirs: set[str], *, lexicon: Lexicon
) -> tuple[set[str], set[str]]:
    is_long = min(len(one.key), len(other.key)) >= LONG_NAME
    for slips in (0, 1, 2):  # the nearest first, whichever name stands first
        for our in sorted(ours):
            for their in sorted(theirs):
                if _distance(our, their, lexicon) == slips and _is_one_word(
                    our, their, lexicon=lexicon, is_long=is_long
                ):
                    ours, theirs = ours - {our}, theirs - {their}
                    break
    return ours, theirs


def is_mangled(
    one: Name, other: Name, ours: set[str], theirs: set[str], *, lexicon: Lexicon
) -> bool:
    """Whether what differs is too near to be two things: "derbment" and "department", "sod" and "food".

    Words that the list knows on both sides are two ("heart", "lung"), and so are names of places where it
    knows neither: Dorchester County and Worcester County.
    """
    has_gaps = len(ours) != len(theirs) and ours and theirs
    is_unknown = has_gaps and not lexicon.are_own(ours | theirs)
    if is_unknown and _are_one_word(joined(one, ours), joined(other, theirs)):
        return True
    if min(len(one.key), len(other.key)) < MANGLED_NAME or have_digits(ours | theirs):
        return False
    left, right = joined(one, ours), joined(other, theirs)
    known = [_has_own(ours, beside=right, lexicon=lexicon)]
    known += [_has_own(theirs, beside=left, lexicon=lexicon)]
    if all(known) or (_names_a_place(one, ours) and _names_a_place(other, theirs)):
        return False
    return _has_few_slips(one, other, left, right, known=any(known), lexicon=lexicon)


def _are_one_word(left: str, right: str) -> bool:
    """Words written as one, and as two: "sea mar" and "searmar", but not "re store" and "resource"."""
    allowed = max(1, max(len(left), len(right)) // LETTERS_A_GAP)
    return OSA.distance(left, right, score_cutoff=allowed) <= allowed


def _has_own(words: set[str], *, beside: str, lexicon: Lexicon) -> bool:
    """A word of its own that the other only lacks: not "sea" of "sea mar" beside "searmar"."""
    return any(word in lexicon.own and word not in beside for word in words)


def resembles(
    one: Name, other: Name, ours: set[str], theirs: set[str], *, lexicon: Lexicon
) -> bool:
    """Whether one letter in six of the whole at most is wrong: too many for the name alone to tell.

    Not where the list knows the words of both sides, where they have nothing in common, or name places.
    """
    left, right = joined(one, ours), joined(other, theirs)
    if have_digits(ours | theirs) or ratio(left, right) < RESEMBLING_REST:
        return False
    known = [_has_own(words, beside="", lexicon=lexicon) for words in (ours, theirs)]
    if all(known) or (_names_a_place(one, ours) and _names_a_place(other, theirs)):
        return False
    longest = max(len(one.text), len(other.text))
    return _slips_of_whole(one, other, lexicon=lexicon) <= longest // LETTERS_A_SLIP


def _has_few_slips(
    one: Name, other: Name, left: str, right: str, *, known: bool, lexicon: Lexicon
) -> bool:
    """In what is left over and in the whole; `known` is whether the list knows words of one side."""
    whole, longest = (
        _slips_of_whole(one, other, lexicon=lexicon),
        max(len(one.text), len(other.text)),
    )
    if not left or not right:  # a slip of a small word: "servies" where the other has "services"
        most = min(WRONG_OF_LONG * longest, WRONG_OF_ONE_WORD * len(left + right))
        return longest >= LONG_NAME and whole <= most
    if longest >= LONGEST_NAME and whole <= WRONG_OF_LONG * longest:
        return ratio(left, right) >= LEAST_ALIKE
    if whole > WRONG_OF_WHOLE * longest:
        return False
    slips, length = OSA.distance(left, right), max(len(left), len(right))
    if known and slips <= 2 and left[0] == right[0]:  # noqa: PLR2004 - "cart", "court"; not "enon", "union"
        return slips <= WRONG_OF_BEGINNING * length
    if known:
        return slips <= WRONG_OF_KNOWN * length
    is_long = min(len(one.key), len(other.key)) >= LONG_NAME and length >= LONG_REST
    return is_long and slips <= WRONG_OF_UNKNOWN * length


def likeness_of_whole(one: Name, other: Name, *, lexicon: Lexicon) -> float:
    """From 0 to 1, letter by letter: as the names stand, as they are meant, or with their words sorted.

    Letters are compared by the longest sequence that both have (rapidfuzz's `ratio`, 2 × common / all). Order
    tells something: the same words in another order are worth `SORTED` at most.
    """
    likeness = max(ratio(one.key, other.key), SORTED * ratio(one.sorted_key, other.sorted_key))
    if lexicon.has_slips(one.strong) or lexicon.has_slips(other.strong):
        ours, theirs = ([lexicon.means(word) for word in name.strong] for name in (one, other))
        likeness = max(likeness, ratio("".join(ours), "".join(theirs)))
        return max(likeness, SORTED * ratio("".join(sorted(ours)), "".join(sorted(theirs))))
    return likeness


def _slips_of_whole(one: Name, other: Name, *, lexicon: Lexicon) -> int:
    """In all letters, those of small words too; words are taken as they are meant."""
    ours, theirs = ("".join(map(lexicon.means, name.words)) for name in (one, other))
    return OSA.distance(ours, theirs)


def _names_a_place(name: Name, words: set[str]) -> bool:
    """ "worcester" in "Worcester County Health Department", "essex" in "First Church of Essex"."""
    before = {word for word, following in pairwise(name.words) if following in GOVERNMENTS}
    after = {word for of, word in pairwise(name.words) if of in ("of", "in", "at")}
    return bool(words & (before | after))


def _without_gaps(
    ours: set[str], theirs: set[str], other: Name, *, lexicon: Lexicon
) -> tuple[set[str], set[str]]:
    """ "wayof" is "way of", and "soundmcooling" is "sund coolxng" where that is "sound cooling"."""
    for our in sorted(ours):
        for first, second in pairwise(other.words):
            both = lexicon.means(first) + lexicon.means(second)
            slips = max(1, len(our) // LETTERS_A_GAP)
            if len(our) >= LONG_WORD - 2 and OSA.distance(our, both, score_cutoff=slips) <= slips:
                ours, theirs = ours - {our}, theirs - {first, second}
    return ours, theirs


def _distance(one: str, other: str, lexicon: Lexicon) -> int:
    """Slips between two words; none where both mean one. A shortening counts as two."""
    ours, theirs = lexicon.means(one), lexicon.means(other)
    if ours == theirs:
        return 0
    as_meant = 2 if ours == one and theirs == other else OSA.distance(ours, theirs)
    return min(2, OSA.distance(one, other), as_meant)


def _is_one_word(one: str, other: str, *, lexicon: Lexicon, is_long: bool) -> bool:
    """ "center" and "cebter"; "balt" and "baltimore"."""
    if lexicon.means(one) == lexicon.means(other):
        return True
    if lexicon.are_own((one, other)) or have_digits(one + other):
        return False
    short, long = sorted((one, other), key=len)
    slips = min(OSA.distance(one, other), OSA.distance(lexicon.means(one), lexicon.means(other)))
    if slips == 1 and len(short) >= SHORTEST_SLIP - is_long:
        return True
    if slips == 2 and len(short) >= TWO_SLIPS and short[0] == long[0]:  # noqa: PLR2004 - "dorchester", "worcester"
        return True
    return (
        len(short) >= SHORTEST
        and len(long) >= LONG_WORD
        and short not in lexicon.own
        and short[0] == long[0]
        and _is_within(short, long)
    )


def _is_within(short: str, long: str) -> bool:
    """Whether the letters of the short word come in the long one, in their order."""
    letters = iter(long)
    return all(letter in letters for letter in short)


def joined(name: Name, words: set[str]) -> str:
    """The given words in the order of the name, without spaces: "food bank" meets "foodbank"."""
    return "".join(word for word in name.strong if word in words)


def ratio(one: str, other: str) -> float:
    """Likeness of two texts letter by letter, from 0 to 1: 2 × letters in common, in order / all."""
    return fuzz.ratio(one, other) / 100
