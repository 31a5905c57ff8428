"""Duties, links, and overlaps that are meant."""

import factory
from factory.django import DjangoModelFactory

from governance.models import BodyLink, Duty, MeantOverlap
from tests.factories import TODAY
from tests.governance.factories import BodyFactory


class DutyFactory(DjangoModelFactory):
    class Meta:
        model = Duty

    body = factory.SubFactory(BodyFactory)
    coalition = factory.SelfAttribute("body.coalition")
    words = factory.Sequence(lambda n: f"Duty {n}")


class BodyLinkFactory(DjangoModelFactory):
    class Meta:
        model = BodyLink

    body = factory.SubFactory(BodyFactory)
    coalition = factory.SelfAttribute("body.coalition")
    label = "Shared folder"
    address = "https://files.example/shared"


class MeantOverlapFactory(DjangoModelFactory):
    """Of two duties of two bodies of one coalition, the earlier first."""

    class Meta:
        model = MeantOverlap

    first = factory.SubFactory(DutyFactory)
    second = factory.LazyAttribute(
        lambda note: DutyFactory(body=BodyFactory(coalition=note.first.coalition))
    )
    coalition = factory.SelfAttribute("first.coalition")
    reason = "One asks families, the other asks clinics."
    said_on = TODAY
