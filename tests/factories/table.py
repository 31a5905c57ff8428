"""What is planned where somebody is missing at the table, and what was read of it together."""

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from partners.models import CompositionReport, Gap
from tests.factories.lists import NeededVoiceFactory
from tests.factories.moments import NOW, TODAY
from tests.factories.people import CoalitionFactory, PersonFactory


class GapFactory(DjangoModelFactory):
    class Meta:
        model = Gap

    needed = factory.SubFactory(NeededVoiceFactory)
    coalition = factory.SelfAttribute("needed.coalition")
    opened_on = TODAY


class CompositionReportFactory(DjangoModelFactory):
    class Meta:
        model = CompositionReport

    coalition = factory.SubFactory(CoalitionFactory)
    year = 2025
    half = 1
    figures = factory.Dict({})
    read_with = "the committee"
    read_on = TODAY
    next_review_on = TODAY + timedelta(days=183)
    signed_by = factory.SubFactory(PersonFactory)
    signed_at = NOW
