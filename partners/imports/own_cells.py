"""What a cell says of a coalition's own field, each kind read as forgivingly as its meaning allows."""

from collections.abc import Callable

from common.text.numbers import read_number
from partners.imports import values
from partners.imports.values import BadCell, DateOrder, one_line, term_key
from partners.models import OwnField
from partners.models.own_fields.fields import Stored
from partners.models.own_fields.values import MOST_DIGITS, stored

Kind = OwnField.Kind
YES = frozenset(["yes", "y", "true", "t", "x", "1", "✓", "✔", "☑", "si", "s", "verdadero"])
NO = frozenset(["no", "n", "false", "f", "0", "✗", "✘", "☐", "falso"])


def read_own(field: OwnField, text: str, *, order: DateOrder) -> Stored | None:
    """The value as it is kept; None for a cell that says nothing. Raises BadCell for another kind."""
    if values.is_nothing(text):
        return None
    if field.kind == Kind.DATE:
        return stored(field, values.day(text, order=order))
    return READERS[field.kind](field, text)


def _number(field: OwnField, text: str) -> Stored | None:
    number = read_number(one_line(text))
    if number is None or len(number.normalize().as_tuple().digits) > MOST_DIGITS:
        raise BadCell("number", one_line(text))
    return stored(field, number)


def _yes_no(_field: OwnField, text: str) -> bool:
    word = term_key(text)
    if word in YES | NO:
        return word in YES
    raise BadCell("yes_no", one_line(text))


def _choice(field: OwnField, text: str) -> str:
    """By what it is called, else by its key; one that is offered no more is understood too."""
    word = term_key(text)
    for choice in sorted(field.choices, key=lambda choice: choice.is_retired):
        if word in (term_key(choice.label), choice.key):
            return choice.key
    raise BadCell("choice", one_line(text))


def _choices(field: OwnField, text: str) -> list[str]:
    labels = frozenset(term_key(choice.label) for choice in field.choices)
    return list(dict.fromkeys(_choice(field, word) for word in values.words(text, known=labels)))


READERS: dict[str, Callable[[OwnField, str], Stored | None]] = {
    Kind.TEXT: lambda _field, text: one_line(text),
    Kind.LONG_TEXT: lambda _field, text: values.paragraph(text),
    Kind.NUMBER: _number,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.YES_NO: _yes_no,
    Kind.LINK: lambda _field, text: values.website(text) or None,
}
