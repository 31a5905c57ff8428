"""Calls, applications, and what is decided about them."""

from datetime import timedelta

import factory
from factory.django import DjangoModelFactory

from partners.models import (
    Application,
    ApplicationAnswer,
    Call,
    Criterion,
    DecisionLetter,
    Outreach,
    Review,
    Reviewer,
    Score,
)
from tests.factories.moments import NOW, TODAY
from tests.factories.people import CoalitionFactory, PersonFactory


class CallFactory(DjangoModelFactory):
    """A draft; `opened=True` takes applications on TODAY, `closed=True` was closed the day before."""

    class Meta:
        model = Call

    coalition = factory.SubFactory(CoalitionFactory)
    title = factory.Sequence(lambda n: f"Partners wanted {n}")
    slug = factory.Sequence(lambda n: f"partners-{n}")
    about = "We look for those who know Riverbend."
    opens_on = TODAY - timedelta(days=10)
    closes_on = TODAY + timedelta(days=10)
    written_by = factory.SubFactory(PersonFactory)
    created_at = NOW - timedelta(days=20)

    class Params:
        opened = factory.Trait(published_at=NOW - timedelta(days=12))
        closed = factory.Trait(
            published_at=NOW - timedelta(days=12), closed_at=NOW - timedelta(days=1)
        )


class CriterionFactory(DjangoModelFactory):
    """One that weighs all; several of one call need weights of their own."""

    class Meta:
        model = Criterion

    call = factory.SubFactory(CallFactory)
    coalition = factory.SelfAttribute("call.coalition")
    name = factory.Sequence(lambda n: f"Criterion {n}")
    question = "Why you?"
    weight = 100
    meanings = ["nothing", "little", "some", "much", "all"]
    position = factory.Sequence(lambda n: n)


class OutreachFactory(DjangoModelFactory):
    class Meta:
        model = Outreach

    call = factory.SubFactory(CallFactory)
    coalition = factory.SelfAttribute("call.coalition")
    name = factory.Sequence(lambda n: f"Bulletin {n}")
    on = TODAY - timedelta(days=9)


class ReviewerFactory(DjangoModelFactory):
    """A member of the coalition who reads for the call."""

    class Meta:
        model = Reviewer

    call = factory.SubFactory(CallFactory, closed=True)
    coalition = factory.SelfAttribute("call.coalition")
    person = factory.SubFactory(PersonFactory)
    asked_on = TODAY - timedelta(days=3)


class ApplicationFactory(DjangoModelFactory):
    """`accepted=True` is decided, and not on the list yet."""

    class Meta:
        model = Application

    call = factory.SubFactory(CallFactory, closed=True)
    coalition = factory.SelfAttribute("call.coalition")
    organisation_name = factory.Sequence(lambda n: f"Applicant {n}")
    contact_name = factory.Sequence(lambda n: f"Applying Person {n}")
    email = factory.Sequence(lambda n: f"applicant{n}@applicants.example")
    consented_at = NOW - timedelta(days=5)
    sent_at = NOW - timedelta(days=5)

    class Params:
        accepted = factory.Trait(
            decision="accepted",
            reason="They know the place.",
            decided_on=TODAY,
            decided_by=factory.SubFactory(PersonFactory),
        )


class ApplicationAnswerFactory(DjangoModelFactory):
    class Meta:
        model = ApplicationAnswer

    application = factory.SubFactory(ApplicationFactory)
    coalition = factory.SelfAttribute("application.coalition")
    criterion = factory.SubFactory(
        CriterionFactory, call=factory.SelfAttribute("..application.call")
    )
    words = "Since 1990, in every street."


class ReviewFactory(DjangoModelFactory):
    """Without a conflict of interest, and not scored yet; `points=3` has scored every criterion so."""

    class Meta:
        model = Review
        skip_postgeneration_save = True

    application = factory.SubFactory(ApplicationFactory)
    coalition = factory.SelfAttribute("application.coalition")
    reviewer = factory.SubFactory(ReviewerFactory, call=factory.SelfAttribute("..application.call"))
    has_conflict = False
    declared_at = NOW - timedelta(hours=2)

    @factory.post_generation
    def points(self, create, given, **_more):
        if given is None:
            return
        self.given_at = NOW - timedelta(hours=1)
        self.save()
        criteria = list(self.application.call.criteria.all())
        told = given if isinstance(given, list) else [given] * len(criteria)
        for criterion, points in zip(criteria, told, strict=True):
            Score.objects.create(
                coalition=self.coalition,
                review=self,
                criterion=criterion,
                points=points,
                words=f"Because {points}.",
            )


class DecisionLetterFactory(DjangoModelFactory):
    class Meta:
        model = DecisionLetter

    application = factory.SubFactory(ApplicationFactory, accepted=True)
    coalition = factory.SelfAttribute("application.coalition")
    decision = factory.SelfAttribute("application.decision")
    subject = "About your application"
    body = "Yes."
    written_by = factory.SubFactory(PersonFactory)
