"""Every row of the sample, and of everything else."""

from typing import Any

from django.apps import apps
from django.db import models

from accounts.models import Coalition
from coalition.sample.files import read_organisations
from coalition.sample.removal import models_of_a_coalition

CARDS = read_organisations()


def of(coalition: Coalition, model: type[models.Model]) -> models.QuerySet[Any]:
    return model.objects.filter(coalition=coalition)


def everything() -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    return {
        model._meta.label: sorted(model._base_manager.values_list(), key=repr)
        for model in apps.get_models()
        if model._meta.managed and not model._meta.proxy
    }


def told(coalition: Coalition) -> dict[str, list[str]]:
    """Every row of a coalition without the numbers that the database gives out."""
    return {
        model._meta.label: sorted(told_row(row) for row in of(coalition, model))
        for model in models_of_a_coalition()
    }


def told_row(row: models.Model) -> str:
    """Lines in any order: the words of a search entry have none."""
    fields = [
        field
        for field in row._meta.concrete_fields
        if not (
            field.is_relation
            or isinstance(field, models.FileField)  # stored under a new random name each time
            or field.name in {"id", "pgh_id", "pgh_context", "pgh_context_id"}
            or field.name in {"token", "sealed"}  # of notes: random, and sealed anew each time
        )
    ]
    values = [str(sorted(str(getattr(row, field.attname)).splitlines())) for field in fields]
    context = getattr(row, "pgh_context", None) or {}
    return " | ".join([*values, context.get("verb", ""), context.get("reason", "")])
