"""What a cell says about a tie: a level from 0 to 5, or only whether there is one."""

from common.text.numbers import read_number
from partners.imports.values import BadCell, is_nothing, one_line
from partners.network.levels import HIGHEST, LOWEST

# Frey's words, as people write them into a cell.
NAMED = {
    "none": 0,
    "no interaction": 0,
    "networking": 1,
    "cooperation": 2,
    "coordination": 3,
    "coalition": 4,
    "collaboration": 5,
}
YES = frozenset({"1", "1.0", "yes", "y", "x", "true", "sí", "si"})
NO = frozenset({"0", "0.0", "no", "n", "false"})


def level(text: str) -> int | None:
    """“3”, “3.0”, “3 coordination” and “Coordination” are level 3; nothing for an empty cell.

    Raises BadCell for what is no level from 0 to 5.
    """
    if is_nothing(text):
        return NAMED.get(one_line(text).lower())
    told = one_line(text).lower()
    if told in NAMED:
        return NAMED[told]
    number = read_number(told if told.replace(".", "").isdigit() else told.split()[0])
    if number is None or number != int(number) or not LOWEST <= number <= HIGHEST:
        raise BadCell("level", one_line(text))
    return int(number)


def says_yes(text: str) -> bool | None:
    """Nothing for an empty cell. Raises BadCell for what is neither."""
    told = one_line(text).lower()
    if is_nothing(text):
        return None
    if told not in YES | NO:
        raise BadCell("yes_no", one_line(text))
    return told in YES


def is_level(text: str) -> bool:
    try:
        return level(text) is not None
    except BadCell:
        return False


def is_yes_or_no(text: str) -> bool:
    return one_line(text).lower() in YES | NO
