"""A town of services, and its pages as tests read them."""

from django.urls import reverse

from tests.factories import (
    OrganisationFactory,
    ServiceFactory,
    ServiceLocationFactory,
    ServiceTermFactory,
    TermFactory,
)


class Town:
    """Two kinds, two areas, three partners."""

    def __init__(self, coalition):
        self.coalition = coalition
        self.food, self.legal = (
            TermFactory(coalition=coalition, vocabulary="service", name=name, position=place)
            for place, name in enumerate(("Food", "Legal"))
        )
        self.north, self.south = (
            TermFactory(coalition=coalition, vocabulary="area", name=name, position=place)
            for place, name in enumerate(("North End", "South End"))
        )

    def service(self, partner, name, *, kind=None, area=None, **told):
        organisation = partner if not isinstance(partner, str) else self.partner(partner)
        service = ServiceFactory(organisation=organisation, name=name, **told)
        if kind:
            ServiceTermFactory(service=service, term=kind)
        if area:
            ServiceLocationFactory(service=service, area=area, street="")
        return service

    def partner(self, name):
        return OrganisationFactory(coalition=self.coalition, name=name)


def page(client, name="services", query=""):
    return client.get(reverse(f"partners:{name}", args=[client.slug]) + query)


def listed(answer):
    return [service.name for service in answer.context["register"].page]
