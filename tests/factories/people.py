"""Coalitions, their members, and the letters to them."""

from datetime import UTC, datetime, timedelta

import factory
from factory.django import DjangoModelFactory

from accounts.models import Coalition, Invitation, Membership, Person
from accounts.permissions import Role
from common.models import Letter
from tests.factories.moments import NOW, TODAY


class PersonFactory(DjangoModelFactory):
    class Meta:
        model = Person
        skip_postgeneration_save = True

    email = factory.Sequence(lambda n: f"person{n}@people.example")
    full_name = factory.Sequence(lambda n: f"Person {n}")
    password = factory.django.Password("correct horse battery")


class CoalitionFactory(DjangoModelFactory):
    class Meta:
        model = Coalition

    name = factory.Sequence(lambda n: f"Coalition {n}")
    slug = factory.Sequence(lambda n: f"coalition-{n}")
    place = "North Valley"
    problem_statement = "Too many adults get type 2 diabetes."
    founded_on = TODAY - timedelta(days=900)


class MembershipFactory(DjangoModelFactory):
    class Meta:
        model = Membership

    coalition = factory.SubFactory(CoalitionFactory)
    person = factory.SubFactory(PersonFactory)
    role = Role.COORDINATOR
    started_on = TODAY - timedelta(days=400)

    class Params:
        ended = factory.Trait(ended_on=TODAY - timedelta(days=1))


class InvitationFactory(DjangoModelFactory):
    class Meta:
        model = Invitation

    coalition = factory.SubFactory(CoalitionFactory)
    email = factory.Sequence(lambda n: f"invited{n}@people.example")
    role = Role.VIEWER
    invited_by = factory.SubFactory(PersonFactory)
    expires_at = factory.LazyFunction(lambda: datetime.now(UTC) + timedelta(days=14))


class LetterFactory(DjangoModelFactory):
    """A letter without a tenant is personal."""

    class Meta:
        model = Letter

    key = factory.Sequence(lambda n: f"letter:{n}")
    kind = "accounts/invitation"
    to_address = factory.Sequence(lambda n: f"reader{n}@people.example")
    subject = factory.Sequence(lambda n: f"Letter {n}")
    text = "Words."
    queued_at = NOW
    not_before = NOW
