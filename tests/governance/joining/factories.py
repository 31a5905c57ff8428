"""Checklists, newcomers, buddies, who asks at the open door, trainings."""

from datetime import UTC, date, datetime, timedelta

import factory
from factory.django import DjangoModelFactory

from governance.models import (
    Audience,
    Buddy,
    JoiningStep,
    JoinRequest,
    Onboarding,
    OnboardingItem,
    OpenDoor,
    Training,
    TrainingAttendance,
)
from tests.factories import (
    TODAY,
    CoalitionFactory,
    ContactFactory,
    MembershipFactory,
    OrganisationFactory,
    PersonFactory,
)

A_MOMENT = datetime(2026, 5, 11, 15, 0, tzinfo=UTC)


class JoiningStepFactory(DjangoModelFactory):
    class Meta:
        model = JoiningStep

    coalition = factory.SubFactory(CoalitionFactory)
    audience = Audience.PARTNER
    words = factory.Sequence(lambda n: f"Step {n}")
    position = factory.Sequence(lambda n: n)

    class Params:
        for_people = factory.Trait(audience=Audience.PERSON)
        theirs = factory.Trait(is_theirs=True)
        retired = factory.Trait(retired_on=TODAY)


class OnboardingFactory(DjangoModelFactory):
    """Of a partner; `of_member=True` of a person."""

    class Meta:
        model = Onboarding

    organisation = factory.SubFactory(OrganisationFactory)
    coalition = factory.LazyAttribute(lambda one: (one.organisation or one.membership).coalition)
    joined_on = TODAY - timedelta(days=30)
    started_on = TODAY - timedelta(days=25)

    class Params:
        of_member = factory.Trait(
            organisation=None, membership=factory.SubFactory(MembershipFactory)
        )
        ended = factory.Trait(ended_on=TODAY)


class OnboardingItemFactory(DjangoModelFactory):
    class Meta:
        model = OnboardingItem

    onboarding = factory.SubFactory(OnboardingFactory)
    coalition = factory.SelfAttribute("onboarding.coalition")
    words = factory.Sequence(lambda n: f"Item {n}")
    position = factory.Sequence(lambda n: n)

    class Params:
        theirs = factory.Trait(is_theirs=True)
        done = factory.Trait(done_on=TODAY - timedelta(days=3), ticked_at=A_MOMENT)
        late = factory.Trait(due_on=date(2026, 4, 20))


class BuddyFactory(DjangoModelFactory):
    """Asked, a contact of another organisation of the same coalition."""

    class Meta:
        model = Buddy

    onboarding = factory.SubFactory(OnboardingFactory)
    coalition = factory.SelfAttribute("onboarding.coalition")
    organisation = factory.SubFactory(
        OrganisationFactory, coalition=factory.SelfAttribute("..coalition")
    )
    contact = factory.SubFactory(
        ContactFactory, organisation=factory.SelfAttribute("..organisation")
    )
    asked_on = TODAY - timedelta(days=10)
    asked_by = factory.SubFactory(PersonFactory)

    class Params:
        accepted = factory.Trait(answer="accepted", answered_on=TODAY)


class OpenDoorFactory(DjangoModelFactory):
    class Meta:
        model = OpenDoor

    coalition = factory.SubFactory(CoalitionFactory)
    is_open = True
    welcome = "Everybody who cares about food is welcome."
    languages = ["English", "Spanish"]
    times = ["Weekday evenings", "Online"]
    answered_by = factory.SubFactory(PersonFactory)


class JoinRequestFactory(DjangoModelFactory):
    class Meta:
        model = JoinRequest

    coalition = factory.SubFactory(CoalitionFactory)
    organisation_name = factory.Sequence(lambda n: f"Neighbors {n}")
    contact_name = "Lena Moss"
    email = factory.Sequence(lambda n: f"lena{n}@elm.example")
    hopes = "Cook together."
    consented_at = A_MOMENT
    asked_at = A_MOMENT


class TrainingFactory(DjangoModelFactory):
    class Meta:
        model = Training

    coalition = factory.SubFactory(CoalitionFactory)
    title = factory.Sequence(lambda n: f"Training {n}")
    kind = Training.Kind.EQUITY
    held_on = TODAY - timedelta(days=20)
    hours = 2


class TrainingAttendanceFactory(DjangoModelFactory):
    class Meta:
        model = TrainingAttendance

    training = factory.SubFactory(TrainingFactory)
    coalition = factory.SelfAttribute("training.coalition")
    organisation = factory.SubFactory(
        OrganisationFactory, coalition=factory.SelfAttribute("..coalition")
    )
