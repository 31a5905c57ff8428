"""Rows that a form tells anew as a whole: names, identifiers, funders, places."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.db import models


def drop_untold(rows: models.QuerySet, wanted: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Delete what is no longer told, and return what is not there yet; the rest is not touched."""
    missing = list(wanted)
    for row in rows:
        told = next((one for one in missing if _tells(row, one)), None)
        if told is None:
            row.delete()
        else:
            missing.remove(told)
    return missing


def _tells(row: models.Model, told: Mapping[str, Any]) -> bool:
    return all(getattr(row, name) == value for name, value in told.items())
