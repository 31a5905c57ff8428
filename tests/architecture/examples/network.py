"""Rows for the addresses of ties, services, suggestions, and of what two organisations have together."""

from collections.abc import Callable
from typing import Any

from common.history.tracking import recording
from partners import operations
from partners.models import ImportRun
from tests.architecture.examples.partners import changed, organisation
from tests.architecture.examples.populated import Populated
from tests.factories import (
    NOW,
    DistinctPairFactory,
    ImportRunFactory,
    OrganisationFactory,
    ServiceFactory,
    TieFactory,
)


def merge(here: Populated) -> Any:
    """Another organisation, merged into the one of the example."""
    return operations.merge(
        here.organisation,
        others=[OrganisationFactory(coalition=here.coalition)],
        choices={},
        by=here.representation.membership.person,
        at=NOW,
    )[0]


def distinct_pair(here: Populated) -> Any:
    other = OrganisationFactory(coalition=here.coalition)
    return DistinctPairFactory(first=here.organisation, second=other)


def tie_between(here: Populated) -> Any:
    return TieFactory(first=here.organisation)


def tie(here: Populated) -> dict[str, int]:
    return {"pk": here.organisation.pk, "tie": tie_between(here).pk}


def relation(here: Populated) -> Any:
    return here.relation


def tie_run(here: Populated) -> Any:
    return ImportRunFactory(coalition=here.coalition, subject=ImportRun.Subject.TIES)


def nomination(here: Populated) -> Any:
    return here.nomination


def changed_nomination(here: Populated) -> dict[str, Any]:
    """A change of a suggestion, so that it can be taken back."""
    with recording("nomination.made", by=here.nomination.suggested_by) as change:
        here.nomination.website = "changed.example"
        here.nomination.save()
    return {"change": change}


def step(here: Populated) -> dict[str, int]:
    return {"pk": here.organisation.pk, "step": here.step.pk}


def service(here: Populated) -> dict[str, int]:
    return {
        "pk": here.organisation.pk,
        "service": ServiceFactory(organisation=here.organisation).pk,
    }


def service_run(here: Populated) -> Any:
    return ImportRunFactory(coalition=here.coalition, subject=ImportRun.Subject.SERVICES)


def talk_run(here: Populated) -> Any:
    return ImportRunFactory(coalition=here.coalition, subject=ImportRun.Subject.TALKS)


EXAMPLES: dict[str, Callable[[Populated], Any]] = {
    "partners:merge_undo": lambda here: {"change": merge(here).change_id},
    "partners:merge_with": organisation,
    "partners:pipeline_leave": organisation,
    "partners:pipeline_move": organisation,
    "partners:pipeline_of": organisation,
    "partners:pipeline_plan": organisation,
    "partners:pipeline_step": lambda here: {"pk": here.organisation.pk, "stage": "paused"},
    "partners:pipeline_step_edit": step,
    "partners:pipeline_undo": lambda here: changed(here.organisation),
    "partners:suggestion": nomination,
    "partners:suggestion_accept": nomination,
    "partners:suggestion_decline": nomination,
    "partners:suggestion_link": lambda here: {
        "pk": here.nomination.pk,
        "organisation": here.organisation.pk,
    },
    "partners:suggestion_undo": changed_nomination,
    "partners:suggestion_withdraw": nomination,
    "partners:service_add": organisation,
    "partners:service_capacity": service,
    "partners:service_edit": service,
    "partners:service_end": service,
    "partners:service_import": service_run,
    "partners:service_import_apply": service_run,
    "partners:service_import_columns": service_run,
    "partners:service_import_undo": service_run,
    "partners:service_resume": service,
    "partners:service_undo": lambda here: changed(here.organisation),
    "partners:services_of": organisation,
    "partners:relation_reinstate": relation,
    "partners:relation_rename": relation,
    "partners:relation_retire": relation,
    "partners:talk_import": talk_run,
    "partners:talk_import_apply": talk_run,
    "partners:talk_import_columns": talk_run,
    "partners:talk_import_undo": talk_run,
    "partners:tie_add": organisation,
    "partners:tie_edit": tie,
    "partners:tie_end": tie,
    "partners:tie_import": tie_run,
    "partners:tie_import_apply": tie_run,
    "partners:tie_import_columns": tie_run,
    "partners:tie_import_undo": tie_run,
    "partners:tie_level": tie,
    "partners:tie_level_undo": lambda here: changed(here.organisation),
    "partners:tie_resume": tie,
    "partners:tie_undo": lambda here: changed(here.organisation),
    "partners:ties": lambda here: {"pk": tie(here)["pk"]},
    "partners:unmerge": merge,
    "partners:told_apart_undo": distinct_pair,
}
