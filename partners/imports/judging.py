"""What the signs of one row add up to: surely one organisation, perhaps one, or none."""

from collections.abc import Collection
from dataclasses import dataclass
from heapq import nlargest
from itertools import combinations

from django.utils.translation import gettext as _

from partners.imports.signs import Sign, Target
from partners.likeness.judging import Likeness
from partners.likeness.names import Kind
from partners.reports.merging.pairs import in_words


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


def judged(
    signs: list[Sign], *, scheme: str, apart: Collection[tuple[int, int]] = ()
) -> Match | None:
    """What the signs of one row add up to: surely one organisation, perhaps one, or none.

    `apart` are organisations that people have told apart, each pair with the smaller id first.
    """
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
    if one := _one_of_several(signs, apart):
        reason = _("Same name; of those told apart it has most in common with this one.")
        return Match(one.target, True, one.kind, reason)  # noqa: FBT003
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


def _one_of_several(signs: list[Sign], apart: Collection[tuple[int, int]]) -> Sign | None:
    """Of organisations of the row's name that were all told apart: the one likelier than every other.

    None where that is open, or where more than their names speaks for an organisation besides them.
    """
    named = {
        sign.target.organisation_id: sign
        for sign in signs
        if sign.kind == "name" and sign.target.organisation_id and not sign.has_other_identifier
    }
    ids = sorted(pk for pk in named if pk)
    others = {sign.target for sign in signs if sign.kind in ("email", "domain")}
    if len(ids) < 2 or not all(pair in apart for pair in combinations(ids, 2)):  # noqa: PLR2004
        return None
    if {target.organisation_id for target in others} - set(ids):
        return None
    best, second = nlargest(2, named.values(), key=_score)
    return best if _score(best) > _score(second) else None


def _score(sign: Sign) -> float:
    return sign.likeness.score if sign.likeness else 0.0


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
