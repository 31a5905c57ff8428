"""What reviewers do: say whether they have a conflict of interest, then score without seeing others."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal
from partners.models import Application, Call, Criterion, Review, Reviewer, Score
from partners.operations.calls.opening import refuse_decided


@dataclass(frozen=True)
class Given:
    """Points and words by the id of the criterion, and what is to be said all in all."""

    points: Mapping[int, int]
    why: Mapping[int, str]
    words: str = ""


@transaction.atomic
def declare(
    application: Application, *, has_conflict: bool, words: str, by: Person, at: datetime
) -> Review:
    """Say whether there is a conflict of interest. With one, scores that were given before go.

    Refuses for who was not asked to read, for a conflict without a word, and once all is decided.
    """
    reviewer = _reviewer(application, by=by)
    if has_conflict and not words:
        raise Refusal(_("Say in a few words which conflict of interest it is."))
    review = _review_of(application, reviewer) or Review(
        coalition_id=application.coalition_id,
        application=application,
        reviewer=reviewer,
        declared_at=at,
    )
    if review.pk and (review.has_conflict, review.conflict_words) == (has_conflict, words):
        return review
    with recording("review.declared", by=by):
        review.has_conflict, review.conflict_words = has_conflict, words if has_conflict else ""
        review.declared_at = at
        if has_conflict:
            review.given_at, review.changed_at, review.words = None, None, ""
        review.save()
        if has_conflict:
            review.scores.all().delete()
    return review


@transaction.atomic
def give_scores(application: Application, given: Given, *, by: Person, at: datetime) -> Review:
    """A score and a reason for every criterion. Written anew later, the page says that it was.

    Refuses before the conflict of interest is answered, with one, and for a criterion left out.
    """
    reviewer = _reviewer(application, by=by)
    review = _review_of(application, reviewer)
    if review is None:
        raise Refusal(_("Say first whether you have a conflict of interest."))
    if review.has_conflict:
        raise Refusal(_("You have a conflict of interest here, so you give no scores."))
    criteria = list(Criterion.objects.of(application.call_id))
    if any(one.pk not in given.points or not given.why.get(one.pk) for one in criteria):
        raise Refusal(_("Give a score and a reason for every criterion."))
    with recording("review.given", by=by):
        if review.given_at:
            review.changed_at = at
        review.given_at = review.given_at or at
        review.words = given.words
        review.save()
        _write_scores(review, criteria, given)
    return review


def _write_scores(review: Review, criteria: list[Criterion], given: Given) -> None:
    kept = {score.criterion_id: score for score in review.scores.all()}
    for criterion in criteria:
        score = kept.get(criterion.pk) or Score(
            coalition_id=review.coalition_id, review=review, criterion=criterion
        )
        score.points, score.words = given.points[criterion.pk], given.why[criterion.pk]
        score.save()


def _reviewer(application: Application, *, by: Person) -> Reviewer:
    """Whoever reads for the call, while it is not decided and the application stands."""
    refuse_decided(Call.objects.shared(application.call_id))
    if Application.objects.locked(application.pk).withdrawn_at:
        raise Refusal(_("This application was withdrawn."))
    reviewer = Reviewer.objects.of(application.call_id).for_person(by.pk)
    if reviewer is None:
        raise Refusal(_("You were not asked to read for this call."))
    return reviewer


def _review_of(application: Application, reviewer: Reviewer) -> Review | None:
    rows = Review.objects.select_for_update(of=("self",))
    return rows.filter(application=application, reviewer=reviewer).first()
