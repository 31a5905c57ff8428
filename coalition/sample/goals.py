"""What the sample coalition aims for, what each goal needs, who does what in it, and who is here for it."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from accounts.models import Coalition, Person
from coalition.sample.chronicle import Chronicle
from coalition.sample.days import Days
from coalition.sample.files import DATA
from goals.models import CARRIED, Goal, GoalNeed, GoalRole, GoalTerm, HereFor
from partners.models import NeededVoice, Organisation, Term
from partners.models.composition.needed_voices import AXES

Card = dict[str, Any]


@dataclass(frozen=True)
class GoalWriter:
    """After the needed voices, which goals point at."""

    coalition: Coalition
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    days: Days
    chronicle: Chronicle

    def write(self) -> None:
        told = tomllib.loads((DATA / "goals.toml").read_text(encoding="utf-8"))
        for card in told["goal"]:
            goal = self._set(card)
            self._need(goal, card)
            for role in card["roles"]:
                self._give(goal, role, card)
            for link in card["here_for"]:
                self._here_for(goal, link)

    def _set(self, card: Card) -> Goal:
        at = self.days.moment(card["weeks"], of=card["statement"])
        with self.chronicle.change("goal.set", at=at, by=self.people[card["by"]]):
            goal = Goal.objects.create(
                coalition=self.coalition,
                statement=card["statement"],
                how=card["how"],
                works_on=card["works_on"],
                by_when=self.days.on + timedelta(weeks=card["due"]),
            )
            GoalTerm.objects.bulk_create(
                GoalTerm(coalition=self.coalition, goal=goal, term=self._term(name, one))
                for name in CARRIED
                for one in card.get(name, [])
            )
        return goal

    def _need(self, goal: Goal, card: Card) -> None:
        at = self.days.moment(card["weeks"] - 1, of=f"needs of {goal}")
        with self.chronicle.change("goal_need.added", at=at, by=self.people[card["by"]]):
            for need in card["needs"]:
                GoalNeed.objects.create(
                    coalition=self.coalition,
                    goal=goal,
                    needed=self._voice(need),
                    kind=need.get("kind", ""),
                    strength=need.get("strength", ""),
                    why=need.get("why", ""),
                )

    def _voice(self, need: Card) -> NeededVoice | None:
        terms = {axis.value: self._term(axis, need[axis]).pk for axis in AXES if axis in need}
        if not terms:
            return None
        return NeededVoice.objects.of_coalition(self.coalition.pk).asking_for(terms).get()

    def _give(self, goal: Goal, role: Card, card: Card) -> None:
        at = self.days.moment(card["weeks"] - 2, of=f"{role['organisation']} in {goal}")
        with self.chronicle.change("goal_role.given", at=at, by=self.people[card["by"]]):
            given = GoalRole.objects.create(
                coalition=self.coalition,
                goal=goal,
                organisation=self.organisations[role["organisation"]],
                letter=role["letter"],
                words=role.get("words", ""),
                equity=role.get("equity", ""),
                since_on=at.date(),
            )
        if "own" in role:
            self._tell(given, role["own"])

    def _tell(self, role: GoalRole, own: Card) -> None:
        at, by = (
            self.days.moment(own["weeks"], of=f"own words: {role.words}"),
            self.people[own["by"]],
        )
        with self.chronicle.change("goal_role.told", at=at, by=by):
            role.own_words, role.own_equity = own["words"], own["equity"]
            role.own_said_on, role.own_written_by = at.date(), by
            role.is_own_hand = own.get("own_hand", False)
            role.save()

    def _here_for(self, goal: Goal, link: Card) -> None:
        at, by = self.days.moment(link["weeks"], of=f"here for {goal}"), self.people[link["by"]]
        with self.chronicle.change("here_for.said", at=at, by=by):
            HereFor.objects.create(
                coalition=self.coalition,
                goal=goal,
                organisation=self.organisations[link["organisation"]],
                said_on=at.date(),
                said_by=by,
                is_own_hand=link.get("own_hand", False),
            )

    def _term(self, vocabulary: str, name: str) -> Term:
        return Term.objects.of_coalition(self.coalition.pk).get(vocabulary=vocabulary, name=name)
