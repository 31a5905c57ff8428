"""Two or more organisations turn out to be one.

One record stays; whatever pointed at the others follows (common/merging/following.py), their names become
other names of the one that stays, and what was done is noted row by row, so that it can be taken apart
exactly.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.merging import relocation
from common.merging.following import Follower, Plan, by_model, plan
from common.refusal import Refusal
from partners.models import Contact, Merge, MergeMove, Organisation
from partners.models.merging.merges import Columns, folded, groups_in, is_entry, laid_out
from partners.models.search.entries import refresh, refresh_later
from partners.operations.merging.people import (
    Twins,
    follow,
    join,
    notes_of,
    refuse_between,
    refuse_erasing,
    rows_of,
    twins_in,
    without_equals,
)
from partners.operations.names import add_names
from partners.reports.merging.merges import fingerprints_of

What = MergeMove.What
NAMED = 5


@transaction.atomic
def merge(
    survivor: Organisation,
    *,
    others: Sequence[Organisation],
    choices: Mapping[str, int],
    by: Person,
    at: datetime,
    seen: Mapping[int, str] | None = None,
    people: Iterable[tuple[int, int]] = (),
) -> list[Merge]:
    """Merge the others into the survivor, and return a Merge for each of them.

    `choices` names for a field (by its first column) the organisation whose value is right; what it does
    not name stays as the survivor has it. `seen` is what the person has looked at (`fingerprints_of`), and
    `people` pairs of contacts who are one person. A fixed number of statements, whatever follows. Raises
    Refusal when one of them has been merged meanwhile or is of another coalition, or somebody there is being
    erased, and Changed when one is no longer as it was seen.
    """
    survivor, others = _locked(survivor, others)
    refuse_erasing([survivor, *others])
    _refuse_unseen([survivor, *others], seen)
    names = told_together(others)
    with recording("organisation.merged", by=by, reason=names) as change:
        refresh_later()
        told = columns_of([survivor, *others])
        taken = _taken(survivor, choices, told)
        merges = _written_down(survivor, others, taken, change=change, by=by, at=at)
        _follow(merges, survivor, twins_in(people, survivor, others), change)
        _leave_the_list(others, survivor)
        new = {name: after for columns in taken.values() for name, (_b, after) in columns.items()}
        write_columns(survivor, new)
        add_names(survivor, merges)
        refresh([survivor.pk, *(other.pk for other in others)])
    return merges


def _written_down(
    survivor: Organisation,
    others: Sequence[Organisation],
    taken: Mapping[int, Any],
    *,
    change: UUID,
    by: Person,
    at: datetime,
) -> list[Merge]:
    """A Merge for each of the others, with the columns that the survivor takes from it."""
    return Merge.objects.bulk_create(
        Merge(
            coalition_id=survivor.coalition_id,
            survivor=survivor,
            organisation=other,
            columns=taken.get(other.pk, {}),
            change_id=change,
            merged_at=at,
            merged_by=by,
        )
        for other in others
    )


def told_together(organisations: Sequence[Organisation]) -> str:
    """For history, which keeps the words beside every row: the first names, and how many more."""
    names = "; ".join(one.name for one in organisations[:NAMED])
    more = len(organisations) - NAMED
    return f"{names} (+{more})" if more > 0 else names


class Changed(Refusal):
    """Somebody has edited one of them while another person chose between them."""


def _refuse_unseen(organisations: Sequence[Organisation], seen: Mapping[int, str] | None) -> None:
    if seen is None:
        return
    now = fingerprints_of(organisations)
    changed = [one.name for one in organisations if seen.get(one.pk) != now[one.pk]]
    if changed:
        raise Changed(
            _(
                "%(names)s: changed by somebody else a moment ago. Please look once more;"
                " your choices are kept."
            )
            % {"names": ", ".join(changed)}
        )


def _locked(
    survivor: Organisation, others: Iterable[Organisation]
) -> tuple[Organisation, list[Organisation]]:
    """In the order of their ids, so that two who merge the same ones wait for each other."""
    wanted = {survivor.pk, *(other.pk for other in others)}
    rows = Organisation.objects.filter(pk__in=wanted, coalition=survivor.coalition_id)
    found = {row.pk: row for row in rows.order_by("pk").select_for_update(of=("self",))}
    if found.keys() != wanted:
        raise Refusal(_("One of them has just been merged by somebody else, or is gone."))
    if len(wanted) < 2:  # noqa: PLR2004 - a merge is of two
        raise Refusal(_("Choose at least two to merge."))
    stays = found.pop(survivor.pk)
    return stays, list(found.values())


def columns_of(organisations: Iterable[Organisation]) -> dict[int, Columns]:
    """Every column of each, as JSON holds it; of a column that is an object, each entry apart."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, to_jsonb(o)::text FROM partners_organisation o WHERE id = ANY (%s)",
            [[one.pk for one in organisations]],
        )
        return {pk: laid_out(json.loads(columns)) for pk, columns in cursor.fetchall()}


def write_columns(organisation: Organisation, values: Columns) -> None:
    """The opposite of `columns_of`, for the columns and entries that are named."""
    if values:
        now = columns_of([organisation])[organisation.pk]
        relocation.overwrite(Organisation, organisation.pk, folded({**now, **values}, values))


def _taken(
    survivor: Organisation, choices: Mapping[str, int], told: Mapping[int, Columns]
) -> dict[int, dict[str, list[Any]]]:
    """For each organisation of which something was chosen: column → [the survivor's before, after]."""
    taken: dict[int, dict[str, list[Any]]] = {}
    for group in groups_in(told.values()):
        source = choices.get(group[0]) or _usual(group, survivor, told)
        if source not in told:
            continue
        pairs = {name: [told[survivor.pk].get(name), told[source].get(name)] for name in group}
        if any(before != after for before, after in pairs.values()):
            taken.setdefault(source, {}).update(pairs)
    return taken


def _usual(group: Sequence[str], survivor: Organisation, told: Mapping[int, Columns]) -> int:
    """Entries of an object come together unasked; of everything else the survivor's stays."""
    if is_entry(group[0]) and group[0] not in told[survivor.pk]:
        return next(pk for pk, columns in told.items() if group[0] in columns)
    return survivor.pk


def _leave_the_list(others: Iterable[Organisation], survivor: Organisation) -> None:
    Organisation.objects.filter(pk__in=[other.pk for other in others]).update(merged_into=survivor)


# ---------------------------------------------------------------- what follows


def _follow(merges: Sequence[Merge], survivor: Organisation, twins: Twins, change: UUID) -> None:
    heirs = {str(merge.organisation_id): str(survivor.pk) for merge in merges}
    followers = plan(Organisation, heirs)
    if twins := without_equals(twins, followers):
        followers = plan(Organisation, heirs, twins={Contact: twins})
        refuse_between(followers)
    told = rows_of(twins) if twins else {}
    _note(merges, followers)
    follow(followers)
    if twins:
        of = {str(merge.organisation_id): merge for merge in merges}
        merge_of = {
            row.pk: of[row.root] for row in followers.set_aside if row.pointer.model is Contact
        }
        join(twins, told, notes_of(twins, merge_of, change))


def _note(merges: Sequence[Merge], followers: Plan) -> None:
    of = {str(merge.organisation_id): merge for merge in merges}
    kept = {
        pointer: relocation.kept(pointer.model, [row.pk for row in rows])
        for pointer, rows in by_model(followers.set_aside).items()
    }
    MergeMove.objects.bulk_create(
        [
            *(_move(of[row.root], row, What.MOVED) for row in followers.moved),
            *(
                _move(of[row.root], row, What.SET_ASIDE, kept=kept[row.pointer][row.pk])
                for row in followers.set_aside
            ),
        ]
    )


def _move(merge: Merge, row: Follower, what: str, *, kept: str = "") -> MergeMove:
    return MergeMove(
        coalition_id=merge.coalition_id,
        merge=merge,
        what=what,
        model=row.pointer.model._meta.label,
        row=row.pk,
        column=row.pointer.key.column,
        came_from=row.parent,
        went_to=row.heir,
        twin=row.twin,
        kept=kept,
    )
