"""What the sample's holders were asked and what they said: the yearly word, changes, duties."""

from datetime import date, datetime, time, timedelta
from typing import Any

from coalition.sample.governance.story import Story
from governance.models import AskedChange, RoleAssignment, RoleLetter, Seat

Card = dict[str, Any]
A_YEAR, ANSWERED_AFTER = timedelta(days=365), timedelta(days=4)
MORNING = time(7, 0)


def write_seats(story: Story) -> None:
    told = story.told("seats")
    writer = _Writer(story, told)
    for card in told["duties"]:
        writer.duties(card)
    for role in writer.roles():
        writer.years(role)
    for card in told["letter"]:
        writer.letter(card)
    for card in told["change"]:
        writer.change(card)


class _Writer:
    def __init__(self, story: Story, told: Card) -> None:
        self.story = story
        seats = Seat.objects.of_coalition(story.coalition.pk).select_related("body")
        self.seats = {(seat.body.name, seat.title): seat for seat in seats}
        self.silent = {self._seat(card).pk for card in told["silent"]}

    def roles(self) -> list[RoleAssignment]:
        """Accepted ones, seats and functions alike."""
        rows = RoleAssignment.objects.of_coalition(self.story.coalition.pk).told()
        return list(rows.filter(acknowledged_on__isnull=False).order_by("pk"))

    def duties(self, card: Card) -> None:
        seat, at = self._seat(card), self.story.days.moment(card["weeks"], of=card["seat"])
        by = self.story.people[card["by"]]
        with self.story.chronicle.change("seat.edited", at=at, by=by):
            seat.duties = card["words"]
            seat.save(update_fields=["duties"])

    def years(self, role: RoleAssignment) -> None:
        """A letter on each anniversary, and the yes some days later, as far as that lies behind us."""
        last = min(role.ends_on or self.story.days.on, self.story.days.on)
        asked = role.starts_on + A_YEAR
        while asked + ANSWERED_AFTER < last:
            letter = self._asked(role, self._morning(asked), RoleLetter.Asks.CONFIRM)
            if role.seat_id not in self.silent:
                self._confirmed(role, letter, at=self._morning(asked) + ANSWERED_AFTER)
            asked += A_YEAR

    def letter(self, card: Card) -> None:
        """One that a coordinator wrote, without an answer so far."""
        at = self.story.days.moment(card["weeks"], of=card["seat"])
        self._asked(self._held(card), at, RoleLetter.Asks.ACCEPT, by=card["by"])

    def change(self, card: Card) -> None:
        role, at = self._held(card), self.story.days.moment(card["weeks"], of=card["seat"])
        with self.story.chronicle.change("role.change_asked", at=at):
            change = AskedChange.objects.create(
                coalition_id=role.coalition_id,
                role=role,
                words=card["words"],
                asked_on=at.date(),
                contact=role.contact,
            )
        if "settled" in card:
            self._settled(change, card)

    def _settled(self, change: AskedChange, card: Card) -> None:
        at, by = (
            self.story.days.moment(card["settled"], of=card["seat"]),
            self.story.people[card["by"]],
        )
        with self.story.chronicle.change("role.change_settled", at=at, by=by):
            change.settled_on, change.settled_by = at.date(), by
            change.settled_words = card["done"]
            change.save()

    def _asked(self, role: RoleAssignment, at: datetime, asks: str, *, by: str = "") -> RoleLetter:
        """The letter's row only: the sample writes to nobody."""
        person = self.story.people[by] if by else None
        with self.story.chronicle.change("role.asked", at=at, by=person):
            return RoleLetter.objects.create(
                coalition_id=role.coalition_id,
                role=role,
                asks=asks,
                contact=role.contact,
                sent_at=at,
                sent_on=at.date(),
                asked_by=person,
            )

    def _confirmed(self, role: RoleAssignment, letter: RoleLetter, *, at: datetime) -> None:
        with self.story.chronicle.change("role.confirmed", at=at):
            role.confirmed_on = letter.answered_on = at.date()
            role.save(update_fields=["confirmed_on"])
            letter.save(update_fields=["answered_on"])

    def _morning(self, day: date) -> datetime:
        return datetime.combine(day, MORNING, tzinfo=self.story.days.time_zone)

    def _seat(self, card: Card) -> Seat:
        return self.seats[card["body"], card["seat"]]

    def _held(self, card: Card) -> RoleAssignment:
        rows = RoleAssignment.objects.of_seats([self._seat(card).pk]).told()
        return rows.order_by("-starts_on")[0]
