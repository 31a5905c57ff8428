"""Organisations, and what hangs on each of them."""

import hashlib
from datetime import timedelta

import factory
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from factory.django import DjangoModelFactory

from accounts.permissions import Role
from common.files.stored import random_name
from partners.models import (
    Alias,
    Attachment,
    Classification,
    Contact,
    DistinctPair,
    LikelyPair,
    Organisation,
    Relation,
    Representation,
    Stake,
    Tie,
    Verification,
)
from tests.factories.lists import TermFactory
from tests.factories.moments import NOW, TODAY
from tests.factories.people import CoalitionFactory, MembershipFactory, PersonFactory


class OrganisationFactory(DjangoModelFactory):
    class Meta:
        model = Organisation

    coalition = factory.SubFactory(CoalitionFactory)
    name = factory.Sequence(lambda n: f"Organisation {n}")

    class Params:
        prospect = factory.Trait(kind=Organisation.Kind.PROSPECT)
        retired = factory.Trait(retired_on=TODAY - timedelta(days=30), retired_reason="Closed down")


class PartFactory(DjangoModelFactory):
    """What hangs on an organisation shares its coalition."""

    class Meta:
        abstract = True

    organisation = factory.SubFactory(OrganisationFactory)
    coalition = factory.SelfAttribute("organisation.coalition")


class ContactFactory(PartFactory):
    class Meta:
        model = Contact

    name = factory.Sequence(lambda n: f"Contact {n}")
    role = Contact.Role.REPRESENTATIVE
    email = factory.Sequence(lambda n: f"contact{n}@partner.example")
    phone = "(410) 555-0100"


class AliasFactory(PartFactory):
    class Meta:
        model = Alias

    name = factory.Sequence(lambda n: f"Alias {n}")


class AttachmentFactory(PartFactory):
    """A file as the product keeps one: its content in the storage, its sum in the row."""

    class Meta:
        model = Attachment

    class Params:
        content = factory.Sequence(lambda n: f"Minutes number {n}\n".encode())
        removed = factory.Trait(removed_at=NOW)

    name = factory.Sequence(lambda n: f"minutes-{n}.txt")
    stored = factory.LazyAttribute(
        lambda o: default_storage.save(random_name(), ContentFile(o.content))
    )
    size = factory.LazyAttribute(lambda o: len(o.content))
    sha256 = factory.LazyAttribute(lambda o: hashlib.sha256(o.content).hexdigest())
    content_type = "text/plain"
    uploaded_by = factory.SubFactory(PersonFactory)
    uploaded_at = NOW


class VerificationFactory(PartFactory):
    class Meta:
        model = Verification

    by = factory.SubFactory(PersonFactory)
    on = TODAY


class StakeFactory(PartFactory):
    class Meta:
        model = Stake

    influence = 4
    interest = 2
    placed_by = factory.SubFactory(PersonFactory)
    placed_on = TODAY


class ClassificationFactory(PartFactory):
    class Meta:
        model = Classification

    term = factory.SubFactory(TermFactory, coalition=factory.SelfAttribute("..coalition"))


class RepresentationFactory(PartFactory):
    """A member of role partner, tied to the organisation."""

    class Meta:
        model = Representation

    membership = factory.SubFactory(
        MembershipFactory, role=Role.PARTNER, coalition=factory.SelfAttribute("..coalition")
    )


class LikelyPairFactory(DjangoModelFactory):
    """Two organisations of one coalition, the older first."""

    class Meta:
        model = LikelyPair

    first = factory.SubFactory(OrganisationFactory)
    second = factory.SubFactory(OrganisationFactory, coalition=factory.SelfAttribute("..coalition"))
    coalition = factory.SelfAttribute("first.coalition")
    score = 0.9
    reasons = factory.LazyFunction(lambda: [["spelling", ""]])
    found_at = NOW


class DistinctPairFactory(DjangoModelFactory):
    class Meta:
        model = DistinctPair

    first = factory.SubFactory(OrganisationFactory)
    second = factory.SubFactory(OrganisationFactory, coalition=factory.SelfAttribute("..coalition"))
    coalition = factory.SelfAttribute("first.coalition")
    said_at = NOW


class RelationFactory(DjangoModelFactory):
    class Meta:
        model = Relation

    coalition = factory.SubFactory(CoalitionFactory)
    name = factory.Sequence(lambda n: f"Relation {n}")
    position = factory.Sequence(lambda n: n)


class TieFactory(DjangoModelFactory):
    """Two organisations of one coalition; neither has said anything of how close they are."""

    class Meta:
        model = Tie

    first = factory.SubFactory(OrganisationFactory)
    second = factory.SubFactory(OrganisationFactory, coalition=factory.SelfAttribute("..coalition"))
    coalition = factory.SelfAttribute("first.coalition")
    relation = factory.SubFactory(RelationFactory, coalition=factory.SelfAttribute("..coalition"))
