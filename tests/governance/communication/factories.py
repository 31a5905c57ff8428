from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from accounts.permissions import Role
from governance.models import (
    CallRow,
    RegularMessage,
    SentMessage,
    UrgentCall,
    UrgentMessage,
    UrgentProtocol,
)
from tests.factories import (
    NOW,
    TODAY,
    CoalitionFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    PersonFactory,
)


class RegularMessageFactory(DjangoModelFactory):
    """Due every month, the next time in ten days."""

    class Meta:
        model = RegularMessage

    coalition = factory.SubFactory(CoalitionFactory)
    what = factory.Sequence(lambda n: f"Message {n}")
    audience = "All partners"
    cadence = "monthly"
    channel = "email"
    owner = factory.SubFactory(
        MembershipFactory, role=Role.STEERING, coalition=factory.SelfAttribute("..coalition")
    )
    first_due_on = factory.SelfAttribute("due_on")
    due_on = TODAY + timedelta(days=10)

    class Params:
        as_needed = factory.Trait(cadence="as_needed", due_on=None)
        retired = factory.Trait(retired_on=TODAY)


class SentMessageFactory(DjangoModelFactory):
    class Meta:
        model = SentMessage

    message = factory.SubFactory(RegularMessageFactory)
    coalition = factory.SelfAttribute("message.coalition")
    sent_on = TODAY
    sent_by = factory.SubFactory(PersonFactory)


class UrgentProtocolFactory(DjangoModelFactory):
    class Meta:
        model = UrgentProtocol

    coalition = factory.SubFactory(CoalitionFactory)
    title = factory.Sequence(lambda n: f"Heat wave {n}")
    when_to_use = "Three days above 35 degrees."
    channel = "phone"
    frame = "It is hot. Drink water. We call again at noon."

    class Params:
        retired = factory.Trait(retired_on=TODAY)


class CallRowFactory(DjangoModelFactory):
    class Meta:
        model = CallRow

    protocol = factory.SubFactory(UrgentProtocolFactory)
    coalition = factory.SelfAttribute("protocol.coalition")
    contact = factory.SubFactory(
        ContactFactory,
        organisation=factory.SubFactory(
            OrganisationFactory, coalition=factory.SelfAttribute("...coalition")
        ),
    )
    position = factory.Sequence(lambda n: n)


class UrgentMessageFactory(DjangoModelFactory):
    class Meta:
        model = UrgentMessage

    protocol = factory.SubFactory(UrgentProtocolFactory)
    coalition = factory.SelfAttribute("protocol.coalition")
    words = "It is hot."
    started_at = NOW
    started_by = factory.SubFactory(PersonFactory)


class UrgentCallFactory(DjangoModelFactory):
    class Meta:
        model = UrgentCall

    message = factory.SubFactory(UrgentMessageFactory)
    coalition = factory.SelfAttribute("message.coalition")
    row = factory.SubFactory(CallRowFactory, protocol=factory.SelfAttribute("..message.protocol"))
