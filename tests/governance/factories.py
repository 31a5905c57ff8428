"""Bodies, seats, functions and who holds them."""

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from governance.models import Body, Function, RoleAssignment, Seat
from tests.factories import TODAY, CoalitionFactory, ContactFactory, OrganisationFactory


class BodyFactory(DjangoModelFactory):
    class Meta:
        model = Body

    coalition = factory.SubFactory(CoalitionFactory)
    name = factory.Sequence(lambda n: f"Body {n}")
    opened_on = TODAY - timedelta(days=700)

    class Params:
        steering = factory.Trait(kind=Body.Kind.STEERING)
        paused = factory.Trait(paused_on=TODAY, paused_because="Nobody has time in summer")
        closed = factory.Trait(closed_on=TODAY, closed_because="Its work is done")


class SeatFactory(DjangoModelFactory):
    class Meta:
        model = Seat

    body = factory.SubFactory(BodyFactory)
    coalition = factory.SelfAttribute("body.coalition")
    title = factory.Sequence(lambda n: f"Seat {n}")


class FunctionFactory(DjangoModelFactory):
    class Meta:
        model = Function

    coalition = factory.SubFactory(CoalitionFactory)
    name = factory.Sequence(lambda n: f"Function {n}")


class RoleAssignmentFactory(DjangoModelFactory):
    """In force today, held by a person of an organisation of the same coalition."""

    class Meta:
        model = RoleAssignment

    seat = factory.SubFactory(SeatFactory)
    coalition = factory.LazyAttribute(lambda role: (role.seat or role.function).coalition)
    organisation = factory.SubFactory(
        OrganisationFactory, coalition=factory.SelfAttribute("..coalition")
    )
    contact = factory.SubFactory(
        ContactFactory, organisation=factory.SelfAttribute("..organisation")
    )
    starts_on = TODAY - timedelta(days=300)
    ends_on = TODAY + timedelta(days=200)

    class Params:
        of_function = factory.Trait(seat=None, function=factory.SubFactory(FunctionFactory))
        over = factory.Trait(ends_on=TODAY - timedelta(days=1))
        coming = factory.Trait(starts_on=TODAY + timedelta(days=1))
        unaccepted = factory.Trait(acknowledged_on=None)
