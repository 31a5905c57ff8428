"""Key roles, deputies, interest, mentor pairs, handovers and places."""

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from governance.models import (
    CheckIn,
    Deputy,
    Handover,
    HandoverLine,
    HandoverStep,
    Interest,
    KeyRole,
    MentorPair,
    Moment,
    Place,
    Ready,
)
from tests.factories import (
    TODAY,
    CoalitionFactory,
    ContactFactory,
    OrganisationFactory,
    PersonFactory,
)
from tests.governance.factories import FunctionFactory, RoleAssignmentFactory, SeatFactory


class KeyRoleFactory(DjangoModelFactory):
    class Meta:
        model = KeyRole

    seat = factory.SubFactory(SeatFactory)
    coalition = factory.LazyAttribute(lambda role: (role.seat or role.function).coalition)
    if_lost = "Nobody else may sign for the money."
    marked_on = TODAY - timedelta(days=100)

    class Params:
        of_function = factory.Trait(seat=None, function=factory.SubFactory(FunctionFactory))
        unmarked = factory.Trait(unmarked_on=TODAY)


class DeputyFactory(DjangoModelFactory):
    """Named, asked, and not ready for long; `on_the_bench=True` is willing and ready now."""

    class Meta:
        model = Deputy

    key_role = factory.SubFactory(KeyRoleFactory)
    coalition = factory.SelfAttribute("key_role.coalition")
    contact = factory.SubFactory(
        ContactFactory,
        organisation=factory.SubFactory(
            OrganisationFactory, coalition=factory.SelfAttribute("...coalition")
        ),
    )
    since_on = TODAY - timedelta(days=50)

    class Params:
        on_the_bench = factory.Trait(willing=Deputy.Willing.YES, ready=Ready.NOW)
        ended = factory.Trait(ended_on=TODAY, ended_because="They moved away")


class InterestFactory(DjangoModelFactory):
    class Meta:
        model = Interest

    coalition = factory.SubFactory(CoalitionFactory)
    person = factory.SubFactory(PersonFactory)
    words = factory.Sequence(lambda n: f"Kind of role {n}")
    offered_on = TODAY - timedelta(days=10)

    class Params:
        withdrawn = factory.Trait(withdrawn_on=TODAY)


class MentorPairFactory(DjangoModelFactory):
    class Meta:
        model = MentorPair

    coalition = factory.SubFactory(CoalitionFactory)
    mentor = factory.SubFactory(
        ContactFactory,
        organisation=factory.SubFactory(
            OrganisationFactory, coalition=factory.SelfAttribute("...coalition")
        ),
    )
    mentee = factory.SubFactory(
        ContactFactory,
        organisation=factory.SubFactory(
            OrganisationFactory, coalition=factory.SelfAttribute("...coalition")
        ),
    )
    goal = "Chairs a meeting alone by June"
    since_on = TODAY - timedelta(days=90)

    class Params:
        over = factory.Trait(ended_on=TODAY, outcome="She chairs now")


class CheckInFactory(DjangoModelFactory):
    class Meta:
        model = CheckIn

    pair = factory.SubFactory(MentorPairFactory)
    coalition = factory.SelfAttribute("pair.coalition")
    on = TODAY - timedelta(days=20)
    note = factory.Sequence(lambda n: f"Check-in number {n}")
    noted_by = factory.SubFactory(PersonFactory)


class HandoverLineFactory(DjangoModelFactory):
    class Meta:
        model = HandoverLine

    coalition = factory.SubFactory(CoalitionFactory)
    moment = Moment.LEAVING
    words = factory.Sequence(lambda n: f"Line {n}")
    position = factory.Sequence(lambda n: n)

    class Params:
        left_out = factory.Trait(retired_on=TODAY)


class HandoverFactory(DjangoModelFactory):
    """Started, and without items: those are made with HandoverStepFactory."""

    class Meta:
        model = Handover

    assignment = factory.SubFactory(RoleAssignmentFactory)
    coalition = factory.SelfAttribute("assignment.coalition")
    moment = Moment.LEAVING
    due_on = TODAY + timedelta(days=30)
    started_on = TODAY - timedelta(days=10)
    started_by = factory.SubFactory(PersonFactory)


class HandoverStepFactory(DjangoModelFactory):
    class Meta:
        model = HandoverStep

    handover = factory.SubFactory(HandoverFactory)
    coalition = factory.SelfAttribute("handover.coalition")
    words = factory.Sequence(lambda n: f"Item {n}")
    position = factory.Sequence(lambda n: n)


class PlaceFactory(DjangoModelFactory):
    class Meta:
        model = Place

    coalition = factory.SubFactory(CoalitionFactory)
    what = factory.Sequence(lambda n: f"Thing {n}")
    where = "In the cupboard of the office"
    access = "Ana Ruiz"
