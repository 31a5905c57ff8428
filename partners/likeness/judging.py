"""Everything two faces share, added up: a score from 0 to 1, and the reasons for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from partners.likeness import names
from partners.likeness.faces import Face
from partners.likeness.lexicon import Lexicon
from partners.likeness.names import UNTAUGHT, Kind, NameLikeness
from partners.likeness.nearly import near_host, near_street
from partners.likeness.words import read

# The score from which a pair is shown to a person, and a row of an import is asked about.
THRESHOLD = 0.6
# Of two organisations that share this alone, how many are one, by how near their names are: a chapter's page
# is on its charity's site. Independent signs add up as chances do: what each leaves open is multiplied.
SIGNS = {
    "email": 0.6, "phone": 0.45, "host": 0.3, "street": 0.4, "near_host": 0.3, "near_street": 0.3,
}  # fmt: skip
SIGNS_OF_A_LONGER_NAME = SIGNS | {"host": 0.2, "near_host": 0.15}
SIGNS_OF_ANOTHER_NAME = {
    "email": 0.6, "phone": 0.4, "host": 0.2, "street": 0.2, "near_host": 0.1, "near_street": 0.1,
}  # fmt: skip
LONGEST_INITIALS = 6  # letters
INITIALS_BESIDES = 0.4  # what initials are worth that are not what either goes by
CEILING_APART = 0.4  # whatever City and County share, they are two
# Of the score, what stays when the two are in other places and share nothing but the name.
ELSEWHERE = 0.85


@dataclass(frozen=True)
class Reason:
    """`kind` is a Kind of name likeness or a sign; `value` what is shared: an address, a host."""

    kind: str
    value: str = ""


@dataclass(frozen=True)
class Likeness:
    score: float
    reasons: tuple[Reason, ...]

    @property
    def is_likely(self) -> bool:
        return self.score >= THRESHOLD


def compare(one: Face, other: Face, *, lexicon: Lexicon = UNTAUGHT) -> Likeness:
    """How likely the two are one organisation: from 0 to 1, and the reasons; the same either way round.

    `lexicon` is what the list that they are of teaches; without it only the names themselves tell. Either
    must have a name: IndexError where one has none. The rules are ours (docs/decisions/0017).
    """
    near, is_other_name, said = best_names(one, other, lexicon=lexicon)
    said_so = (
        Reason("other_name_alike", said) if is_other_name and near.value else Reason(near.kind)
    )
    signs = shared_signs(one, other)
    if near.value:
        signs = [*signs, *near_signs(one, other, beside=signs)]
    return weigh(near, signs, said_so=said_so, elsewhere=is_elsewhere(one, other))


def may_be_likely(one: Face, other: Face, *, lexicon: Lexicon = UNTAUGHT) -> bool:
    """Whether to compare at all: False only where `compare` would stay beneath the threshold.

    A quick look that spares most comparisons of a long list. Without a sign in common only the same name, a
    spelling of it or initials reach the threshold, and a spelling is as near as its letters are.
    """
    if len(one.names) > 1 or len(other.names) > 1:
        return True
    ours, theirs = one.main, other.main
    if names.may_be_spelling(ours, theirs, worth=THRESHOLD, lexicon=lexicon) or _have_signs(
        one, other
    ):
        return True
    return ours.key in theirs.initials or theirs.key in ours.initials


def _have_signs(one: Face, other: Face) -> bool:
    """Hosts and streets of both may be nearly the same; all else is shared or is not."""
    if not (
        one.emails.isdisjoint(other.emails)
        and one.phones.isdisjoint(other.phones)
        and one.streets.isdisjoint(other.streets)
    ):
        return True
    if one.hosts and other.hosts and near_host(one.hosts, other.hosts):
        return True
    same_city = not one.cities.isdisjoint(other.cities)
    return bool(one.streets and other.streets) and bool(
        near_street(one.streets, other.streets, same_city=same_city)
    )


def weigh(
    near: NameLikeness, signs: Sequence[Reason], *, elsewhere: bool, said_so: Reason | None = None
) -> Likeness:
    """The score, from 0 to 1, of two names that are so near and of what else both share.

    Signs are taken for independent (noisy-or): 1 - (1 - near) × Π (1 - worth of each sign). `said_so` tells
    of the names in place of their kind; `elsewhere` lowers what no sign bears out. KeyError for a sign that
    has no worth.
    """
    open_chance = 1.0 - near.value
    for sign in signs:
        open_chance *= 1.0 - _worth(near.kind)[sign.kind]
    score = 1.0 - open_chance
    if near.kind == Kind.APART:
        score = min(score, CEILING_APART)
    reasons = (said_so or Reason(near.kind), *signs)
    if near.kind in (Kind.OTHER, Kind.APART):
        reasons = (*signs, Reason(near.kind))  # what speaks for it comes first
    if elsewhere and not signs:
        return Likeness(round(score * ELSEWHERE, 3), (*reasons, Reason("elsewhere")))
    return Likeness(round(score, 3), reasons)


def _worth(kind: Kind) -> dict[str, float]:
    if kind in (Kind.LONGER, Kind.ACRONYM):
        return SIGNS_OF_A_LONGER_NAME
    return SIGNS if kind in (Kind.SAME, Kind.SPELLING, Kind.RESEMBLING) else SIGNS_OF_ANOTHER_NAME


def best_names(
    one: Face, other: Face, *, lexicon: Lexicon = UNTAUGHT
) -> tuple[NameLikeness, bool, str]:
    """The nearest two names, their likeness from 0 to 1; whether one of them is an alias; and which."""
    main = names.compare(one.main, other.main, lexicon=lexicon)
    if len(one.names) == len(other.names) == 1:
        return main, False, ""
    others = [
        (_near(ours, theirs, one, other, lexicon), _shorter(ours, theirs))
        for ours in one.names
        for theirs in other.names
    ]
    best = max(near.value for near, _said in others)
    near, said = min(
        ((near, said) for near, said in others if near.value == best),
        key=lambda each: (each[0].kind, len(each[1]), each[1]),
    )
    is_told_apart = main.kind == Kind.APART and near.kind != Kind.SAME
    return (main, False, "") if is_told_apart or best <= main.value else (near, True, said)


def _near(ours: str, theirs: str, one: Face, other: Face, lexicon: Lexicon) -> NameLikeness:
    """Initials that both tell only besides their names are many people's: CASA, MCASA."""
    near = names.compare(read(ours), read(theirs), lexicon=lexicon)
    mains = (ours == one.names[0]) + (theirs == other.names[0])
    is_short = min(len(read(ours).key), len(read(theirs).key)) <= LONGEST_INITIALS
    if (near.kind == Kind.ACRONYM and mains == 1) or (is_short and mains == 0):
        return NameLikeness(min(near.value, INITIALS_BESIDES), Kind.ACRONYM)
    return near


def _shorter(one: str, other: str) -> str:
    return min((one, other), key=lambda name: (len(name), name))


def shared_signs(one: Face, other: Face) -> list[Reason]:
    """What both can be reached by. A shared e-mail address says what its host would say again."""
    emails, hosts = one.emails & other.emails, one.hosts & other.hosts
    if emails:
        hosts = frozenset()
    shared = (
        ("email", emails),
        ("host", hosts),
        ("phone", one.phones & other.phones),
        ("street", one.streets & other.streets),
    )
    return [Reason(kind, min(values).partition("|")[0]) for kind, values in shared if values]


def near_signs(one: Face, other: Face, *, beside: Sequence[Reason]) -> list[Reason]:
    """What is the same but for a slip, where that itself is not shared; it tells only beside a near name."""
    shared = {sign.kind for sign in beside}
    found = []
    if not shared & {"email", "host"} and (host := near_host(one.hosts, other.hosts)):
        found.append(Reason("near_host", host))
    in_one_city = bool(one.cities & other.cities)
    if "street" not in shared and (
        street := near_street(one.streets, other.streets, same_city=in_one_city)
    ):
        found.append(Reason("near_street", street.partition("|")[0]))
    return found


def is_elsewhere(one: Face, other: Face) -> bool:
    """Both tell where they are, and it is nowhere the same."""
    for ours, theirs in ((one.cities, other.cities), (one.regions, other.regions)):
        if ours and theirs and not ours & theirs:
            return True
    return False
