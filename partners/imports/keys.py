"""By what the rows of a file and a coalition's organisations can be recognised: in SQL, all at once.

Tables that live as long as the transaction. `import_draft` has a line for each readable row;
`import_known` a line for each name of an organisation; the two `…_key` tables hold e-mail addresses,
web hosts, phone numbers and streets. Joining them takes a few statements, whatever the number of rows.
"""

from collections import Counter
from typing import Any

from django.db import connection

from partners.duplicates.candidates import SHARED
from partners.imports import candidates
from partners.imports.candidates import NEARLY, SAME
from partners.likeness.faces import LEAST_PHONE_DIGITS, PUBLIC_HOSTS, SHARED_HOST
from partners.likeness.lexicon import Lexicon, lexicon
from partners.likeness.words import one_form
from partners.models import ImportRun

TABLES = """
DROP TABLE IF EXISTS import_draft, import_draft_key, import_known, import_known_key,
    import_similar, import_common, import_asked;
CREATE TEMP TABLE import_draft (
    number int PRIMARY KEY, words text NOT NULL, name_key text NOT NULL, identifier text NOT NULL,
    region text NOT NULL, leader int NOT NULL, organisation_id bigint, same_as int,
    is_sure boolean NOT NULL DEFAULT false, sign text NOT NULL DEFAULT '',
    decision text NOT NULL DEFAULT '', reason text NOT NULL DEFAULT '') ON COMMIT DROP;
CREATE TEMP TABLE import_draft_key (leader int, kind text, key text) ON COMMIT DROP;
CREATE TEMP TABLE import_known (
    organisation_id bigint, words text, name_key text) ON COMMIT DROP;
CREATE TEMP TABLE import_known_key (organisation_id bigint, kind text, key text) ON COMMIT DROP;
CREATE TEMP TABLE import_similar (
    leader int, organisation_id bigint, same_as int, words text, score real) ON COMMIT DROP;
CREATE TEMP TABLE import_common (kind text, key text) ON COMMIT DROP;
"""

DRAFTS = """
INSERT INTO import_draft (number, words, name_key, identifier, region, leader)
SELECT number, words, replace(words, ' ', ''), identifier, region, number FROM (
    SELECT number, partners_name_words("values"->>'name') AS words,
        coalesce("values"->>'external_id', '') AS identifier,
        plain_text(coalesce("values"->'address'->>'region', '')) AS region
    FROM partners_importrow WHERE run_id = %(run)s AND outcome <> 'rejected') told;
"""

# Rows of one organisation follow the first of them. One identifier is one organisation; one name is,
# unless it comes with several identifiers. The last step lets a follower's followers follow the first.
FOLD = """
UPDATE import_draft d SET leader = f.first FROM (
    SELECT identifier, min(number) AS first FROM import_draft
    WHERE identifier <> '' GROUP BY 1 HAVING count(*) > 1) f
WHERE d.identifier = f.identifier;
UPDATE import_draft d SET leader = f.first FROM (
    SELECT name_key, min(leader) AS first FROM import_draft GROUP BY 1
    HAVING count(*) > 1 AND count(DISTINCT nullif(identifier, '')) < 2) f
WHERE d.name_key = f.name_key;
UPDATE import_draft d SET leader = f.first FROM (
    SELECT name_key, min(leader) AS first FROM import_draft GROUP BY 1
    HAVING count(DISTINCT nullif(identifier, '')) > 1) f
WHERE d.name_key = f.name_key AND d.identifier = '';
UPDATE import_draft d SET leader = l.leader FROM import_draft l
WHERE l.number = d.leader AND l.leader <> d.leader;
UPDATE import_draft d SET leader = l.leader FROM import_draft l
WHERE l.number = d.leader AND l.leader <> d.leader;
"""

DRAFT_KEYS = """
WITH row AS (
    SELECT d.leader, r."values" AS v FROM import_draft d
    JOIN partners_importrow r ON r.run_id = %(run)s AND r.number = d.number),
mail AS (
    SELECT leader, lower(v->>'email') AS address FROM row WHERE v ? 'email'
    UNION SELECT leader, lower(c->>'email') FROM row, jsonb_array_elements(v->'contacts') c
    WHERE v ? 'contacts' AND c->>'email' <> '')
INSERT INTO import_draft_key (leader, kind, key)
SELECT leader, 'email', address FROM mail
UNION SELECT leader, 'domain', split_part(address, '@', 2) FROM mail
UNION SELECT leader, 'domain', partners_web_host(v->>'website') FROM row WHERE v ? 'website'
UNION SELECT leader, 'phone', partners_phone_digits(p)
    FROM row, jsonb_array_elements_text(v->'phone') p WHERE v ? 'phone'
UNION SELECT leader, 'street', partners_name_words(v->'address'->>'street') || '|'
        || left(v->'address'->>'postcode', 5)
    FROM row WHERE v->'address'->>'street' ~ '[0-9]';
"""

# What was merged into another organisation is recognised as that one, however many merges ago: by the
# names that became other names of it, and by its web and e-mail addresses.
HOME = """
WITH RECURSIVE home AS (
    SELECT id, merged_into_id AS home FROM partners_organisation
    WHERE coalition_id = %(coalition)s AND merged_into_id IS NOT NULL
    UNION ALL
    SELECT home.id, o.merged_into_id FROM home JOIN partners_organisation o ON o.id = home.home
    WHERE o.merged_into_id IS NOT NULL),
settled AS (
    SELECT home.id, home.home FROM home JOIN partners_organisation h ON h.id = home.home
    WHERE h.merged_into_id IS NULL),
place AS (
    SELECT o.id, coalesce(settled.home, o.id) AS home, o.email, o.website
    FROM partners_organisation o LEFT JOIN settled ON settled.id = o.id
    WHERE o.coalition_id = %(coalition)s),
"""

# Of the many keys of a long list only those are wanted that the file has too, or nearly.
ASKED = f"""
CREATE TEMP TABLE import_asked ON COMMIT DROP AS
SELECT DISTINCT leader, block FROM import_draft_key, unnest(ARRAY[{SAME}, {NEARLY}]) block
WHERE block IS NOT NULL;
ANALYZE import_asked;
"""  # noqa: S608 - our own words
# The first number of a street and its postcode, of which the words of a street keep both: told far sooner
# than those words, and where it differs, so do they.
HOUSE = "substring({street} FROM '[0-9]+') || '|' || {postcode}"
HOUSE_KNOWN = HOUSE.format(
    street="translate(plain_text(street), E'\\'’‘`´.', '')", postcode="left(postcode, 5)"
)
HOUSE_ASKED = HOUSE.format(
    street="split_part(key, '|', 1)", postcode="substr(key, strpos(key, '|') + 1)"
)

KNOWN = f"""
INSERT INTO import_known (organisation_id, words, name_key)
SELECT organisation_id, words, replace(words, ' ', '') FROM (
    SELECT id AS organisation_id, partners_name_words(name) AS words
    FROM partners_organisation WHERE coalition_id = %(coalition)s AND merged_into_id IS NULL
    UNION SELECT organisation_id, partners_name_words(name)
    FROM partners_alias WHERE coalition_id = %(coalition)s) told;

{HOME}mail AS (
    SELECT home AS organisation_id, lower(email) AS address FROM place WHERE email <> ''
    UNION ALL SELECT organisation_id, lower(email) FROM partners_contact
    WHERE coalition_id = %(coalition)s AND email <> ''),
told (organisation_id, kind, key) AS (
    SELECT organisation_id, 'email', address FROM mail
    UNION ALL SELECT organisation_id, 'domain', split_part(address, '@', 2) FROM mail
    UNION ALL SELECT home, 'domain', partners_web_host(website) FROM place WHERE website <> ''
    UNION ALL SELECT organisation_id, 'phone', partners_phone_digits(number) FROM partners_phone
        WHERE coalition_id = %(coalition)s
    UNION ALL SELECT organisation_id, 'street', partners_name_words(street) || '|' || left(postcode, 5)
        FROM partners_address WHERE coalition_id = %(coalition)s AND street ~ '[0-9]'
            AND {HOUSE_KNOWN} IN (
                SELECT {HOUSE_ASKED} FROM import_draft_key WHERE kind = 'street'))
INSERT INTO import_known_key (organisation_id, kind, key)
SELECT DISTINCT organisation_id, kind, key FROM told
WHERE {SAME} IN (SELECT block FROM import_asked) OR {NEARLY} IN (SELECT block FROM import_asked);
"""  # noqa: S608 - our own words

# A host, phone or street that many organisations share, here or in the file, recognises none of them. (Each
# stands once for a row or an organisation in these tables.)
CLEAN = """
INSERT INTO import_common SELECT kind, key FROM {table}
GROUP BY kind, key HAVING count(*) > %(most)s;
DELETE FROM {table} WHERE key IS NULL OR key = ''
    OR (kind = 'domain' AND (key = ANY (%(public)s) OR key ~ %(shared)s))
    OR (kind = 'phone' AND length(key) < %(digits)s);
DELETE FROM {table} k USING import_common c
WHERE k.kind = c.kind AND k.key = c.key AND k.kind <> 'email';
"""

WORDS = """
SELECT w, count(*) FROM (
    SELECT words FROM import_known UNION ALL SELECT words FROM import_draft WHERE leader = number) names,
    unnest(string_to_array(words, ' ')) w GROUP BY w
"""


def collect(run: ImportRun) -> None:
    """Fill the tables for a run whose readable rows are in partners_importrow."""
    told: dict[str, Any] = {
        "run": run.pk,
        "coalition": run.coalition_id,
        "public": list(PUBLIC_HOSTS),
        "shared": SHARED_HOST,
        "digits": LEAST_PHONE_DIGITS,
        "most": SHARED,
    }
    clean_drafts = CLEAN.format(table="import_draft_key")
    clean_known = CLEAN.format(table="import_known_key")
    with connection.cursor() as cursor:
        for step in (TABLES, DRAFTS, "ANALYZE import_draft", FOLD, DRAFT_KEYS, clean_drafts):
            cursor.execute(step, told)
        for step in (ASKED, KNOWN, clean_known):
            cursor.execute(step, told)
        cursor.execute("CREATE INDEX ON import_known (name_key)")
        cursor.execute("CREATE INDEX ON import_known (organisation_id)")
        cursor.execute("CREATE INDEX ON import_known_key (kind, key)")
        cursor.execute("CREATE INDEX ON import_draft_key (leader)")
        cursor.execute("CREATE INDEX ON import_draft (name_key)")
        cursor.execute("ANALYZE import_draft, import_draft_key, import_known, import_known_key")
    candidates.collect()


def learn() -> Lexicon:
    """What the names of the coalition and of the file, taken together, teach about their words."""
    uses: Counter[str] = Counter()
    with connection.cursor() as cursor:
        cursor.execute(WORDS)
        for word, count in cursor.fetchall():
            uses[one_form(word)] += count
    return lexicon(uses)
