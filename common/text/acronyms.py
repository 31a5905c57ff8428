"""What looks like an acronym in a text, and what the text itself says it stands for. Pure computation."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

CAPITAL = "A-ZÁÉÍÓÚÑÜ"
# Two to eight capitals, "A1C", "R&D"; with a plural or a genitive behind: "FQHCs", "the WIC’s". Not in
# addresses: "ruth@CHW.org".
CANDIDATE = re.compile(
    rf"(?<![\w.@&])((?:[{CAPITAL}]{{2,8}})|(?:[{CAPITAL}]+\d+[{CAPITAL}]+)|(?:[{CAPITAL}]&[{CAPITAL}]))"
    r"(?:[’']?e?s)?(?![\w@&]|\.\w)"
)
# Three words in capitals one after the other are somebody who speaks loudly, not three acronyms.
LOUD = re.compile(rf"(?:\b[{CAPITAL}]{{2,}}\b\s+){{2,}}\b[{CAPITAL}]{{2,}}\b")
# “Baltimore, MD 21201”
STATE = re.compile(r",\s+[A-Z]{2}(?=\s+\d{5})")
# What everybody knows, and Roman numerals.
_KNOWN = "AM PM OK TV US USA UK EU UN ID PDF FAQ CEO PO DVD CD USB GPS EE UU"
_ROMAN = "II III IV VI VII VIII IX XI XII XIII XIV XV XVI XX XXI"
_SMALL = "a an and at by for in of on or the to y de del e el en la las los para por"
KNOWN = frozenset(f"{_KNOWN} {_ROMAN}".split())
SMALL = frozenset(_SMALL.split())
WORDS = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")
FURTHEST = 12  # so many words before the bracket may belong to it


@dataclass(frozen=True)
class Use:
    """How often a text has an acronym unexplained, and what it says it stands for, if it does."""

    text: str
    times: int
    stands_for: str = ""


def acronyms_in(text: str) -> list[Use]:
    """The acronyms of a text, each once. One that the text itself explains counts no times."""
    plain = STATE.sub("", LOUD.sub("", text))
    found = Counter(match[1] for match in CANDIDATE.finditer(plain) if match[1] not in KNOWN)
    uses = ((each, times, long_form(each, text)) for each, times in found.items())
    return [Use(each, 0 if full else times, full) for each, times, full in uses]


def long_form(acronym: str, text: str) -> str:
    """What stands before "(ACRONYM)" and begins with its letters; empty when nothing does.

    >>> long_form("FQHC", "We run a Federally Qualified Health Center (FQHC) in Riverbend.")
    'Federally Qualified Health Center'
    """
    at = text.find(f"({acronym})")
    if at < 0:
        return ""
    before = list(WORDS.finditer(text[:at]))[-FURTHEST:]
    letters = [letter.casefold() for letter in acronym if letter.isalpha()]
    for start in range(len(before) - 1, -1, -1):
        words = [match[0].casefold() for match in before[start:]]
        if words[0] not in SMALL and letters in (_initials(words), _initials_of_telling(words)):
            return " ".join(text[before[start].start() : at].split())
    return ""


def _initials(words: Iterable[str]) -> list[str]:
    return [word[0] for word in words]


def _initials_of_telling(words: Iterable[str]) -> list[str]:
    return [word[0] for word in words if word not in SMALL]


@dataclass(frozen=True)
class Place:
    """A text in which it stands: of which kind, and the row whose page shows it."""

    kind: str
    row: int
    name: str


@dataclass
class Sum:
    """All uses of one acronym: in how many texts, how often, the first few places."""

    times: int = 0
    texts: int = 0
    stands_for: str = ""
    places: tuple[Place, ...] = ()


def summed(texts: Iterable[tuple[Place, Iterator[str]]], *, most_places: int) -> dict[str, Sum]:
    """Over many texts, in their order; what stands nowhere unexplained is left out."""
    found: dict[str, Sum] = {}
    for place, words in texts:
        for use in (use for text in words for use in acronyms_in(text)):
            _count(found.setdefault(use.text, Sum()), use, place, most_places)
    return {text: one for text, one in found.items() if one.times}


def _count(one: Sum, use: Use, place: Place, most_places: int) -> None:
    one.stands_for = one.stands_for or use.stands_for
    if not use.times:
        return
    one.times += use.times
    one.texts += 1
    if place not in one.places and len(one.places) < most_places:
        one.places = (*one.places, place)
