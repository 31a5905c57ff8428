"""What partners give, and the support that they ask for."""

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from contributions.models import Contribution, ContributionPopulation, SupportRequest
from tests.factories import TODAY, PartFactory, PersonFactory, TermFactory


class ContributionFactory(PartFactory):
    """A promise of sixty days ago that one of us wrote down, without a day by which it is due."""

    class Meta:
        model = Contribution

    kind = Contribution.Kind.SPACE
    words = factory.Sequence(lambda n: f"A room on Tuesday {n}")
    promised_on = TODAY - timedelta(days=60)
    told_by = factory.SubFactory(PersonFactory)

    class Params:
        theirs = factory.Trait(is_their_own_word=True)
        overdue = factory.Trait(due_on=TODAY - timedelta(days=20))
        given = factory.Trait(
            state=Contribution.State.DELIVERED, delivered_on=TODAY - timedelta(days=10)
        )
        withdrawn = factory.Trait(
            state=Contribution.State.WITHDRAWN,
            withdrawn_on=TODAY - timedelta(days=10),
            withdrawn_reason="The roof leaks",
        )


class ContributionPopulationFactory(DjangoModelFactory):
    class Meta:
        model = ContributionPopulation

    contribution = factory.SubFactory(ContributionFactory, kind="population")
    organisation = factory.SelfAttribute("contribution.organisation")
    coalition = factory.SelfAttribute("contribution.coalition")
    term = factory.SubFactory(
        TermFactory, coalition=factory.SelfAttribute("..coalition"), vocabulary="population"
    )


class SupportRequestFactory(PartFactory):
    """Asked thirty days ago by the partner itself, and not answered yet."""

    class Meta:
        model = SupportRequest

    kind = SupportRequest.Kind.INTERPRETER
    words = factory.Sequence(lambda n: f"An interpreter for evening {n}")
    asked_on = TODAY - timedelta(days=30)
    asked_by = factory.SubFactory(PersonFactory)
    is_their_own_word = True

    class Params:
        answered = factory.Trait(
            answered_on=TODAY - timedelta(days=20), answered_by=factory.SubFactory(PersonFactory)
        )
        agreed = factory.Trait(answered=True, state=SupportRequest.State.AGREED)
        declined = factory.Trait(
            answered=True, state=SupportRequest.State.DECLINED, answer_words="No money left"
        )
        provided = factory.Trait(
            answered=True,
            state=SupportRequest.State.PROVIDED,
            provided_on=TODAY - timedelta(days=5),
        )
