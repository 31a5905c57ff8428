"""Which tables the story of an organisation is told from."""

from collections.abc import Callable
from typing import Any

from django.db import models

from partners.models import (
    Address,
    Alias,
    Application,
    Attachment,
    Benefit,
    Classification,
    Contact,
    DiligenceAnswer,
    DistinctPair,
    ExternalIdentifier,
    Gap,
    Incident,
    IncidentDecision,
    InterviewVisit,
    Nomination,
    Organisation,
    PartnerLetter,
    Phone,
    PipelinePlan,
    PipelineStep,
    ProfileAnswer,
    ProfileRow,
    Representation,
    Service,
    ServiceFunder,
    ServiceLocation,
    ServiceTerm,
    Stake,
    Tie,
    Touchpoint,
    ValueStatement,
    Verification,
)

Model = type[models.Model]

# The order in which a page tells of them.
TRACKED: tuple[Model, ...] = (
    Organisation,
    Contact,
    Alias,
    Phone,
    Address,
    ExternalIdentifier,
    Classification,
    ProfileAnswer,
    ProfileRow,
    Stake,
    Verification,
    InterviewVisit,
    Attachment,
    Representation,
    Benefit,
    ValueStatement,
    PartnerLetter,
)
# What stands between two organisations is told in the stories of both.
OF_TWO: tuple[Model, ...] = (DistinctPair, Tie)
OF_SERVICES: tuple[Model, ...] = (Service, ServiceLocation, ServiceTerm, ServiceFunder)
# Told in the story of an organisation, but not of its profile: it is taken back alone.
ASIDE: tuple[Model, ...] = (
    *OF_TWO,
    *OF_SERVICES,
    Touchpoint,
    Gap,
    PipelineStep,
    PipelinePlan,
    Nomination,
    Application,
    DiligenceAnswer,
    Incident,
    IncidentDecision,
)
TOLD: tuple[Model, ...] = (*TRACKED, *ASIDE)

# What apps above this one keep of organisations, in tables with a column `organisation`, and who tells of
# a row of theirs: takes an effect and the names of a page, answers details. It is told aside too.
_FURTHER: dict[Model, Callable[[Any, Any], list[Any]]] = {}


def also_told(model: Model, tell: Callable[[Any, Any], list[Any]]) -> None:
    """Each app says so once for each table, parents before children, when it is ready."""
    _FURTHER[model] = tell


def further() -> tuple[Model, ...]:
    return tuple(_FURTHER)


def teller_of(model: Model) -> Callable[[Any, Any], list[Any]] | None:
    return _FURTHER.get(model)


def everything_told() -> tuple[Model, ...]:
    return (*TOLD, *_FURTHER)
