"""Which part of a long list is shown."""

from collections.abc import Mapping
from dataclasses import dataclass

DIGITS = 5  # no list has a hundred thousand pages


@dataclass(frozen=True)
class Page:
    """For components/pages.html, of a list that is not counted."""

    number: int
    has_next: bool

    @property
    def has_previous(self) -> bool:
        return self.number > 1

    @property
    def previous_page_number(self) -> int:
        return self.number - 1

    @property
    def next_page_number(self) -> int:
        return self.number + 1

    @classmethod
    def asked(cls, query: Mapping[str, str]) -> int:
        """`?page=3`; anything else is the first."""
        told = query.get("page", "")
        is_one = told.isascii() and told.isdigit() and len(told) <= DIGITS
        return max(int(told), 1) if is_one else 1
