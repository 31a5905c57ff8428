"""What one member would like, learns and hands over; and what all would like."""

from dataclasses import dataclass, field

from django.db.models import Prefetch

from accounts.models import Membership
from governance.models import CheckIn, Deputy, Handover, Interest, MentorPair
from governance.models.succession.interests import InterestQuerySet
from governance.models.succession.mentors import MentorPairQuerySet

CHECK_INS = 50  # of a pair that a page tells


@dataclass(frozen=True)
class InterestLine:
    """What somebody said, and for which roles they are a deputy since."""

    interest: Interest
    deputies: list[Deputy] = field(default_factory=list)

    @property
    def is_waiting(self) -> bool:
        return not (
            self.deputies or self.interest.is_withdrawn or self.interest.answered_on is not None
        )


@dataclass(frozen=True)
class PairPage:
    """`check_ins` is None for who may not read them."""

    pair: MentorPair
    check_ins: list[CheckIn] | None


@dataclass(frozen=True)
class Growing:
    interests: list[InterestLine]
    pairs: list[PairPage]
    handovers: list[Handover]


@dataclass(frozen=True)
class Register:
    lines: list[InterestLine]

    @property
    def waiting(self) -> list[InterestLine]:
        return [line for line in self.lines if line.is_waiting]

    @property
    def told(self) -> list[InterestLine]:
        return [line for line in self.lines if not line.is_waiting]


def growing_of(membership: Membership) -> Growing:
    """Of the member's own; in six queries."""
    interests = Interest.objects.of_coalition(membership.coalition_id).by(membership.person_id)
    pairs = MentorPair.objects.of_coalition(membership.coalition_id).told()
    handovers = Handover.objects.of_coalition(membership.coalition_id).told()
    address = membership.person.email
    return Growing(
        interests=_lines(interests.told()),
        pairs=_with_check_ins(pairs.with_somebody_at(address)),
        handovers=list(handovers.held_at(address).prefetch_related("steps__done_by")),
    )


def register_for(membership: Membership) -> Register:
    """Everything that stands in it, the newest first; two queries."""
    rows = Interest.objects.visible_to(membership).standing()
    return Register(_lines(rows.told()))


def pair_page(pair: MentorPair, *, membership: Membership) -> PairPage:
    if not pair.is_open_to(membership):
        return PairPage(pair, None)
    return PairPage(pair, list(pair.check_ins.select_related("noted_by")[:CHECK_INS]))


def _lines(rows: InterestQuerySet) -> list[InterestLine]:
    deputies = Deputy.objects.current().select_related("key_role__seat", "key_role__function")
    fetched = rows.prefetch_related(Prefetch("deputies", queryset=deputies, to_attr="became"))
    return [InterestLine(one, one.became) for one in fetched]


def _with_check_ins(rows: MentorPairQuerySet) -> list[PairPage]:
    noted = CheckIn.objects.select_related("noted_by")
    fetched = rows.prefetch_related(Prefetch("check_ins", queryset=noted, to_attr="noted"))
    return [PairPage(pair, pair.noted[:CHECK_INS]) for pair in fetched]
