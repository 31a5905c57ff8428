"""Finding somebody in the name of a file: "Patel_Dev (CV).pdf" names Dev Patel.

People write names into file names in either order, without accents, and with any mark between the words.
"""

import re
from collections import defaultdict

from common.text.accents import without_marks

LATIN = (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))  # the letters with marks, Vietnamese ones too
MARK = "[\u0300-\u036f]*"  # that a Mac writes after the letter
# Between two words, but never beyond a text of JSON.
BETWEEN = r"[^[:alnum:]\"\\]*"


def pattern_of(needle: str) -> str:
    """A regular expression of PostgreSQL, to be matched without regard to capitals."""
    words = re.findall(r"[^\W_]+", _plain(needle))
    if not words:
        return "(?!)"  # marks alone name nobody
    orders = [words] if "@" in needle else [words, [*words[-1:], *words[:-1]]]
    told = "|".join(BETWEEN.join(map(_any_marks, order)) for order in orders)
    return f"(?<![[:alnum:]])(?:{told})(?![[:alnum:]])"


def _any_marks(word: str) -> str:
    return "".join(f"[{letter}{MARKED[letter]}]{MARK}" for letter in word)


def _plain(text: str) -> str:
    return without_marks(text).lower()


def _by_plain_letter() -> dict[str, str]:
    found: dict[str, str] = defaultdict(str)
    for letter in map(chr, LATIN):
        if letter.isalpha() and len(plain := _plain(letter)) == 1:
            found[plain] += letter
    return found


MARKED = _by_plain_letter()
