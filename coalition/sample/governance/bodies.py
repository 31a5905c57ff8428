"""The sample's bodies and functions with their seats, and who held them from when to when."""

from datetime import date, timedelta
from typing import Any

from coalition.sample.governance.story import Story
from governance.models import Body, Function, RoleAssignment, Seat
from partners.models import Contact, Term, Vocabulary

Card = dict[str, Any]
DAY_BEFORE = timedelta(days=1)


def write_bodies(story: Story) -> None:
    told = story.told("bodies")
    writer = _Writer(story)
    for card in told["body"]:
        writer.body(card)
    for position, card in enumerate(told["function"]):
        writer.function(card, position)


class _Writer:
    def __init__(self, story: Story) -> None:
        self.story = story
        sectors = Term.objects.of_coalition(story.coalition.pk).in_vocabulary(Vocabulary.SECTOR)
        self.sectors = {term.name: term for term in sectors}
        contacts = Contact.objects.filter(coalition=story.coalition)
        self.contacts = {(row.organisation_id, row.name): row for row in contacts}
        self.bodies: dict[str, Body] = {}

    def body(self, card: Card) -> None:
        story, of = self.story, f"body {card['name']}"
        at, by = story.days.moment(card["weeks"], of=of), story.people[card["by"]]
        with story.chronicle.change("body.opened", at=at, by=by):
            body = Body.objects.create(
                coalition=story.coalition,
                name=card["name"],
                kind=card["kind"],
                own_kind=card.get("own_kind", ""),
                parent=self.bodies.get(card.get("parent", "")),
                purpose=card["purpose"],
                cadence=card["cadence"],
                quorum=card.get("quorum"),
                publication=card["publication"],
                opened_on=at.date(),
            )
            seats = [self._seat(body, seat, n) for n, seat in enumerate(card["seat"])]
        self.bodies[body.name] = body
        for seat, told in zip(seats, card["seat"], strict=True):
            for term in told["terms"]:
                self._term(term, of=f"{body}, {seat}", by=card["by"], seat=seat)
        if "closed" in card:
            self._close(body, card)

    def function(self, card: Card, position: int) -> None:
        story = self.story
        at = story.days.moment(128, of="functions")
        with story.chronicle.change("function.added", at=at, by=story.people["tom"]):
            function = Function.objects.create(
                coalition=story.coalition,
                name=card["name"],
                kind=card["kind"],
                about=card["about"],
                position=position,
            )
        for term in card["holders"]:
            self._term(term, of=f"function {function}", by="ruth", function=function)

    def _seat(self, body: Body, card: Card, position: int) -> Seat:
        return Seat.objects.create(
            coalition=body.coalition,
            body=body,
            title=card["title"],
            rank=card.get("rank", "member"),
            is_voting=card.get("votes", True),
            is_lived_experience=card.get("lived", False),
            sector=self.sectors[card["sector"]],
            duties=card.get("duties", ""),
            position=position,
        )

    def _term(self, card: Card, *, of: str, by: str, **held: Any) -> None:
        """Accepted on the first day, unless the card says that nobody has yet."""
        story, partner = self.story, self.story.organisations[card["partner"]]
        at = story.days.moment(card["from"], of=of)
        with story.chronicle.change("role.assigned", at=at, by=story.people[by]):
            RoleAssignment.objects.create(
                coalition=story.coalition,
                organisation=partner,
                contact=self.contacts[partner.pk, card["person"]],
                delegate=self.contacts.get((partner.pk, card.get("delegate", ""))),
                starts_on=at.date(),
                ends_on=self._last_day(card, of),
                ended_because=card.get("why", ""),
                acknowledged_on=at.date() if card.get("accepted", True) else None,
                **held,
            )

    def _last_day(self, card: Card, of: str) -> date | None:
        """The day before the week's day, on which a successor may start; ahead of us if it is negative."""
        weeks = card.get("until")
        if weeks is None:
            return None
        if weeks < 0:
            return self.story.days.on - timedelta(weeks=weeks)
        return self.story.days.day(weeks, of=of) - DAY_BEFORE

    def _close(self, body: Body, card: Card) -> None:
        story = self.story
        at = story.days.moment(card["closed"], of=f"{body} closed")
        with story.chronicle.change(
            "body.closed", at=at, by=story.people[card["by"]], reason=card["closed_because"]
        ):
            body.closed_on, body.closed_because = at.date(), card["closed_because"]
            body.save()
