"""The register as a table to download, in headings that an import of services recognises."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.utils.translation import gettext as _

from partners.models import Service, ServiceLocation

SEPARATOR = "; "


def headings() -> list[str]:
    return [
        _("Organization"),
        _("Service"),
        _("Kind of service"),
        _("What it does"),
        _("Populations served"),
        _("Languages"),
        _("Who may come"),
        _("What it costs"),
        _("How to send somebody"),
        _("Whom to ask for"),
        _("Phone"),
        _("E-mail"),
        _("Web page"),
        _("Takes people"),
        _("Said on"),
        _("More about it"),
        _("Funders"),
        _("Since"),
        _("Until"),
        _("Number in another system"),
        _("Place"),
        _("Street"),
        _("City"),
        _("State or region"),
        _("Postal code"),
        _("Area"),
        _("By phone or online"),
    ]


def rows(services: Iterable[Service]) -> Iterator[list[Any]]:
    """One row for each place of a service; a service without a place has one row too."""
    for service in services:
        told = _cells(service)
        places: list[Any] = list(service.places.all()) or [None]
        for place in places:
            yield [*told, *_place(place)]


def _cells(service: Service) -> list[Any]:
    return [
        service.organisation.name,
        service.name,
        _names(service.kinds),
        service.description,
        _names(service.populations),
        _names(service.languages),
        service.eligibility,
        service.fees,
        service.how_to_refer,
        service.contact.name if service.contact else "",
        service.phone,
        service.email,
        service.page,
        service.get_capacity_display(),
        service.capacity_on,
        service.capacity_note,
        SEPARATOR.join(map(str, service.funders.all())),
        service.since_on,
        service.until_on,
        service.number,
    ]


def _place(place: ServiceLocation | None) -> list[Any]:
    if place is None:
        return [""] * 7
    return [
        place.name,
        place.street,
        place.city,
        place.region,
        place.postcode,
        place.area.name if place.area else "",
        _("yes") if place.is_virtual else "",
    ]


def _names(terms: Iterable[Any]) -> str:
    return SEPARATOR.join(term.name for term in terms)
