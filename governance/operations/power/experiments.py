"""Trying another way to work together, and looking at it together afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.models import Experiment


@dataclass(frozen=True)
class Review:
    outcome: str
    learned: str


@transaction.atomic
def start(coalition: Coalition, values: Mapping[str, Any], *, by: Person) -> Experiment:
    with recording("experiment.started", by=by):
        return Experiment.objects.create(coalition=coalition, started_by=by, **values)


@transaction.atomic
def edit(experiment: Experiment, values: Mapping[str, Any], *, by: Person) -> Experiment:
    """Raises Refusal for one that was looked at: what was expected then stays as it was."""
    experiment = _locked(experiment)
    if experiment.is_reviewed:
        raise Refusal(_("It was looked at already. Open it again first."))
    with recording("experiment.edited", by=by):
        for name, value in values.items():
            setattr(experiment, name, value)
        experiment.save()
    return experiment


@transaction.atomic
def review(experiment: Experiment, told: Review, *, on: date, by: Person) -> Experiment:
    """What was learned, and what becomes of it. Raises Refusal when somebody has said so meanwhile."""
    experiment = _locked(experiment)
    if experiment.is_reviewed:
        raise Refusal(_("Somebody has looked at it meanwhile."))
    with recording("experiment.reviewed", by=by):
        experiment.outcome, experiment.learned = told.outcome, told.learned
        experiment.reviewed_on, experiment.reviewed_by = on, by
        experiment.save()
    return experiment


@transaction.atomic
def reopen(experiment: Experiment, *, by: Person) -> Experiment:
    """It goes on. What was said of it stays in its history."""
    experiment = _locked(experiment)
    if not experiment.is_reviewed:
        return experiment
    with recording("experiment.reopened", by=by):
        experiment.outcome, experiment.learned = "", ""
        experiment.reviewed_on, experiment.reviewed_by = None, None
        experiment.save()
    return experiment


def _locked(experiment: Experiment) -> Experiment:
    return Experiment.objects.select_for_update(of=("self",)).get(pk=experiment.pk)
