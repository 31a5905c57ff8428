"""Writing what the rows came to: partners and entries of lists first, then services and their parts."""

from collections.abc import Iterable
from typing import Any

from common.database.loading import load
from partners.imports.planning import BATCH, Drift
from partners.imports.services.planning import ServicePlanner
from partners.imports.services.states import COLUMNS, State
from partners.models import (
    Organisation,
    Service,
    ServiceFunder,
    ServiceLocation,
    ServiceTerm,
)


def save(plan: ServicePlanner) -> int:
    """Return how many services were written."""
    changed = [state for state in plan.states if state.is_changed]
    ids = _add_prospects(plan, changed)
    for state in changed:
        partner = state.service.organisation_id
        state.service.organisation_id = ids.get(partner, partner)
    _hold({state.service.organisation_id for state in changed})
    plan.lists.add_new()
    load([state.service for state in changed if state.is_new])
    old = [state.service for state in changed if not state.is_new]
    Service.objects.bulk_update(old, _fields(COLUMNS), batch_size=BATCH)
    load([part for state in changed for part in _terms(state)])
    load([part for state in changed for part in _places(state)])
    load([part for state in changed for part in _funders(state)])
    return len(changed)


def _fields(columns: Iterable[str]) -> list[str]:
    return [column.removesuffix("_id") for column in columns]


def _hold(ids: set[int]) -> None:
    """Nobody merges them before we are done; one that was merged meanwhile stops us."""
    rows = Organisation.objects.filter(pk__in=ids).order_by("pk")
    held = set(rows.select_for_update(of=("self",), no_key=True).values_list("pk", flat=True))
    if held != ids:
        raise Drift(Organisation.including_merged.filter(pk__in=ids - held).first() or "")


def _add_prospects(plan: ServicePlanner, changed: Iterable[State]) -> dict[int, int]:
    """Beside each id below 0 the one that the database has given. Only those whom a service needs."""
    needed = {state.service.organisation_id for state in changed}
    wanted = sorted((pk for pk in plan.names if pk in needed), reverse=True)
    made = Organisation.objects.bulk_create(
        Organisation(
            coalition_id=plan.run.coalition_id,
            name=plan.names[pk],
            kind=Organisation.Kind.PROSPECT,
        )
        for pk in wanted
    )
    return dict(zip(wanted, (one.pk for one in made), strict=True))


def _around(state: State) -> dict[str, Any]:
    service = state.service
    return {
        "coalition_id": service.coalition_id,
        "organisation_id": service.organisation_id,
        "service_id": service.pk,
    }


def _terms(state: State) -> list[ServiceTerm]:
    terms = {term.pk: term for term in state.new_terms}.values()
    return [ServiceTerm(**_around(state), term_id=term.pk) for term in terms]


def _places(state: State) -> list[ServiceLocation]:
    return [
        ServiceLocation(
            **_around(state),
            **{key: value for key, value in place.items() if key != "area"},
            area_id=area.pk if area else None,
        )
        for place, area in state.new_places
    ]


def _funders(state: State) -> list[ServiceFunder]:
    return [
        ServiceFunder(**_around(state), funder_id=payer.pk, name="" if payer.pk else payer.name)
        for payer in state.new_funders
    ]
