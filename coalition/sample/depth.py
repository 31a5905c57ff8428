"""What the sample's partners told of themselves, who asked them when, and who stands on the grid."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from accounts.models import Coalition, Person
from coalition.sample.chronicle import Chronicle
from coalition.sample.days import Days
from coalition.sample.files import DATA
from partners.models import (
    Classification,
    Contact,
    DepthSettings,
    InterviewVisit,
    Organisation,
    OtherList,
    OwnPriority,
    ProfileAnswer,
    ProfileRow,
    Stake,
    Term,
    Topic,
    Verification,
    Voice,
)
from partners.models.depth.topics import SHAPES

FILES = DATA / "depth"
# A talk begins before what is said in it is written down, and is read over afterwards.
BEFORE, AFTER = timedelta(minutes=40), timedelta(minutes=20)


@dataclass(frozen=True)
class DepthWriter:
    """Writes it partner by partner; of each, one talk for all topics."""

    coalition: Coalition
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    days: Days
    chronicle: Chronicle

    def write(self) -> None:
        compared = tomllib.loads((FILES / "compared_with.toml").read_text(encoding="utf-8"))
        self._compare_with(compared["compared_with"])
        told = tomllib.loads((FILES / "partners.toml").read_text(encoding="utf-8"))
        for card in told["partner"]:
            self._tell(card)
        for card in told["round"]:
            self._go_round(card)
        for card in compared["stake"]:
            self._place(card)

    def _moment(self, card: Mapping[str, Any]) -> datetime:
        return self.days.moment(card["weeks"], of=card.get("organisation", "compared with"))

    def _compare_with(self, card: dict[str, Any]) -> None:
        by, at = self.people[card["by"]], self._moment(card)
        with self.chronicle.change("depth_settings.changed", at=at, by=by):
            DepthSettings.objects.create(
                coalition=self.coalition, verify_every=card["verify_every"], needs=card["needs"]
            )
            for position, name in enumerate(card["priorities"], start=1):
                term = self._term(OtherList.PRIORITY, name)
                OwnPriority.objects.create(coalition=self.coalition, term=term, position=position)

    def _term(self, vocabulary: str, name: str) -> Term:
        return self._listed([vocabulary], name)

    def _listed(self, vocabularies: Iterable[str], name: str) -> Term:
        return Term.objects.in_any(vocabularies).get(coalition=self.coalition, name=name)

    def _tell(self, card: dict[str, Any]) -> None:
        name = card["organisation"]
        organisation, by = self.organisations[name], self.people[card["by"]]
        here = {"coalition": self.coalition, "organisation": organisation}
        at = self._moment(card)
        said_by = self._contact(organisation, card.get("said_by"))
        with self.chronicle.change("profile.answered", at=at, by=by):
            for topic in Topic.values:
                for voice, told in card.get(topic, {}).items():
                    self._answer(here, topic, voice, told, by=by, said_by=said_by, at=at)
        for visit in card.get("visits", ()):
            self._visit(here, name, visit)
        if "verified" in card:
            verified = {**card["verified"], "organisation": name}
            self._verify(here, verified)

    def _contact(self, organisation: Organisation, name: str | None) -> Contact | None:
        return (name and Contact.objects.get(organisation=organisation, name=name)) or None

    def _answer(
        self,
        here: dict[str, Any],
        topic: str,
        voice: str,
        told: dict[str, Any],
        *,
        by: Person,
        said_by: Contact | None,
        at: datetime,
    ) -> None:
        ProfileAnswer.objects.create(
            **here,
            topic=topic,
            voice=voice,
            text=told.get("text", ""),
            choice=told.get("choice", ""),
            said_by=said_by if voice == Voice.THEIRS else None,
            said_on=at.date(),
            recorded_by=by,
        )
        for position, row in enumerate(told.get("rows", ()), start=1):
            term = row.get("term") and self._listed(SHAPES[topic].lists, row["term"])
            ProfileRow.objects.create(
                **here,
                **{**row, "term": term or None},
                topic=topic,
                voice=voice,
                position=position,
            )
            if topic == Topic.POPULATIONS and voice == Voice.THEIRS:
                Classification.objects.get_or_create(**here, term=term)

    def _visit(self, here: dict[str, Any], name: str, card: dict[str, Any]) -> None:
        at, by = self._moment({**card, "organisation": name}) - BEFORE, self.people[card["by"]]
        with self.chronicle.change("interview.begun", at=at, by=by):
            InterviewVisit.objects.create(
                **here,
                by=by,
                contact=self._contact(here["organisation"], card.get("contact")),
                on=at.date(),
                topic=card["topic"],
                is_finished=card.get("is_finished", False),
            )

    def _verify(self, here: dict[str, Any], card: dict[str, Any]) -> None:
        at, by = self._moment(card) + AFTER, self.people[card["by"]]
        with self.chronicle.change("profile.verified", at=at, by=by):
            contact = self._contact(here["organisation"], card.get("contact"))
            Verification.objects.create(**here, by=by, contact=contact, on=at.date())

    def _go_round(self, card: dict[str, Any]) -> None:
        """Somebody called all of these in one week, and each was still right."""
        for name in card["partners"]:
            here = {"coalition": self.coalition, "organisation": self.organisations[name]}
            self._verify(here, {**card, "organisation": name})

    def _place(self, card: dict[str, Any]) -> None:
        told = {key: card[key] for key in card.keys() - {"organisation", "by", "weeks"}}
        at, by = self._moment(card), self.people[card["by"]]
        with self.chronicle.change("stake.placed", at=at, by=by):
            Stake.objects.create(
                coalition=self.coalition,
                organisation=self.organisations[card["organisation"]],
                placed_by=by,
                placed_on=at.date(),
                **told,
            )
