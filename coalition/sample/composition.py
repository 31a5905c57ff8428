"""Who must be at the sample's table, three gaps of which one is being filled, and one reading kept."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from accounts.models import Coalition, Membership, Person
from coalition.sample.chronicle import Chronicle
from coalition.sample.days import Days
from coalition.sample.files import DATA
from partners.models import CompositionReport, Gap, NeededVoice, Organisation, Term
from partners.models.composition.needed_voices import AXES
from partners.reports.composition.periods import HalfYear
from partners.reports.composition.reading import reading

HALF_A_YEAR = timedelta(days=183)


@dataclass(frozen=True)
class CompositionWriter:
    coalition: Coalition
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    days: Days
    chronicle: Chronicle

    def write(self) -> None:
        told = self._told()
        for card in told["needed"]:
            at = self.days.moment(card["weeks"], of="needed voices")
            with self.chronicle.change("needed_voice.added", at=at, by=self.people[card["by"]]):
                for voice in card["voices"]:
                    self._need(voice)
        for card in told["gap"]:
            self._plan(card)

    def sign(self) -> None:
        """The last half-year that is over, with the figures that history gives once its days are told."""
        for card in self._told()["reading"]:
            by = self.people[card["by"]]
            period = HalfYear.of(HalfYear.of(self.days.on).before)
            read_on = min(period.last + timedelta(days=12), self.days.on)
            membership = Membership.objects.get(coalition=self.coalition, person=by)
            figures = reading(membership, period, on=self.days.on).figures()
            at = self.days.moment(1, of="reading")
            with self.chronicle.change("composition.read", at=at, by=by):
                CompositionReport.objects.create(
                    coalition=self.coalition,
                    year=period.year,
                    half=period.half,
                    figures=figures,
                    read_with=card["read_with"],
                    read_on=read_on,
                    notes=card["notes"],
                    next_review_on=read_on + HALF_A_YEAR,
                    signed_by=by,
                    signed_at=at,
                )

    def _need(self, voice: dict[str, Any]) -> None:
        NeededVoice.objects.create(
            coalition=self.coalition,
            least=voice["least"],
            why=voice.get("why", ""),
            **self._terms(voice),
        )

    def _plan(self, card: dict[str, Any]) -> None:
        at, by = self.days.moment(card["weeks"], of="gap"), self.people[card["by"]]
        terms = {axis: term.pk for axis, term in self._terms(card).items()}
        needed = NeededVoice.objects.of_coalition(self.coalition.pk).asking_for(terms).get()
        with self.chronicle.change("gap.planned", at=at, by=by):
            Gap.objects.create(
                coalition=self.coalition,
                needed=needed,
                state=card["state"],
                organisation=self.organisations.get(card.get("organisation", "")),
                owner=self.people.get(card.get("owner", "")),
                ask_by=self.days.on + timedelta(days=card["due"]) if "due" in card else None,
                draft=card.get("draft", ""),
                reason=card.get("reason", ""),
                opened_on=at.date(),
                closed_on=at.date() if card["state"] == Gap.State.ACCEPTED else None,
            )

    def _terms(self, told: Mapping[str, Any]) -> dict[str, Term]:
        ours = Term.objects.of_coalition(self.coalition.pk)
        return {
            axis.value: ours.get(vocabulary=axis, name=told[axis])
            for axis in AXES
            if axis.value in told
        }

    def _told(self) -> dict[str, Any]:
        return tomllib.loads((DATA / "composition.toml").read_text(encoding="utf-8"))
