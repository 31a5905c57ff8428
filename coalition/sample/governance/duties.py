"""What the sample's bodies see to, where they work, and which of two like duties are meant to be so."""

from typing import Any

from coalition.sample.governance.story import Story
from governance.models import Body, Duty
from governance.operations.bodies import overlaps
from governance.operations.bodies.parts import write_duties, write_links

Card = dict[str, Any]


def write_what_bodies_do(story: Story) -> None:
    told = story.told("duties")
    bodies = {body.name: body for body in Body.objects.of_coalition(story.coalition.pk)}
    for card in told["body"]:
        _tell(story, bodies[card["name"]], card)
    for card in told["meant"]:
        _mean(story, card)


def _tell(story: Story, body: Body, card: Card) -> None:
    at = story.days.moment(card["weeks"], of=f"duties of {body}")
    with story.chronicle.change("body.edited", at=at, by=story.people[card["by"]]):
        write_duties(body, card["duties"])
        write_links(body, [(label, address) for label, address in card["links"]])


def _mean(story: Story, card: Card) -> None:
    at, by = story.days.moment(card["weeks"], of=card["reason"]), story.people[card["by"]]
    duties = {duty.words: duty for duty in Duty.objects.of_coalition(story.coalition.pk)}
    first, second = duties[card["first"]], duties[card["second"]]
    with story.chronicle.change("overlap.meant", at=at, by=by, reason=card["reason"]):
        overlaps.mean(first, second, reason=card["reason"], on=at.date(), by=by)
