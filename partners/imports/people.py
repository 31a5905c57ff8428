"""Several people in one cell: "Shirley Foulks/Phil Gray" are two, "Edward Adams, Jr." is one."""

import re

from partners.imports.values import is_nothing, one_line

# What follows a comma after a name without being another person.
_SUFFIXES_WORDS = (
    "jr sr ii iii iv v md phd mph rn lcsw lcpc esq esquire mba ma ms msw mhs mda jd do dds "
    "edd psyd dpa sj cpa faan rnc lpn np pa drph dr ceo cfo coo"
)
SUFFIXES = frozenset(_SUFFIXES_WORDS.split())
_TITLE_WORDS_WORDS = (
    "director manager president chair chairman chairperson coordinator officer executive vice "
    "assistant secretary treasurer pastor specialist supervisor administrator owner founder "
    "principal superintendent chief deputy program directora presidente gerente coordinadora "
    "coordinador"
)
TITLE_WORDS = frozenset(_TITLE_WORDS_WORDS.split())
SURE_BREAK = re.compile(r"[;|\n]+|\s*/\s*")
COMMA = re.compile(r",\s*")
# Behind a name, in any brackets or none: Ana Ruiz (ana@x.org)
ADDRESS = re.compile(r"[<(\[]?\s*(?:mailto:)?([^\s<>()\[\],;:/|]+@[\w-]+(?:\.[\w-]+)+)\s*[>)\]]?")
MAYBE_BREAK = re.compile(r"\s+(?:&|and|y)\s+", re.IGNORECASE)


def split_names(text: str) -> list[str]:
    """Names in the cell, in order. Where it is not sure that there are several, it stays one."""
    if is_nothing(text):
        return []
    names: list[str] = []
    for piece in SURE_BREAK.split(text):
        names += _parted(_parted([piece], MAYBE_BREAK), COMMA)
    return [name for name in (one_line(name).strip(" ,;") for name in names) if name]


def named_with_addresses(text: str) -> list[tuple[str, str]]:
    """Names in the cell, each with the e-mail address behind it: "Ana Ruiz <ana@x.org>, Bob Stone"."""
    found: list[tuple[str, str]] = []
    end = 0
    for match in ADDRESS.finditer(text):
        names = split_names(text[end : match.start()].strip(" ,;:/|&–-\n")) or [""]
        found += [*((name, "") for name in names[:-1]), (names[-1], match[1])]
        end = match.end()
    return found + [(name, "") for name in split_names(text[end:].strip(" ,;:/|&–-\n"))]


def split_beside(text: str, *, count: int) -> list[str]:
    """Titles beside `count` names: taken apart only when there are as many, else the first has it all."""
    if is_nothing(text):
        return [""] * count
    whole = one_line(text)
    pieces = [one_line(piece) for piece in SURE_BREAK.split(text) if one_line(piece)]
    if count > 1 and len(pieces) == count:
        return pieces
    return [whole] + [""] * (count - 1)


def _parted(pieces: list[str], separator: re.Pattern[str]) -> list[str]:
    """Cut each piece when everything that results looks like the full name of a person."""
    parted: list[str] = []
    for piece in pieces:
        parts = [part for part in separator.split(piece.strip(" ,")) if part.strip()]
        alone = len(parts) < 2 or not all(map(_looks_like_full_name, parts))  # noqa: PLR2004
        parted += [piece] if alone else parts
    return parted


def _looks_like_full_name(text: str) -> bool:
    """Two to five words without digits, of which none is a title or an academic degree."""
    tokens = [re.sub(r"[^\w]", "", token).lower() for token in text.split()]
    tokens = [token for token in tokens if token]
    if not 2 <= len(tokens) <= 5 or any(token.isdigit() for token in tokens):  # noqa: PLR2004
        return False
    return not any(token in TITLE_WORDS or token in SUFFIXES for token in tokens)
