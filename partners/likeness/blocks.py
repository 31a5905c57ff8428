"""What two organisations must share to be worth comparing: so nobody compares all with all."""

import re
from collections.abc import Iterator
from itertools import pairwise

from partners.likeness.faces import Face
from partners.likeness.lexicon import Lexicon
from partners.likeness.nearly import without_ending
from partners.likeness.words import WEAK, Name, read

BEGINNING = 4  # letters; spelling may differ after them
KEY_END, LONG_KEY_END = 6, 10  # letters of the beginning and the end of a whole name
BARE_END = 7  # consonants of the beginning and the end: a name whose vowels are wrong keeps them
SHORT_KEY = range(5, 11)  # letters of a whole name that is also met with any one letter wrong
LONG_ENOUGH = 3
ACRONYM = range(3, 8)  # letters of a name that may be an acronym
# Of these one in common is not enough where more than RARE share it: two names share two, or a block of
# another kind.
WEAK_BLOCKS = "wpke"
RARE = 6  # organisations

_VOWELS = re.compile(r"[aeiouy]")


def blocks(face: Face, *, lexicon: Lexicon) -> set[str]:
    """Keys such as "w:rive", "p:coun heal", "a:nami" or "phones:4105550100".

    Two names that resemble each other share a long beginning or end of the whole, or two of these: a short
    one, the beginnings of a word or of two neighbours; words are taken as they are meant. Who goes by
    "a:nami" meets those whose initials are "i:nami".
    """
    found = {key for name in face.names for key in _of_name(read(name), lexicon)}
    for sign in ("emails", "hosts", "phones", "streets"):
        found |= {f"{sign}:{value}" for value in getattr(face, sign)}
    found |= {f"site:{without_ending(host)}" for host in face.hosts}
    return found


def _of_name(name: Name, lexicon: Lexicon) -> Iterator[str]:
    words = [lexicon.means(word) for word in name.words if word not in WEAK]
    beginnings = [word[:BEGINNING] for word in words]
    yield from (f"w:{start}" for start in beginnings if len(start) >= LONG_ENOUGH)
    yield from (f"p:{first} {second}" for first, second in pairwise(beginnings))
    key = "".join(words) or name.key
    yield from (f"k:{key[:KEY_END]}", f"e:{key[-KEY_END:]}")
    long = KEY_END if len(words) == 1 else LONG_KEY_END
    yield from (f"kk:{key[:long]}", f"ee:{key[-long:]}")
    bare = _VOWELS.sub("", key)
    if len(bare) >= BARE_END:
        yield from (f"bb:{bare[:BARE_END]}", f"be:{bare[-BARE_END:]}")
    if len(key) in SHORT_KEY:
        yield from (
            f"d:{piece}" for piece in {key, *(key[:at] + key[at + 1 :] for at in range(len(key)))}
        )
    yield from (f"i:{initials}" for initials in name.initials if len(initials) in ACRONYM)
    if len(name.key) in ACRONYM:
        yield f"a:{name.key}"
