"""What a bulk edit would do to each of the selected organisations, before anything is written."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.fields.json import KeyTransform

from partners.models import BulkEdit, Classification, Organisation, OwnField, Term
from partners.models.organisation_queries import OrganisationQuerySet

Action = BulkEdit.Action
# A retired organisation is not worked with: it comes back first, then it is edited.
OF_RETIRED = (Action.RETIRE, Action.REINSTATE)


@dataclass(frozen=True)
class Wanted:
    """The entries of a list that an edit is about: those that exist, and names that do not yet.

    Or the coalition's own field that it is about.
    """

    terms: tuple[Term, ...] = ()
    new: tuple[str, ...] = ()
    field: OwnField | None = None

    @property
    def ids(self) -> frozenset[int]:
        return frozenset(term.pk for term in self.terms)

    @property
    def names(self) -> list[str]:
        return [*(term.name for term in self.terms), *self.new]


@dataclass(frozen=True)
class Standing:
    """How one organisation stands now, as far as the edit is concerned."""

    pk: int
    before: Any  # an owner's id, a kind, a day, what an own field says, or the ids of carried terms
    is_retired: bool


@dataclass(frozen=True)
class Plan:
    """Every selected organisation under one of four heads, in the order of the ids."""

    changing: tuple[Standing, ...]
    same: tuple[int, ...]
    retired: tuple[int, ...]
    gone: int

    @property
    def counts(self) -> dict[str, int]:
        return {
            "changed": len(self.changing),
            "same": len(self.same),
            "retired": len(self.retired),
            "gone": self.gone,
        }

    @cached_property
    def seen(self) -> str:
        """A fingerprint of all that would change: somebody else's edit shows in it."""
        told = [f"{one.pk} {one.before}" for one in self.changing]
        return hashlib.sha256("\n".join(told).encode()).hexdigest()

    def befores(self) -> Counter[Any]:
        """How many of those that change stand how now; of terms, how many carry each."""
        counted: Counter[Any] = Counter()
        for one in self.changing:
            counted.update(one.before if isinstance(one.before, list) else [one.before])
        return counted


def wanted_by(edit: BulkEdit) -> Wanted:
    """What the edit names of its list. A term that is gone by now is left out."""
    if edit.action == Action.OWN:
        return Wanted(field=OwnField.objects.get(pk=edit.values["field"]))
    if not edit.changes_terms:
        return Wanted()
    of_list = Term.objects.of_coalition(edit.coalition_id).in_vocabulary(edit.vocabulary)
    terms = {term.pk: term for term in of_list.filter(pk__in=edit.values["terms"])}
    new = []
    for name in edit.values["names"]:
        term = of_list.called(name)
        if term:
            terms[term.pk] = term
        else:
            new.append(name)
    return Wanted(tuple(terms.values()), tuple(new))


def plan(edit: BulkEdit, wanted: Wanted, *, locking: bool = False) -> Plan:
    """Sort the selected organisations in one query. With `locking` nobody else edits them meanwhile."""
    found = {one.pk: one for one in _standings(edit, wanted, locking=locking)}
    here = [found[pk] for pk in edit.ids if pk in found]
    able = [one for one in here if not one.is_retired or edit.action in OF_RETIRED]
    same = {one.pk for one in able if _stands_so(edit, one, wanted)}
    return Plan(
        changing=tuple(one for one in able if one.pk not in same),
        same=tuple(one.pk for one in able if one.pk in same),
        retired=tuple(one.pk for one in here if one.is_retired and edit.action not in OF_RETIRED),
        gone=len(edit.ids) - len(here),
    )


def _standings(edit: BulkEdit, wanted: Wanted, *, locking: bool) -> Iterable[Standing]:
    rows = Organisation.objects.among(edit.coalition_id, edit.ids).order_by("pk")
    if locking:
        rows = rows.select_for_update(of=("self",))
    told = rows.annotate(stands=_before(edit, wanted)).values_list("pk", "stands", "retired_on")
    return (Standing(pk, before, retired_on is not None) for pk, before, retired_on in told)


def _before(edit: BulkEdit, wanted: Wanted) -> Any:
    if wanted.field:
        return KeyTransform(wanted.field.key, "own_values")
    if not edit.changes_terms:
        columns = {Action.OWNER: "owner_id", Action.KIND: "kind"}
        return F(columns.get(Action(edit.action), "retired_on"))
    carried = Classification.objects.filter(
        organisation=OuterRef("pk"), term__vocabulary=edit.vocabulary
    )
    return ArraySubquery(carried.order_by("term_id").values("term_id"))


def _stands_so(edit: BulkEdit, one: Standing, wanted: Wanted) -> bool:
    if not edit.changes_terms:
        return {
            Action.OWNER: one.before == edit.values.get("owner"),
            Action.KIND: one.before == edit.values.get("kind"),
            Action.RETIRE: one.is_retired,
            Action.REINSTATE: not one.is_retired,
            Action.OWN: one.before == edit.values.get("value"),
        }[Action(edit.action)]
    carried = frozenset(one.before)
    if edit.action == Action.REMOVE:
        return not carried & wanted.ids
    if edit.action == Action.ADD:
        return not wanted.new and wanted.ids <= carried
    return not wanted.new and wanted.ids == carried


def named(ids: Sequence[int], *, most: int) -> OrganisationQuerySet:
    """The first of these organisations, by name."""
    return Organisation.objects.filter(pk__in=ids).select_related("coalition").by_name()[:most]
