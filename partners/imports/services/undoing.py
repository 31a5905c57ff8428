"""What taking an import of services back would leave as it is: what somebody has changed or used since."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db import models

from common.history.event_tables import events_of
from common.history.rewind import changed_since
from partners.imports.referring import Removal
from partners.models import (
    ImportRun,
    Organisation,
    Service,
    ServiceFunder,
    ServiceLocation,
    ServiceTerm,
    Term,
)

Model = type[models.Model]
PARTS: tuple[Model, ...] = (ServiceLocation, ServiceTerm, ServiceFunder)
TRACKED: tuple[Model, ...] = (Term, Organisation, Service, *PARTS)


@dataclass(frozen=True)
class ServiceOutlook:
    """`prospects`: organisations that the run has added and that somebody has worked on or used since."""

    run: ImportRun
    prospects: frozenset[int]

    @cached_property
    def written(self) -> frozenset[int]:
        """Services that the run wrote, or to which it added something."""
        return frozenset(
            self._ids(Service, "pgh_obj_id").union(
                *(self._ids(part, "service_id") for part in PARTS)
            )
        )

    @cached_property
    def kept_services(self) -> frozenset[int]:
        """Written again since, they or a part of them; or of a partner that stays."""
        if not isinstance(self.run.change_id, UUID):
            return frozenset()
        touched = {row.pk for row in changed_since(self.run.change_id, models=[Service])}
        for part in PARTS:
            ids = [row.pk for row in changed_since(self.run.change_id, models=[part])]
            events = events_of(part).filter(pgh_obj_id__in=ids)
            touched |= set(events.values_list("service_id", flat=True))
            others = part._default_manager.filter(service__in=self.written)  # noqa: SLF001
            others = others.exclude(pk__in=self._ids(part, "pgh_obj_id"))
            touched |= set(
                others.filter(service__in=self.made).values_list("service_id", flat=True)
            )
        return frozenset(touched & self.written)

    @cached_property
    def made(self) -> frozenset[int]:
        """Services that were not there before: they go, unless somebody has hung something on them."""
        events = self._of_the_run(Service).filter(pgh_label="insert")
        return frozenset(events.values_list("pgh_obj_id", flat=True))

    @cached_property
    def kept_organisations(self) -> frozenset[int]:
        return frozenset(self.leaving[Organisation])

    @cached_property
    def leaving(self) -> dict[Model, Collection[int]]:
        """What stays, with the partners and entries to which it, or anything else, refers."""
        owners = Service.objects.filter(pk__in=self.kept_services)
        left: dict[Model, Collection[int]] = {
            part: self._ids(part, "pgh_obj_id", service_id__in=self.kept_services) for part in PARTS
        }
        left[Service] = self.kept_services
        left[Organisation] = {
            *self.prospects,
            *owners.values_list("organisation_id", flat=True),
        }
        left[Term] = {row.pk for row in changed_since(self._change, models=[Term])}
        return dict(Removal(self._change, TRACKED).grown(left, models=[Organisation, Term]))

    @property
    def _change(self) -> UUID:
        assert self.run.change_id is not None  # only what was applied is undone  # noqa: S101
        return self.run.change_id

    def _of_the_run(self, model: Model) -> models.QuerySet:
        return events_of(model).filter(pgh_context_id=self.run.change_id)

    def _ids(self, model: Model, column: str, **narrowed: Any) -> set[int]:
        rows = self._of_the_run(model).filter(**narrowed)
        return set(rows.values_list(column, flat=True))

    def kept(self) -> list[str]:
        """Those that stay, each in a line."""
        rows = Service.objects.filter(pk__in=self.kept_services).select_related("organisation")
        return [f"{service.name}, {service.organisation.name}" for service in rows.for_listing()]

    def goes_back(self) -> int:
        """How many services would be put back or taken away."""
        return len(self.written - self.kept_services)
