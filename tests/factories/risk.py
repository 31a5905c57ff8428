"""Diligence, incidents and restricted notes."""

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from partners.models import (
    DiligenceAnswer,
    DiligenceQuestion,
    Incident,
    IncidentDecision,
    RiskNote,
    RiskReader,
)
from partners.models.risk.notes import sealed
from tests.factories.moments import NOW, TODAY
from tests.factories.organisations import PartFactory
from tests.factories.people import CoalitionFactory, PersonFactory


class DiligenceQuestionFactory(DjangoModelFactory):
    class Meta:
        model = DiligenceQuestion

    coalition = factory.SubFactory(CoalitionFactory)
    words = factory.Sequence(lambda n: f"Is it registered, number {n}?")
    position = factory.Sequence(lambda n: n)


class DiligenceAnswerFactory(PartFactory):
    """All right, looked into a month ago; `due=True` to be looked at again since yesterday."""

    class Meta:
        model = DiligenceAnswer

    class Params:
        due = factory.Trait(review_on=TODAY - timedelta(days=1))
        concern = factory.Trait(finding="concern", words="Two funders sell tobacco")

    question = factory.SubFactory(
        DiligenceQuestionFactory, coalition=factory.SelfAttribute("..coalition")
    )
    finding = "ok"
    answered_by = factory.SubFactory(PersonFactory)
    answered_on = TODAY - timedelta(days=30)


class IncidentFactory(PartFactory):
    class Meta:
        model = Incident

    class Params:
        paused = factory.Trait(listing_paused_on=TODAY)
        closed = factory.Trait(
            closed_on=TODAY, closed_by=factory.SubFactory(PersonFactory), outcome="Cleared up"
        )

    title = factory.Sequence(lambda n: f"Allegations number {n}")
    known = "The paper reports it"
    since_on = TODAY
    severity = Incident.Severity.SERIOUS
    opened_on = TODAY
    opened_by = factory.SubFactory(PersonFactory)


class IncidentDecisionFactory(DjangoModelFactory):
    class Meta:
        model = IncidentDecision

    incident = factory.SubFactory(IncidentFactory)
    organisation = factory.SelfAttribute("incident.organisation")
    coalition = factory.SelfAttribute("incident.coalition")
    question = factory.Sequence(lambda n: f"Do we go on, number {n}?")
    options = "Go on\nLet it rest"
    decider = factory.SubFactory(PersonFactory)
    due_on = TODAY + timedelta(days=7)
    asked_by = factory.SubFactory(PersonFactory)
    asked_on = TODAY


class RiskNoteFactory(PartFactory):
    """`RiskNoteFactory(organisation=…, words="…", readers=[membership, …])`."""

    class Meta:
        model = RiskNote
        skip_postgeneration_save = True

    class Params:
        words = "Only some should know"

    organisation_name = factory.SelfAttribute("organisation.name")
    sealed = factory.LazyAttribute(lambda o: sealed(o.words, coalition=o.coalition.pk))
    written_by = factory.SubFactory(PersonFactory)
    written_at = NOW

    @factory.post_generation
    def readers(self, create, extracted, **_kwargs):
        for membership in extracted or ():
            RiskReader.objects.create(
                coalition=self.coalition,
                note=self,
                membership=membership,
                added_by=self.written_by,
                added_on=TODAY,
            )
