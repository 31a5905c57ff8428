"""What we ask an organisation about itself, topic by topic, in the words in which one asks a person.

A topic is answered in words; some ask for one of a few choices too, and some for rows. Everything that
shows, asks or compares a topic goes by what is said of it here.
"""

from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from partners.models.taxonomy import OtherList, Vocabulary


class Topic(models.TextChoices):
    """In the order in which a first talk goes: what they are proud of before what they lack."""

    MISSION = "mission", _("Mission")
    INITIATIVES = "initiatives", _("What they are working on")
    STRENGTHS = "strengths", _("Strengths")
    VALUES = "values", _("Values")
    PRIORITIES = "priorities", _("Their own priorities")
    MOTIVATION = "motivation", _("What draws them")
    WHY_HERE = "why_here", _("Why here")
    POPULATIONS = "populations", _("Where they are trusted")
    EQUITY = "equity", _("Role in equity work")
    COLLABORATIONS = "collaborations", _("Past collaborations")
    CAPACITY = "capacity", _("Capacity")
    CHALLENGES = "challenges", _("Challenges")
    WORKING = "working", _("How they like to work")
    SUPPORT = "support", _("Support they need")
    GOVERNMENT = "government", _("Part of government")


class Band(models.TextChoices):
    """How much an organisation can carry, by its own judgement."""

    XS = "XS", _("XS: a few hours a month, nobody paid for it")
    S = "S", _("S: somebody has a day a month")
    M = "M", _("M: somebody has a day a week")
    L = "L", _("L: a person or a team, and some money")
    XL = "XL", _("XL: staff, money and rooms of their own")


class Government(models.TextChoices):
    NONE = "none", _("Not part of government")
    CITY = "city", _("City or town")
    COUNTY = "county", _("County or district")
    STATE = "state", _("State")
    FEDERAL = "federal", _("Federal")
    TRIBAL = "tribal", _("Tribal nation")
    SCHOOL = "school", _("School district")


class Support(models.TextChoices):
    """Who was asked and needs nothing is not the same as who was not asked."""

    NOTHING = "nothing", _("Nothing for now")


class Capacity(models.TextChoices):
    """What capacity rests on."""

    FUNDING = "funding", _("Funding")
    EXPERTISE = "expertise", _("Expertise")
    NETWORKS = "networks", _("Networks")
    RESEARCH = "research", _("Research and data")
    MARKETING = "marketing", _("Marketing and media")
    OUTREACH = "outreach", _("Outreach to people")
    PEOPLE = "people", _("Staff and volunteers")
    PLACES = "places", _("Rooms, vehicles, tools")
    POLICY = "policy", _("A say in policy")


STRENGTHS = (
    (1, _("can help")),
    (2, _("does it well")),
    (3, _("others learn from them")),
)
AMOUNTS = ((0, _("none")), (1, _("a little")), (2, _("some")), (3, _("plenty")))
# From which amount on they can give of a kind of capacity.
SOME = 2
TRUST = (
    (1, _("known by name")),
    (2, _("people come when asked")),
    (3, _("people come by themselves")),
    (4, _("one of their own")),
)
# From which level on we say that somebody is trusted: people come when they ask. By our own choice.
TRUSTED = 2
Levels = tuple[tuple[int, Any], ...]


@dataclass(frozen=True)
class Column:
    """One field of the rows of a topic: a name among `ProfileRow`'s fields, and what it is called."""

    name: str
    label: Any
    is_main: bool = False  # a row in which it is empty is none


@dataclass(frozen=True)
class Shape:
    """How a topic is asked. `question` is what one says; `hints` is what one may add when it stays quiet."""

    question: Any
    hints: Any
    columns: tuple[Column, ...] = ()
    levels: Levels = ()
    choices: type[models.TextChoices] | None = None
    choice_label: Any = ""
    vocabulary: str = ""
    also: tuple[str, ...] = ()  # further lists from which a term may be chosen
    text_label: Any = field(default=_("In a few sentences"))
    is_ordered: bool = False
    asks_each: bool = False  # a row for every kind of capacity, told or not

    @property
    def lists(self) -> tuple[str, ...]:
        return (self.vocabulary, *self.also) if self.vocabulary else ()

    @property
    def level_words(self) -> dict[int, str]:
        return {level: str(words) for level, words in self.levels}


NOTE = Column("note", _("Anything to add"))

SHAPES: dict[str, Shape] = {
    Topic.MISSION: Shape(
        _("What are you here to do, and for whom?"),
        _("If a neighbor asked what you do all day, what would you say?"),
    ),
    Topic.INITIATIVES: Shape(
        _("What are you working on these days?"),
        _("What are you proud of this year? What comes next?"),
    ),
    Topic.STRENGTHS: Shape(
        _("What are you really good at?"),
        _("What do others call you for? What could others learn from you?"),
        columns=(
            Column("words", _("Good at"), is_main=True),
            Column("level", _("How good")),
            NOTE,
        ),
        levels=STRENGTHS,
        text_label=_("Anything else about what they are good at"),
    ),
    Topic.VALUES: Shape(
        _("What matters to you in how you work?"),
        _("What would you never do, even for a good cause?"),
    ),
    Topic.PRIORITIES: Shape(
        _("What comes first for you this year? And then?"),
        _("Three to five are plenty, in their order. Choose words of the list where they fit."),
        columns=(
            Column("position", _("Place")),
            Column("term", _("From the list"), is_main=True),
            Column("words", _("Or in other words"), is_main=True),
        ),
        vocabulary=OtherList.PRIORITY,
        text_label=_("What lies behind this order"),
        is_ordered=True,
    ),
    Topic.MOTIVATION: Shape(
        _("What would make working with others worth your time?"),
        _("Think of people you would reach, money, data, being heard, company."),
    ),
    Topic.WHY_HERE: Shape(
        _("Why this coalition? What would you like to see changed here?"),
        _("If it went well, what would be different in two years?"),
    ),
    Topic.POPULATIONS: Shape(
        _("Whom do you serve, in which languages, and how far do they trust you?"),
        _("How did that come about? Whom would people send to you? Who would not come yet?"),
        columns=(
            Column("term", _("Group, language or place"), is_main=True),
            Column("level", _("How trusted")),
            Column("note", _("How they came to know them")),
        ),
        levels=TRUST,
        vocabulary=Vocabulary.POPULATION,
        also=(Vocabulary.LANGUAGE, Vocabulary.AREA),
        text_label=_("Anything else about the people they serve"),
    ),
    Topic.EQUITY: Shape(
        _("Who is left out around here, and what is your part in changing that?"),
        _("What have you stopped doing because it left somebody out?"),
    ),
    Topic.COLLABORATIONS: Shape(
        _("With whom have you worked before, and what came of it?"),
        _("What would you do again? What rather not?"),
        columns=(
            Column("words", _("With whom"), is_main=True),
            Column("period", _("When")),
            Column("note", _("What came of it")),
        ),
        text_label=_("Anything else about working with others"),
    ),
    Topic.CAPACITY: Shape(
        _("How much can you carry, honestly?"),
        _("What does it rest on? Choosing a small size is no shame: it protects everybody."),
        columns=(
            Column("kind", _("Of what"), is_main=True),
            Column("level", _("How much of it")),
            NOTE,
        ),
        levels=AMOUNTS,
        choices=Band,
        choice_label=_("Size, by their own choice"),
        text_label=_("Anything else about what they can carry"),
        asks_each=True,
    ),
    Topic.CHALLENGES: Shape(
        _("What makes your work hard at the moment?"),
        _("What keeps you awake? What worries you about working together?"),
    ),
    Topic.WORKING: Shape(
        _("How do you like to work with others?"),
        _("Calls or letters? Mornings or evenings? Quick steps or long talks?"),
    ),
    Topic.SUPPORT: Shape(
        _("What would you need from us in order to take part?"),
        _("Child care, an interpreter, travel money, a template, somebody to call?"),
        columns=(
            Column("term", _("From the list"), is_main=True),
            Column("words", _("Or in other words"), is_main=True),
            NOTE,
        ),
        choices=Support,
        choice_label=_("If they need nothing"),
        vocabulary=OtherList.SUPPORT,
        text_label=_("Anything else about the support they need"),
    ),
    Topic.GOVERNMENT: Shape(
        _("Are you part of government, or tied to an agency?"),
        _("Which office do you answer to? Who there should know of us?"),
        choices=Government,
        choice_label=_("Level of government"),
        text_label=_("Agency, and how they are tied to it"),
    ),
}
WITH_ROWS = [topic.value for topic in Topic if SHAPES[topic].columns]


def next_topic(topic: str) -> str:
    """The one that is asked after it; nothing after the last."""
    order = Topic.values
    place = order.index(topic) + 1
    return order[place] if place < len(order) else ""


def topic_before(topic: str) -> str:
    place = Topic.values.index(topic)
    return Topic.values[place - 1] if place else ""
