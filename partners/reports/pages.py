"""Which part of a long list is shown."""

from collections.abc import Mapping
from dataclasses import dataclass

from common.text.numbers import read_page


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
        return read_page(query.get("page"))
