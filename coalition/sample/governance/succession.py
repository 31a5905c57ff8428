"""Who could follow in the sample's key roles, who learns from whom, and what is handed over."""

from datetime import timedelta
from typing import Any

from accounts.models import Membership
from coalition.sample.governance.story import Story
from governance.models import Function, Interest, KeyRole, RoleAssignment, Seat
from governance.operations.succession import handovers, interests, key_roles, mentors, places
from partners.models import Contact

Card = dict[str, Any]


def write_succession(story: Story) -> None:
    told = story.told("succession")
    writer = _Writer(story)
    for card in told["interest"]:
        writer.interest(card)
    for card in told["key_role"]:
        writer.key_role(card)
    for card in told["pair"]:
        writer.pair(card)
    writer.checklist()
    for card in told["handover"]:
        writer.handover(card)
    for card in told["place"]:
        writer.place(card)


class _Writer:
    """Each step is a change of its own, on its own day; coordinators keep all of it."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.by = story.people["ruth"]
        people = Contact.objects.filter(coalition=story.coalition)
        self.contacts = {(one.organisation_id, one.name): one for one in people}
        members = Membership.objects.filter(coalition=story.coalition).select_related("person")
        self.members = {one.person_id: one for one in members}
        self.interests: list[Interest] = []

    def interest(self, card: Card) -> None:
        story, by = self.story, self.story.people[card["by"]]
        at = story.days.moment(card["weeks"], of=f"interest of {card['by']}")
        wish = interests.Wish(
            ready=card["ready"],
            seat=self._seat(card) if "seat" in card else None,
            words=card.get("words", ""),
            helps=card["helps"],
        )
        with story.chronicle.change("interest.offered", at=at, by=by):
            made = interests.offer(story.coalition, wish, on=at.date(), by=by)
        self.interests.append(made)
        if "answered" in card:
            at = story.days.moment(card["answered"], of=f"answer to {card['by']}")
            by = story.people[card["answered_by"]]
            with story.chronicle.change("interest.answered", at=at, by=by):
                interests.answer(made, words=card["answer"], on=at.date(), by=by)

    def key_role(self, card: Card) -> None:
        story = self.story
        at = story.days.moment(card["weeks"], of="key roles")
        with story.chronicle.change("key_role.marked", at=at, by=self.by):
            role = self._marked(card, key_roles.Loss(card["if_lost"], card["hurts"]), at.date())
        if "held_by" in card:
            self._hold(role, card["held_by"])
        for deputy in card["deputies"]:
            self._deputy(role, deputy)

    def _marked(self, card: Card, loss: key_roles.Loss, on: Any) -> KeyRole:
        coalition = self.story.coalition
        if "task" in card:
            name = card["task"]
            return key_roles.mark_task(coalition, name=name, about="", loss=loss, on=on, by=self.by)
        role = self._seat(card) if "seat" in card else self._function(card["function"])
        return key_roles.mark(coalition, role, loss, on=on, by=self.by)

    def _hold(self, role: KeyRole, card: Card) -> None:
        story = self.story
        at = story.days.moment(card["from"], of=f"{role} held")
        person = self._person(card)
        with story.chronicle.change("role.assigned", at=at, by=self.by):
            RoleAssignment.objects.create(
                coalition=story.coalition,
                organisation_id=person.organisation_id,
                contact=person,
                function=role.function,
                starts_on=at.date(),
                acknowledged_on=at.date(),
            )

    def _deputy(self, role: KeyRole, card: Card) -> None:
        story = self.story
        at = story.days.moment(card["weeks"], of=f"deputy {card['person']}")
        standing = key_roles.Standing(card["willing"], card["ready"], card["note"])
        with story.chronicle.change("deputy.named", at=at, by=self.by):
            key_roles.name_deputy(
                role,
                self._person(card),
                standing,
                interest=self.interests[card["interest"] - 1] if "interest" in card else None,
                on=at.date(),
                by=self.by,
            )

    def pair(self, card: Card) -> None:
        story, of = self.story, f"mentoring of {card['mentee']['person']}"
        at = story.days.moment(card["weeks"], of=of)
        told = mentors.Together(
            mentor=self._person(card["mentor"]),
            mentee=self._person(card["mentee"]),
            goal=card["goal"],
            since_on=at.date(),
        )
        with story.chronicle.change("mentor_pair.begun", at=at, by=self.by):
            pair = mentors.begin(story.coalition, told, by=self.by)
        coming = story.days.on + timedelta(days=card["next"]) if "next" in card else None
        for check_in in card["check_ins"]:
            at = story.days.moment(check_in["weeks"], of=of)
            with story.chronicle.change("check_in.noted", at=at, by=self.by):
                by = self.members[self.by.pk]
                note = check_in["note"]
                mentors.check_in(pair, on=at.date(), note=note, next_on=coming, by=by)
        if "ended" in card:
            at = story.days.moment(card["ended"], of=of)
            with story.chronicle.change("mentor_pair.ended", at=at, by=self.by):
                mentors.end(pair, outcome=card["outcome"], on=at.date(), by=self.by)

    def checklist(self) -> None:
        story = self.story
        at = story.days.moment(47, of="checklist for handing over")
        with story.chronicle.change("handover_line.added", at=at, by=self.by):
            handovers.fill_lines(story.coalition, by=self.by)

    def handover(self, card: Card) -> None:
        story, of = self.story, f"handover of {card['person']}"
        at = story.days.moment(card["weeks"], of=of)
        term = RoleAssignment.objects.get(seat=self._seat(card), contact__name=card["person"])
        with story.chronicle.change("handover.started", at=at, by=self.by):
            due_on = story.days.on + timedelta(days=card["due"])
            started = handovers.start(
                term, moment=card["moment"], due_on=due_on, on=at.date(), by=self.by
            )
        steps = list(started.steps.all())
        for later, number in enumerate(card["done"], start=1):
            moment = at + timedelta(days=later)
            with story.chronicle.change("handover.item_done", at=moment, by=self.by):
                by = self.members[self.by.pk]
                handovers.tick(steps[number - 1], is_done=True, on=moment.date(), by=by)

    def place(self, card: Card) -> None:
        story = self.story
        at = story.days.moment(card["weeks"], of=card["what"])
        told = places.Whereabouts(card["what"], card["where"], card["access"])
        with story.chronicle.change("place.told", at=at, by=self.by):
            places.tell(story.coalition, told, by=self.by)

    def _person(self, card: Card) -> Contact:
        partner = self.story.organisations[card["partner"]]
        return self.contacts[partner.pk, card["person"]]

    def _seat(self, card: Card) -> Seat:
        seats = Seat.objects.of_coalition(self.story.coalition.pk).select_related("body")
        return seats.get(title=card["seat"], body__name=card["body"])

    def _function(self, name: str) -> Function:
        return Function.objects.of_coalition(self.story.coalition.pk).get(name=name)
