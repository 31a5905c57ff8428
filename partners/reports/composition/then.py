"""How the table stood on evenings of the past, out of history: one statement for all of them.

What was entered later than the evening itself is told apart: such a partner says by its "since" day that it
was here, while what it stood for then is known only from its first entries.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection

from partners.reports.areas import Areas
from partners.reports.composition.activity import Heard, Window, heard_of
from partners.reports.composition.standing import Seat, Standing

# For each evening: the last version of every row up to then. A day of leaving counts also when it was
# noted later.
THERE = """
WITH asked AS (
    SELECT * FROM unnest(%(numbers)s::int[], %(moments)s::timestamptz[], %(days)s::date[]) AS a (n, at, day)),
stood AS (
    SELECT DISTINCT ON (a.n, e.pgh_obj_id) a.n, a.day, e.pgh_obj_id AS id, e.pgh_label AS label,
        e.kind, e.merged_into_id, e.retired_on
    FROM asked a JOIN partners_organisationevent e
        ON e.coalition_id = %(coalition)s AND e.pgh_created_at <= a.at
    ORDER BY a.n, e.pgh_obj_id, e.pgh_id DESC),
there AS (
    SELECT s.n, s.id, false AS is_late FROM stood s
    LEFT JOIN partners_organisation o ON o.id = s.id
    WHERE s.label <> 'delete' AND s.kind = 'partner' AND s.merged_into_id IS NULL
        AND (s.retired_on IS NULL OR s.retired_on > s.day)
        AND (o.retired_on IS NULL OR o.retired_on > s.day)
    UNION ALL
    SELECT a.n, o.id, true FROM asked a JOIN partners_organisation o
        ON o.coalition_id = %(coalition)s AND o.kind = 'partner' AND o.merged_into_id IS NULL
            AND o.created_at > a.at AND o.since_on <= a.day
            AND (o.retired_on IS NULL OR o.retired_on > a.day)
    WHERE NOT EXISTS (SELECT 1 FROM stood s WHERE s.n = a.n AND s.id = o.id))"""

# Terms and people are gathered first and joined once: looking them up for each partner costs the square of
# how many there are.
WHAT_THEY_STOOD_FOR = """,
terms AS (
    SELECT DISTINCT ON (a.n, e.pgh_obj_id) a.n, e.organisation_id, e.term_id, e.pgh_label AS label
    FROM asked a JOIN partners_classificationevent e
        ON e.coalition_id = %(coalition)s AND e.pgh_created_at <= a.at
    ORDER BY a.n, e.pgh_obj_id, e.pgh_id DESC),
people AS (
    SELECT DISTINCT ON (a.n, e.pgh_obj_id) a.n, e.organisation_id, a.day, e.left_on, e.pgh_label AS label,
        coalesce(nullif(lower(e.email), ''), plain_text(e.name)) AS who
    FROM asked a JOIN partners_contactevent e
        ON e.coalition_id = %(coalition)s AND e.pgh_created_at <= a.at
    ORDER BY a.n, e.pgh_obj_id, e.pgh_id DESC)
SELECT t.n, t.id, t.is_late,
    CASE WHEN t.is_late
        THEN ARRAY(SELECT c.term_id FROM partners_classification c WHERE c.organisation_id = t.id)
        ELSE coalesce(m.ids, '{}'::bigint[]) END,
    coalesce(p.names, '{}'::text[])
FROM there t
LEFT JOIN (SELECT n, organisation_id, array_agg(term_id) AS ids FROM terms WHERE label <> 'delete'
    GROUP BY n, organisation_id) m ON m.n = t.n AND m.organisation_id = t.id
LEFT JOIN (SELECT n, organisation_id, array_agg(who) AS names FROM people
    WHERE label <> 'delete' AND (left_on IS NULL OR left_on > day)
    GROUP BY n, organisation_id) p ON p.n = t.n AND p.organisation_id = t.id"""
WHO = " SELECT n, id FROM there"


def standings(
    coalition: int,
    evenings: Sequence[tuple[date, datetime]],
    *,
    signs: Sequence[Heard],
    active_days: int,
    began_on: date | None,
    lying: Areas | None = None,
) -> list[Standing]:
    """The standing on each evening, which is a day and the moment of its end.

    `signs` must reach back over the window of the first one. Where history began within the window, who
    was active is not known. `lying` says how areas lie today: mended, it is mended for then too.
    """
    lying = lying or Areas()
    seats: list[dict[int, Seat]] = [{} for _evening in evenings]
    late: list[set[int]] = [set() for _evening in evenings]
    windows = [Window.before(day, days=active_days) for day, _moment in evenings]
    seen = [heard_of(signs, window) for window in windows]
    for n, pk, is_late, terms, people in _asked(WHAT_THEY_STOOD_FOR, coalition, evenings):
        seats[n][pk] = Seat(pk, lying.upwards(terms), frozenset(people), was_heard_of=pk in seen[n])
        if is_late:
            late[n].add(pk)
    return [
        Standing(
            seats[n],
            is_known=began_on is not None and began_on <= windows[n].end,
            late=frozenset(late[n]),
        )
        for n in range(len(evenings))
    ]


def partners_then(
    coalition: int, evenings: Sequence[tuple[date, datetime]]
) -> list[frozenset[int]]:
    """The ids of the partners on each evening, and nothing else of them: one statement.

    Among them are some that were merged into others since, or are gone.
    """
    found: list[set[int]] = [set() for _evening in evenings]
    for n, pk in _asked(WHO, coalition, evenings):
        found[n].add(pk)
    return list(map(frozenset, found))


def _asked(question: str, coalition: int, evenings: Sequence[tuple[date, datetime]]) -> list[tuple]:
    told: dict[str, Any] = {
        "coalition": coalition,
        "numbers": list(range(len(evenings))),
        "days": [day for day, _moment in evenings],
        "moments": [moment for _day, moment in evenings],
    }
    with connection.cursor() as cursor:
        cursor.execute(THERE + question, told)
        return cursor.fetchall()
