"""Which organisation a row tells of: by identifier, e-mail, web address, name; or only perhaps."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _
from psycopg2.extras import execute_values

from partners.imports import keys
from partners.imports.alike import are_alike, are_related, are_told_apart
from partners.models import ImportRun

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


@dataclass(frozen=True)
class Target:
    """An organisation of the coalition, or an earlier row of the file."""

    organisation_id: int | None
    same_as: int | None


@dataclass(frozen=True)
class Sign:
    """One reason to think that a row tells of the target. `words` are the names of the two."""

    target: Target
    kind: str
    key: str
    score: float
    words: str
    their_words: str
    has_other_identifier: bool
    is_elsewhere: bool

    @classmethod
    def of(cls, record: tuple) -> "Sign":
        _number, organisation, same_as, kind, key, score, words, identifier, region, *theirs = (
            record
        )
        their_words, their_identifier, their_region = theirs
        return cls(
            target=Target(organisation, same_as),
            kind=kind,
            key=key or "",
            score=float(score),
            words=words,
            their_words=their_words,
            has_other_identifier=bool(identifier and their_identifier)
            and identifier != their_identifier,
            is_elsewhere=bool(region and their_region) and region != their_region,
        )


@dataclass(frozen=True)
class Match:
    """`is_sure`: the row updates its target. Otherwise a person has to say."""

    target: Target
    is_sure: bool
    sign: str
    reason: str

    @property
    def told(self) -> tuple[bool, str, str]:
        return self.is_sure, self.sign, self.reason


def match_all(run: ImportRun, *, scheme: str) -> None:
    """Find for every leading row of the run what it is, and note it in import_draft."""
    keys.collect(run)
    leaders = _leaders()
    for start in range(0, len(leaders), BATCH):
        numbers = leaders[start : start + BATCH]
        found = []
        for number, signs in _signs(run, scheme=scheme, numbers=numbers).items():
            if match := judged(signs, scheme=scheme):
                target = match.target
                found.append((number, target.organisation_id, target.same_as, *match.told))
        _note(found)


def _leaders() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT number FROM import_draft WHERE leader = number ORDER BY number")
        return [number for (number,) in cursor.fetchall()]


def _signs(run: ImportRun, *, scheme: str, numbers: list[int]) -> dict[int, list[Sign]]:
    told: dict[str, Any] = {"numbers": numbers, "coalition": run.coalition_id, "scheme": scheme}
    signs: dict[int, list[Sign]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(SIGNS, told)
        for record in cursor.fetchall():
            signs[record[0]].append(Sign.of(record))
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


# ---------------------------------------------------------------- judging


def judged(signs: list[Sign], *, scheme: str) -> Match | None:
    """What the signs of one row add up to: surely one organisation, perhaps one, or none."""
    sure = [sign for sign in signs if _settles(sign, signs)]
    if sure:
        best = min(sure, key=lambda sign: PRIORITY.index(sign.kind))
        rivals = {sign.target for sign in sure if sign.kind != "similar"}
        if best.kind == "id" or len(rivals) == 1:
            return Match(best.target, True, best.kind, _why(best, scheme=scheme))  # noqa: FBT003
        reason = _("The row has signs of several partners.") + " " + _why(best, scheme=scheme)
        return Match(best.target, False, best.kind, reason)  # noqa: FBT003
    doubtful = [sign for sign in signs if _is_worth_asking(sign)]
    if not doubtful:
        return None
    best = max(doubtful, key=lambda sign: _rank(sign, signs))
    return Match(best.target, False, best.kind, _why_perhaps(best, signs))  # noqa: FBT003


PRIORITY = ("id", "email", "domain", "name", "phone", "street", "similar")


def _settles(sign: Sign, signs: list[Sign]) -> bool:
    """Whether this sign alone is enough. Nothing outweighs another number in the same system."""
    if sign.kind == "id":
        return True
    if sign.has_other_identifier or sign.target.same_as:
        return False
    if sign.kind in {"email", "name"} and _targets(signs, kind=sign.kind, key=sign.key) > 1:
        return False
    if sign.kind == "email":
        return are_related(sign.words, sign.their_words)
    if sign.kind == "domain":
        return are_alike(sign.words, sign.their_words)
    return sign.kind == "name" and not sign.is_elsewhere


def _targets(signs: list[Sign], *, kind: str, key: str) -> int:
    """How many organisations of the coalition carry the sign."""
    return len(
        {
            sign.target.organisation_id
            for sign in signs
            if sign.kind == kind and sign.key == key and sign.target.organisation_id
        }
    )


def _is_worth_asking(sign: Sign) -> bool:
    """Different numbers in one system say that they are two, unless their names are the same."""
    if sign.kind == "name":
        return True
    if sign.has_other_identifier:
        return False
    if sign.kind in {"email", "domain"}:
        return True
    if are_told_apart(sign.words, sign.their_words):
        return False
    if sign.kind == "similar":
        return are_related(sign.words, sign.their_words) or sign.score >= VERY_CLOSE
    return bool(set(sign.words.split()) & set(sign.their_words.split()) - _COMMON)


VERY_CLOSE = 0.85  # trigram similarity at which even two differing words are worth a look


_COMMON_WORDS = "of and the for in at county city center centre health services inc"
_COMMON = frozenset(_COMMON_WORDS.split())


def _rank(sign: Sign, signs: list[Sign]) -> tuple[int, bool, float]:
    """Most signs first; then a partner of ours before a row of the file; then the nearest name."""
    return _weight(sign, signs), sign.target.organisation_id is not None, sign.score


def _weight(sign: Sign, signs: list[Sign]) -> int:
    """How many signs point to the same target; one with the same name counts most."""
    kinds = {other.kind for other in signs if other.target == sign.target}
    return len(kinds) + 2 * ("name" in kinds) + ("similar" in kinds)


def _why(sign: Sign, *, scheme: str) -> str:
    sentences = {
        "id": _("Same number in “%(scheme)s”: %(key)s."),
        "email": _("Same e-mail address: %(key)s."),
        "domain": _("Same web address: %(key)s, and nearly the same name."),
        "name": _("Same name."),
    }
    return sentences[sign.kind] % {"scheme": scheme, "key": sign.key}


def _why_perhaps(best: Sign, signs: list[Sign]) -> str:
    """ "The names are alike. Same phone. Same street." """
    kinds = {sign.kind for sign in signs if sign.target == best.target}
    if "email" in kinds:
        kinds.discard("domain")  # which is part of the address
    parts = [sentence() for kind, sentence in _PERHAPS.items() if kind in kinds]
    if best.has_other_identifier:
        parts.append(_("But another number."))
    if best.is_elsewhere:
        parts.append(_("But in another state."))
    return " ".join(parts)


_PERHAPS = {
    "name": lambda: _("Same name."),
    "similar": lambda: _("The names are alike."),
    "email": lambda: _("Same e-mail address."),
    "domain": lambda: _("Same web address."),
    "phone": lambda: _("Same phone."),
    "street": lambda: _("Same street."),
}
