"""The scores behind the figures of one application."""

from collections.abc import Sequence
from dataclasses import dataclass

from accounts.models import Membership
from partners.models import Application, Criterion, Review, Reviewer, Score
from partners.reports.calls.scoring import Tally, tally_of, total_of, weighted
from partners.reports.calls.table import is_hidden_from


@dataclass(frozen=True)
class Given:
    """One reviewer: what they gave on each criterion, and in all."""

    review: Review
    scores: tuple[Score, ...]
    total: float


@dataclass(frozen=True)
class Line:
    """One criterion: what each reviewer gave, their mean, and what that adds to the whole."""

    criterion: Criterion
    scores: tuple[tuple[Review, Score], ...]
    tally: Tally

    @property
    def key(self) -> str:
        """As an address names it."""
        return str(self.criterion.pk)

    @property
    def share(self) -> float | None:
        """Of the weighted mean: mean × weight / 100."""
        mean = self.tally.mean
        return None if mean is None else mean * self.criterion.weight / 100


@dataclass(frozen=True)
class Scores:
    """`given` and `lines` are empty as long as the reader's own scores come first."""

    mine: Review | None
    is_reviewer: bool
    is_hidden: bool
    given: tuple[Given, ...]
    lines: tuple[Line, ...]
    total: Tally
    conflicts: tuple[Review, ...]

    @property
    def own(self) -> dict[int, Score]:
        """The reader's own scores by criterion, also where those of others are hidden."""
        found = (one for one in self.mine.scores.all()) if self.mine else ()
        return {score.criterion_id: score for score in found}


def scores_of(
    application: Application, criteria: Sequence[Criterion], membership: Membership
) -> Scores:
    """Three queries."""
    reviews = list(
        Review.objects.of_applications([application.pk]).told().prefetch_related("scores")
    )
    reader = Reviewer.objects.of(application.call_id).for_person(membership.person_id)
    mine = next((one for one in reviews if reader and one.reviewer_id == reader.pk), None)
    is_hidden = is_hidden_from(
        mine,
        is_reviewer=reader is not None,
        is_decided=application.call.decided_at is not None,
    )
    shown = [] if is_hidden else [one for one in reviews if one.given_at]
    points = [{score.criterion_id: score.points for score in one.scores.all()} for one in shown]
    weights = {one.pk: one.weight for one in criteria}
    return Scores(
        mine=mine,
        is_reviewer=reader is not None,
        is_hidden=is_hidden,
        given=tuple(
            Given(review, tuple(review.scores.all()), weighted(each, weights))
            for review, each in zip(shown, points, strict=True)
        ),
        lines=tuple(_line(one, shown, tally_of(points, one.pk)) for one in criteria),
        total=total_of(points, weights),
        conflicts=tuple(one for one in reviews if one.has_conflict),
    )


def _line(criterion: Criterion, reviews: Sequence[Review], tally: Tally) -> Line:
    scores = (
        (review, score)
        for review in reviews
        for score in review.scores.all()
        if score.criterion_id == criterion.pk
    )
    return Line(criterion, tuple(scores), tally)
