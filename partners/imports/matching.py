"""Which organisation a row tells of: by identifier, e-mail, web address, name; or only perhaps."""

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection
from django.utils.translation import gettext as _
from psycopg2.extras import execute_values

from partners.imports import keys
from partners.imports.comparing import Comparing, common_signs
from partners.likeness import names
from partners.likeness.judging import Likeness
from partners.likeness.lexicon import Lexicon
from partners.likeness.names import Kind, NameLikeness
from partners.likeness.words import read
from partners.models import ImportRun
from partners.reports.pairs import in_words

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
    lexicon: Lexicon
    likeness: Likeness | None = None

    @property
    def near(self) -> NameLikeness:
        """How near the two names are."""
        return names.compare(read(self.words), read(self.their_words), lexicon=self.lexicon)

    @classmethod
    def of(cls, record: tuple, lexicon: Lexicon) -> "Sign":
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
            lexicon=lexicon,
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
    leaders, lexicon = _leaders(), keys.learn()
    comparing = Comparing(run, lexicon, common_signs(run))
    for start in range(0, len(leaders), BATCH):
        numbers = leaders[start : start + BATCH]
        found = []
        signs_of = _signs(run, lexicon, scheme=scheme, numbers=numbers)
        _fetch(comparing, signs_of)
        for number, signs in signs_of.items():
            if match := judged(_compared(number, signs, comparing), scheme=scheme):
                target = match.target
                found.append((number, target.organisation_id, target.same_as, *match.told))
        _note(found)


def _fetch(comparing: Comparing, signs_of: dict[int, list[Sign]]) -> None:
    targets = {sign.target for signs in signs_of.values() for sign in signs}
    earlier = {target.same_as for target in targets if target.same_as}
    organisations = {target.organisation_id for target in targets if target.organisation_id}
    comparing.fetch(leaders=earlier | signs_of.keys(), organisations=organisations)


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


# ---------------------------------------------------------------- judging


def judged(signs: list[Sign], *, scheme: str) -> Match | None:
    """What the signs of one row add up to: surely one organisation, perhaps one, or none."""
    sure = [sign for sign in signs if _settles(sign, signs)]
    if sure:
        best = min(sure, key=lambda sign: PRIORITY.index(sign.kind))
        rivals = {sign.target for sign in sure if sign.kind != "similar"}
        if best.kind == "number":
            # Only another number speaks against a number.
            rivals = {sign.target for sign in sure if sign.kind == "number"}
        if best.kind == "id" or len(rivals) == 1:
            return Match(best.target, True, best.kind, _why(best, scheme=scheme))  # noqa: FBT003
        reason = _("The row has signs of several partners.") + " " + _why(best, scheme=scheme)
        return Match(best.target, False, best.kind, reason)  # noqa: FBT003
    likely = [(sign, likeness) for sign in signs if (likeness := _doubt(sign))]
    if not likely:
        return None
    best, likeness = max(likely, key=lambda each: _rank(*each))
    return Match(best.target, False, best.kind, _why_perhaps(best, likeness))  # noqa: FBT003


# Names that one organisation has: the same, or another spelling. With an e-mail address in common, also
# when one goes on where the other ends.
ALIKE = frozenset({Kind.SAME, Kind.SPELLING})
RELATED = ALIKE | {Kind.LONGER, Kind.PART}
PRIORITY = ("id", "number", "email", "domain", "name", "phone", "street", "similar")


def _settles(sign: Sign, signs: list[Sign]) -> bool:
    """Whether this sign alone is enough. Nothing outweighs another number in the same system."""
    if sign.kind in {"id", "number"}:
        return True
    if sign.has_other_identifier or sign.target.same_as:
        return False
    if (
        sign.kind in {"email", "domain", "name"}
        and _targets(signs, kind=sign.kind, key=sign.key) > 1
    ):
        return False
    if sign.kind == "email":
        return sign.near.kind in RELATED
    if sign.kind == "domain":
        return sign.near.kind in ALIKE
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


def _doubt(sign: Sign) -> Likeness | None:
    """How likely the row is the target, where that is worth asking; as the search for duplicates says.

    Different numbers in one system say that they are two, unless their names are the same.
    """
    if sign.kind == "name" or sign.likeness is None:
        return sign.likeness
    is_asked = sign.likeness.is_likely and not sign.has_other_identifier
    return sign.likeness if is_asked else None


def _rank(sign: Sign, likeness: Likeness) -> tuple[float, bool, float]:
    """The likeliest first; then a partner of ours before a row of the file; then the nearest name."""
    return likeness.score, sign.target.organisation_id is not None, sign.score


def _why(sign: Sign, *, scheme: str) -> str:
    sentences = {
        "id": _("Same number in “%(scheme)s”: %(key)s."),
        "number": _("Same number in another system: %(key)s."),
        "email": _("Same e-mail address: %(key)s."),
        "domain": _("Same web address: %(key)s, and nearly the same name."),
        "name": _("Same name."),
    }
    return sentences[sign.kind] % {"scheme": scheme, "key": sign.key}


def _why_perhaps(best: Sign, likeness: Likeness) -> str:
    """ "The names are alike. Same phone: (410) 555-0100. But another number." """
    reasons = [(reason.kind, reason.value) for reason in likeness.reasons]
    if best.has_other_identifier:
        reasons.append(("other_number", ""))
    if best.is_elsewhere and ("elsewhere", "") not in reasons:
        reasons.append(("elsewhere", ""))
    return " ".join(in_words(reasons))
