"""One row of a file as it was read: what it says, or why it cannot be read."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from partners.models import OwnField, Vocabulary

# Letters that the database holds of each value; a longer one is a mistake in the file, not cut.
LONGEST = {
    "name": 250,
    "alias": 250,
    "email": 254,
    "website": 500,
    "phone": 60,
    "external_id": 120,
    "scheme": 60,
    "street": 250,
    "city": 120,
    "region": 80,
    "postcode": 20,
    "contact_name": 200,
    "contact_title": 200,
    "contact_email": 254,
    "contact_phone": 60,
    "contact_consent": 200,
    "topic": 5000,
    "topic words": 200,
    "topic mark": 60,
    "topic note": 500,
    f"own {OwnField.Kind.TEXT}": 300,
    f"own {OwnField.Kind.LONG_TEXT}": 5000,
    f"own {OwnField.Kind.LINK}": 500,
} | dict.fromkeys(Vocabulary.values, 120)


class Fault(Exception):  # noqa: N818 - it is what is wrong with the row, for its owner
    """Why a row cannot be brought in, as a sentence, and the heading of the cell at fault."""

    def __init__(self, reason: str, column: str = "") -> None:
        super().__init__(reason)
        self.reason, self.column = reason, column


@dataclass
class Draft:
    """One row as it was read. `values` by field, as partners.imports.profiles takes them."""

    number: int
    cells: Sequence[str]
    values: dict[str, Any] = field(default_factory=dict)
    notes: list[list[str]] = field(default_factory=list)
    fault: Fault | None = None
