"""How to begin with somebody new: what we know, who could introduce us, and what to ask (D3.6).

Curious first: the questions are those of the discovery interview, so that what is heard finds its place.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from accounts.models import Membership
from partners.models import Organisation, ProfileAnswer, Topic
from partners.models.depth.topics import SHAPES
from partners.reports.pipeline.doors import Door
from partners.reports.pipeline.readiness import Signs, signs_of

# What one would read before a first call, and what one asks in it: in this order.
KNOWN = (Topic.MISSION, Topic.INITIATIVES, Topic.PRIORITIES)
ASKED = (Topic.INITIATIVES, Topic.PRIORITIES, Topic.CHALLENGES, Topic.WORKING)


@dataclass(frozen=True)
class Asked:
    """A question of the script. `is_told`: we know something of it already, and ask what is new."""

    topic: Topic
    question: Any
    hints: Any
    is_told: bool


@dataclass(frozen=True)
class FirstTalk:
    known: list[tuple[Topic, str]]
    questions: list[Asked]
    signs: Signs

    @property
    def door(self) -> Door | None:
        """Who could say a word for us."""
        return self.signs.doors[0] if self.signs.doors else None

    @property
    def asks_too_much(self) -> bool:
        return self.signs.asks > self.signs.gives


def first_talk(organisation: Organisation, *, membership: Membership, on: date) -> FirstTalk:
    """Four queries."""
    said = ProfileAnswer.objects.readable_by(membership).of(organisation.pk)
    texts: dict[str, str] = {}
    for topic, text in said.order_by("voice").values_list("topic", "text"):
        texts[topic] = text or texts.get(topic, "")
    return FirstTalk(
        known=[(topic, texts[topic]) for topic in KNOWN if texts.get(topic)],
        questions=[
            Asked(topic, SHAPES[topic].question, SHAPES[topic].hints, topic in texts)
            for topic in ASKED
        ],
        signs=signs_of([organisation.pk], on=on)[organisation.pk],
    )
