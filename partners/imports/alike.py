"""Whether two names that resemble each other can be one organisation.

Names come as words, as the database's `partners_name_words` makes them: small letters without accents
and marks, "and" for "&", without "the" and legal forms at the edges.
"""

from difflib import SequenceMatcher

# Words that do not make another organisation of it: "Riverbend Clinic Services" is "Riverbend Clinic".
_WEAK_WORDS = (
    "a an and at de del for in of on the to y inc llc corp corporation incorporated company "
    "co org organization organisation organizacion service services program programs "
    "cooperative coop"
)
WEAK = frozenset(_WEAK_WORDS.split())
# Of each pair, one organisation carries at most one: the City's health department is not the County's.
OPPOSITES = (
    {"city", "county", "state", "national", "federal", "town", "village", "township", "district"},
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western", "central"},
    {"northeast", "northwest", "southeast", "southwest"},
    {"upper", "lower", "mid", "middle"},
    {"elementary", "middle", "high"},
    {"boys", "girls"},
    {"men", "mens", "women", "womens"},
    {"foundation", "department", "hospital", "university", "college"},
)
# What is left over of two names is one thing in two spellings from here on: "foodbank", "food bnak".
ONE_WORD = 0.8
CLOSE_WORD = 0.8
SHORTEST_ABBREVIATION = 2


def are_told_apart(one: str, other: str) -> bool:
    """City against County, North against South, Local 88 against Local 99: look alike, are not."""
    ours, theirs = _left_over(one, other)
    if _numbers(one) != _numbers(other) and (_numbers(one) and _numbers(other)):
        return True
    return any(ours & family and theirs & family for family in OPPOSITES)


def are_alike(one: str, other: str) -> bool:
    """The same but for weak words, spaces and spelling, so that a shared web address settles it."""
    ours, theirs = _differences(one, other)
    return not are_told_apart(one, other) and not ours and not theirs


def are_related(one: str, other: str) -> bool:
    """Alike, or one name goes on where the other ends: "Riverbend" and "Riverbend Food Bank".

    With an e-mail address in common that settles it; without, it is worth asking.
    """
    ours, theirs = _differences(one, other)
    shares_something = bool(_strong(one) - ours)
    return not are_told_apart(one, other) and shares_something and not (ours and theirs)


def _differences(one: str, other: str) -> tuple[set[str], set[str]]:
    """The strong words of each name that are in the other neither so nor in another spelling."""
    our_words, their_words = _left_over(one, other)
    ours, theirs = our_words - WEAK, their_words - WEAK
    left, right = _joined(one, ours), _joined(other, theirs)
    if left and right and SequenceMatcher(None, left, right).ratio() >= ONE_WORD:
        return set(), set()
    return (
        {word for word in ours if not any(_is_one_word(word, their) for their in their_words)},
        {word for word in theirs if not any(_is_one_word(word, our) for our in our_words)},
    )


def _is_one_word(one: str, other: str) -> bool:
    """ "center" and "centre"; "balto" and "baltimore"; "dept" and "department"."""
    short, long = sorted((one, other), key=len)
    if SequenceMatcher(None, short, long).ratio() >= CLOSE_WORD:
        return True
    return len(short) >= SHORTEST_ABBREVIATION and short[0] == long[0] and _is_within(short, long)


def _is_within(short: str, long: str) -> bool:
    """Whether the letters of the short word come in the long one, in their order."""
    letters = iter(long)
    return all(letter in letters for letter in short)


def _left_over(one: str, other: str) -> tuple[set[str], set[str]]:
    ours, theirs = set(one.split()), set(other.split())
    return ours - theirs, theirs - ours


def _strong(name: str) -> set[str]:
    return set(name.split()) - WEAK


def _joined(name: str, words: set[str]) -> str:
    """The given words in the order of the name, without spaces: "food bank" meets "foodbank"."""
    return "".join(word for word in name.split() if word in words)


def _numbers(name: str) -> set[str]:
    return {word for word in name.split() if any(map(str.isdigit, word))}
