"""Amounts on the pages about what partners gain."""

from decimal import Decimal

from django import template

from partners.reports.value.amounts import written

register = template.Library()


@register.simple_tag
def amount(number: Decimal) -> str:
    return written(number)
