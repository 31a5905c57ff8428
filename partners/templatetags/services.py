"""What templates ask of a service on a day."""

from datetime import date

from django import template

from partners.models import Service

register = template.Library()


@register.filter
def is_stale(service: Service, on: date) -> bool:
    """Whether it is time to ask again if it takes people."""
    return service.is_stale(on=on)
