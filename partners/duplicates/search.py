"""The search itself: one at a time for a coalition, and the pairs it finds are kept.

It runs in one transaction: a worker that dies leaves the pairs of the last search and what is due.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from django.db import connection, transaction
from django.db.models import Q

from partners.duplicates import candidates, progress
from partners.duplicates.gathering import Faces, learn
from partners.likeness.faces import Face
from partners.likeness.judging import THRESHOLD, Likeness, compare, may_be_likely
from partners.likeness.lexicon import Lexicon
from partners.models import ComparisonDue, DistinctPair, DuplicateSearch, LikelyPair

SEARCH_LOCK = 7_203  # the first number of our advisory lock; the second is the id of the coalition
WRITTEN_AT_ONCE = 1000
MANY = 5000  # changed organisations from which all are compared again


@dataclass(frozen=True)
class Found:
    """Two organisations by id, the smaller first, and how likely they are one."""

    first: int
    second: int
    likeness: Likeness


def search(
    coalition: int, *, only: set[int] | None = None, threshold: float = THRESHOLD
) -> Iterator[Found]:
    """Compare the coalition's organisations, or these with all; inside a transaction.

    Yields pairs from the threshold on, those that people have told apart left out.
    """
    words = learn(coalition)
    candidates.collect(coalition, lexicon=words)
    faces = Faces(coalition, candidates.common_signs())
    total, done = candidates.pair_up(only=only), 0
    for batch in candidates.pairs():
        faces.fetch({pk for pair in batch for pk in pair})
        found = [
            Found(first, second, likeness)
            for first, second in batch
            if (likeness := _likeness(faces[first], faces[second], words, threshold=threshold))
        ]
        apart = DistinctPair.objects.among(
            {pk for pair in found for pk in (pair.first, pair.second)}
        )
        yield from (pair for pair in found if (pair.first, pair.second) not in apart)
        done += len(batch)
        progress.report(coalition, done, total)


def _likeness(one: Face, other: Face, words: Lexicon, *, threshold: float) -> Likeness | None:
    """None beneath the threshold; most pairs end at the quick look, which holds for ours and above it."""
    if threshold >= THRESHOLD and not may_be_likely(one, other, lexicon=words):
        return None
    likeness = compare(one, other, lexicon=words)
    return likeness if likeness.score >= threshold else None


def search_all(coalition: int, *, at: datetime) -> bool:
    """Compare all with all and keep the pairs; False when another worker is at it, or nobody asks."""
    with transaction.atomic():
        if not _is_ours(coalition):
            return False
        asked = DuplicateSearch.objects.filter(coalition=coalition).first()
        if asked is None or not asked.is_working:
            return False
        _compare(coalition, at=at, everything=True)
    return True


def search_changed(coalition: int, *, at: datetime) -> bool:
    """Compare what has changed since; the first time, everything."""
    with transaction.atomic():
        if not _is_ours(coalition):
            return False
        is_new = not DuplicateSearch.objects.filter(
            coalition=coalition, state=DuplicateSearch.State.DONE
        ).exists()
        return _compare(coalition, at=at, everything=is_new)


def _is_ours(coalition: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s, %s)", [SEARCH_LOCK, coalition])
        return cursor.fetchone()[0]


def _compare(coalition: int, *, at: datetime, everything: bool) -> bool:
    due, changed = ComparisonDue.objects.of_coalition(coalition).taken()
    if not (everything or changed):
        return False
    only = None if everything or len(changed) > MANY else changed
    _forget(coalition, only=only)
    found = search(coalition, only=only)
    while batch := list(islice(found, WRITTEN_AT_ONCE)):
        LikelyPair.objects.bulk_create([_kept(coalition, pair, at=at) for pair in batch])
    ComparisonDue.objects.filter(pk__in=due).delete()
    _finish(coalition, at=at)
    return True


def _forget(coalition: int, *, only: set[int] | None) -> None:
    old = LikelyPair.objects.filter(coalition=coalition)
    if only is not None:
        old = old.filter(Q(first__in=only) | Q(second__in=only))
    old.delete()


def _kept(coalition: int, found: Found, *, at: datetime) -> LikelyPair:
    return LikelyPair(
        coalition_id=coalition,
        first_id=found.first,
        second_id=found.second,
        score=found.likeness.score,
        reasons=[[reason.kind, reason.value] for reason in found.likeness.reasons],
        found_at=at,
    )


def _finish(coalition: int, *, at: datetime) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM partners_organisation"
            " WHERE coalition_id = %s AND retired_on IS NULL AND merged_into_id IS NULL",
            [coalition],
        )
        compared = cursor.fetchone()[0]
    told = {"state": DuplicateSearch.State.DONE, "finished_at": at, "organisations": compared}
    DuplicateSearch.objects.update_or_create(
        coalition_id=coalition, defaults=told, create_defaults={**told, "asked_at": at}
    )
