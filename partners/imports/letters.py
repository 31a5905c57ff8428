"""Whether a person wants letters from us, as a cell says it and as it meets what we know.

That somebody wants none holds at once. A file without a day cannot say that they changed their mind, so it
never puts them back on a list: a person does, on their page.
"""

from django.utils.translation import gettext as _

from partners.imports.own_cells import NO, YES
from partners.imports.values import LIST_BREAK, BadCell, is_nothing, one_line, term_key
from partners.models import Contact

# "Unsubscribed: yes" says it by its heading; these say it in the cell.
WANTS_NONE = YES | {
    "no letters",
    "wants no letters",
    "no mail",
    "do not mail",
    "do not write",
    "do not contact",
    "opt out",
    "opted out",
    "unsubscribed",
    "sin cartas",
    "no escribir",
    "no quiere cartas",
}


def read_wish(text: str) -> bool | None:
    """True for who wants no letters; None for a cell that says nothing. Raises BadCell for any other."""
    if is_nothing(text):
        return None
    word = term_key(text)
    if word in WANTS_NONE | NO:
        return word in WANTS_NONE
    raise BadCell("yes_no", one_line(text))


def read_wishes(text: str, *, count: int) -> list[bool | None]:
    """One for each of `count` people in the row. Raises BadCell where one stands beside several people."""
    if is_nothing(text):
        return [None] * count
    pieces = [text] if count == 1 else [piece for piece in LIST_BREAK.split(text) if piece.strip()]
    if len(pieces) != count:
        raise BadCell("consents", one_line(text))
    return [read_wish(piece) for piece in pieces]


def is_readable(cell: str) -> bool:
    """Whether a cell could be an answer, or those of several people: for judging what a column holds."""
    try:
        read_wishes(cell, count=len([piece for piece in LIST_BREAK.split(cell) if piece.strip()]))
    except BadCell:
        return False
    return True


def left_out(contact: Contact) -> str:
    """Why the word of a row does not hold, for whoever brings it in."""
    return _(
        "%(person)s told us that they want no letters. A file does not take that back;"
        " please change it on their page if they said otherwise."
    ) % {"person": contact.name}
