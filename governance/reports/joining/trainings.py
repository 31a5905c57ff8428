"""Trainings: what there was, how much of it each partner had, and who has never been to one on equity."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, Sum
from django.utils.translation import gettext as _

from accounts.models import Coalition, Membership
from governance.models import RoleAssignment, Training, TrainingAttendance
from governance.models.joining.trainings import EQUITY
from partners.models import Organisation

A_PAGE = 50


@dataclass(frozen=True)
class Trained:
    """How many were there of one partner, by kind of training, and how many hours that makes.

    Hours are person-hours: the length of a training times who was there.
    """

    pk: int
    name: str
    people: dict[str, int] = field(default_factory=dict)
    hours: Decimal = Decimal(0)

    @property
    def by_kind(self) -> list[tuple[str, int | None]]:
        """Each kind by its name, in their order; None where nobody of theirs was at one."""
        return [(str(name), self.people.get(kind)) for kind, name in Training.Kind.choices]

    @property
    def total(self) -> int:
        return sum(self.people.values())


def trained_partners(coalition: Coalition) -> list[Trained]:
    """Every partner of whom somebody was at a training, by name: one query, summed in the database."""
    rows = (
        TrainingAttendance.objects.of_coalition(coalition)
        .order_by("organisation__sort_name", "organisation_id")
        .values_list("organisation_id", "organisation__name", "training__kind")
        .annotate(n=Sum("people"), hours=Sum(F("people") * F("training__hours")))
    )
    names: dict[int, str] = {}
    people: defaultdict[int, dict[str, int]] = defaultdict(dict)
    hours: defaultdict[int, Decimal] = defaultdict(Decimal)
    for pk, name, kind, number, spent in rows:
        names[pk], people[pk][kind] = name, number
        hours[pk] += spent
    return [Trained(pk, name, people[pk], hours[pk]) for pk, name in names.items()]


def trainings_of(organisation: Organisation) -> list[TrainingAttendance]:
    """Who of one partner was where, the newest first: one query."""
    rows = TrainingAttendance.objects.of_partner(organisation)
    return list(
        rows.select_related("training", "contact").order_by("-training__held_on", "training", "pk")
    )


def never_trained(coalition: Coalition, *, on: date) -> list[RoleAssignment]:
    """Holders of a seat today who were at no training on equity or against racism: one query.

    Somebody was there who is noted by name, under this or another entry with the same e-mail address. For a
    seat without a named person the whole organisation is looked at.
    """
    been = TrainingAttendance.objects.filter(
        coalition=OuterRef("coalition"), training__kind__in=EQUITY, training__held_on__lte=on
    )
    named = been.filter(
        Q(contact=OuterRef("contact"))
        | Q(contact__email__iexact=OuterRef("contact__email")) & ~Q(contact__email="")
    )
    of_theirs = been.filter(organisation=OuterRef("organisation"))
    rows = RoleAssignment.objects.of_coalition(coalition.pk).in_force(on=on).seated()
    found = rows.filter(
        Q(contact__isnull=False) & ~Exists(named) | Q(contact__isnull=True) & ~Exists(of_theirs),
        seat__closed_on__isnull=True,
        seat__body__closed_on__isnull=True,
    )
    told = found.select_related("seat__body", "organisation", "contact")
    return list(told.order_by("seat__body__name", "seat__position", "seat", "pk"))


def visible_attendance(training: Training, membership: Membership) -> list[TrainingAttendance]:
    rows = TrainingAttendance.objects.visible_to(membership).at(training)
    return list(rows.with_names())


# ---------------------------------------------------------------- as a table to download


def headings() -> list[str]:
    return [
        _("Training"),
        _("Kind"),
        _("Day"),
        _("Hours"),
        _("Given by"),
        _("Material"),
        _("Organisation"),
        _("Person"),
        _("People"),
    ]


def table_rows(coalition: Coalition, *, kind: str = "") -> Iterator[list[Any]]:
    """One row for each entry of attendance; a training of which nobody is noted has one row too."""
    trainings = Training.objects.of_coalition(coalition).of_kind(kind).newest_first()
    attendance: defaultdict[int, list[TrainingAttendance]] = defaultdict(list)
    for row in TrainingAttendance.objects.of_coalition(coalition).with_names():
        attendance[row.training_id].append(row)
    for training in trainings:
        found: list[TrainingAttendance | None] = [*attendance[training.pk]]
        for one in found or [None]:
            yield [*_cells(training), *_who(one)]


def _cells(training: Training) -> list[Any]:
    return [
        training.title,
        str(training.get_kind_display()),
        training.held_on,
        training.hours,
        training.given_by,
        training.link,
    ]


def _who(row: TrainingAttendance | None) -> list[Any]:
    if row is None:
        return ["", "", None]
    return [row.organisation.name, row.contact.name if row.contact else "", row.people]
