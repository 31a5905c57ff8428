"""Shares as people read them."""

from django import template
from django.template.defaultfilters import floatformat

register = template.Library()

WHOLE = 100


@register.filter
def percent(share: float) -> str:
    """0.375 as 38: in hundredths, without the sign."""
    return floatformat(share * WHOLE, 0)


@register.filter
def ratio(percents: int) -> str:
    """A setting of 50 percent as the ratio 0.5, and of 200 as 2."""
    return floatformat(percents / WHOLE, -2)
