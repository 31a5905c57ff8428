"""What is known of one organisation in depth: their words beside our notes, and what nobody asked yet."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from accounts.models import Membership
from accounts.permissions import Permission
from partners.models import (
    DepthSettings,
    InterviewVisit,
    Organisation,
    ProfileAnswer,
    ProfileRow,
    Topic,
    Verification,
    Voice,
)
from partners.models.depth.topics import SHAPES, Shape


@dataclass(frozen=True)
class Side:
    """What one voice says of a topic."""

    answer: ProfileAnswer | None
    rows: list[ProfileRow]

    def __bool__(self) -> bool:
        return bool(self.answer or self.rows)


@dataclass(frozen=True)
class Told:
    """A topic with both sides; `ours` is None for those who do not read our notes."""

    topic: str
    theirs: Side
    ours: Side | None

    @property
    def label(self) -> str:
        return str(Topic(self.topic).label)

    @property
    def shape(self) -> Shape:
        return SHAPES[self.topic]

    @property
    def is_known(self) -> bool:
        return bool(self.theirs or self.ours)


@dataclass(frozen=True)
class Confirmed:
    """When somebody last said that it is still right, and when it is to be asked again."""

    last: Verification | None
    since: date
    every: int
    on: date

    @property
    def due_on(self) -> date:
        return self.since + timedelta(days=self.every)

    @property
    def is_due(self) -> bool:
        return self.due_on <= self.on


@dataclass(frozen=True)
class Depth:
    topics: list[Told]
    confirmed: Confirmed
    visit: InterviewVisit | None
    settings: DepthSettings

    @property
    def known(self) -> list[Told]:
        return [told for told in self.topics if told.is_known]

    @property
    def unknown(self) -> list[Told]:
        return [told for told in self.topics if not told.is_known]

    @property
    def band(self) -> str:
        """XS to XL by their own choice, or nothing."""
        told = next(told for told in self.topics if told.topic == Topic.CAPACITY)
        return told.theirs.answer.choice if told.theirs.answer else ""


def depth_of(organisation: Organisation, *, membership: Membership, on: date) -> Depth:
    """In five queries, whatever was said; a sixth for who interviews."""
    settings = DepthSettings.objects.of(organisation.coalition_id)
    last = Verification.objects.of(organisation.pk).first()
    may_interview = membership.may(Permission.EDIT_PARTNERS)
    return Depth(
        topics=topics_of(organisation, membership=membership),
        confirmed=Confirmed(
            last=last,
            since=last.on if last else organisation.coalition.day(at=organisation.created_at),
            every=settings.verify_every,
            on=on,
        ),
        visit=InterviewVisit.objects.of(organisation.pk).first() if may_interview else None,
        settings=settings,
    )


def topics_of(organisation: Organisation, *, membership: Membership) -> list[Told]:
    answers = {
        (one.topic, one.voice): one
        for one in ProfileAnswer.objects.readable_by(membership).of(organisation.pk).with_who()
    }
    rows = grouped(ProfileRow.objects.readable_by(membership).of(organisation.pk).in_order())
    reads_notes = membership.may(Permission.READ_NOTES)

    def side(topic: str, voice: str) -> Side:
        return Side(answers.get((topic, voice)), rows[topic, voice])

    return [
        Told(
            topic=topic,
            theirs=side(topic, Voice.THEIRS),
            ours=side(topic, Voice.OURS) if reads_notes else None,
        )
        for topic in Topic.values
    ]


def grouped(rows: Iterable[ProfileRow]) -> dict[tuple[str, str], list[ProfileRow]]:
    groups: dict[tuple[str, str], list[ProfileRow]] = defaultdict(list)
    for row in rows:
        groups[row.topic, row.voice].append(row)
    return groups
