"""The page of figures, and the rows into which each of them opens."""

from dataclasses import dataclass
from datetime import date

from accounts.models import Coalition
from governance.reports.joining.figures import (
    Funnel,
    HalfYear,
    at_stage,
    by_half_year,
    funnel_of,
    half_years,
)
from governance.reports.joining.picture import Picture, picture_of
from governance.reports.joining.question import Question
from governance.reports.joining.ways import Way, ways_begun, ways_joined


@dataclass(frozen=True)
class Figures:
    question: Question
    funnel: Funnel
    picture: Picture
    halves: list[HalfYear]


def figures(coalition: Coalition, question: Question, *, on: date) -> Figures:
    """At most three queries, however many came."""
    told = {"since": question.since, "until": question.until, "on": on}
    funnel = funnel_of(ways_begun(coalition, question.who, **told))
    span = half_years(on)
    joined = ways_joined(coalition, question.who, since=span[-1].since, until=span[0].until, on=on)
    return Figures(question, funnel, picture_of(funnel), by_half_year(joined, on=on))


def rows(coalition: Coalition, question: Question, *, on: date) -> list[Way]:
    """Who stands behind a figure: at most two queries."""
    ways = ways_joined if question.by == "joined" else ways_begun
    found = ways(coalition, question.who, since=question.since, until=question.until, on=on)
    if not question.stage:
        return found
    if question.missing:
        return [way for way in found if way.day(question.stage) is None]
    return at_stage(found, question.stage)
