"""How the sample's newcomers came in: checklists, buddies, who asked at the open door, trainings."""

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from accounts.models import Person
from coalition.sample.governance.story import Story
from governance.models import (
    Buddy,
    JoiningStep,
    JoinRequest,
    Onboarding,
    OnboardingItem,
    OpenDoor,
    Training,
    TrainingAttendance,
)
from governance.reports.joining.joined import day_joined
from governance.reports.joining.presets import PRESETS
from partners.models import Contact, Organisation

Card = dict[str, Any]


def write_joining(story: Story) -> None:
    told = story.told("joining")
    writer = _Writer(story)
    writer.steps(told["filled"])
    for card in told["onboarding"]:
        writer.onboarding(card)
    writer.door(told["door"])
    for card in told["ask"]:
        writer.ask(card)
    for card in told["training"]:
        writer.training(card)


class _Writer:
    def __init__(self, story: Story) -> None:
        self.story = story

    def _moment(self, weeks: int, of: str) -> datetime:
        return self.story.days.moment(weeks, of=of)

    def steps(self, weeks: int) -> None:
        story = self.story
        at, by = self._moment(weeks, "checklist"), story.people["tom"]
        with story.chronicle.change("joining_step.added", at=at, by=by):
            JoiningStep.objects.bulk_create(
                JoiningStep(
                    coalition=story.coalition,
                    audience=preset.audience,
                    kind=preset.kind,
                    words=str(preset.words),
                    hint=str(preset.hint),
                    due_days=preset.due_days,
                    is_theirs=preset.is_theirs,
                    position=position,
                )
                for position, preset in enumerate(PRESETS, start=1)
            )

    # ------------------------------------------------------------ newcomers

    def onboarding(self, card: Card) -> None:
        story, by = self.story, self.story.people[card["by"]]
        made = self._newcomer(card)
        at = self._moment(card["started"], f"onboarding {made}")
        made.started_on = max(at.date(), made.joined_on)
        with story.chronicle.change("onboarding.started", at=at, by=by):
            made.save()
            items = [self._item(made, step) for step in self._steps(made)]
        if "buddy" in card:
            self._buddy(made, card["buddy"], by=by)
        for item in items:
            if item.kind in card["done"]:
                weeks = card["done"][item.kind]
                self._tick(item, self._moment(weeks, f"{made}, {item.kind}"), by=by)
        if "ended" in card:
            self._end(made, card, by=by)

    def _newcomer(self, card: Card) -> Onboarding:
        coalition = self.story.coalition
        if "person" in card:
            person = self.story.people[card["person"]]
            member = coalition.members.get(person=person)
            return Onboarding(coalition=coalition, membership=member, joined_on=member.started_on)
        partner = self.story.organisations[card["partner"]]
        joined = day_joined(partner) or self.story.days.on
        return Onboarding(coalition=coalition, organisation=partner, joined_on=joined)

    def _steps(self, onboarding: Onboarding) -> list[JoiningStep]:
        audience = "partner" if onboarding.organisation_id else "person"
        rows = JoiningStep.objects.of_coalition(self.story.coalition)
        return list(rows.meant_for(audience))

    def _item(self, onboarding: Onboarding, step: JoiningStep) -> OnboardingItem:
        due = step.due_days and onboarding.joined_on + timedelta(days=step.due_days)
        return OnboardingItem.objects.create(
            coalition=self.story.coalition,
            onboarding=onboarding,
            step=step,
            kind=step.kind,
            words=step.words,
            hint=step.hint,
            due_on=due and max(due, onboarding.started_on),
            is_theirs=step.is_theirs,
            position=step.position,
        )

    def _tick(self, item: OnboardingItem, at: datetime, *, by: Person) -> None:
        done_on = max(at.date(), item.onboarding.joined_on)
        with self.story.chronicle.change("onboarding_item.ticked", at=at, by=by):
            item.done_on, item.ticked_by, item.ticked_at = done_on, by, at
            item.save()

    def _buddy(self, onboarding: Onboarding, card: Card, *, by: Person) -> None:
        story, partner = self.story, self.story.organisations[card["partner"]]
        at = self._moment(card["asked"], f"buddy of {onboarding}")
        speaker = Contact.objects.first_speakers([partner.pk]).get()
        with story.chronicle.change("buddy.asked", at=at, by=by):
            buddy = Buddy.objects.create(
                coalition=story.coalition,
                onboarding=onboarding,
                organisation=partner,
                contact=speaker,
                message=card.get("message", ""),
                asked_on=at.date(),
                asked_by=by,
            )
        if "said" in card:
            answered = self._moment(card["answered"], f"{buddy} answers for {onboarding}")
            with story.chronicle.change(f"buddy.{card['said']}", at=answered):
                buddy.answer, buddy.is_by_link = card["said"], True
                buddy.answered_on = max(answered.date(), buddy.asked_on)
                buddy.save()
                if buddy.has_accepted:
                    item = onboarding.items.get(kind="buddy")
                    item.done_on, item.ticked_at = buddy.answered_on, answered
                    item.save()

    def _end(self, onboarding: Onboarding, card: Card, *, by: Person) -> None:
        at = self._moment(card["ended"], f"{onboarding} has come in")
        with self.story.chronicle.change("onboarding.finished", at=at, by=by):
            onboarding.ended_on = at.date()
            onboarding.ended_because = card.get("because", "")
            onboarding.save()

    # ------------------------------------------------------------ the open door

    def door(self, card: Card) -> None:
        story, by = self.story, self.story.people[card["by"]]
        at = self._moment(card["weeks"], "open door")
        with story.chronicle.change("open_door.opened", at=at, by=by):
            OpenDoor.objects.create(
                coalition=story.coalition,
                is_open=True,
                welcome=card["welcome"].strip(),
                welcome_es=card["welcome_es"].strip(),
                languages=card["languages"],
                times=card["times"],
                answered_by=by,
            )

    def ask(self, card: Card) -> None:
        story = self.story
        at = self._moment(card["weeks"], card["name"])
        with story.chronicle.change("join_request.made", at=at):
            asked = JoinRequest.objects.create(
                coalition=story.coalition,
                organisation_name=card.get("organisation", ""),
                contact_name=card["name"],
                contact_title=card.get("title", ""),
                email=card["email"],
                hopes=card["hopes"],
                speaks=card["speaks"],
                times=card["times"],
                needs=card.get("needs", ""),
                consented_at=at,
                asked_at=at,
            )
        if "answer" in card:
            answered, by = self._moment(card["answered"], card["name"]), story.people["ruth"]
            with story.chronicle.change("join_request.declined", at=answered, by=by):
                asked.state, asked.answer = "declined", card["answer"]
                asked.answered_at, asked.answered_by = answered, by
                asked.save()

    # ------------------------------------------------------------ trainings

    def training(self, card: Card) -> None:
        story, by = self.story, self.story.people[card["by"]]
        at = self._moment(card["weeks"], card["title"])
        with story.chronicle.change("training.added", at=at, by=by):
            training = Training.objects.create(
                coalition=story.coalition,
                title=card["title"],
                kind=card["kind"],
                held_on=at.date(),
                hours=Decimal(str(card["hours"])),
                given_by=card["given_by"],
                link=card.get("link", ""),
                about=card.get("about", ""),
            )
        with story.chronicle.change("training.attended", at=at, by=by):
            for name, who, *sure in card["people"]:
                self._was_there(training, story.organisations[name], who, *sure)

    def _was_there(
        self,
        training: Training,
        partner: Organisation,
        who: str | int,
        before: int | None = None,
        after: int | None = None,
    ) -> None:
        """By name, or so many; and how sure they were before and after, if they said."""
        is_named = isinstance(who, str)
        TrainingAttendance.objects.create(
            coalition=training.coalition,
            training=training,
            organisation=partner,
            contact=partner.contacts.get(name=who) if is_named else None,
            people=1 if is_named else who,
            before=before,
            after=after,
        )
