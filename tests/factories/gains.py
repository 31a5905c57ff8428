"""What partners gain, and what is written to them."""

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from partners.models import (
    Benefit,
    CreditedPartner,
    CreditRule,
    PartnerLetter,
    ValueStatement,
    Wording,
)
from tests.factories.moments import NOW, TODAY
from tests.factories.organisations import ContactFactory, OrganisationFactory, PartFactory
from tests.factories.people import CoalitionFactory, PersonFactory


class BenefitFactory(PartFactory):
    """A promise of sixty days ago, without a day by which it is due."""

    class Meta:
        model = Benefit

    kind = Benefit.Kind.VISIBILITY
    words = factory.Sequence(lambda n: f"A stand at fair {n}")
    promised_on = TODAY - timedelta(days=60)
    promised_by = factory.SubFactory(PersonFactory)

    class Params:
        overdue = factory.Trait(due_on=TODAY - timedelta(days=20))
        delivered = factory.Trait(
            state=Benefit.State.DELIVERED,
            delivered_on=TODAY - timedelta(days=10),
            delivered_what="120 visitors",
        )
        withdrawn = factory.Trait(
            state=Benefit.State.WITHDRAWN,
            withdrawn_on=TODAY - timedelta(days=10),
            withdrawn_reason="The fair was called off",
        )
        doubted = factory.Trait(
            delivered=True,
            came=Benefit.Came.NO,
            came_on=TODAY - timedelta(days=5),
            came_by=factory.SubFactory(PersonFactory),
            is_their_own_word=True,
        )


class ValueStatementFactory(PartFactory):
    class Meta:
        model = ValueStatement

    statement = "More people find your shop."
    stated_on = TODAY - timedelta(days=30)
    stated_by = factory.SubFactory(PersonFactory)


class CreditRuleFactory(DjangoModelFactory):
    class Meta:
        model = CreditRule

    coalition = factory.SubFactory(CoalitionFactory)
    on_what = factory.Sequence(lambda n: f"Poster {n}")
    named = CreditRule.Named.TOOK_PART
    agreed_on = TODAY
    agreed_with = "the steering committee"


class CreditedPartnerFactory(DjangoModelFactory):
    class Meta:
        model = CreditedPartner

    organisation = factory.SubFactory(OrganisationFactory)
    coalition = factory.SelfAttribute("organisation.coalition")
    rule = factory.SubFactory(
        CreditRuleFactory, coalition=factory.SelfAttribute("..coalition"), named="chosen"
    )


class WordingFactory(DjangoModelFactory):
    class Meta:
        model = Wording

    coalition = factory.SubFactory(CoalitionFactory)
    purpose = Wording.Purpose.LETTER
    name = factory.Sequence(lambda n: f"Wording {n}")
    subject = "{organisation} and {coalition}"
    body = "Dear {contact},\n\nwould you join us?\n\n{sender}"

    class Params:
        for_statements = factory.Trait(
            purpose=Wording.Purpose.STATEMENT, subject="", body="{organisation} is seen by more."
        )


class PartnerLetterFactory(PartFactory):
    """A draft to a new contact of the organisation."""

    class Meta:
        model = PartnerLetter

    contact = factory.SubFactory(
        ContactFactory, organisation=factory.SelfAttribute("..organisation")
    )
    subject = "Come and join us"
    body = "Dear Marisol,\n\nwould you join us?"
    written_by = factory.SubFactory(PersonFactory)
    written_at = NOW
