"""Which organisations go by a name, whatever its accents and capitals: their own one or another."""

from collections.abc import Sequence
from typing import Any

from django.db import connection

from partners.models import Organisation

CALLED = """
WITH asked AS (
    SELECT place, plain_text(name) AS plain FROM unnest(%(names)s::text[]) WITH ORDINALITY t(name, place))
SELECT place, o.id FROM asked JOIN partners_organisation o ON o.sort_name = asked.plain
WHERE o.coalition_id = %(coalition)s AND o.merged_into_id IS NULL
UNION
SELECT place, a.organisation_id FROM asked JOIN partners_alias a ON plain_text(a.name) = asked.plain
JOIN partners_organisation o ON o.id = a.organisation_id AND o.merged_into_id IS NULL
WHERE a.coalition_id = %(coalition)s
"""
NUMBERED = """
SELECT place, organisation_id
FROM unnest(%(values)s::text[]) WITH ORDINALITY t(value, place)
JOIN partners_externalidentifier e USING (value)
WHERE e.coalition_id = %(coalition)s AND (%(scheme)s = '' OR e.scheme = %(scheme)s)
"""


def called(coalition: int, names: Sequence[str]) -> dict[str, set[int]]:
    """Beside each name the ids of those that go by it: none, one, or several."""
    return _found(CALLED, names, {"coalition": coalition, "names": list(names)})


def partners_called(coalition: int, name: str) -> list[Organisation]:
    """Those that go by the name: none, one, or several. Two queries, one where there is none."""
    found = called(coalition, [name])[name]
    return list(Organisation.objects.among(coalition, found)) if found else []


def numbered(coalition: int, values: Sequence[str], *, scheme: str = "") -> dict[str, set[int]]:
    """Beside each number the ids of those that have it in that system, or in any."""
    told = {"coalition": coalition, "values": list(values), "scheme": scheme}
    return _found(NUMBERED, values, told)


def _found(question: str, asked: Sequence[str], told: dict[str, Any]) -> dict[str, set[int]]:
    found: dict[str, set[int]] = {one: set() for one in asked}
    if asked:
        with connection.cursor() as cursor:
            cursor.execute(question, told)
            for place, pk in cursor.fetchall():
                found[asked[place - 1]].add(pk)
    return found
