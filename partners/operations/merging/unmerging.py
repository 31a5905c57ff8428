"""Taking a merge apart again: today, or a month later.

What came along goes back if it is still there, as it stands now; what was set aside returns as it was; what
has been written since stays with the survivor. Nothing that anybody has typed is lost.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.merging import relocation
from common.refusal import Refusal
from partners.models import Merge, MergeMove, Organisation
from partners.models.merging.merges import MergeQuerySet, groups_in
from partners.models.search.entries import refresh, refresh_later
from partners.operations.merging.merging import columns_of, told_together, write_columns
from partners.operations.merging.people import put_people_back
from partners.operations.names import add_names, names_said

Row = tuple[str, str]  # app.Model and id
What = MergeMove.What


def unmerge(merge: Merge, *, by: Person, at: datetime) -> Merge:
    """Take one organisation out of the one it was merged into; others that were merged stay.

    Raises Refusal when that is done already, or when the survivor itself was merged since.
    """
    return _unmerge(Merge.objects.filter(pk=merge.pk), by=by, at=at)[0]


def unmerge_change(coalition: Coalition, *, change: UUID, by: Person, at: datetime) -> list[Merge]:
    """Take apart everything that was merged in one go."""
    return _unmerge(Merge.objects.of_coalition(coalition.pk).made_by(change), by=by, at=at)


@transaction.atomic
def _unmerge(asked: MergeQuerySet, *, by: Person, at: datetime) -> list[Merge]:
    merges = _locked(asked)
    survivor = merges[0].survivor
    names = told_together([merge.organisation for merge in merges])
    with recording("organisation.unmerged", by=by, reason=names):
        refresh_later()
        said = names_said(survivor)
        apart = [merge.organisation_id for merge in merges]
        # First, because as long as one is merged, whatever is written of it goes to the survivor.
        Organisation.including_merged.filter(pk__in=apart).update(merged_into=None)
        _put_fields_back(merges, survivor)
        went = _bring_back(merges, survivor)
        for merge in merges:
            merge.taken_apart_at, merge.taken_apart_by = at, by
        ids = [merge.pk for merge in merges]
        Merge.objects.filter(pk__in=ids).update(taken_apart_at=at, taken_apart_by=by)
        _let_others_stand_in(survivor, went)
        put_people_back(merges, went)
        others = Merge.objects.standing().into(survivor).select_related("organisation")
        add_names(survivor, others.order_by("pk"), among=said)
        refresh([survivor.pk, *apart])
    return merges


def _locked(asked: MergeQuerySet) -> list[Merge]:
    ids = {pk for pair in asked.values_list("organisation", "survivor") for pk in pair}
    rows = Organisation.including_merged.filter(pk__in=ids).order_by("pk")
    organisations = {row.pk: row for row in rows.select_for_update(of=("self",))}
    merges = list(asked.standing().select_for_update(of=("self",)).order_by("pk"))
    if not merges:
        raise Refusal(_("This is taken apart already."))
    for merge in merges:
        merge.organisation = organisations[merge.organisation_id]
        merge.survivor = organisations[merge.survivor_id]
    _refuse_inner(merges[0])
    return merges


def _refuse_inner(merge: Merge) -> None:
    if merge.survivor.merged_into_id is None:
        return
    raise Refusal(
        _("%(survivor)s was itself merged into %(last)s since. Take that apart first.")
        % {"survivor": merge.survivor.name, "last": merge.survivor.survivor.name}
    )


# ---------------------------------------------------------------- rows


def _bring_back(merges: Sequence[Merge], survivor: Organisation) -> set[Row]:
    """Return the rows that the survivor no longer has.

    Set-aside rows return first, so that what hangs on them finds them.
    """
    moves = list(MergeMove.objects.of(list(merges)))
    for model, rows in _by_model(moves, What.SET_ASIDE).items():
        relocation.restore(model, [row.kept for row in rows])
    went = _move_back(move for move in moves if move.what == What.MOVED)
    spared = _own_names(merges, survivor)
    unneeded = _names_of_no_more_use(merges, survivor)
    for model, rows in _by_model([*moves, *unneeded], What.ADDED).items():
        going = [row for row in rows if json.loads(row.kept).get("name") not in spared]
        removed = relocation.remove_unchanged(model, [row.kept for row in going])
        went |= {(model._meta.label, pk) for pk in removed}
    MergeMove.objects.filter(pk__in=[move.pk for move in unneeded]).delete()
    return went


def _own_names(merges: Sequence[Merge], survivor: Organisation) -> set[str]:
    """Names of the survivor's own that did not come back, because somebody has named it anew since.

    Where another merge remembers the name, that one sees to it.
    """
    others = Merge.objects.standing().into(survivor).exclude(pk__in=[merge.pk for merge in merges])
    now = columns_of([survivor])[survivor.pk]["name"]
    return _names_before(merges) - _names_before(others) - {now}


def _names_before(merges: Iterable[Merge]) -> set[str]:
    return {merge.columns["name"][0] for merge in merges if "name" in merge.columns}


def _names_of_no_more_use(merges: Sequence[Merge], survivor: Organisation) -> list[MergeMove]:
    """The name that was chosen then, where a later merge has made it another name of the survivor."""
    chosen = {merge.columns["name"][1] for merge in merges if "name" in merge.columns}
    if not chosen:
        return []
    added = MergeMove.objects.added().standing().filter(merge__survivor=survivor)
    others = added.exclude(merge__in=[merge.pk for merge in merges])
    return [move for move in others if json.loads(move.kept).get("name") in chosen]


def _move_back(moves: Iterable[MergeMove]) -> set[Row]:
    """What points elsewhere by now was taken there by somebody, and stays; the others are returned."""
    groups: dict[tuple[type[models.Model], str, str], dict[str, str]] = defaultdict(dict)
    for move in moves:
        groups[move.table, move.column, move.went_to][move.row] = move.came_from
    return {
        (model._meta.label, pk)
        for (model, column, went_to), back in groups.items()
        for pk in relocation.repoint(model, column, to=back, only_from=went_to)
    }


def _by_model(moves: Iterable[MergeMove], what: str) -> dict[type[models.Model], list[MergeMove]]:
    groups: dict[type[models.Model], list[MergeMove]] = defaultdict(list)
    for move in moves:
        if move.what == what:
            groups[move.table].append(move)
    return groups


# ---------------------------------------------------------------- the survivor's own fields


def _put_fields_back(merges: Sequence[Merge], survivor: Organisation) -> None:
    """A field that nobody has changed since goes back; where a later merge took over, that one remembers."""
    now = columns_of([survivor])[survivor.pk]
    standing = Merge.objects.standing().into(survivor).order_by("pk")
    later = list(standing.exclude(pk__in=[merge.pk for merge in merges]))
    back: dict[str, Any] = {}
    for merge in merges:
        for columns in _groups(merge):
            heir = next((one for one in later if _took_over(one, columns, merge)), None)
            for column, (before, _after) in columns.items():
                if heir:
                    heir.columns[column][0] = before
                elif all(now.get(name) == after for name, (_before, after) in columns.items()):
                    back[column] = before
    Merge.objects.bulk_update(later, ["columns"])
    write_columns(survivor, back)


def _groups(merge: Merge) -> list[dict[str, list[Any]]]:
    """What the merge changed: columns that belong together stand together."""
    return [
        {name: merge.columns[name] for name in group if name in merge.columns}
        for group in groups_in([merge.columns])
    ]


def _took_over(later: Merge, columns: Mapping[str, list[Any]], merge: Merge) -> bool:
    return later.pk > merge.pk and all(
        name in later.columns and later.columns[name][0] == after
        for name, (_before, after) in columns.items()
    )


# ---------------------------------------------------------------- what others had set aside for ours


def _let_others_stand_in(survivor: Organisation, went: Collection[Row]) -> None:
    """Another merge into the same survivor set a row aside, because ours told the same: now it is needed."""
    others = MergeMove.objects.set_aside().standing().filter(merge__survivor=survivor)
    waiting: dict[Row, list[MergeMove]] = defaultdict(list)
    for move in others.order_by("pk"):
        if (move.model, move.twin) in went:
            waiting[move.model, move.twin].append(move)
    for first, *rest in waiting.values():
        relocation.restore(first.table, [first.kept], **{first.column: first.went_to})
        _return_what_hung_on(first)
        MergeMove.objects.filter(pk=first.pk).update(what=What.MOVED, twin="", kept="")
        MergeMove.objects.filter(pk__in=[move.pk for move in rest]).update(twin=first.row)


def _return_what_hung_on(parent: MergeMove) -> None:
    """As if the row had come along with all its own."""
    moves = MergeMove.objects.filter(
        merge=parent.merge_id, came_from=parent.row, went_to=parent.twin
    ).exclude(pk=parent.pk)
    children = [move for move in moves.order_by("pk") if _hangs_on(move, parent)]
    for child in children:
        if child.what == What.SET_ASIDE:
            relocation.restore(child.table, [child.kept])
            _return_what_hung_on(child)
    _move_back(child for child in children if child.what == What.MOVED)
    MergeMove.objects.filter(pk__in=[child.pk for child in children]).delete()


def _hangs_on(child: MergeMove, parent: MergeMove) -> bool:
    fields = child.table._meta.concrete_fields
    return any(one.column == child.column and one.related_model is parent.table for one in fields)
