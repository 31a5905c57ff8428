"""What a partner that leaves holds with other partners: ties, services, money, credit."""

from datetime import date

from django.db.models import Case, F, QuerySet, Value, When
from django.db.models.functions import Concat
from django.utils.translation import gettext_lazy as _

from partners.models import CreditedPartner, Service, Tie
from partners.reports.pipeline.rehoming import NOBODY, THEIRS, Group, part

TIES = Group(
    "ties",
    _("Ties with other partners"),
    _("They may go on without us. End those that are over."),
    "partners:ties",
    THEIRS,
    ("partners.Tie.first", "partners.Tie.second"),
)


def ties(pk: int, on: date) -> QuerySet:
    """The other side, by name."""
    rows = Tie.objects.of(pk).present().standing(on=on)
    other = Case(When(first=pk, then=F("second__name")), default=F("first__name"))
    return part("ties", rows, Concat(other, Value(" · "), F("relation__name")))


SERVICES = Group(
    "services",
    _("Services that they run"),
    _("Do they go on? Who refers there must know where else."),
    "partners:services_of",
    THEIRS,
    ("partners.Service.organisation", "partners.Service.contact"),
)


def services(pk: int, on: date) -> QuerySet:
    return part("services", Service.objects.of(pk).not_over(on=on), F("name"), day="until_on")


FUNDING = Group(
    "funding",
    _("Services of others that they pay for"),
    _("Ask whether the money stays."),
    "partners:services",
    NOBODY,
    ("partners.ServiceFunder.funder",),
)


def funding(pk: int, on: date) -> QuerySet:
    rows = Service.objects.not_over(on=on).filter(funders__funder=pk).exclude(organisation=pk)
    return part("funding", rows, Concat(F("name"), Value(" · "), F("organisation__name")))


CREDIT = Group(
    "credit",
    _("Agreements on credit that name them"),
    _("Agree anew who is named."),
    "partners:credit",
    NOBODY,
    ("partners.CreditedPartner.organisation",),
)


def credit(pk: int, _on: date) -> QuerySet:
    rows = CreditedPartner.objects.filter(organisation=pk, rule__retired_on=None)
    return part("credit", rows, F("rule__on_what"))


HELD = (
    (TIES, ties),
    (SERVICES, services),
    (FUNDING, funding),
    (CREDIT, credit),
)
