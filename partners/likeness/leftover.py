"""The words that one of two names has and the other lacks, without those that tell nothing."""

from collections.abc import Collection

from rapidfuzz.distance import OSA

from partners.likeness.lexicon import Lexicon
from partners.likeness.words import WEAK, Name

SHORTEST = 3  # letters of a word that is no broken piece
GLUED_WORD = 7  # letters of a word in which another may stand without a space
SHORTEST_PART = 4  # letters of that other word
SHORTEST_NUMBER = 3  # digits of a number in which a letter may stand
LONG_FORM = 7  # letters of a legal form in which two may be wrong


def left_over(one: Name, other: Name, *, lexicon: Lexicon) -> tuple[set[str], set[str]]:
    """The words of each that the other lacks; a slip of a word is that word."""
    ours = {word for word in one.strong if word not in other.words}
    theirs = {word for word in other.strong if word not in one.words}
    if not ours and not theirs:
        return ours, theirs
    ours, theirs = _not_weak(ours, lexicon), _not_weak(theirs, lexicon)
    ours, theirs = _not_form(one, ours, other, lexicon), _not_form(other, theirs, one, lexicon)
    if not ours or not theirs:
        return ours, theirs
    meant = {lexicon.means(word) for word in ours} & {lexicon.means(word) for word in theirs}
    return _without_typed_numbers(
        {word for word in ours if lexicon.means(word) not in meant},
        {word for word in theirs if lexicon.means(word) not in meant},
    )


def split_glued(one: Name, other: Name, *, lexicon: Lexicon) -> Name:
    """With a word of the other's set free: "Zionbaptist Church" beside "Enon Baptist Church"."""
    long = [word for word in one.words if len(word) >= GLUED_WORD and word not in other.words]
    if not long:
        return one
    theirs = tuple(word for word in other.strong if len(word) >= SHORTEST_PART)
    pieces = {
        word: found for word in long if word not in lexicon.own and (found := _pieces(word, theirs))
    }
    if not pieces:
        return one
    return Name(tuple(p for word in one.words for p in pieces.get(word, (word,))), one.forms)


def _pieces(word: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Two where it ends with a known word and enough is left for another, or begins with one and ends nearly
    with another; else none: "productive" is no "prod" with something behind it.
    """
    for part in known:
        if len(word) - len(part) >= SHORTEST:
            if word.endswith(part):
                return word[: -len(part)], part
            rest = word[len(part) :]
            if word.startswith(part) and any(OSA.distance(rest, end) <= 1 for end in known):
                return part, rest
    return ()


def _not_weak(words: set[str], lexicon: Lexicon) -> set[str]:
    """Without slips of words that do not tell a name from others: "servicew"."""
    return {word for word in words if lexicon.means(word) not in WEAK or word in WEAK}


def _not_form(one: Name, words: set[str], other: Name, lexicon: Lexicon) -> set[str]:
    """Without a last word that is a slip of the other's legal form: "Hearts and Homes, Bnc."."""
    last = one.words[-1] if one.words else ""
    if last not in words or last in lexicon.own or len(words) == len(one.strong):
        return words
    is_form = any(_is_slip_of_form(last, form) for form in other.forms)
    return words - {last} if is_form else words


def _is_slip_of_form(word: str, form: str) -> bool:
    allowed = 2 if len(form) >= LONG_FORM else 1
    return len(form) >= SHORTEST and OSA.distance(word, form, score_cutoff=allowed) <= allowed


def _without_typed_numbers(ours: set[str], theirs: set[str]) -> tuple[set[str], set[str]]:
    """Without numbers in which a letter stands by mistake: "Post 165", "Post 1t5"."""
    if not (have_digits(ours) and have_digits(theirs)):
        return ours, theirs
    for our in sorted(ours):
        for their in sorted(theirs):
            if is_typed_number(our, their):
                ours, theirs = ours - {our}, theirs - {their}
    return ours, theirs


def is_typed_number(one: str, other: str) -> bool:
    """Whether one is a number and the other that number with a letter in it or before it.

    A letter behind it is a part of it, and meant: school 103 and school 103A.
    """
    number, typed = (one, other) if one.isdigit() else (other, one)
    if not number.isdigit() or len(number) < SHORTEST_NUMBER or typed.isdigit():
        return False
    return typed[-1].isdigit() and OSA.distance(number, typed, score_cutoff=1) <= 1


def without_noise(words: set[str], other: Name) -> set[str]:
    """Without broken pieces ("nd", "o") and slips of the other's small words ("atd" for "and")."""
    small = [word for word in other.words if word in WEAK and len(word) >= SHORTEST]
    return {
        word
        for word in words
        if have_digits(word)
        or not (len(word) < SHORTEST or any(OSA.distance(word, weak) == 1 for weak in small))
    }


def have_digits(words: Collection[str]) -> bool:
    """Whether any of the words, or the word, has a digit in it."""
    return any(map(str.isdigit, "".join(words)))
