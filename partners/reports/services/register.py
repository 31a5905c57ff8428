"""All services of the coalition, page by page, and how many of them take people."""

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator

from accounts.models import Membership
from common.pages.filters import Filter
from partners.models import Capacity
from partners.reports.services.question import Question, filters_of, services_asked

ROWS_A_PAGE = 50


@dataclass(frozen=True)
class Census:
    """How many services stand in each state; of `unsaid` ones nobody has said anything."""

    open: int
    waiting: int
    full: int
    paused: int
    unsaid: int

    @property
    def total(self) -> int:
        return self.open + self.waiting + self.full + self.paused + self.unsaid

    @property
    def said(self) -> int:
        return self.total - self.unsaid


@dataclass(frozen=True)
class Register:
    census: Census
    page: Page
    filters: list[Filter]
    question: Question
    on: date


def register(question: Question, *, membership: Membership, on: date, page: str | None) -> Register:
    """Eight queries, whether there are ten services or 10,000."""
    rows = services_asked(question, membership=membership, on=on)
    counted = dict(rows.standing_capacity())
    census = Census(
        **{state: counted.get(state, 0) for state in Capacity.values}, unsaid=counted.get("", 0)
    )
    paginator = Paginator(rows.told().for_listing(question.sort), ROWS_A_PAGE)
    # What the census has counted need not be counted again.
    paginator.count = census.total
    return Register(
        census=census,
        page=paginator.get_page(page),
        filters=filters_of(question, membership),
        question=question,
        on=on,
    )
