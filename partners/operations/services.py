"""Telling of services: added, changed, ended, taken up again, and whether they take people now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal
from partners.models import (
    Capacity,
    Organisation,
    Service,
    ServiceFunder,
    ServiceLocation,
    ServiceTerm,
    Term,
    Vocabulary,
)
from partners.operations import versions
from partners.operations.parts import drop_untold
from partners.operations.terms import terms_named
from partners.reports.called import called

# From parents to children, as an undo needs them.
TABLES: tuple[type[models.Model], ...] = (Service, ServiceLocation, ServiceTerm, ServiceFunder)


@dataclass(frozen=True)
class ServiceTelling:
    """What a form says of a service. `places` name their area, `funders` who pays, both by words."""

    values: Mapping[str, Any]
    terms: Sequence[Term] = ()
    places: Sequence[Mapping[str, Any]] = field(default_factory=list)
    funders: Sequence[str] = ()


@dataclass(frozen=True)
class Standing:
    """Whether a service takes people, as somebody says it; an empty state takes back what was said."""

    capacity: str
    note: str = ""
    is_their_own_word: bool = False

    def columns(self, *, on: date, by: Person) -> dict[str, Any]:
        is_said = bool(self.capacity)
        return {
            "capacity": self.capacity,
            "capacity_note": self.note if is_said else "",
            "capacity_on": on if is_said else None,
            "capacity_by": by if is_said else None,
            "is_their_own_word": is_said and self.is_their_own_word,
        }


@transaction.atomic
def add_service(
    organisation: Organisation, told: ServiceTelling, standing: Standing, *, on: date, by: Person
) -> Service:
    """Of the organisation, or of the one that has taken its place by now. Refuses a name told already."""
    home = Organisation.objects.locked_home(organisation.pk)
    _refuse_named(home, told.values["name"])
    with recording("service.added", by=by):
        service = Service.objects.create(
            coalition_id=home.coalition_id,
            organisation=home,
            **told.values,
            **standing.columns(on=on, by=by),
        )
        _write_parts(service, told)
    return service


@transaction.atomic
def edit_service(service: Service, told: ServiceTelling, *, by: Person) -> Service:
    """Everything but whether it takes people. Refuses the name of another one of theirs."""
    service = _locked(service)
    _refuse_named(service.organisation, told.values["name"], besides=service)
    with recording("service.edited", by=by):
        for name, value in told.values.items():
            setattr(service, name, value)
        service.save(update_fields=list(told.values))
        _write_parts(service, told)
    return service


@transaction.atomic
def set_capacity(service: Service, standing: Standing, *, on: date, by: Person) -> Service:
    """Said again, it is fresh again. Refuses a state that there is not, and a service that is over."""
    if standing.capacity not in ("", *Capacity.values):
        raise Refusal(_("Please choose one of the answers."))
    service = _locked(service)
    if service.is_over(on=on):
        raise Refusal(_("This service is over. Take it up again first."))
    with recording("service.capacity_said", by=by):
        for name, value in standing.columns(on=on, by=by).items():
            setattr(service, name, value)
        service.save(update_fields=list(standing.columns(on=on, by=by)))
    return service


@transaction.atomic
def end_service(service: Service, *, on: date, by: Person) -> Service:
    """The day is its last one. It stays readable. Refuses a day before it began."""
    service = _locked(service)
    if service.since_on and on < service.since_on:
        raise Refusal(_("It cannot end before it began."))
    with recording("service.ended", by=by):
        service.until_on = on
        service.save(update_fields=["until_on"])
    return service


@transaction.atomic
def resume_service(service: Service, *, by: Person) -> Service:
    """It goes on after all."""
    service = _locked(service)
    with recording("service.resumed", by=by):
        service.until_on = None
        service.save(update_fields=["until_on"])
    return service


def undo_service(organisation: Organisation, *, change_id: UUID, by: Person) -> UUID:
    """Take back a change that wrote nothing but services of this organisation."""
    written = versions.models_written(organisation, change_id=change_id)
    if not written or not written <= set(TABLES):
        raise Refusal(_("Only what was told of their services is taken back here."))
    return versions.undo(organisation, change_id=change_id, by=by)


def _locked(service: Service) -> Service:
    rows = Service.objects.select_related("organisation").select_for_update(of=("self",))
    return rows.get(pk=service.pk)


def _refuse_named(organisation: Organisation, name: str, *, besides: Service | None = None) -> None:
    twin = Service.objects.of(organisation).called(name)
    if twin and twin != besides:
        raise Refusal(_("They have a service called “%(name)s” already.") % {"name": twin.name})


# ---------------------------------------------------------------- parts


def _write_parts(service: Service, told: ServiceTelling) -> None:
    _write_rows(service, ServiceTerm, [{"term_id": term.pk} for term in told.terms])
    _write_rows(service, ServiceLocation, _with_areas(service, told.places))
    _write_rows(service, ServiceFunder, funders_named(service.coalition_id, told.funders))


def _with_areas(service: Service, places: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The areas by their entries in the list; what is missing there is added."""
    names = [place["area"] for place in places if place["area"]]
    terms = terms_named(service.coalition, vocabulary=Vocabulary.AREA, names=names)
    ids = dict(zip(dict.fromkeys(names), (term.pk for term in terms), strict=True))
    return [
        {**{key: value for key, value in place.items() if key != "area"}, "area_id": area}
        for place in places
        for area in [ids.get(place["area"])]
    ]


def funders_named(coalition: int, names: Iterable[str]) -> list[dict[str, Any]]:
    """A name by which exactly one organisation goes is that organisation."""
    asked = list(dict.fromkeys(names))
    found = called(coalition, asked)
    rows = [
        {"funder_id": next(iter(found[name])), "name": ""}
        if len(found[name]) == 1
        else {"funder_id": None, "name": name}
        for name in asked
    ]
    return [row for place, row in enumerate(rows) if row not in rows[:place]]


def _write_rows(service: Service, model: Any, wanted: Sequence[dict[str, Any]]) -> None:
    missing = drop_untold(model.objects.filter(service=service), wanted)
    around = {
        "coalition_id": service.coalition_id,
        "organisation_id": service.organisation_id,
        "service": service,
    }
    try:
        with transaction.atomic():
            model.objects.bulk_create(model(**around, **one) for one in missing)
    except IntegrityError:
        raise Refusal(
            _("Something is told twice here. Please look at the list once more.")
        ) from None
