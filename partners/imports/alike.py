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
# Leftover words that are as close as this are one word spelled in two ways: "center" and "centre".
ONE_WORD = 0.74


def are_told_apart(one: str, other: str) -> bool:
    """City against County, North against South, Local 88 against Local 99: look alike, are not."""
    ours, theirs = _left_over(one, other)
    if _numbers(one) != _numbers(other) and (_numbers(one) and _numbers(other)):
        return True
    return any(ours & family and theirs & family for family in OPPOSITES)


def are_alike(one: str, other: str) -> bool:
    """The same but for weak words, spaces and spelling, so that a shared web address settles it."""
    if are_told_apart(one, other):
        return False
    ours, theirs = (_without_weak(words) for words in _left_over(one, other))
    if not ours and not theirs:
        return True
    left, right = _joined(one, ours), _joined(other, theirs)
    return bool(left and right) and SequenceMatcher(None, left, right).ratio() >= ONE_WORD


def are_related(one: str, other: str) -> bool:
    """Alike, or one name goes on where the other ends, so that a shared e-mail address settles it."""
    if are_told_apart(one, other):
        return False
    ours, theirs = (_without_weak(words) for words in _left_over(one, other))
    shares_something = bool(_without_weak(set(one.split()) & set(other.split())))
    return are_alike(one, other) or (shares_something and not (ours and theirs))


def _left_over(one: str, other: str) -> tuple[set[str], set[str]]:
    ours, theirs = set(one.split()), set(other.split())
    return ours - theirs, theirs - ours


def _without_weak(words: set[str]) -> set[str]:
    return words - WEAK


def _joined(name: str, words: set[str]) -> str:
    """The given words in the order of the name, without spaces: "food bank" meets "foodbank"."""
    return "".join(word for word in name.split() if word in words)


def _numbers(name: str) -> set[str]:
    return {word for word in name.split() if any(map(str.isdigit, word))}
