"""Which organisations and which earlier rows a row is worth comparing with, besides those of its keys."""

from typing import Any

from django.db import connection

from partners.likeness.words import WEAK

# The words of a name that are worth something, each with the one that follows it.
WORD = """
    SELECT leader, organisation_id, words, left(w, 4) AS w, left(next, 4) AS next
    FROM (SELECT *, string_to_array(words, ' ') AS every FROM name) split,
    LATERAL (SELECT CASE WHEN every && %(small)s
        THEN ARRAY(SELECT w FROM unnest(every) WITH ORDINALITY t(w, n)
            WHERE w <> ALL (%(small)s) ORDER BY n)
        ELSE every END AS strong) s,
    unnest(strong, strong[2:]) t(w, next)"""
# Two names are compared when they share the beginnings of a word, or of two neighbouring words, that
# few other names share ("rive", "coun heal"), or when one is the initials of the other: no pair by pair
# comparison, and spelling may differ after the fourth letter. A long list is gone through once, and of it
# only what the file begins with too is kept.
BLOCKS = f"""
DROP TABLE IF EXISTS import_block;
CREATE TEMP TABLE import_block ON COMMIT DROP AS
WITH name AS NOT MATERIALIZED (
    SELECT NULL::int AS leader, organisation_id, words, name_key FROM import_known
    UNION ALL SELECT number, NULL, words, name_key FROM import_draft WHERE leader = number),
word AS NOT MATERIALIZED ({WORD}),
short AS (
    SELECT DISTINCT name_key AS letters FROM name WHERE length(name_key) BETWEEN 3 AND 7),
asked AS (SELECT EXISTS (SELECT FROM short JOIN import_draft ON letters = name_key) AS of_list),
initials AS NOT MATERIALIZED (
    SELECT leader, organisation_id, words, string_agg(left(w, 1), '' ORDER BY n) AS every,
        string_agg(left(w, 1), '' ORDER BY n) FILTER (WHERE w <> ALL (%(weak)s)) AS strong
    FROM name, asked, unnest(string_to_array(words, ' ')) WITH ORDINALITY t(w, n)
    WHERE leader IS NOT NULL OR of_list GROUP BY 1, 2, 3 HAVING count(*) > 2),
begun AS NOT MATERIALIZED (
    SELECT leader, organisation_id, words, block FROM word,
        unnest(ARRAY[CASE WHEN length(w) > 2 THEN w END, w || ' ' || next]) block
    UNION ALL SELECT leader, organisation_id, words, 'a:' || letters FROM initials
        JOIN short ON letters IN (every, strong)
    UNION ALL SELECT leader, organisation_id, words, 'a:' || letters FROM name
        JOIN short ON letters = name_key),
of_file AS MATERIALIZED (SELECT DISTINCT block FROM begun WHERE leader IS NOT NULL),
block AS (SELECT DISTINCT * FROM begun WHERE block IN (SELECT block FROM of_file))
SELECT * FROM block WHERE block IN (
    SELECT block FROM block GROUP BY 1 HAVING count(*) BETWEEN 2 AND %(common)s);
CREATE INDEX ON import_block (block);
ANALYZE import_block;
"""  # noqa: S608 - our own words
SIMILAR = """
INSERT INTO import_similar (leader, organisation_id, same_as, words, score)
SELECT leader, organisation_id, same_as, words, score FROM (
    SELECT *, row_number() OVER (PARTITION BY leader, is_acronym
        ORDER BY score DESC, organisation_id, same_as) AS place
    FROM (
        SELECT p.leader, p.organisation_id, p.same_as, p.words, p.is_acronym,
            similarity(d.words, p.words) AS score
        FROM (
            SELECT mine.leader, other.organisation_id, other.leader AS same_as, other.words,
                bool_or(block LIKE 'a:%%' AND (mine.words LIKE '%% %%') <> (other.words LIKE '%% %%'))
                    AS is_acronym
            FROM import_block mine JOIN import_block other USING (block)
            WHERE mine.leader IS NOT NULL AND (other.leader IS NULL OR other.leader < mine.leader)
            GROUP BY 1, 2, 3, 4) p
        JOIN import_draft d ON d.number = p.leader) scored
    WHERE score >= %(close)s OR is_acronym) placed
WHERE place <= %(most)s;
"""
# Who can be reached by the same, or by nearly the same: the host but for its ending, the house but for the
# street's spelling.
SAME = "kind || ':' || key"
NEARLY = """CASE WHEN kind = 'domain' THEN 'site:' || regexp_replace(key, '\\.[^.]*$', '')
    WHEN kind = 'street' AND key ~ '^[0-9]+ .*[|].'
    THEN 'house:' || split_part(key, ' ', 1) || '|' || split_part(key, '|', 2) END"""
NEAR = f"""
CREATE TEMP TABLE import_near ON COMMIT DROP AS
SELECT leader, NULL::bigint AS organisation_id, block FROM import_asked
UNION SELECT NULL, organisation_id, block FROM import_known_key,
    unnest(ARRAY[{SAME}, {NEARLY}]) block
WHERE block IN (SELECT block FROM import_asked);
DELETE FROM import_near WHERE block IN (
    SELECT block FROM import_near GROUP BY 1 HAVING count(*) = 1 OR count(*) > %(common)s);
CREATE INDEX ON import_near (block);
ANALYZE import_near;

INSERT INTO import_similar (leader, organisation_id, same_as, words, score)
SELECT DISTINCT mine.leader, other.organisation_id, other.leader, '', 0
FROM import_near mine JOIN import_near other USING (block)
WHERE mine.leader IS NOT NULL AND (other.leader IS NULL OR other.leader < mine.leader);
"""  # noqa: S608 - our own words
COMMON_BLOCK = 60  # names that share it; a block of more names tells little and costs much
CLOSE = 0.5  # trigram similarity, from 0 to 1, from which a name is worth comparing
MOST = 5  # names that a row is compared with, the nearest, and as many whose initials it is
SMALL = ["of", "and", "the", "for", "in", "at", "a", "de", "la", "el", "y", "s"]


def collect() -> None:
    """Fill import_similar from the other tables of the run, in statements whose number never changes."""
    told: dict[str, Any] = {
        "common": COMMON_BLOCK,
        "close": CLOSE,
        "most": MOST,
        "small": SMALL,
        "weak": sorted(WEAK),
    }
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS import_near")
        for step in (BLOCKS, SIMILAR, NEAR):
            cursor.execute(step, told)
        cursor.execute("CREATE INDEX ON import_similar (leader)")
