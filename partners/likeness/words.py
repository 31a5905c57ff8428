"""A name as comparable words: "Arc of Baltimore, Inc., The" and "The ARC of Baltimore" read alike."""

import re
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from common.text.accents import without_marks

# Said in many ways, meant as one. The short form is on the left.
_SHORT_FORMS = """
    dept department, dep department, univ university, ctr center, cntr center, centre center,
    assn association, assoc association, org organization, organisation organization, natl national,
    intl international, govt government, hosp hospital, inst institute, fdn foundation, fndn foundation,
    svc service, svcs service, srvcs service, serv service, mgmt management, admin administration,
    comm community, cmty community, cnty county, twp township, dist district, elem elementary,
    sch school, acad academy, bldg building, dev development, ed education, rec recreation,
    mtn mountain, mt mount, ft fort, saint st, sainte st, nw northwest, ne northeast, sw southwest,
    se southeast, balto baltimore, phila philadelphia, programme program, programmes program,
    labour labor, grey gray, theatre theater, coop cooperative, co county, med medical,
    hlth health, tech technical, wg workinggroup, bros brothers, 1st first, 2nd second,
    3rd third, 4th fourth, 5th fifth, 6th sixth, 7th seventh, 8th eighth, 9th ninth, 10th tenth
"""
SHORT_FORMS = dict(pair.split() for pair in _SHORT_FORMS.split(","))
# What kind of body it is in law, not which: dropped at both ends of a name.
_LEGAL_FORMS = (
    "the inc incorporated llc llp lp pllc pc pa corp corporation co company ltd limited gmbh plc pty "
    "nonprofit ngo"
)
LEGAL_FORMS = frozenset(_LEGAL_FORMS.split())
# Words that do not make another organisation of it: "Riverbend Clinic Services" is "Riverbend Clinic".
_WEAK = (
    "a an and at by de del el for in la las los of on the to y inc llc corp corporation incorporated "
    "company co organization service program cooperative s"
)
WEAK = frozenset(_WEAK.split())
GOVERNMENTS = frozenset(
    ["city", "county", "state", "town", "village", "township", "borough", "nation", "tribe"]
)
# One name that tells two: "Riverbend, formerly North Shore Clinic", "RCS dba Riverbend".
_SEVERAL = re.compile(
    r"\s*[\(,;]?\s*\b(?:formerly(?: known as)?|previously|d\s?/?\.?b\s?/?\.?a\.?|f\s?/?\.?k\s?/?\.?a\.?"
    r"|a\s?/?\.?k\s?/?\.?a\.?|doing business as|also known as|now)\b[\s:]*",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\(([^()]*)\)")  # "Advanced Micro Devices (AMD)"
_DROPPED = re.compile(r"['’‘`´.]")  # "St. Mary's" is one with "St Marys"
_GAPS = re.compile(r"[^\w&+]+|_")  # "food-bank, inc" → food bank inc


@dataclass(frozen=True)
class Name:
    """The words of one name in one spelling, in their order, weak ones included.

    `forms` are the legal forms dropped at its end: another list may have them with a slip.
    """

    words: tuple[str, ...]
    forms: tuple[str, ...] = field(default=(), compare=False)

    @cached_property
    def strong(self) -> tuple[str, ...]:
        """Those that tell it from others; all, where there are only weak ones."""
        return tuple(word for word in self.words if word not in WEAK) or self.words

    @cached_property
    def key(self) -> str:
        """Without spaces and weak words: "food bank of elm" and "foodbank elm" are one."""
        return "".join(self.strong)

    @cached_property
    def sorted_key(self) -> str:
        """The key with the words sorted: "Bar Association of Elm" and "Elm Bar Association" are one."""
        return "".join(sorted(self.strong))

    @cached_property
    def text(self) -> str:
        """All its letters, those of the small words too."""
        return "".join(self.words)

    @cached_property
    def initials(self) -> frozenset[str]:
        """How people may shorten it, with and without its small words: "lf", "noaa", "bofa"."""
        if len(self.strong) < 2:  # noqa: PLR2004 - one word has no initials
            return frozenset()
        return frozenset("".join(word[0] for word in words) for words in (self.words, self.strong))

    @cached_property
    def is_government(self) -> bool:
        """ "Whatcom County", "City of Bellingham": what is in it bears its name and is another body."""
        return len(self.strong) <= 2 and bool(GOVERNMENTS & set(self.strong))  # noqa: PLR2004

    @cached_property
    def numbers(self) -> frozenset[str]:
        return frozenset(word for word in self.words if any(map(str.isdigit, word)))


@lru_cache(maxsize=20_000)
def read(text: str) -> Name:
    """The name as words; never empty unless the text is."""
    words = _plain(text)
    core, forms = _without_edges(words)
    return Name(tuple(one_form(word) for word in core or words), tuple(forms))


def names_in(text: str) -> tuple[str, ...]:
    """The name itself, and each that it tells besides: behind "formerly" or "dba", in brackets."""
    found = [part for part in _SEVERAL.split(text) if part.strip(" ()")]
    told = [part.replace(")", " ").replace("(", " ") for part in found] if len(found) > 1 else []
    for inside in _BRACKETS.findall(text):
        outside = read(_BRACKETS.sub(" ", text))
        if read(inside).key in outside.initials:
            told += [_BRACKETS.sub(" ", text), inside]
    return tuple(dict.fromkeys([text, *told]))


def _plain(text: str) -> list[str]:
    # "co" alone is a county, or a company at the end.
    letters = without_marks(text.lower()).replace("co-op", "coop")
    spaced = _GAPS.sub(" ", _DROPPED.sub("", letters).replace("&", " and ").replace("+", " and "))
    return spaced.split()


def _without_edges(words: list[str]) -> tuple[list[str], list[str]]:
    """Without "the" and the legal forms around it; and those at the end."""
    first, last = 0, len(words)
    while first < last and words[first] == "the":
        first += 1
    while last > first and words[last - 1] in LEGAL_FORMS:
        last -= 1
    return words[first:last], words[last:]


def one_form(word: str) -> str:
    """ "Dept" is "department", and more than one of a thing is the thing: "centers", "center"."""
    word = SHORT_FORMS.get(word, word)
    if len(word) > 4 and word.endswith("ies"):  # noqa: PLR2004 - "ministries", not "pies"
        word = word[:-3] + "y"
    elif len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):  # noqa: PLR2004
        word = word[:-1]
    return SHORT_FORMS.get(word, word)
