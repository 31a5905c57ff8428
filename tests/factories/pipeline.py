"""Partners to be, on their way."""

import factory
from factory.django import DjangoModelFactory

from partners.models import Nomination, PipelinePlan, PipelineStep
from tests.factories.moments import NOW, TODAY
from tests.factories.organisations import PartFactory
from tests.factories.people import CoalitionFactory, PersonFactory


class PipelineStepFactory(PartFactory):
    """In conversation, for some days."""

    class Meta:
        model = PipelineStep

    stage = "in_conversation"
    on = TODAY
    taken_by = factory.SubFactory(PersonFactory)


class PipelinePlanFactory(PartFactory):
    """Somebody invites them; no day is set."""

    class Meta:
        model = PipelinePlan

    inviter = factory.SubFactory(PersonFactory)


class NominationFactory(DjangoModelFactory):
    """It waits for an answer."""

    class Meta:
        model = Nomination

    coalition = factory.SubFactory(CoalitionFactory)
    name = factory.Sequence(lambda n: f"Suggested Circle {n}")
    why = "They reach whom nobody reaches."
    suggested_by = factory.SubFactory(PersonFactory)
    suggested_at = NOW
