"""Goals, what they need, who does what in them, and who is here for them."""

from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from goals.models import Goal, GoalNeed, GoalRole, GoalTerm, HereFor
from tests.factories import (
    CoalitionFactory,
    NeededVoiceFactory,
    OrganisationFactory,
    PersonFactory,
    TermFactory,
)


def day(days=0):
    """So many days from the real today, by which pages go."""
    return timezone.localdate() + timedelta(days=days)


class GoalFactory(DjangoModelFactory):
    """Runs, for half a year to come, and works on conditions."""

    class Meta:
        model = Goal

    coalition = factory.SubFactory(CoalitionFactory)
    statement = factory.Sequence(lambda n: f"Goal {n}")
    by_when = factory.LazyFunction(lambda: day(180))
    works_on = Goal.WorksOn.CONDITIONS

    class Params:
        behaviour = factory.Trait(works_on=Goal.WorksOn.BEHAVIOUR)
        late = factory.Trait(by_when=factory.LazyFunction(lambda: day(-1)))
        reached = factory.Trait(
            ended_on=factory.LazyFunction(lambda: day(-30)),
            ended_as=Goal.End.REACHED,
            ended_because="The bus runs",
        )


class GoalTermFactory(DjangoModelFactory):
    """Works on a condition."""

    class Meta:
        model = GoalTerm

    goal = factory.SubFactory(GoalFactory)
    coalition = factory.SelfAttribute("goal.coalition")
    term = factory.SubFactory(
        TermFactory, coalition=factory.SelfAttribute("..coalition"), vocabulary="determinant"
    )


class GoalNeedFactory(DjangoModelFactory):
    """Needs a voice at the table."""

    class Meta:
        model = GoalNeed

    goal = factory.SubFactory(GoalFactory)
    coalition = factory.SelfAttribute("goal.coalition")
    needed = factory.SubFactory(NeededVoiceFactory, coalition=factory.SelfAttribute("..coalition"))

    class Params:
        of_capacity = factory.Trait(needed=None, kind="outreach")
        of_strength = factory.Trait(needed=None, strength="vans")


class GoalRoleFactory(DjangoModelFactory):
    """An organisation does the work, since a hundred days."""

    class Meta:
        model = GoalRole

    goal = factory.SubFactory(GoalFactory)
    coalition = factory.SelfAttribute("goal.coalition")
    organisation = factory.SubFactory(
        OrganisationFactory, coalition=factory.SelfAttribute("..coalition")
    )
    letter = "responsible"
    since_on = factory.LazyFunction(lambda: day(-100))

    class Params:
        accountable = factory.Trait(letter="accountable")
        ended = factory.Trait(ended_on=factory.LazyFunction(day))
        told = factory.Trait(
            own_words="We drive",
            own_said_on=factory.LazyFunction(lambda: day(-10)),
            own_written_by=factory.SubFactory(PersonFactory),
            is_own_hand=True,
        )


class HereForFactory(DjangoModelFactory):
    class Meta:
        model = HereFor

    goal = factory.SubFactory(GoalFactory)
    coalition = factory.SelfAttribute("goal.coalition")
    organisation = factory.SubFactory(
        OrganisationFactory, coalition=factory.SelfAttribute("..coalition")
    )
    said_on = factory.LazyFunction(lambda: day(-10))
    said_by = factory.SubFactory(PersonFactory)
