"""What was looked into in the sample, what happened at a partner, and notes that few read."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from accounts.models import Coalition, Membership, Person
from coalition.sample.chronicle import Chronicle
from coalition.sample.days import Days
from coalition.sample.files import DATA
from partners.models import DiligenceQuestion, Incident, Organisation, Wording
from partners.operations.risk import diligence, incidents, notes
from partners.reports.value.merge_words import facts_for_holding, fill

Card = dict[str, Any]


@dataclass(frozen=True)
class RiskWriter:
    """Writes them in the order of the file; each step is a change of its own, on its own day."""

    coalition: Coalition
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    days: Days
    chronicle: Chronicle

    def write(self) -> None:
        told = tomllib.loads((DATA / "risk.toml").read_text(encoding="utf-8"))
        by = self.people[told["questions"]["by"]]
        at = self.days.moment(told["questions"]["weeks"], of="questions")
        with self.chronicle.change("diligence_question.added", at=at, by=by):
            diligence.fill_questions(self.coalition, by=by)
        for card in told["answer"]:
            self._answer(card)
        for card in told["incident"]:
            self._tell(card)
        for card in told["note"]:
            self._note(card)

    def _answer(self, card: Card) -> None:
        asked = DiligenceQuestion.objects.of_coalition(self.coalition)
        question = asked.get(position=card["question"])
        at, by = self.days.moment(card["weeks"], of=card["words"]), self.people[card["by"]]
        found = diligence.Found(
            finding=card["finding"], words=card["words"], review_on=self._coming(card["again"])
        )
        with self.chronicle.change("diligence.answered", at=at, by=by):
            home = self.organisations[card["organisation"]]
            diligence.answer(home, question, found, on=at.date(), by=by)

    def _tell(self, card: Card) -> None:
        at, by = self.days.moment(card["weeks"], of=card["title"]), self.people[card["by"]]
        news = incidents.News(card["title"], card["known"], at.date(), card["severity"])
        home = self.organisations[card["organisation"]]
        with self.chronicle.change("incident.opened", at=at, by=by):
            incident = incidents.open_incident(home, news, pauses=False, on=at.date(), by=by)
        if "holding" in card:
            self._hold(incident, card, by)
        for asked in card.get("decision", ()):
            self._ask(incident, asked, card, by)
        if "closed" in card:
            self._close(incident, card["closed"], by)

    def _hold(self, incident: Incident, card: Card, by: Person) -> None:
        at = self.days.moment(card["weeks"], of=card["title"]) + timedelta(hours=2)
        wordings = Wording.objects.of_coalition(self.coalition.pk)
        wording = wordings.for_purpose(Wording.Purpose.HOLDING).in_order()[card["holding"] - 1]
        facts = facts_for_holding(
            incident.organisation, coalition=self.coalition, sender=by, on=at.date()
        )
        statement = fill(wording.body, facts).text
        with self.chronicle.change("incident.statement_agreed", at=at, by=by):
            incidents.hold(incident, statement=statement, on=at.date(), by=by)

    def _ask(self, incident: Incident, asked: Card, card: Card, by: Person) -> None:
        at = self.days.moment(card["weeks"], of=card["title"]) + timedelta(hours=3)
        wanted = incidents.Asked(
            question=asked["question"],
            decider=self.people[asked["decider"]],
            due_on=self.days.on + timedelta(days=asked["due"]),
            options="\n".join(asked["options"]),
        )
        with self.chronicle.change("incident.decision_needed", at=at, by=by):
            incidents.ask_for_decision(incident, wanted, on=at.date(), by=by)

    def _close(self, incident: Incident, card: Card, by: Person) -> None:
        at = self.days.moment(card["weeks"], of=card["outcome"])
        with self.chronicle.change("incident.closed", at=at, by=by):
            incidents.close(incident, outcome=card["outcome"], on=at.date(), by=by)

    def _note(self, card: Card) -> None:
        at = self.days.moment(card["weeks"], of=card["words"])
        members = Membership.objects.filter(coalition=self.coalition).select_related("person")
        named = {one.person_id: one for one in members}
        author = named[self.people[card["by"]].pk]
        told = notes.Told(words=card["words"], review_on=self._coming(card["again"]))
        with self.chronicle.change("risk_note.written", at=at, by=author.person):
            notes.write(
                self.organisations[card["organisation"]],
                told,
                readers=[named[self.people[key].pk] for key in card["readers"]],
                heir=None,
                by=author,
                at=at,
            )

    def _coming(self, weeks: int) -> date:
        """Of a day to come, or one that is overdue."""
        return self.days.on + timedelta(weeks=weeks)
