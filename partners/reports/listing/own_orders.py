"""The orders that a coalition's own fields add to the list, in words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import OwnField
from partners.models.own_fields.order import OWN_ORDER, own_order
from partners.reports.own_fields.fields import parameter

Kind = OwnField.Kind
A_TO_Z = gettext_lazy("%(field)s, A to Z"), gettext_lazy("%(field)s, Z to A")
AS_ASKED = gettext_lazy("%(field)s, first choice first"), gettext_lazy("%(field)s, last first")
WORDS = {
    Kind.NUMBER: (
        gettext_lazy("%(field)s, lowest first"),
        gettext_lazy("%(field)s, highest first"),
    ),
    Kind.DATE: (gettext_lazy("%(field)s, earliest first"), gettext_lazy("%(field)s, latest first")),
    Kind.YES_NO: (gettext_lazy("%(field)s, yes first"), gettext_lazy("%(field)s, no first")),
    Kind.CHOICE: AS_ASKED,
    Kind.CHOICES: AS_ASKED,
}


def own_orders(fields: Iterable[OwnField]) -> list[tuple[str, str]]:
    """Each order with its words, for a menu: rising and falling for every field."""
    told = []
    for field in fields:
        rising, falling = WORDS.get(Kind(field.kind), A_TO_Z)
        named = {"field": field.label}
        told += [
            (parameter(field), str(rising) % named),
            (f"-{parameter(field)}", str(falling) % named),
        ]
    return told


def lost_order(order: str, fields: Iterable[OwnField]) -> list[str]:
    """A sentence when the address sorts by a field that is gone, or that the reader does not see."""
    if not OWN_ORDER.fullmatch(order) or own_order(order, fields):
        return []
    return [_("The field by which this list was sorted is not here for you. It stands by name.")]
