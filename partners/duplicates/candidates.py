"""Which organisations are worth comparing: the database joins the blocks that few share."""

from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any

from django.db import connection

from partners.duplicates.gathering import BATCH, faces
from partners.likeness.blocks import RARE, WEAK_BLOCKS, blocks
from partners.likeness.lexicon import Lexicon

# Organisations that share a block. More tell little and cost much: this keeps the growth linear.
FEW = 40
# Organisations that share a mailbox, host, phone or street, above which it recognises none of them:
# a block of offices, a scheme's switchboard.
SHARED = 5

TABLE = """
DROP TABLE IF EXISTS duplicate_block, duplicate_candidate;
CREATE TEMP TABLE duplicate_block (organisation_id bigint, block text COLLATE "C") ON COMMIT DROP;
"""
COMMON = """
SELECT block FROM duplicate_block WHERE block ~ '^(emails|hosts|phones|streets):'
GROUP BY block HAVING count(*) > %(shared)s
"""
# The few of a block stand in an array, which pairs them without joining the table to itself.
CANDIDATES = """
ANALYZE duplicate_block;
CREATE TEMP TABLE duplicate_candidate ON COMMIT DROP AS
WITH met AS (
    SELECT organisation_id, block FROM duplicate_block WHERE block NOT LIKE 'i:%%'
    UNION ALL
    SELECT organisation_id, 'a:' || substr(block, 3) FROM duplicate_block WHERE block LIKE 'i:%%'
        AND 'a:' || substr(block, 3) IN (SELECT block FROM duplicate_block WHERE block LIKE 'a:%%')),
shared AS (
    SELECT array_agg(organisation_id) AS few, count(*) <= %(rare)s OR block !~ %(weak)s AS is_enough
    FROM met GROUP BY block
    HAVING count(*) BETWEEN 2 AND %(few)s
        AND (count(*) <= %(shared)s OR block !~ '^(emails|hosts|phones|streets):'))
SELECT first, second FROM shared, unnest(few) first, unnest(few) second
WHERE first < second AND (%(only)s::bigint[] IS NULL
    OR first = ANY (%(only)s) OR second = ANY (%(only)s))
GROUP BY 1, 2 HAVING count(*) > 1 OR bool_or(is_enough);
CREATE INDEX ON duplicate_candidate (first, second);
"""
NEXT = """
SELECT first, second FROM duplicate_candidate
WHERE (first, second) > (%(first)s, %(second)s) ORDER BY first, second LIMIT %(limit)s
"""


def collect(coalition: int, *, lexicon: Lexicon) -> int:
    """Write the blocks of all organisations to a table of this transaction; return how many those are."""
    count = 0
    with connection.cursor() as cursor:
        cursor.execute(TABLE)
        for batch in faces(coalition):
            lines = StringIO()
            for pk, face in batch:
                lines.writelines(
                    f"{pk}\t{_escaped(block)}\n" for block in blocks(face, lexicon=lexicon)
                )
            lines.seek(0)
            cursor.copy_expert("COPY duplicate_block FROM STDIN", lines)
            count += len(batch)
    return count


def common_signs() -> frozenset[str]:
    """Signs that more than `SHARED` organisations share, each as its block: after `collect`."""
    with connection.cursor() as cursor:
        cursor.execute(COMMON, {"shared": SHARED})
        return frozenset(block for (block,) in cursor.fetchall())


def pair_up(*, only: Iterable[int] | None) -> int:
    """Join the blocks to pairs; with `only`, those of which one is among them. Returns how many."""
    told: dict[str, Any] = {
        "weak": f"^[{WEAK_BLOCKS}]:",
        "few": FEW,
        "rare": RARE,
        "shared": SHARED,
        "only": None if only is None else list(only),
    }
    with connection.cursor() as cursor:
        cursor.execute(CANDIDATES, told)
        cursor.execute("SELECT count(*) FROM duplicate_candidate")
        return cursor.fetchone()[0]


def pairs() -> Iterator[list[tuple[int, int]]]:
    """The pairs in batches, by the first organisation and then the second."""
    last = (0, 0)
    while batch := _next(last):
        yield batch
        last = batch[-1]


def _next(last: tuple[int, int]) -> list[tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute(NEXT, {"first": last[0], "second": last[1], "limit": BATCH})
        return cursor.fetchall()


def _escaped(block: str) -> str:
    return block.replace("\\", "\\\\").replace("\t", " ").replace("\n", " ").replace("\r", " ")
