"""What partners answer about themselves."""

import factory

from partners.models import InterviewVisit, ProfileAnswer, ProfileRow
from tests.factories.moments import TODAY
from tests.factories.organisations import PartFactory
from tests.factories.people import PersonFactory


class ProfileAnswerFactory(PartFactory):
    """What they say of their mission; `voice="ours"` is a note of ours."""

    class Meta:
        model = ProfileAnswer

    topic = "mission"
    voice = "theirs"
    text = factory.Sequence(lambda n: f"Answer {n}")
    said_on = TODAY
    recorded_by = factory.SubFactory(PersonFactory)


class ProfileRowFactory(PartFactory):
    """A strength in their own words."""

    class Meta:
        model = ProfileRow

    topic = "strengths"
    voice = "theirs"
    words = factory.Sequence(lambda n: f"Strength {n}")

    class Params:
        priority = factory.Trait(topic="priorities", words="")
        brings = factory.Trait(topic="capacity", words="")


class InterviewVisitFactory(PartFactory):
    class Meta:
        model = InterviewVisit

    by = factory.SubFactory(PersonFactory)
    on = TODAY
