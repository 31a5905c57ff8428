"""How the sample's prospects came along, who left, and whom members suggested."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from accounts.models import Coalition, Person
from coalition.sample.chronicle import Chronicle
from coalition.sample.days import Days
from coalition.sample.files import DATA
from partners.models import Nomination, Organisation, PipelinePlan, PipelineStep

Card = dict[str, Any]


@dataclass(frozen=True)
class PipelineWriter:
    """The kinds of the organisations are told already; here come the steps that led to them."""

    coalition: Coalition
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    days: Days
    chronicle: Chronicle

    def write(self) -> None:
        told = tomllib.loads((DATA / "pipeline.toml").read_text(encoding="utf-8"))
        for card in told["step"]:
            for step in card["steps"]:
                self._step(self.organisations[card["organisation"]], step)
        for card in told["plan"]:
            self._plan(self.organisations[card["organisation"]], card)
        for card in told["suggestion"]:
            self._suggest(card)

    def _step(self, organisation: Organisation, card: Card) -> None:
        """On the day on which the organisation's own story has the same week."""
        at, by = self.days.moment(card["weeks"], of=organisation.name), self.people[card["by"]]
        with self.chronicle.change(f"pipeline.{card['stage']}", at=at, by=by):
            PipelineStep.objects.create(
                coalition=self.coalition,
                organisation=organisation,
                stage=card["stage"],
                on=at.date(),
                cause=card.get("cause", ""),
                reason=card["reason"],
                taken_by=by,
                taken_at=at,
            )

    def _plan(self, organisation: Organisation, card: Card) -> None:
        at = self.days.moment(card["weeks"], of=f"{organisation.name}, plan")
        with self.chronicle.change("pipeline.planned", at=at, by=self.people[card["by"]]):
            PipelinePlan.objects.create(
                coalition=self.coalition,
                organisation=organisation,
                inviter=self.people[card["inviter"]],
                invite_by=self.days.on + timedelta(days=card["due"]),
                through=self.organisations.get(card.get("through", "")),
                note=card["note"],
            )

    def _suggest(self, card: Card) -> None:
        at, by = self.days.moment(card["weeks"], of=card["name"]), self.people[card["by"]]
        told = ("name", "why", "known_from", "whom", "would_introduce")
        values = {name: card[name] for name in told if name in card}
        with self.chronicle.change("nomination.made", at=at, by=by):
            nomination = Nomination.objects.create(
                coalition=self.coalition, suggested_by=by, suggested_at=at, **values
            )
        if "answered" in card:
            self._answer(nomination, card)

    def _answer(self, nomination: Nomination, card: Card) -> None:
        at = self.days.moment(card["answered"], of=f"{card['name']}, answer")
        by = self.people[card["answered_by"]]
        with self.chronicle.change(f"nomination.{card['state']}", at=at, by=by):
            nomination.state, nomination.answer = card["state"], card.get("answer", "")
            nomination.organisation = self.organisations.get(card.get("organisation", ""))
            nomination.decided_by, nomination.decided_at = by, at
            nomination.save()
