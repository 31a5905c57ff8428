"""What the sample's partners gain: promises with what became of them, statements, wordings, two letters."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from accounts.models import Coalition, Person
from accounts.permissions import Role
from coalition.sample.chronicle import Chronicle
from coalition.sample.days import Days
from coalition.sample.files import DATA
from partners.models import Benefit, Organisation, Wording
from partners.operations.value import benefits, letters
from partners.operations.value.benefits import Counted
from partners.operations.value.wordings import fill_wordings
from partners.reports.value.letters import willing

GAINS = DATA / "value.toml"
Card = dict[str, Any]


@dataclass(frozen=True)
class GainWriter:
    """Writes them in the order of the file; each step is a change of its own, on its own day."""

    coalition: Coalition
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    days: Days
    chronicle: Chronicle

    def write(self) -> None:
        told = tomllib.loads(GAINS.read_text(encoding="utf-8"))
        self._fill(told["wordings"])
        for card in told["benefit"]:
            self._promise(card)
        for card in told["statement"]:
            self._state(card)
        for card in told["letter"]:
            self._write_to(card)

    def _fill(self, card: Card) -> None:
        at, by = self.days.moment(card["weeks"], of="wordings"), self.people[card["by"]]
        with self.chronicle.change("wording.added", at=at, by=by):
            fill_wordings(self.coalition, language="en", by=by)

    def _promise(self, card: Card) -> None:
        words, by = card["words"], self.people[card["by"]]
        at = self.days.moment(card["promised"], of=words)
        benefit = Benefit(
            kind=card["kind"],
            words=words,
            is_tangible=card.get("is_tangible", False),
            promised_on=at.date(),
            promised_by=by,
            due_on=self.days.day(card["due"], of=words) if "due" in card else None,
            note=card.get("note", ""),
        )
        with self.chronicle.change("benefit.promised", at=at, by=by):
            benefits.promise(self.organisations[card["organisation"]], benefit, by=by)
        self._go_on(benefit, card, by=by)

    def _go_on(self, benefit: Benefit, card: Card, *, by: Person) -> None:
        """What became of it, as far as the card says."""
        if "under_way" in card:
            with self.chronicle.change("benefit.reopened", at=self._at(card, "under_way"), by=by):
                benefits.set_open(benefit, is_under_way=True, by=by)
        if "moved" in card:
            self._move(benefit, card["moved"], by=by)
        if "delivered" in card:
            self._deliver(benefit, card, by=by)
        if "withdrawn" in card:
            at = self._at(card, "withdrawn")
            with self.chronicle.change("benefit.withdrawn", at=at, by=by):
                benefits.withdraw(benefit, on=at.date(), reason=card["reason"], by=by)
        if "came" in card:
            self._answer(benefit, card)

    def _move(self, benefit: Benefit, card: Card, *, by: Person) -> None:
        at = self.days.moment(card["weeks"], of=benefit.words)
        benefit.due_on = self.days.day(card["to"], of=benefit.words)
        with self.chronicle.change("benefit.edited", at=at, by=by):
            benefits.edit_benefit(benefit, by=by, is_agreed=card.get("is_agreed", False))

    def _deliver(self, benefit: Benefit, card: Card, *, by: Person) -> None:
        at = self._at(card, "delivered")
        counted = Counted()
        if "amount" in card:
            own_unit = card.get("own_unit", "")
            unit = card.get("unit", Benefit.Unit.OWN)
            counted = Counted(amount=Decimal(card["amount"]), unit=unit, own_unit=own_unit)
        with self.chronicle.change("benefit.delivered", at=at, by=by):
            benefits.deliver(benefit, on=at.date(), what=card["what"], by=by, counted=counted)

    def _at(self, card: Card, step: str) -> Any:
        return self.days.moment(card[step], of=card["words"])

    def _answer(self, benefit: Benefit, card: Card) -> None:
        at, by = self._at(card, "came_weeks"), self.people[card["came_by"]]
        speaks = self.coalition.members.of(by).get().role == Role.PARTNER
        with self.chronicle.change("benefit.answered", at=at, by=by):
            benefits.answer(
                benefit,
                came=card["came"],
                words=card.get("came_words", ""),
                on=at.date(),
                by=by,
                is_their_own_word=speaks,
            )

    def _state(self, card: Card) -> None:
        organisation = self.organisations[card["organisation"]]
        for words, hand, weeks, verb, say in (
            ("words", "by", "weeks", "value.stated", benefits.state_value),
            (
                "own_words",
                "own_words_by",
                "own_words_weeks",
                "value.said",
                benefits.state_own_words,
            ),
            ("hopes", "hoped_by", "hoped_weeks", "value.hoped", benefits.state_hopes),
        ):
            at, by = self.days.moment(card[weeks], of=card[words]), self.people[card[hand]]
            with self.chronicle.change(verb, at=at, by=by):
                say(organisation, words=card[words].strip(), by=by, on=at.date())

    def _write_to(self, card: Card) -> None:
        organisation, by = self.organisations[card["organisation"]], self.people[card["by"]]
        letters_of = Wording.objects.of_coalition(self.coalition.pk)
        wording = letters_of.called(card["wording"], purpose=Wording.Purpose.LETTER).get()
        at = self.days.moment(card["weeks"], of=card["organisation"])
        (contact, *_others) = willing(organisation.contacts.all())
        with self.chronicle.change("letter.drafted", at=at, by=by):
            drafted = letters.draft_letter(
                organisation, contact=contact, wording=wording, by=by, at=at
            )
        if "printed" in card:
            at = self.days.moment(card["printed"], of=card["organisation"])
            with self.chronicle.change("letter.printed", at=at, by=by):
                letters.hand_over(drafted.letter, on=at.date(), by=by, at=at)
