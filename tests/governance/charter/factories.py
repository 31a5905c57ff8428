"""Charters, signatures and ground rules."""

from datetime import UTC, datetime, timedelta

import factory
from factory.django import DjangoModelFactory

from governance.models import (
    CharterDeferral,
    CharterRequest,
    CharterReview,
    CharterSignature,
    CharterVersion,
    GroundRule,
    GroundRulesRead,
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


class CharterVersionFactory(DjangoModelFactory):
    """Adopted, and not due before next year."""

    class Meta:
        model = CharterVersion

    coalition = factory.SubFactory(CoalitionFactory)
    number = factory.Sequence(lambda n: n + 1)
    problem_statement = "Too many adults get type 2 diabetes."
    vision = "Fresh food within a walk."
    adopted_on = TODAY - timedelta(days=100)
    adopted_how = "By consent of the steering committee"
    review_on = datetime(2999, 1, 1, tzinfo=UTC).date()

    class Params:
        draft = factory.Trait(adopted_on=None, adopted_how="", review_on=None)
        due = factory.Trait(review_on=TODAY - timedelta(days=1))


class CharterReviewFactory(DjangoModelFactory):
    class Meta:
        model = CharterReview

    version = factory.SubFactory(CharterVersionFactory)
    coalition = factory.SelfAttribute("version.coalition")
    read_on = TODAY
    words = "It still fits."
    next_on = TODAY + timedelta(days=365)


class OfVersionFactory(DjangoModelFactory):
    """An organisation of the coalition that the version is of."""

    class Meta:
        abstract = True

    version = factory.SubFactory(CharterVersionFactory)
    coalition = factory.SelfAttribute("version.coalition")
    organisation = factory.SubFactory(
        OrganisationFactory, coalition=factory.SelfAttribute("..coalition")
    )


class CharterSignatureFactory(OfVersionFactory):
    class Meta:
        model = CharterSignature

    answer = "signed"
    given_on = TODAY
    way = "here"
    person = factory.SubFactory(PersonFactory)

    class Params:
        objecting = factory.Trait(answer="objects", objections="Membership costs time we lack.")


class CharterRequestFactory(OfVersionFactory):
    """Sent lately enough that its link is open."""

    class Meta:
        model = CharterRequest

    contact = factory.SubFactory(
        ContactFactory, organisation=factory.SelfAttribute("..organisation")
    )
    asked_at = factory.LazyFunction(lambda: datetime.now(UTC) - timedelta(days=1))
    asked_by = factory.SubFactory(PersonFactory)


class GroundRuleFactory(DjangoModelFactory):
    class Meta:
        model = GroundRule

    coalition = factory.SubFactory(CoalitionFactory)
    words = factory.Sequence(lambda n: f"Rule {n}")
    position = factory.Sequence(lambda n: n)
    means_since = NOW - timedelta(days=10)

    class Params:
        retired = factory.Trait(retired_on=TODAY)


class GroundRulesReadFactory(DjangoModelFactory):
    class Meta:
        model = GroundRulesRead

    membership = factory.SubFactory(MembershipFactory)
    coalition = factory.SelfAttribute("membership.coalition")
    read_at = NOW


class CharterDeferralFactory(DjangoModelFactory):
    class Meta:
        model = CharterDeferral

    coalition = factory.SubFactory(CoalitionFactory)
    reason = "The founding partners write it together."
    said_on = TODAY
