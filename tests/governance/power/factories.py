"""Rules and reasons, experiments, declarations and mediators."""

from datetime import timedelta

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from governance.models import (
    BodyPhase,
    DecisionKind,
    DecisionRule,
    Experiment,
    InterestDeclaration,
    LeadershipOverride,
    LeadershipRule,
    Mediator,
    MediatorInterest,
)
from tests.factories import (
    ClassificationFactory,
    CoalitionFactory,
    OrganisationFactory,
    PersonFactory,
    TermFactory,
)
from tests.governance.factories import BodyFactory, RoleAssignmentFactory, SeatFactory


def day(days=0):
    """So many days from the real today, by which pages go."""
    return timezone.localdate() + timedelta(days=days)


class DecisionKindFactory(DjangoModelFactory):
    class Meta:
        model = DecisionKind

    coalition = factory.SubFactory(CoalitionFactory)
    name = factory.Sequence(lambda n: f"Kind {n}")


class DecisionRuleFactory(DjangoModelFactory):
    """By consensus of three quarters, since a year, in the whole coalition."""

    class Meta:
        model = DecisionRule

    kind = factory.SubFactory(DecisionKindFactory)
    coalition = factory.SelfAttribute("kind.coalition")
    valid_from = factory.LazyFunction(lambda: day(-365))
    method = "consensus"
    participants = "voting_seats"
    threshold = 75
    block = "stops"
    stored_by = factory.SubFactory(PersonFactory)
    stored_at = factory.LazyFunction(timezone.now)

    class Params:
        coming = factory.Trait(valid_from=factory.LazyFunction(lambda: day(30)))
        consent = factory.Trait(method="consent", threshold=None)
        falls_back = factory.Trait(
            method="as_coalition",
            participants="",
            threshold=None,
            block="",
            body=factory.SubFactory(
                BodyFactory, coalition=factory.SelfAttribute("..kind.coalition")
            ),
        )


class LeadershipRuleFactory(DjangoModelFactory):
    """Of the coalition, for steering committees and working groups."""

    class Meta:
        model = LeadershipRule

    coalition = factory.SubFactory(CoalitionFactory)
    sectors = 2
    body_kinds = ["steering", "working_group"]


class LeadershipOverrideFactory(DjangoModelFactory):
    class Meta:
        model = LeadershipOverride

    body = factory.SubFactory(BodyFactory)
    coalition = factory.SelfAttribute("body.coalition")
    reason = "Nobody else has time before the summer"
    sectors_asked = 2
    sectors_found = 1
    allowed_on = factory.LazyFunction(lambda: day(-30))
    allowed_by = factory.SubFactory(PersonFactory)
    mend_by = factory.LazyFunction(lambda: day(90))


class BodyPhaseFactory(DjangoModelFactory):
    class Meta:
        model = BodyPhase

    body = factory.SubFactory(BodyFactory)
    coalition = factory.SelfAttribute("body.coalition")
    phase = "decide"


class ExperimentFactory(DjangoModelFactory):
    """Under way, to be looked at in a month."""

    class Meta:
        model = Experiment

    coalition = factory.SubFactory(CoalitionFactory)
    title = factory.Sequence(lambda n: f"Experiment {n}")
    hypothesis = (
        "If the chair goes round, more of us will speak, because nobody is always in front."
    )
    starts_on = factory.LazyFunction(lambda: day(-60))
    ends_on = factory.LazyFunction(lambda: day(30))
    review_on = factory.LazyFunction(lambda: day(30))
    started_by = factory.SubFactory(PersonFactory)

    class Params:
        due = factory.Trait(ends_on=factory.LazyFunction(day), review_on=factory.LazyFunction(day))
        reviewed = factory.Trait(
            outcome="kept",
            learned="Twice as many spoke",
            reviewed_on=factory.LazyFunction(day),
            reviewed_by=factory.SubFactory(PersonFactory),
        )


class InterestDeclarationFactory(DjangoModelFactory):
    """None, for the organisation as a whole, in force."""

    class Meta:
        model = InterestDeclaration

    organisation = factory.SubFactory(OrganisationFactory)
    coalition = factory.SelfAttribute("organisation.coalition")
    has_interest = False
    declared_on = factory.LazyFunction(lambda: day(-30))
    ends_on = factory.LazyFunction(lambda: day(335))
    declared_by = factory.SubFactory(PersonFactory)

    class Params:
        some = factory.Trait(has_interest=True, interest="My sister owns the clinic")
        over = factory.Trait(
            declared_on=factory.LazyFunction(lambda: day(-400)),
            ends_on=factory.LazyFunction(lambda: day(-35)),
        )


class MediatorFactory(DjangoModelFactory):
    class Meta:
        model = Mediator

    coalition = factory.SubFactory(CoalitionFactory)
    name = factory.Sequence(lambda n: f"Mediator {n}")
    email = "mediator@example.org"


class MediatorInterestFactory(DjangoModelFactory):
    class Meta:
        model = MediatorInterest

    mediator = factory.SubFactory(MediatorFactory)
    coalition = factory.SelfAttribute("mediator.coalition")
    organisation = factory.SubFactory(
        OrganisationFactory, coalition=factory.SelfAttribute("..coalition")
    )
    words = "Was on their board"


def sector(coalition, name):
    """The coalition's sector of that name, made when it is new."""
    found = coalition_terms(coalition).get(name)
    return found or TermFactory(coalition=coalition, vocabulary="sector", name=name)


def coalition_terms(coalition):
    from partners.models import Term

    return {term.name: term for term in Term.objects.filter(coalition=coalition)}


def partner(coalition, *sectors, **fields):
    """An organisation of these sectors."""
    made = OrganisationFactory(coalition=coalition, **fields)
    for name in sectors:
        ClassificationFactory(organisation=made, term=sector(coalition, name))
    return made


def leading(body, *sectors, organisation=None, **fields):
    """Somebody of an organisation of these sectors holds a co-lead seat of the body."""
    seat = SeatFactory(body=body, rank="co_lead")
    made = organisation or partner(body.coalition, *sectors)
    return seated(seat, made, **fields)


def seated(seat, organisation, **fields):
    """Since ten months, without an end."""
    told = {"starts_on": day(-300), "ends_on": None, **fields}
    return RoleAssignmentFactory(seat=seat, organisation=organisation, **told)
