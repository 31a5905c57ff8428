"""What the sample's members said with its partners, and what its partners put on."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from accounts.models import Coalition, Person
from coalition.sample.chronicle import Chronicle
from coalition.sample.days import Days
from coalition.sample.files import DATA
from partners.models import (
    Contact,
    EventGuest,
    Organisation,
    PartnerEvent,
    TalkTier,
    Touchpoint,
    TouchpointContact,
    TouchpointMember,
)
from partners.models.talks.touchpoints import USUAL

TALKS = DATA / "talks.toml"


@dataclass(frozen=True)
class TalkWriter:
    """Writes them in the order in which they happened, so that an answer finds its question."""

    coalition: Coalition
    people: Mapping[str, Person]
    organisations: Mapping[str, Organisation]
    days: Days
    chronicle: Chronicle
    asked: dict[str, Touchpoint] = field(default_factory=dict)

    def write(self) -> None:
        told = read_talks()
        contacts = Contact.objects.filter(coalition=self.coalition)
        known = {(one.organisation_id, one.name): one for one in contacts}
        for at, name, card in self._in_order(told["partner"]):
            self._talk(self.organisations[name], card, at=at, known=known)
        for tier, names in told["tiers"].items():
            for name in names:
                self._tier(self.organisations[name], tier)
        for card in told["event"]:
            self._event(card)

    def _in_order(self, cards: list[dict[str, Any]]) -> list[tuple[datetime, str, dict[str, Any]]]:
        talks = [
            (
                self.days.moment(talk["weeks"], of=f"{card['name']}, {talk['said']}"),
                card["name"],
                talk,
            )
            for card in cards
            for talk in card["talks"]
        ]
        return sorted(talks, key=lambda told: told[:2])

    def _talk(
        self,
        organisation: Organisation,
        card: dict[str, Any],
        *,
        at: datetime,
        known: Mapping[tuple[int, str], Contact],
    ) -> None:
        by = self.people[card["by"]]
        with self.chronicle.change("touchpoint.logged", at=at, by=by):
            talk = Touchpoint.objects.create(
                coalition=self.coalition,
                organisation=organisation,
                logged_by=by,
                logged_at=at,
                **self._columns(card, at.date(), by),
            )
            TouchpointMember.objects.create(coalition=self.coalition, touchpoint=talk, person=by)
            TouchpointContact.objects.bulk_create(
                TouchpointContact(
                    coalition=self.coalition,
                    touchpoint=talk,
                    contact=known[organisation.pk, name],
                )
                for name in card.get("with", [])
            )
        if "key" in card:
            self.asked[card["key"]] = talk

    def _columns(self, card: dict[str, Any], on: date, by: Person) -> dict[str, Any]:
        direction, channel = USUAL[card["kind"]]
        follow_up = card.get("follow_up")
        return {
            "kind": card["kind"],
            "said": card["said"],
            "on": on,
            "direction": card.get("direction", direction),
            "channel": channel,
            "asks": card.get("asks", False),
            "answers": self.asked[card["answers"]] if "answers" in card else None,
            "follow_up_on": None
            if follow_up is None
            else max(on, self.days.on + timedelta(days=follow_up)),
            "follow_up_by": None if follow_up is None else by,
        }

    def _tier(self, organisation: Organisation, tier: str) -> None:
        at = self.days.moment(2, of=f"{organisation.name}, {tier}")
        with self.chronicle.change("talk_tier.set", at=at, by=self.people["ruth"]):
            TalkTier.objects.create(coalition=self.coalition, organisation=organisation, tier=tier)

    def _event(self, card: dict[str, Any]) -> None:
        at = self.days.moment(card["weeks"], of=card["name"])
        with self.chronicle.change("partner_event.added", at=at, by=self.people[card["by"]]):
            event = PartnerEvent.objects.create(
                coalition=self.coalition,
                organisation=self.organisations[card["partner"]],
                name=card["name"],
                on=self.days.on + timedelta(days=card["in_days"]),
                at=time.fromisoformat(card["at"]) if "at" in card else None,
                place=card.get("place", ""),
                link=card.get("link", ""),
                open_to=card["open_to"],
                note=card.get("note", ""),
            )
            for key in card["going"]:
                EventGuest.objects.create(
                    coalition=self.coalition, event=event, person=self.people[key]
                )


def read_talks() -> dict[str, Any]:
    return tomllib.loads(TALKS.read_text(encoding="utf-8"))
