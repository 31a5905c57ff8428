"""How each needed voice stands: is anybody here for it, were they seen lately, are they enough?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext_lazy

from partners.models import Gap, NeededVoice, Vocabulary
from partners.models.composition.needed_voices import AXES
from partners.reports.composition.measures import Coverage, coverage
from partners.reports.composition.standing import Count, Standing


class Stand(StrEnum):
    """From what needs most to what needs nothing."""

    NOBODY = "nobody"
    UNSEEN = "unseen"
    FEW = "few"
    THERE = "there"


SENTENCES: dict[Stand, Any] = {
    Stand.NOBODY: gettext_lazy("Nobody yet"),
    Stand.UNSEEN: gettext_lazy("On the list, not seen lately"),
    Stand.FEW: gettext_lazy("Fewer voices than you want"),
    Stand.THERE: gettext_lazy("At the table"),
}


@dataclass(frozen=True)
class Voice:
    """A needed voice, who is here for it, and what is planned where they are too few."""

    needed: NeededVoice
    organisations: frozenset[int]
    count: Count
    people: int
    gap: Gap | None = None

    @property
    def stand(self) -> Stand:
        if not self.count.nominal:
            return Stand.NOBODY
        if not self.count.active:
            return Stand.UNSEEN
        return Stand.THERE if self.count.active >= self.needed.least else Stand.FEW

    @property
    def words(self) -> str:
        return str(SENTENCES[self.stand])

    @property
    def is_gap(self) -> bool:
        return self.stand != Stand.THERE

    @property
    def is_accepted(self) -> bool:
        """Missing, and somebody has said why it may stay so."""
        return self.is_gap and self.gap is not None and self.gap.state == Gap.State.ACCEPTED

    @property
    def needs_someone(self) -> bool:
        """Missing, and nobody has said that it may stay so."""
        return self.is_gap and not self.is_accepted


def voices_of(coalition: int, standing: Standing, *, with_gaps: bool) -> list[Voice]:
    """All that is needed, in the order of the lists: one query, one more with what is planned."""
    needed = NeededVoice.objects.of_coalition(coalition).current().in_list_order()
    gaps: Mapping[int, Gap] = {}
    if with_gaps:
        rows = Gap.objects.of_coalition(coalition).unfinished().with_whom()
        gaps = {gap.needed_id: gap for gap in rows}
    return [voice_of(one, standing, gap=gaps.get(one.pk)) for one in needed]


def voice_of(needed: NeededVoice, standing: Standing, *, gap: Gap | None = None) -> Voice:
    found = standing.with_all(needed.term_ids)
    active = found & standing.active
    return Voice(needed, found, standing.counted(found), len(standing.people_of(active)), gap)


@dataclass(frozen=True)
class Covered:
    """What is asked of one list alone, on the list and active, with the names of what is absent."""

    axis: str
    label: str
    nominal: Coverage[str]
    active: Coverage[str] | None


def covered_by(voices: Iterable[Voice], *, is_known: bool = True) -> list[Covered]:
    """Coverage of each list of which something is required by itself; `is_known` as of a standing."""
    found = []
    for axis in AXES:
        alone = [voice for voice in voices if _is_alone_on(voice.needed, axis)]
        nominal = coverage({str(one.needed): one.count.nominal for one in alone})
        active = coverage({str(one.needed): one.count.active for one in alone})
        if nominal:
            found.append(Covered(axis, str(axis.label), nominal, active if is_known else None))
    return found


def _is_alone_on(needed: NeededVoice, axis: Vocabulary) -> bool:
    return [term.vocabulary for term in needed.terms] == [axis]
