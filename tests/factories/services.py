"""What partners offer."""

import factory
from factory.django import DjangoModelFactory

from partners.models import Service, ServiceFunder, ServiceLocation, ServiceTerm
from tests.factories.lists import TermFactory
from tests.factories.moments import TODAY
from tests.factories.organisations import PartFactory


class ServiceFactory(PartFactory):
    """A service of which nothing is told but its name."""

    class Meta:
        model = Service

    name = factory.Sequence(lambda n: f"Service {n}")

    class Params:
        open = factory.Trait(capacity="open", capacity_on=TODAY)
        full = factory.Trait(capacity="full", capacity_on=TODAY)


class PartOfServiceFactory(DjangoModelFactory):
    class Meta:
        abstract = True

    service = factory.SubFactory(ServiceFactory)
    organisation = factory.SelfAttribute("service.organisation")
    coalition = factory.SelfAttribute("service.coalition")


class ServiceLocationFactory(PartOfServiceFactory):
    class Meta:
        model = ServiceLocation

    street = factory.Sequence(lambda n: f"{n} Main St")


class ServiceTermFactory(PartOfServiceFactory):
    """A kind of service, unless told otherwise."""

    class Meta:
        model = ServiceTerm

    term = factory.SubFactory(
        TermFactory, coalition=factory.SelfAttribute("..coalition"), vocabulary="service"
    )


class ServiceFunderFactory(PartOfServiceFactory):
    class Meta:
        model = ServiceFunder

    name = factory.Sequence(lambda n: f"Fund {n}")
