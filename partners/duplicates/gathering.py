"""By what a coalition's organisations are recognised, read in batches so that memory stays flat."""

from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django.db import connection

from partners.likeness.faces import Face, face
from partners.likeness.lexicon import Lexicon, lexicon
from partners.likeness.words import names_in, read

BATCH = 2000
KEPT = 60_000  # faces in memory at once; the pairs come in the order of their first organisation

FACES = """
SELECT o.id, o.name, o.website, o.email,
    ARRAY(SELECT a.name FROM partners_alias a WHERE a.organisation_id = o.id ORDER BY a.id),
    ARRAY(SELECT c.email FROM partners_contact c
        WHERE c.organisation_id = o.id AND c.email <> '' AND c.left_on IS NULL),
    ARRAY(SELECT p.number FROM partners_phone p WHERE p.organisation_id = o.id),
    (SELECT json_agg(json_build_array(d.street, d.city, d.region, d.postcode))
        FROM partners_address d WHERE d.organisation_id = o.id)
FROM partners_organisation o
WHERE o.coalition_id = %(coalition)s AND {condition}
ORDER BY o.id LIMIT %(limit)s
"""
LIVING = "o.retired_on IS NULL AND o.merged_into_id IS NULL AND o.id > %(after)s"
NAMES = """
SELECT name FROM partners_organisation
WHERE coalition_id = %(coalition)s AND retired_on IS NULL AND merged_into_id IS NULL
UNION ALL SELECT a.name FROM partners_alias a WHERE a.coalition_id = %(coalition)s
"""


def faces(coalition: int) -> Iterator[list[tuple[int, Face]]]:
    """All organisations that are neither retired nor merged away, a batch at a time, by id."""
    after = 0
    while batch := _read(LIVING, coalition=coalition, after=after, limit=BATCH):
        yield batch
        after = batch[-1][0]


def learn(coalition: int) -> Lexicon:
    """What the names of the whole list teach; as much memory as they have different words."""
    uses: Counter[str] = Counter()
    with connection.chunked_cursor() as cursor:
        cursor.execute(NAMES, {"coalition": coalition})
        while rows := cursor.fetchmany(BATCH):
            for (name,) in rows:
                uses.update({word for told in names_in(name) for word in read(told).words})
    return lexicon(uses)


@dataclass
class Faces:
    """Faces by id, also of retired organisations, the latest used kept.

    `common` are signs that so many share that they tell nothing.
    """

    coalition: int
    common: frozenset[str]
    kept: OrderedDict[int, Face] = field(default_factory=OrderedDict)

    def fetch(self, ids: Iterable[int]) -> None:
        """Have these at hand, with one query for those that are not."""
        wanted = set(ids)
        missing = sorted(pk for pk in wanted if pk not in self.kept)
        for pk in wanted.difference(missing):
            self.kept.move_to_end(pk)
        for start in range(0, len(missing), BATCH):
            ids_now = missing[start : start + BATCH]
            for pk, found in _read(
                "o.id = ANY(%(ids)s)", coalition=self.coalition, ids=ids_now, limit=BATCH
            ):
                self.kept[pk] = telling(found, common=self.common)
        while len(self.kept) > max(KEPT, len(wanted)):
            self.kept.popitem(last=False)

    def __getitem__(self, pk: int) -> Face:
        return self.kept[pk]


def telling(found: Face, *, common: frozenset[str]) -> Face:
    """The face without the signs that too many share; each is named as in its block."""
    signs: dict[str, Any] = {
        name: frozenset(v for v in getattr(found, name) if f"{name}:{v}" not in common)
        for name in ("emails", "hosts", "phones", "streets")
    }
    return replace(found, **signs)


def _read(condition: str, **told: Any) -> list[tuple[int, Face]]:
    with connection.cursor() as cursor:
        cursor.execute(FACES.format(condition=condition), told)
        return [_face(*row) for row in cursor.fetchall()]


def _face(
    pk: int,
    name: str,
    website: str,
    email: str,
    aliases: list[str],
    emails: list[str],
    phones: list[str],
    addresses: list[tuple[str, str, str, str]] | None,
) -> tuple[int, Face]:
    return pk, face(
        names=[name, *aliases],
        emails=[email, *emails],
        websites=[website],
        phones=phones,
        addresses=addresses or [],
    )
