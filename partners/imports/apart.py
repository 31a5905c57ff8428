"""Who was kept beside somebody alike: an answer that holds for good, not for one spreadsheet only."""

from datetime import datetime

from partners.imports.planning import Planned
from partners.models import DistinctPair, ImportRow, ImportRun


def kept_beside(planned: Planned) -> dict[int, int]:
    """Of rows that a person has called a different partner: number of the row → partner it became."""
    return {
        row.number: planned.profiles[planned.party_of[row.number]].organisation.pk
        for row in planned.rows
        if row.outcome == ImportRow.Outcome.DUPLICATE and row.decision == ImportRow.Decision.NEW
    }


def remember(run: ImportRun, kept: dict[int, int], *, at: datetime) -> None:
    """Tell each of them apart from the partner, or the earlier row's, that it was compared with.

    Only where a person has answered: a command that keeps all of them has looked at none.
    """
    if not run.asked_by_id:
        return
    rows = run.rows.filter(number__in=kept).only("number", "organisation", "same_as")
    earlier = run.rows.numbered([row.same_as for row in rows if row.same_as])
    pairs = set()
    for row in rows:
        other = row.organisation_id or kept.get(row.same_as or 0)
        if other is None and row.same_as in earlier:
            other = earlier[row.same_as].organisation_id
        if other and other != kept[row.number]:
            pairs.add(tuple(sorted((other, kept[row.number]))))
    DistinctPair.objects.bulk_create(
        (
            DistinctPair(
                coalition_id=run.coalition_id, first_id=first, second_id=second, said_at=at
            )
            for first, second in sorted(pairs)
        ),
        ignore_conflicts=True,
    )
