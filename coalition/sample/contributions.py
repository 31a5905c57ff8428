"""What the sample's partners give, and the support that they asked for, with what became of both."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from accounts.models import Coalition, Person
from accounts.permissions import Role
from coalition.sample.chronicle import Chronicle
from coalition.sample.days import Days
from coalition.sample.files import DATA
from contributions.models import Contribution, SupportRequest
from contributions.operations import contributions, support
from partners.models import Organisation, Term, Vocabulary
from partners.operations.value.benefits import Counted

FILE = DATA / "contributions.toml"
Card = dict[str, Any]


@dataclass(frozen=True)
class ContributionWriter:
    """Writes them in the order of the file; each step is a change of its own, on its own day."""

    coalition: Coalition
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    days: Days
    chronicle: Chronicle

    def write(self) -> None:
        told = tomllib.loads(FILE.read_text(encoding="utf-8"))
        for card in told["contribution"]:
            self._log(card)
        for card in told["support"]:
            self._ask(card)

    # ---------------------------------------------------------------- what they give

    def _log(self, card: Card) -> None:
        at, by = self._at(card, "promised"), self.people[card["by"]]
        counted = self._counted(card)
        row = Contribution(
            kind=card["kind"],
            words=card["words"],
            worth=card.get("worth", ""),
            promised_on=at.date(),
            due_on=self.days.day(card["due"], of=card["words"]) if "due" in card else None,
            promised_amount=counted.amount,
            unit=counted.unit,
            own_unit=counted.own_unit,
            note=card.get("note", ""),
        )
        with self.chronicle.change("contribution.logged", at=at, by=by):
            contributions.log(
                self.organisations[card["organisation"]],
                row,
                populations=self._populations(card),
                by=by,
                is_their_own_word=self._speaks(by),
            )
        self._go_on(row, card)

    def _go_on(self, row: Contribution, card: Card) -> None:
        by = self.people[card.get("end_by", card["by"])]
        own = self._speaks(by)
        if "moved" in card:
            at = self.days.moment(card["moved"]["weeks"], of=row.words)
            row.due_on = self.days.day(card["moved"]["to"], of=row.words)
            is_agreed = card["moved"].get("is_agreed", False)
            with self.chronicle.change("contribution.edited", at=at, by=by):
                contributions.edit(row, populations=None, is_agreed=is_agreed, by=by)
        if "given" in card:
            at, what = self._at(card, "given"), card.get("what", "")
            told = {"on": at.date(), "what": what, "counted": self._counted(card, "came")}
            with self.chronicle.change("contribution.given", at=at, by=by):
                contributions.deliver(row, by=by, is_their_own_word=own, **told)
        if "withdrawn" in card:
            at = self._at(card, "withdrawn")
            told = {"on": at.date(), "reason": card["reason"]}
            with self.chronicle.change("contribution.withdrawn", at=at, by=by):
                contributions.withdraw(row, by=by, is_their_own_word=own, **told)

    def _counted(self, card: Card, name: str = "amount") -> Counted:
        if name not in card:
            return Counted()
        own_unit = card.get("own_unit", "")
        unit = card.get("unit", Contribution.Unit.OWN)
        return Counted(amount=Decimal(card[name]), unit=unit, own_unit=own_unit)

    def _populations(self, card: Card) -> list[Term]:
        known = Term.objects.of_coalition(self.coalition.pk).in_vocabulary(Vocabulary.POPULATION)
        return [known.get(name=name) for name in card.get("populations", [])]

    # ---------------------------------------------------------------- the support that they ask for

    def _ask(self, card: Card) -> None:
        at, by = self._at(card, "asked"), self.people[card["by"]]
        row = SupportRequest(
            kind=card["kind"],
            words=card["words"],
            needed_by=self.days.day(card["needed"], of=card["words"]) if "needed" in card else None,
        )
        with self.chronicle.change("support.asked", at=at, by=by):
            support.ask(
                self.organisations[card["organisation"]],
                row,
                on=at.date(),
                by=by,
                is_their_own_word=self._speaks(by),
            )
        for verb, answer in (("agreed", support.agree), ("declined", support.decline)):
            if verb in card:
                at, by = self._at(card, verb), self.people["ruth"]
                with self.chronicle.change(f"support.{verb}", at=at, by=by):
                    answer(row, words=card.get("answer", ""), on=at.date(), by=by)
        if "provided" in card:
            at, by = self._at(card, "provided"), self.people["ruth"]
            with self.chronicle.change("support.provided", at=at, by=by):
                support.provide(row, what=card.get("what", ""), on=at.date(), by=by)

    def _at(self, card: Card, step: str) -> datetime:
        return self.days.moment(card[step], of=card["words"])

    def _speaks(self, person: Person) -> bool:
        return self.coalition.members.of(person).get().role == Role.PARTNER
