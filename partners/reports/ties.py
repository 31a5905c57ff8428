"""The ties of one organisation, as its page tells them."""

from dataclasses import dataclass
from datetime import date

from django.utils.formats import number_format

from accounts.models import Membership
from partners.models import Organisation, Tie


@dataclass(frozen=True)
class ShownTie:
    """One tie as seen from one of the two."""

    tie: Tie
    seen_from: int

    @property
    def other(self) -> Organisation:
        return self.tie.other(self.seen_from)

    @property
    def theirs(self) -> int | None:
        is_first = self.tie.first_id == self.seen_from
        return self.tie.level_first if is_first else self.tie.level_second

    @property
    def others(self) -> int | None:
        is_first = self.tie.first_id == self.seen_from
        return self.tie.level_second if is_first else self.tie.level_first

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
    shown = [ShownTie(tie, organisation.pk) for tie in rows]
    shown.sort(key=lambda one: (-(one.tie.level or 0), one.other.sort_name, one.tie.pk))
    return Ties(
        current=[one for one in shown if not one.tie.is_over(on=on)],
        ended=[one for one in shown if one.tie.is_over(on=on)],
    )
