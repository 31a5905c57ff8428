from datetime import timedelta

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from common.background.batches import each, fan_out
from partners.duplicates import search as duplicates
from partners.imports.apply import apply
from partners.imports.dry_run import check
from partners.imports.undo import undo
from partners.imports.work import perform
from partners.models import BulkEdit, ComparisonDue, ContactErasure, DuplicateSearch, ImportRun
from partners.operations import imports, perform_erasure
from partners.operations.bulk import edits

State = ImportRun.State


@shared_task
def check_import(run_id: int) -> None:
    perform(run_id, check, state=State.CHECKING)


@shared_task
def apply_import(run_id: int) -> None:
    at = timezone.now()
    perform(run_id, lambda run: apply(run, at=at), state=State.APPLYING)


@shared_task
def undo_import(run_id: int) -> None:
    at = timezone.now()
    perform(run_id, lambda run: undo(run, at=at), state=State.UNDOING)


TASK_OF = {State.CHECKING: check_import, State.APPLYING: apply_import, State.UNDOING: undo_import}


@shared_task
def resume_imports() -> None:
    """Work whose message was lost, or whose worker died, is done after all."""
    for run_id, state in ImportRun.objects.work_left():
        TASK_OF[State(state)](run_id)


@shared_task
def forget_old_imports() -> None:
    imports.forget_old(before=timezone.now() - timedelta(days=settings.IMPORT_KEEP_DAYS))


@shared_task
def find_duplicates(coalition_id: int) -> None:
    """Compare a coalition's whole list, if somebody waits for it."""
    duplicates.search_all(coalition_id, at=timezone.now())


@shared_task
def compare_changed() -> None:
    """Searches whose message was lost, and organisations that have changed since the last one."""
    fan_out(find_all_duplicates, DuplicateSearch.objects.waiting(), size=1)
    fan_out(compare_changed_of, ComparisonDue.objects.coalitions())


@shared_task
def find_all_duplicates(coalition_ids: list[int]) -> None:
    each(coalition_ids, find_duplicates)


@shared_task
def compare_changed_of(coalition_ids: list[int]) -> None:
    each(coalition_ids, lambda pk: duplicates.search_changed(pk, at=timezone.now()))


@shared_task
def work_on_bulk_edit(edit_id: int) -> None:
    """Apply it or undo it, whichever was asked for."""
    edits.perform(edit_id, at=timezone.now())


@shared_task
def resume_bulk_edits() -> None:
    for edit_id in BulkEdit.objects.working().ids():
        work_on_bulk_edit(edit_id)


@shared_task
def forget_unapplied_bulk_edits() -> None:
    edits.forget_unapplied(before=timezone.now() - timedelta(days=1))


@shared_task
def erase_contact(erasure_id: int) -> None:
    perform_erasure(erasure_id, at=timezone.now())


@shared_task
def resume_erasures() -> None:
    for erasure_id in ContactErasure.objects.working().ids():
        erase_contact(erasure_id)
