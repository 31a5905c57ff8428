"""Taking back what was changed of many together, where it still stands as that left it."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection

from common.history.rewind import undo_change
from common.history.tracking import recording
from partners.models import BulkEdit, Classification, Organisation, Term
from partners.reports.bulk.undo import COLUMNS, Outlook, field_key

State, Action = BulkEdit.State, BulkEdit.Action

# Each organisation as it stood before the edit first wrote it: only what the edit wrote is put back.
PUT_BACK = """
UPDATE partners_organisation o SET {columns}
FROM (SELECT DISTINCT ON (e.pgh_obj_id) e.* FROM partners_organisationevent e
    JOIN (SELECT pgh_obj_id, min(pgh_id) AS first FROM partners_organisationevent
        WHERE pgh_context_id = %(change)s AND pgh_obj_id <> ALL (%(kept)s::bigint[])
        GROUP BY 1) ours ON ours.pgh_obj_id = e.pgh_obj_id AND e.pgh_id < ours.first
    ORDER BY e.pgh_obj_id, e.pgh_id DESC) was
WHERE o.id = was.pgh_obj_id
"""
ENTRY = """own_values = (o.own_values - %(field)s) || CASE WHEN was.own_values ? %(field)s
    THEN jsonb_build_object(%(field)s::text, was.own_values -> %(field)s) ELSE '{}' END"""


def undo(edit: BulkEdit, *, at: datetime) -> None:
    """Put back all of it, but for organisations that somebody has changed since in what we changed.

    Where that would be nothing the edit stays as it is, so that it can be taken back another time.
    """
    Organisation.objects.among(edit.coalition_id, edit.ids).order_by("pk").lock()
    outlook = Outlook(edit)
    edit.kept = sorted(outlook.kept)
    if outlook.is_all_kept:
        edit.state = State.APPLIED
    else:
        _put_back(edit, outlook)
        edit.state, edit.undone_at = State.UNDONE, at
    edit.save()


@contextmanager
def minding_search_of(edit: BulkEdit) -> Iterator[None]:
    """What is written is refreshed in search, unless nobody is found by such words."""
    if not edit.changes_search:
        _set_search("later")
    yield
    if not edit.changes_search:
        _set_search("")


def _put_back(edit: BulkEdit, outlook: Outlook) -> None:
    reason = edit.values.get("reason", "")
    with (
        recording("partners.undone_together", by=edit.asked_by, reason=reason),
        minding_search_of(edit),
    ):
        if edit.changes_terms:
            _put_back_entries(edit, outlook)
        else:
            _put_back_rows(edit, outlook)


def _put_back_entries(edit: BulkEdit, outlook: Outlook) -> None:
    """Entries of a list, and the words that the edit added to it."""
    if edit.change_id:
        undo_change(edit.change_id, models=(Term, Classification), leaving=outlook.leaving)


def _put_back_rows(edit: BulkEdit, outlook: Outlook) -> None:
    columns = COLUMNS[Action(edit.action)]
    told = {"change": edit.change_id, "kept": sorted(outlook.kept), "field": field_key(edit)}
    put = (ENTRY if column == "own_values" else f"{column} = was.{column}" for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(PUT_BACK.replace("{columns}", ", ".join(put)), told)


def _set_search(value: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('commonweal.search', %s, true)", [value])
