"""The SQL by which `facets` counts: what answers of filters would leave, and who stands in each group."""

from collections.abc import Sequence

from partners.reports.listing.abilities import GOVERNMENT, GOVERNMENTS
from partners.reports.listing.arrangements import KIND, OWNER
from partners.reports.listing.looking import PAGE_SIZE
from partners.reports.listing.questions import BROAD, NOBODY, RETIRED_ONLY, RETIRED_TOO

NONE = ""  # the group of those that are in no other
FOUND = "found"
NOBODY_AT_ALL = "SELECT NULL::bigint, NULL::text, NULL::bigint, NULL::date WHERE false"


def table_of(name: str) -> str:
    return f"of_{name}"


def by_term(vocabularies: Sequence[str], table: str, *, what: str = "", where: str = "") -> str:
    """By the name of the term, as the address says it; by its id for a group."""
    also = f" AND {where}" if where else ""
    value = "t.id::text" if what else "t.name"
    kind = f"'{what}'" if what else "t.vocabulary"
    lists = ", ".join(f"'{name}'" for name in vocabularies) or "NULL"
    return f"""SELECT {kind}, {value}, t.name, count(*) FROM {table} s
        JOIN partners_classification c ON c.organisation_id = s.id
        JOIN partners_term t ON t.id = c.term_id
        WHERE t.vocabulary IN ({lists}){also} GROUP BY t.id, t.vocabulary, t.name"""


# An organisation of two sectors that are part of one broad sector counts there once.
BROADLY = """SELECT '{what}', t.broad_sector, '', count(DISTINCT s.id) FROM {table} s
    JOIN partners_classification c ON c.organisation_id = s.id
    JOIN partners_term t ON t.id = c.term_id
    WHERE t.broad_sector <> '' {where} GROUP BY t.broad_sector"""
IDS = f"""SELECT 'ids', string_agg(id::text, ','), '', count(*) FROM {table_of(FOUND)}
    HAVING count(*) BETWEEN 1 AND {PAGE_SIZE}"""
BY = {
    BROAD: BROADLY.format(what=BROAD, table="(SELECT id FROM {table} {where})", where=""),
    KIND: "SELECT 'kind', kind, '', count(*) FROM {table} {where} GROUP BY kind",
    OWNER: f"""SELECT 'owner', coalesce(owner_id::text, '{NOBODY}'), '', count(*) FROM {{table}}
        {{where}} GROUP BY owner_id""",
    "people": f"""SELECT 'people', '{NOBODY}', '', count(*) FROM
        (SELECT id FROM {{table}} {{where}}) s WHERE NOT EXISTS
        (SELECT FROM partners_contact c WHERE c.organisation_id = s.id AND c.left_on IS NULL)""",
    "retired": f"""SELECT 'retired', unnest(ARRAY['{RETIRED_TOO}', '{RETIRED_ONLY}']), '',
        unnest(ARRAY[count(*), count(retired_on)]) FROM {{table}} {{where}}""",
    GOVERNMENT: GOVERNMENTS,
}
GROUPED = {
    KIND: "SELECT 'group', kind, '', count(*) FROM everyone GROUP BY kind",
    OWNER: f"""SELECT 'group', coalesce(owner_id::text, '{NONE}'), coalesce(p.full_name, ''), count(*)
        FROM everyone s LEFT JOIN accounts_person p ON p.id = s.owner_id GROUP BY owner_id, p.full_name""",
}
WITHOUT_TERM = f"""SELECT 'group', '{NONE}', '', count(*) FROM everyone s WHERE NOT EXISTS (SELECT
    FROM partners_classification c JOIN partners_term t ON t.id = c.term_id
    WHERE c.organisation_id = s.id AND t.vocabulary = '{{}}') HAVING count(*) > 0"""
WITHOUT_BROAD = f"""SELECT 'group', '{NONE}', '', count(*) FROM everyone s WHERE NOT EXISTS (SELECT
    FROM partners_classification c JOIN partners_term t ON t.id = c.term_id
    WHERE c.organisation_id = s.id AND t.broad_sector <> '') HAVING count(*) > 0"""
