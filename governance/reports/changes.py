"""What was changed in how the coalition works, the newest first: from the tables that triggers write."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Q

from common.history import changes
from common.history.changes import SHOWN, ChangeLine, Model
from governance.reports.sentences import SENTENCES

__all__ = ["SHOWN", "ChangeLine", "Model", "changes_in", "changes_of", "tables"]


def tables() -> tuple[Model, ...]:
    """Every table of this app that keeps its history, parents before children."""
    return changes.tables_of("governance")


def changes_in(
    coalition: int, *, within: Mapping[Model, Q] | None = None, before: datetime | None = None
) -> list[ChangeLine]:
    """The newest changes of a coalition before a moment; `within` keeps to some rows of some tables.

    Two queries, whatever is found.
    """
    wanted = within if within is not None else {model: Q() for model in tables()}
    return changes.changes_in(coalition, within=wanted, sentences=SENTENCES, before=before)


def changes_of(row: Any) -> list[ChangeLine]:
    """The newest changes of one row. Two queries."""
    return changes_in(row.coalition_id, within={type(row): Q(pgh_obj_id=row.pk)})
