"""The sample's communication plan with what was sent and missed, and a protocol that was needed once."""

from datetime import timedelta
from typing import Any

from accounts.models import Membership
from coalition.sample.governance.story import Story
from governance.models import CallRow, RegularMessage, SentMessage, UrgentMessage, UrgentProtocol
from governance.operations import urgent
from partners.models import Contact

Card = dict[str, Any]


def write_communication(story: Story) -> None:
    told = story.told("communication")
    writer = _Writer(story)
    for card in told["message"]:
        writer.message(card)
    for card in told["protocol"]:
        writer.protocol(card)


class _Writer:
    def __init__(self, story: Story) -> None:
        self.story = story
        members = Membership.objects.filter(coalition=story.coalition)
        self.members = {row.person_id: row for row in members}
        contacts = Contact.objects.filter(coalition=story.coalition)
        self.contacts = {(row.organisation_id, row.name): row for row in contacts}

    def message(self, card: Card) -> None:
        story, of = self.story, f"message {card['what']}"
        at, by = story.days.moment(card["weeks"], of=of), story.people["ruth"]
        due_on = story.days.on + timedelta(days=card["due"]) if "due" in card else None
        with story.chronicle.change("message.planned", at=at, by=by):
            message = RegularMessage.objects.create(
                coalition=story.coalition,
                what=card["what"],
                audience=card["audience"],
                about=card.get("about", ""),
                cadence=card["cadence"],
                channel=card["channel"],
                channel_note=card.get("channel_note", ""),
                owner=self._member(card["owner"]),
                first_due_on=due_on,
                due_on=due_on,
            )
        for sent in card["sent"]:
            self._sent(message, sent, card)

    def _sent(self, message: RegularMessage, told: Card, card: Card) -> None:
        story = self.story
        at = story.days.moment(told["weeks"], of=f"{message} sent")
        by = story.people[card["owner"]]
        with story.chronicle.change("message.sent", at=at, by=by):
            SentMessage.objects.create(
                coalition=story.coalition,
                message=message,
                sent_on=at.date(),
                sent_by=by,
                due_on=at.date() if message.due_on else None,
                missed=told.get("missed", 0),
                note=told["note"],
                link=told.get("link", ""),
            )

    def protocol(self, card: Card) -> None:
        story, of = self.story, f"protocol {card['title']}"
        at, by = story.days.moment(card["weeks"], of=of), story.people[card["by"]]
        rows: dict[str, CallRow] = {}
        with story.chronicle.change("protocol.written", at=at, by=by):
            protocol = UrgentProtocol.objects.create(
                coalition=story.coalition,
                title=card["title"],
                when_to_use=card["when_to_use"],
                channel=card["channel"],
                fallback=card["fallback"],
                frame=card["frame"].strip(),
            )
            for position, call in enumerate(card["call"], start=1):
                row = self._call(protocol, call, position, rows)
                rows[call.get("person") or call["member"]] = row
        self._run(protocol, card["run"], list(rows.values()))

    def _call(
        self, protocol: UrgentProtocol, call: Card, position: int, rows: dict[str, CallRow]
    ) -> CallRow:
        partner = self.story.organisations[call["partner"]] if "partner" in call else None
        return CallRow.objects.create(
            coalition=self.story.coalition,
            protocol=protocol,
            contact=self.contacts[partner.pk, call["person"]] if partner else None,
            member=None if partner else self._member(call["member"]),
            called_by=rows.get(call.get("by", "")),
            position=position,
            note=call.get("note", ""),
        )

    def _run(self, protocol: UrgentProtocol, card: Card, rows: list[CallRow]) -> None:
        story = self.story
        at, by = story.days.moment(card["weeks"], of=f"{protocol} run"), story.people[card["by"]]
        with story.chronicle.change("urgent.started", at=at, by=by):
            message = urgent.start(protocol, words=card["words"].strip(), at=at, by=by)
        calls = {call.row_id: call for call in message.calls.all()}
        for minutes, (row, outcome) in enumerate(zip(rows, card["outcomes"], strict=True)):
            when = at + timedelta(minutes=4 + 6 * minutes)
            with story.chronicle.change("urgent.called", at=when, by=by):
                urgent.note_call(calls[row.pk], outcome=outcome, at=when, by=by)
        self._end(message, card)

    def _end(self, message: UrgentMessage, card: Card) -> None:
        at, by = message.started_at + timedelta(hours=5), message.started_by
        with self.story.chronicle.change("urgent.ended", at=at, by=by):
            urgent.end(message, learned=card["learned"], at=at, by=by)

    def _member(self, key: str) -> Membership:
        return self.members[self.story.people[key].pk]
