"""How likely a row and what it may be are one: by the same faces and rules as the search for duplicates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import connection

from partners.duplicates.candidates import SHARED
from partners.duplicates.gathering import Faces, telling
from partners.likeness.faces import Face, face, street_key
from partners.likeness.judging import Likeness, compare
from partners.likeness.lexicon import Lexicon
from partners.models import ImportRun

# All rows of an organisation together: those that follow the first tell of it too.
ROWS = """
SELECT d.leader, json_agg(r."values" ORDER BY d.number) FROM import_draft d
JOIN partners_importrow r ON r.run_id = %(run)s AND r.number = d.number
WHERE d.leader = ANY (%(leaders)s) GROUP BY d.leader
"""
# What so many share, in the list or in the file, that it recognises none of them.
COMMON = """
SELECT DISTINCT kind, key, '', '' FROM import_common WHERE kind <> 'street'
UNION ALL SELECT 'street', street, left(postcode, 5), city FROM (
    SELECT street, postcode, city, organisation_id AS who FROM partners_address
    WHERE coalition_id = %(coalition)s AND street ~ '[0-9]'
    UNION ALL SELECT v->>'street', v->>'postcode', v->>'city', -d.leader FROM import_draft d
    JOIN partners_importrow r ON r.run_id = %(run)s AND r.number = d.number,
        LATERAL (SELECT r."values"->'address') a(v)
    WHERE v->>'street' ~ '[0-9]') place
GROUP BY street, left(postcode, 5), city HAVING count(DISTINCT who) > %(shared)s
"""
SIGNS = {"email": "emails", "domain": "hosts", "phone": "phones"}


@dataclass
class Comparing:
    """Rows of a run beside organisations, a batch at a time; three queries for each batch."""

    run: ImportRun
    lexicon: Lexicon
    common: frozenset[str]
    rows: dict[int, Face] = field(default_factory=dict)
    organisations: Faces = field(init=False)

    def __post_init__(self) -> None:
        self.organisations = Faces(self.run.coalition_id, self.common)

    def fetch(self, *, leaders: Iterable[int], organisations: Iterable[int]) -> None:
        """Have these at hand, and no other rows."""
        self.organisations.fetch(organisations)
        with connection.cursor() as cursor:
            cursor.execute(ROWS, {"run": self.run.pk, "leaders": sorted(set(leaders))})
            self.rows = {
                leader: telling(face_of(values), common=self.common)
                for leader, values in cursor.fetchall()
            }

    def likeness(
        self,
        number: int,
        *,
        organisation: int | None,
        same_as: int | None,
        known: Mapping[str, set[str]],
    ) -> Likeness:
        """Of the row to the organisation, or the earlier row. `known` are signs by which it goes besides.

        An organisation goes by what was merged into it too, which its own face no longer tells.
        """
        other = (
            self.rows[same_as or 0] if organisation is None else self.organisations[organisation]
        )
        more: dict[str, Any] = {
            name: getattr(other, name) | known[kind]
            for kind, name in SIGNS.items()
            if kind in known
        }
        other = telling(replace(other, **more), common=self.common)
        return compare(self.rows[number], other, lexicon=self.lexicon)


def common_signs(run: ImportRun) -> frozenset[str]:
    """Each named as in a block of the search for duplicates: "phones:4105550100"."""
    told = {"run": run.pk, "coalition": run.coalition_id, "shared": SHARED}
    with connection.cursor() as cursor:
        cursor.execute(COMMON, told)
        return frozenset(
            f"{SIGNS[kind]}:{key}"
            if kind in SIGNS
            else f"streets:{street_key(key, postcode or '', city=city or '')}"
            for kind, key, postcode, city in cursor.fetchall()
        )


def face_of(rows: list[dict[str, Any]]) -> Face:
    """By what the rows of one organisation recognise it; they begin with the leading one."""
    people = [person for row in rows for person in row.get("contacts", [])]
    places = [row["address"] for row in rows if row.get("address")]
    return face(
        names=[row["name"] for row in rows]
        + [name for row in rows for name in row.get("alias", [])],
        emails=[row.get("email", "") for row in rows] + [each.get("email", "") for each in people],
        websites=[row.get("website", "") for row in rows],
        phones=[number for row in rows for number in row.get("phone", [])],
        addresses=[
            (at.get("street", ""), at.get("city", ""), at.get("region", ""), at.get("postcode", ""))
            for at in places
        ],
    )
