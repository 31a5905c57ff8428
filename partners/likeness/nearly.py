"""Web addresses and streets that are the same but for a slip: another ending, a letter, a postcode."""

from collections.abc import Collection
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import OSA

SHORTEST_HOST = 5  # letters of a host, without its ending, in which one may be wrong
LETTERS_A_SLIP = 6  # of a longer one, for each that is wrong
SHORTEST_STREET = 5  # letters of a street's name in which one may be wrong


def near_host(ours: Collection[str], theirs: Collection[str]) -> str:
    """A host of one that is nearly one of the other: "whatcomclubs.com", "whatcomclub.org"; "" for none.

    One letter in six may be wrong, one at least, and the ending is not looked at.
    """
    found = (pair for pair in product(ours, theirs) if _are_near(*pair))
    return min((min(pair) for pair in found), default="")


def _are_near(one: str, other: str) -> bool:
    first, second = without_ending(one), without_ending(other)
    length = min(len(first), len(second))
    if abs(len(first) - len(second)) > length // LETTERS_A_SLIP + 1:
        return False  # before measuring: most hosts end here
    if first == second or length < SHORTEST_HOST:
        return first == second
    allowed = max(1, length // LETTERS_A_SLIP)
    return OSA.distance(first, second, score_cutoff=allowed) <= allowed


@lru_cache(maxsize=20_000)
def without_ending(host: str) -> str:
    """A host without its ending, and without a "www" that is a slip itself: "fww.arc.org" → "arc"."""
    first, _dot, rest = host.rpartition(".")[0].partition(".")
    return rest if rest and len(first) <= 4 and "ww" in first else f"{first}{rest}"  # noqa: PLR2004 - wwww


def near_street(ours: Collection[str], theirs: Collection[str], *, same_city: bool) -> str:
    """A street of one that is nearly one of the other: the same house, but for a letter or the postcode.

    Streets are keys of `street_key`; "" for none. Two letters of the street may be wrong.
    """
    found = (pair for pair in product(ours, theirs) if _is_house(*pair, same_city=same_city))
    return min((min(pair) for pair in found), default="")


def _is_house(one: str, other: str, *, same_city: bool) -> bool:
    (ours, our_place), (theirs, their_place) = (key.split("|", 1) for key in (one, other))
    our_house, our_street = ours.split(" ", 1)
    their_house, their_street = theirs.split(" ", 1)
    if our_house != their_house or not (our_place == their_place or same_city):
        return False
    if min(len(our_street), len(their_street)) < SHORTEST_STREET or _digits(ours) != _digits(
        theirs
    ):
        return our_street == their_street
    return OSA.distance(our_street, their_street, score_cutoff=2) <= 2  # noqa: PLR2004 - "st" or "rd", or two letters


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
