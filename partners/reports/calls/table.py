"""The applications of a call by its criteria: means, spread and reviewers, as far as the reader may see."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from accounts.models import Membership
from accounts.permissions import Permission
from partners.models import Application, Call, Criterion, Review, Reviewer, Score
from partners.reports.calls.scoring import Tally, tally_of, total_of

Points = Mapping[int, int]  # of one review, by criterion


@dataclass(frozen=True)
class Cell:
    criterion: Criterion
    tally: Tally


@dataclass(frozen=True)
class Row:
    """One application. `mine` is the reader's own review; `is_hidden`: theirs comes first."""

    application: Application
    cells: tuple[Cell, ...]
    total: Tally
    expected: int
    conflicts: int
    mine: Review | None
    is_hidden: bool

    @property
    def waits_for_me(self) -> bool:
        """Of a reader who reads for the call: neither scored nor in conflict yet."""
        return self.mine is None or not (self.mine.given_at or self.mine.has_conflict)


@dataclass(frozen=True)
class Table:
    """The rows that stand, the best first; what is hidden from the reader stands last, by name."""

    call: Call
    state: str
    criteria: list[Criterion]
    rows: list[Row]
    withdrawn: list[Application]
    is_reviewer: bool
    sees_decisions: bool

    @property
    def to_read(self) -> list[Row]:
        is_over = self.state == Call.State.DECIDED
        return (
            [row for row in self.rows if row.waits_for_me]
            if self.is_reviewer and not is_over
            else []
        )

    @property
    def hidden(self) -> int:
        return sum(row.is_hidden for row in self.rows)

    @property
    def undecided(self) -> int:
        return sum(not row.application.decision for row in self.rows)


@dataclass(frozen=True)
class Read:
    """All reviews of some applications: who gave which points to which."""

    reviews: Mapping[int, list[Review]]
    points: Mapping[int, Points]  # by review

    def given_to(self, application: int) -> list[Points]:
        return [self.points[one.pk] for one in self.reviews.get(application, []) if one.given_at]

    def mine(self, application: int, person: int) -> Review | None:
        found = (
            one for one in self.reviews.get(application, []) if one.reviewer.person_id == person
        )
        return next(found, None)


def read_of(applications: Iterable[int]) -> Read:
    """Two queries, however many applications."""
    ids = list(applications)
    reviews: dict[int, list[Review]] = defaultdict(list)
    for review in Review.objects.of_applications(ids).told():
        reviews[review.application_id].append(review)
    points: dict[int, dict[int, int]] = defaultdict(dict)
    scores = Score.objects.filter(review__application__in=ids).order_by()
    for review_id, criterion, given in scores.values_list("review", "criterion", "points"):
        points[review_id][criterion] = given
    return Read(reviews, points)


def is_hidden_from(review: Review | None, *, is_reviewer: bool, is_decided: bool) -> bool:
    """Who reads for a call sees the scores of others once their own are given; in conflict, at the end."""
    return is_reviewer and not is_decided and not (review and review.given_at)


def table_of(call: Call, membership: Membership, *, on: date) -> Table:
    """Five queries, for any number of applications, criteria and reviewers."""
    criteria = list(Criterion.objects.of(call))
    applications = list(Application.objects.of(call))
    for application in applications:
        application.call = call  # by which each knows its address
    reviewers = list(Reviewer.objects.of(call).at_work())
    read = read_of(one.pk for one in applications)
    is_reviewer = any(one.person_id == membership.person_id for one in reviewers)
    rows = [
        _row(
            application,
            criteria,
            read,
            reviewers,
            person=membership.person_id,
            is_reviewer=is_reviewer,
            is_decided=call.decided_at is not None,
        )
        for application in applications
        if not application.withdrawn_at
    ]
    return Table(
        call=call,
        state=call.state(on=on),
        criteria=criteria,
        rows=sorted(rows, key=_best_first),
        withdrawn=[one for one in applications if one.withdrawn_at],
        is_reviewer=is_reviewer,
        sees_decisions=membership.may(Permission.SEE_CALLS) or call.decided_at is not None,
    )


def _row(
    application: Application,
    criteria: list[Criterion],
    read: Read,
    reviewers: list[Reviewer],
    *,
    person: int,
    is_reviewer: bool,
    is_decided: bool,
) -> Row:
    mine = read.mine(application.pk, person)
    is_hidden = is_hidden_from(mine, is_reviewer=is_reviewer, is_decided=is_decided)
    given = [] if is_hidden else read.given_to(application.pk)
    reviews = read.reviews.get(application.pk, [])
    in_conflict = {one.reviewer_id for one in reviews if one.has_conflict}
    reading = {one.pk for one in reviewers} | {one.reviewer_id for one in reviews if one.given_at}
    weights = {one.pk: one.weight for one in criteria}
    return Row(
        application=application,
        cells=tuple(Cell(one, tally_of(given, one.pk)) for one in criteria),
        total=total_of(given, weights),
        expected=len(reading - in_conflict),
        conflicts=len(in_conflict),
        mine=mine,
        is_hidden=is_hidden,
    )


def _best_first(row: Row) -> tuple[bool, float, str]:
    mean = row.total.mean
    return (mean is None, -(mean or 0), row.application.organisation_name.lower())
