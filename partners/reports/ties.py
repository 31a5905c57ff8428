"""The ties of one organisation, as its page tells them."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import number_format

from accounts.models import Membership, Person
from partners.models import Organisation, Tie
from partners.models.ties.ties import Level


@dataclass(frozen=True)
class Side:
    """How one of the two sees a tie, in its own word if it said so itself on a day; else as we heard it."""

    name: str
    level: int | None
    said_on: date | None
    said_by: Person | None

    @classmethod
    def of(cls, tie: Tie, organisation: int) -> "Side":
        side = tie.side_of(organisation)
        return cls(
            name=getattr(tie, side).name,
            level=tie.level_of(organisation),
            said_on=getattr(tie, f"own_word_{side}_on"),
            said_by=getattr(tie, f"own_word_{side}_by"),
        )


@dataclass(frozen=True)
class ShownTie:
    """One tie as seen from one of the two."""

    tie: Tie
    seen_from: int

    @property
    def other(self) -> Organisation:
        return self.tie.other(self.seen_from)

    @property
    def sides(self) -> "list[Side]":
        """What each has said, or what we heard of them: the one on whose page it stands first."""
        both = [Side.of(self.tie, pk) for pk in (self.seen_from, self.other.pk)]
        return [side for side in both if side.level is not None]

    @property
    def level(self) -> str:
        return (
            number_format(self.tie.level, 1 if self.tie.level % 1 else 0)
            if self.tie.level is not None
            else ""
        )


@dataclass(frozen=True)
class Ties:
    current: list[ShownTie]
    ended: list[ShownTie]

    @property
    def partners(self) -> int:
        """With how many they are tied, in whatever ways."""
        return len({shown.other.pk for shown in self.current})


def ties_of(organisation: Organisation, *, membership: Membership, on: date) -> Ties:
    """One query; the closest first, then by name."""
    rows = Tie.objects.visible_to(membership).of(organisation).present().told()
    rows = rows.with_whose_word()
    shown = [ShownTie(tie, organisation.pk) for tie in rows]
    shown.sort(key=lambda one: (-(one.tie.level or 0), one.other.sort_name, one.tie.pk))
    return Ties(
        current=[one for one in shown if not one.tie.is_over(on=on)],
        ended=[one for one in shown if one.tie.is_over(on=on)],
    )


@dataclass(frozen=True)
class OwnTie:
    """What whoever speaks for one of the two reads of a tie: nothing of what the other or we say of it."""

    pk: int
    other: str
    relation: str
    side: Side

    @property
    def words(self) -> str:
        return str(Level(self.side.level).label) if self.side.level is not None else ""


def own_ties_of(organisation: Organisation, *, membership: Membership, on: date) -> list[OwnTie]:
    """Those that stand on the day, by the other's name; one query."""
    rows = Tie.objects.open_to_its_speaker(organisation, membership).present().standing(on=on)
    ties = sorted(
        rows.told().with_whose_word(),
        key=lambda tie: (tie.other(organisation.pk).sort_name, tie.relation.position, tie.pk),
    )
    return [
        OwnTie(
            pk=tie.pk,
            other=tie.other(organisation.pk).name,
            relation=tie.relation.name,
            side=Side.of(tie, organisation.pk),
        )
        for tie in ties
    ]
