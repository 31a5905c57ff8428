"""Which organisation a row tells of: by identifier, e-mail, web address, name; or only perhaps."""

from collections import defaultdict
from dataclasses import replace
from typing import Any

from django.db import connection
from psycopg2.extras import execute_values

from partners.imports import keys
from partners.imports.comparing import Comparing, common_signs
from partners.imports.judging import judged
from partners.imports.signs import Sign, Target
from partners.likeness.lexicon import Lexicon
from partners.models import DistinctPair, ImportRun

BATCH = 1000

# Every sign by which a leading row and an organisation, or an earlier row, may be the same.
SIGNS = """
WITH mine AS (SELECT * FROM import_draft WHERE number = ANY (%(numbers)s)),
sign AS (
    SELECT d.number, e.organisation_id, NULL::int AS same_as, 'id' AS kind, e.value AS key, 1.0 AS score
    FROM mine d JOIN partners_externalidentifier e
        ON e.coalition_id = %(coalition)s AND e.scheme = %(scheme)s AND e.value = d.identifier
    WHERE d.identifier <> ''
    UNION ALL
    SELECT d.number, e.organisation_id, NULL, 'number', e.scheme || ': ' || e.value, 1.0
    FROM mine d JOIN partners_importrow r ON r.run_id = %(run)s AND r.number = d.number
    CROSS JOIN jsonb_array_elements(r."values"->'identifiers') told
    JOIN partners_externalidentifier e ON e.coalition_id = %(coalition)s
        AND e.scheme = told->>0 AND e.value = told->>1
    WHERE r."values" ? 'identifiers'
    UNION ALL
    SELECT d.number, known.organisation_id, NULL, k.kind, k.key, 1.0
    FROM mine d JOIN import_draft_key k ON k.leader = d.number
    JOIN import_known_key known ON known.kind = k.kind AND known.key = k.key
    UNION ALL
    SELECT DISTINCT d.number, known.organisation_id, NULL::int, 'name', d.words, 1.0
    FROM mine d JOIN import_known known ON known.name_key = d.name_key
    UNION ALL
    SELECT d.number, NULL, min(other.number), 'name', d.words, 1.0
    FROM mine d JOIN import_draft other ON other.name_key = d.name_key AND other.number < d.number
        AND other.leader = other.number
    GROUP BY d.number, d.words
    UNION ALL
    SELECT s.leader, s.organisation_id, s.same_as, 'similar', s.words, s.score
    FROM import_similar s WHERE s.leader = ANY (%(numbers)s))
SELECT s.number, s.organisation_id, s.same_as, s.kind, s.key, s.score, mine.words, mine.identifier,
    mine.region, coalesce(o.words, other.words, ''), coalesce(i.value, other.identifier, ''),
    coalesce(a.region, other.region, '')
FROM sign s JOIN mine ON mine.number = s.number
LEFT JOIN LATERAL (SELECT words FROM import_known k WHERE k.organisation_id = s.organisation_id
    ORDER BY similarity(k.words, mine.words) DESC LIMIT 1) o ON true
LEFT JOIN import_draft other ON other.number = s.same_as
LEFT JOIN LATERAL (SELECT value FROM partners_externalidentifier e
    WHERE e.organisation_id = s.organisation_id AND e.scheme = %(scheme)s LIMIT 1) i ON true
LEFT JOIN LATERAL (SELECT plain_text(region) AS region FROM partners_address x
    WHERE x.organisation_id = s.organisation_id AND region <> '' LIMIT 1) a ON true
ORDER BY s.number, s.score DESC, s.organisation_id, s.same_as;
"""


def match_all(run: ImportRun, *, scheme: str) -> None:
    """Find for every leading row of the run what it is, and note it in import_draft."""
    keys.collect(run)
    leaders, lexicon = _leaders(), keys.learn()
    comparing = Comparing(run, lexicon, common_signs(run))
    for start in range(0, len(leaders), BATCH):
        numbers = leaders[start : start + BATCH]
        found = []
        signs_of = _signs(run, lexicon, scheme=scheme, numbers=numbers)
        _fetch(comparing, signs_of)
        apart = _told_apart(signs_of)
        for number, signs in signs_of.items():
            told = _compared(number, signs, comparing)
            if match := judged(told, scheme=scheme, apart=apart):
                target = match.target
                found.append((number, target.organisation_id, target.same_as, *match.told))
        _note(found)


def _fetch(comparing: Comparing, signs_of: dict[int, list[Sign]]) -> None:
    targets = {sign.target for signs in signs_of.values() for sign in signs}
    earlier = {target.same_as for target in targets if target.same_as}
    organisations = {target.organisation_id for target in targets if target.organisation_id}
    comparing.fetch(leaders=earlier | signs_of.keys(), organisations=organisations)


def _told_apart(signs_of: dict[int, list[Sign]]) -> set[tuple[int, int]]:
    """Those of one name are asked about again and again unless what was said of them counts."""
    named = [sign for signs in signs_of.values() for sign in signs if sign.kind == "name"]
    return DistinctPair.objects.among(
        {sign.target.organisation_id for sign in named if sign.target.organisation_id}
    )


def _compared(number: int, signs: list[Sign], comparing: Comparing) -> list[Sign]:
    """Each sign with how likely the row and its target are one: told once for a target."""
    known: dict[Target, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for sign in signs:
        known[sign.target][sign.kind].add(sign.key)
    likeness = {
        target: comparing.likeness(
            number, organisation=target.organisation_id, same_as=target.same_as, known=told
        )
        for target, told in known.items()
    }
    return [replace(sign, likeness=likeness[sign.target]) for sign in signs]


def _leaders() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM import_draft WHERE leader = number ORDER BY number")
        return [number for (number,) in cursor.fetchall()]


def _signs(
    run: ImportRun, lexicon: Lexicon, *, scheme: str, numbers: list[int]
) -> dict[int, list[Sign]]:
    told: dict[str, Any] = {
        "run": run.pk,
        "numbers": numbers,
        "coalition": run.coalition_id,
        "scheme": scheme,
    }
    signs: dict[int, list[Sign]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(SIGNS, told)
        for record in cursor.fetchall():
            signs[record[0]].append(Sign.of(record, lexicon))
    return signs


def _note(found: list[tuple]) -> None:
    if not found:
        return
    with connection.cursor() as cursor:
        execute_values(
            cursor,
            """UPDATE import_draft d SET organisation_id = f.o, same_as = f.s, is_sure = f.sure,
                sign = f.sign, reason = f.reason
                FROM (VALUES %s) f (number, o, s, sure, sign, reason)
                WHERE d.number = f.number""",
            found,
            template="(%s, %s::bigint, %s::int, %s, %s, %s)",
            page_size=BATCH,
        )
