"""What taking a bulk edit back would leave as it is: what somebody has changed since."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

from django.db import connection, models

from partners.models import BulkEdit, Classification, Organisation, OwnField, Term
from partners.models.organisation_queries import OrganisationQuerySet

Action = BulkEdit.Action
Model = type[models.Model]
# What a bulk edit may write, from parents to children.
MODELS: tuple[Model, ...] = (Term, Organisation, Classification)

# What a bulk edit writes into the organisation's own row. Of own fields, one entry of their column.
COLUMNS = {
    Action.OWNER: ("owner_id",),
    Action.KIND: ("kind",),
    Action.RETIRE: ("retired_on", "retired_reason"),
    Action.REINSTATE: ("retired_on", "retired_reason"),
    Action.OWN: ("own_values",),
}

# An organisation that stands otherwise than we left it, in what we wrote of it; or is gone, or merged.
KEPT_ROWS = """
SELECT ours.pgh_obj_id FROM partners_organisationevent ours
LEFT JOIN partners_organisation o ON o.id = ours.pgh_obj_id AND o.merged_into_id IS NULL
WHERE ours.pgh_context_id = %(change)s AND (o.id IS NULL OR {otherwise})
"""

# A row of ours that another change has written again; or one that cannot return, because its like is
# there again, or its organisation or term is gone.
KEPT = """
SELECT ours.organisation_id FROM partners_classificationevent ours
JOIN partners_classificationevent later ON later.pgh_obj_id = ours.pgh_obj_id
    AND later.pgh_id > ours.pgh_id AND later.pgh_context_id IS DISTINCT FROM ours.pgh_context_id
WHERE ours.pgh_context_id = %(change)s
UNION
SELECT ours.organisation_id FROM partners_classificationevent ours
WHERE ours.pgh_context_id = %(change)s AND ours.pgh_label = 'delete' AND (
    EXISTS (SELECT 1 FROM partners_classification c
        WHERE c.organisation_id = ours.organisation_id AND c.term_id = ours.term_id)
    OR NOT EXISTS (SELECT 1 FROM partners_organisation o WHERE o.id = ours.organisation_id)
    OR NOT EXISTS (SELECT 1 FROM partners_term t WHERE t.id = ours.term_id))
"""

KEPT_PARTS = """
SELECT DISTINCT pgh_obj_id FROM partners_classificationevent
WHERE pgh_context_id = %(change)s AND organisation_id = ANY (%(kept)s)
"""

# Words that the edit added, and that others carry or somebody has changed since.
KEPT_TERMS = """
SELECT t.pgh_obj_id FROM partners_termevent t WHERE t.pgh_context_id = %(change)s AND (
    EXISTS (SELECT 1 FROM partners_termevent later WHERE later.pgh_obj_id = t.pgh_obj_id
        AND later.pgh_id > t.pgh_id AND later.pgh_context_id IS DISTINCT FROM t.pgh_context_id)
    OR EXISTS (SELECT 1 FROM partners_classification c WHERE c.term_id = t.pgh_obj_id
        AND (c.organisation_id = ANY (%(kept)s) OR c.id NOT IN (
            SELECT pgh_obj_id FROM partners_classificationevent WHERE pgh_context_id = %(change)s))))
"""


WRITTEN = """
SELECT pgh_obj_id FROM partners_organisationevent WHERE pgh_context_id = %(change)s
UNION SELECT organisation_id FROM partners_classificationevent WHERE pgh_context_id = %(change)s
"""


@dataclass(frozen=True)
class Outlook:
    """How an applied edit could be undone now, in three queries."""

    edit: BulkEdit

    @cached_property
    def kept(self) -> frozenset[int]:
        if self.edit.changes_terms:
            return frozenset(self._ids(KEPT))
        otherwise = " OR ".join(map(_stands_otherwise, COLUMNS[Action(self.edit.action)]))
        return frozenset(
            self._ids(KEPT_ROWS.format(otherwise=otherwise), field=field_key(self.edit))
        )

    @property
    def is_all_kept(self) -> bool:
        """Whether nothing would be taken back."""
        return len(self.kept) >= self.edit.counts.get("changed", 0)

    @cached_property
    def leaving(self) -> Mapping[Model, Collection[int]]:
        """The ids that stay as they are, by table: a kept organisation stays with all its entries."""
        kept = list(self.kept)
        return {
            Classification: self._ids(KEPT_PARTS, kept=kept),
            Term: self._ids(KEPT_TERMS, kept=kept),
        }

    def written(self, *, most: int) -> OrganisationQuerySet:
        """The first of the organisations that were changed, by name."""
        ids = self._ids(WRITTEN)
        here = Organisation.objects.among(self.edit.coalition_id, ids)
        return here.select_related("coalition").by_name()[:most]

    def _ids(self, statement: str, **told: list[int] | str) -> list[int]:
        with connection.cursor() as cursor:
            cursor.execute(statement, {"change": self.edit.change_id, **told})
            return [pk for (pk,) in cursor.fetchall()]


def field_key(edit: BulkEdit) -> str:
    """Under which the own field that an edit wrote keeps its values."""
    if edit.action != Action.OWN:
        return ""
    return OwnField.objects.values_list("key", flat=True).get(pk=edit.values["field"])


def _stands_otherwise(column: str) -> str:
    entry = " -> %(field)s" if column == "own_values" else ""
    return f"o.{column}{entry} IS DISTINCT FROM ours.{column}{entry}"


def kept_by(edit: BulkEdit) -> OrganisationQuerySet:
    """The organisations that the undo left as they were."""
    kept = Organisation.objects.among(edit.coalition_id, edit.kept)
    return kept.select_related("coalition").by_name()
