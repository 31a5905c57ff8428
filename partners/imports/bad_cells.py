"""What is wrong with a cell, as a sentence for whoever can mend it."""

from collections.abc import Callable

from django.utils.translation import gettext as _

from partners.imports.values import BadCell

# Of a phone or website only the cell is lost, never the row.
COST_ONLY_THE_CELL = frozenset({"phone", "website", "consents"})
MOST_SHOWN = 120  # letters of the cell


def in_words(bad: BadCell) -> str:
    return SENTENCES[bad.kind]() % {"text": bad.text[:MOST_SHOWN]}


SENTENCES: dict[str, Callable[[], str]] = {
    "email": lambda: _("“%(text)s” is not an e-mail address."),
    "date": lambda: _("“%(text)s” is not a date."),
    "day_to_come": lambda: _("“%(text)s” is still to come."),
    "number": lambda: _("“%(text)s” is not a number."),
    "yes_no": lambda: _("“%(text)s” is neither yes nor no."),
    "consent": lambda: _("“%(text)s” is neither yes nor no, nor the day of a yes."),
    "consents": lambda: _("“%(text)s” was left out: it stands beside several people."),
    "choice": lambda: _("“%(text)s” is none of the choices of this field."),
    "phone": lambda: _("“%(text)s” was left out: it is not a phone number."),
    "website": lambda: _("“%(text)s” was left out: it is not a web address."),
}
