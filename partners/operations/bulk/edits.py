"""Editing many organisations together: looked at first, written in few statements, undone in one press."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Membership, Person
from common.background import long_work
from common.history.event_tables import event_model
from common.history.tracking import recording
from common.refusal import Refusal
from partners.models import BulkEdit, Classification, Organisation
from partners.models.own_fields.values import saying
from partners.operations.bulk.undo import minding_search_of, undo
from partners.operations.terms import terms_named
from partners.reports.bulk.preview import Plan, Wanted, plan, wanted_by
from partners.reports.bulk.undo import MODELS

State, Action = BulkEdit.State, BulkEdit.Action

# The first number of our advisory locks; the second is the id of the edit.
EDIT_LOCK = 7_203
# So many organisations are written by one statement; a larger edit says between them how far it is.
BATCH = 2_000
# Up to so many the person waits for the answer; beyond, a worker does it.
AT_ONCE = 500
# From so many on the database's statistics are worth renewing, or it plans an undo by older ones.
MANY = 1_000
# Somebody else at work on one of the rows: we try this long, then a worker waits in our place.
PATIENCE = "4s"

CARRY = """
INSERT INTO partners_classification (coalition_id, organisation_id, term_id)
SELECT %s, organisation, term
FROM unnest(%s::bigint[]) organisation CROSS JOIN unnest(%s::bigint[]) term
ON CONFLICT (organisation_id, term_id) DO NOTHING
"""


@transaction.atomic
def prepare(
    coalition: Coalition,
    ids: Sequence[int],
    *,
    action: str,
    values: dict[str, Any],
    by: Person,
    at: datetime,
    vocabulary: str = "",
    back: str = "",
) -> BulkEdit:
    """Note what is wanted of which organisations; nothing of them is written."""
    return BulkEdit.objects.create(
        coalition=coalition,
        ids=list(dict.fromkeys(ids)),
        action=action,
        values=values,
        vocabulary=vocabulary,
        back=back,
        asked_by=by,
        asked_at=at,
        created_at=at,
    )


@transaction.atomic
def ask_to_apply(edit: BulkEdit, *, seen: str, by: Person, at: datetime) -> BulkEdit:
    """Let the edit be written as it was seen. A second press finds it asked for, and changes nothing."""
    edit = _locked(edit)
    if edit.state != State.PREPARED:
        return edit
    _refuse_absent_owner(edit)
    _refuse_other_field(edit)
    if plan(edit, wanted_by(edit)).seen != seen:
        raise Refusal(
            _(
                "Some of them have changed since you looked, so nothing was written."
                " This is how it stands now; please look at it again."
            )
        )
    return _asked(edit, State.APPLYING, by=by, at=at)


@transaction.atomic
def ask_to_undo(edit: BulkEdit, *, by: Person, at: datetime) -> BulkEdit:
    """Let the whole edit be taken back; a second press changes nothing."""
    edit = _locked(edit)
    if edit.state != State.APPLIED:
        return edit
    return _asked(edit, State.UNDOING, by=by, at=at)


def perform(edit_id: int, *, at: datetime) -> None:
    """Do what an edit waits for, in one transaction; nothing, if it waits for nothing."""
    edits = BulkEdit.objects.select_related("coalition", "asked_by")
    state = edits.filter(pk=edit_id).values_list("state", flat=True).first()
    if state == State.APPLYING:
        long_work.perform(
            edits, edit_id, lambda edit: _apply(edit, at=at), state=state, lock=EDIT_LOCK
        )
    if state == State.UNDOING:
        long_work.perform(
            edits, edit_id, lambda edit: undo(edit, at=at), state=state, lock=EDIT_LOCK
        )


def perform_at_once(edit_id: int, *, at: datetime) -> None:
    """The same while somebody waits. Raises OperationalError when rows stay locked by somebody else."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(f"SET LOCAL lock_timeout = '{PATIENCE}'")
        perform(edit_id, at=at)
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL lock_timeout = DEFAULT")


def forget_unapplied(*, before: datetime) -> int:
    """Delete previews that were left without applying them."""
    count, _rows = BulkEdit.objects.never_applied(before=before).delete()
    return count


# ---------------------------------------------------------------- applying


def _apply(edit: BulkEdit, *, at: datetime) -> None:
    _refuse_absent_owner(edit)
    _refuse_other_field(edit)
    reason = edit.values.get("reason", "")
    with recording("partners.edited_together", by=edit.asked_by, reason=reason) as change:
        wanted = _with_new_terms(edit)
        found = plan(edit, wanted, locking=True)
        _write_all(edit, found, wanted)
    if len(found.changing) >= MANY:
        _tell_the_planner()
    edit.state, edit.applied_at, edit.change_id = State.APPLIED, at, change
    edit.counts = found.counts
    edit.save()


def _with_new_terms(edit: BulkEdit) -> Wanted:
    wanted = wanted_by(edit)
    if not wanted.new or edit.action == Action.REMOVE:
        return wanted
    made = terms_named(edit.coalition, vocabulary=edit.vocabulary, names=wanted.new)
    return Wanted((*wanted.terms, *made))


def _write_all(edit: BulkEdit, found: Plan, wanted: Wanted) -> None:
    """A fixed number of statements for every BATCH organisations."""
    ids = [one.pk for one in found.changing]
    with minding_search_of(edit):
        for first in range(0, len(ids), BATCH):
            long_work.report(edit, edit.total - len(ids) + first)
            _write(edit, ids[first : first + BATCH], wanted)


def _write(edit: BulkEdit, ids: list[int], wanted: Wanted) -> None:
    if not edit.changes_terms:
        Organisation.objects.filter(pk__in=ids).update(**_columns(edit, wanted))
        return
    carried = Classification.objects.filter(
        organisation__in=ids, term__vocabulary=edit.vocabulary, coalition=edit.coalition
    )
    if edit.action == Action.REMOVE:
        carried.filter(term__in=wanted.ids).delete()
        return
    if edit.action == Action.REPLACE:
        carried.exclude(term__in=wanted.ids).delete()
    with connection.cursor() as cursor:
        cursor.execute(CARRY, [edit.coalition_id, ids, sorted(wanted.ids)])


def _columns(edit: BulkEdit, wanted: Wanted) -> dict[str, Any]:
    values = edit.values
    if wanted.field:
        return {"own_values": saying(wanted.field, values["value"])}
    if edit.action == Action.OWNER:
        return {"owner": values["owner"]}
    if edit.action == Action.KIND:
        return {"kind": values["kind"]}
    if edit.action == Action.RETIRE:
        day = date.fromisoformat(values["on"])
        return {"retired_on": day, "retired_reason": values["reason"]}
    return {"retired_on": None, "retired_reason": ""}


def _refuse_absent_owner(edit: BulkEdit) -> None:
    """Between looking and applying, or before a worker's turn, a member may leave."""
    owner = edit.values.get("owner")
    if not owner:
        return
    keepers = Membership.objects.looking_after_partners()
    if not keepers.filter(coalition=edit.coalition_id, person=owner).exists():
        raise Refusal(
            _("%(person)s can no longer look after partners. Please choose someone else.")
            % {"person": Person.objects.get(pk=owner)}
        )


def _refuse_other_field(edit: BulkEdit) -> None:
    """The field may be retired meanwhile, be of another kind, or have lost the choice."""
    field = wanted_by(edit).field
    if field is None:
        return
    is_as_before = field.kind == edit.values["kind"] and not field.is_retired
    chosen = edit.values["value"] if field.offers_choices else None
    keys = {chosen} if isinstance(chosen, str) else set(chosen or ())
    if not is_as_before or keys - {one.key for one in field.offered()}:
        raise Refusal(
            _("“%(name)s” has changed since you looked. Please say anew what it shall say.")
            % {"name": field.label}
        )


# ---------------------------------------------------------------- rows and statements


def _locked(edit: BulkEdit) -> BulkEdit:
    locked = BulkEdit.objects.select_for_update(of=("self",)).select_related("coalition")
    return locked.get(pk=edit.pk)


def _asked(edit: BulkEdit, state: str, *, by: Person, at: datetime) -> BulkEdit:
    edit.state, edit.asked_by, edit.asked_at, edit.problem = state, by, at, ""
    edit.save()
    return edit


def _tell_the_planner() -> None:
    models = (*MODELS, *map(event_model, MODELS))
    tables = ", ".join(model._meta.db_table for model in models)  # noqa: SLF001 - Django's own door
    with connection.cursor() as cursor:
        cursor.execute(f"ANALYZE {tables}")
