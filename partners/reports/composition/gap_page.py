"""The page of one gap: who is here for it, whom one could ask, and what was planned."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy

from accounts.models import Coalition, Membership
from partners.models import CompositionSettings, Gap, NeededVoice, Organisation
from partners.models.composition.needed_voices import AXES
from partners.reports.areas import Areas
from partners.reports.composition.gaps import Change, changes_of, draft_for
from partners.reports.composition.standing import standing_now
from partners.reports.composition.suggestions import Suggestion, suggestions
from partners.reports.composition.voices import Voice, voice_of


@dataclass(frozen=True)
class GapPage:
    needed: NeededVoice
    voice: Voice
    here: list[Organisation]
    suggestions: list[Suggestion]
    words: str
    changes: list[Change]
    draft: str

    @property
    def offered(self) -> list[Organisation]:
        return [one.organisation for one in self.suggestions]

    @property
    def is_filled(self) -> bool:
        """Enough voices are here, and the plan does not say so yet."""
        return not self.voice.is_gap and self.voice.gap is not None


def gap_page(needed: NeededVoice, *, words: str, membership: Membership, on: date) -> GapPage:
    settings = CompositionSettings.of(needed.coalition_id)
    lying = Areas.of(needed.coalition_id)
    days = settings.active_days
    standing = standing_now(needed.coalition_id, on=on, active_days=days, lying=lying)
    voice = voice_of(needed, standing, gap=unfinished_gap(needed))
    here: Any = Organisation.objects.among(needed.coalition_id, voice.organisations).by_name()
    return GapPage(
        needed=needed,
        voice=voice,
        here=[_seen(one, standing.active) for one in here.select_related("coalition")],
        suggestions=suggestions(needed, words=words, membership=membership, lying=lying),
        words=words,
        changes=changes_of(needed),
        draft=draft_for(needed, coalition=membership.coalition),
    )


def _seen(organisation: Any, active: frozenset[int]) -> Organisation:
    organisation.is_seen = organisation.pk in active
    return organisation


def unfinished_gap(needed: NeededVoice) -> Gap | None:
    return Gap.objects.of_coalition(needed.coalition_id).for_needed(needed.pk).first()


def presets() -> list[tuple[str, Any]]:
    """What can be asked for in one go: a set that a law names, or all entries of a list."""
    dfc = Coalition.SectorPreset.DRUG_FREE_COMMUNITIES
    every = {
        "sector": gettext_lazy("Every sector in our list"),
        "population": gettext_lazy("Every population in our list"),
        "area": gettext_lazy("Every area in our list"),
        "determinant": gettext_lazy("Every social determinant in our list"),
    }
    return [(dfc.value, dfc.label), *((axis.value, every[axis.value]) for axis in AXES)]
