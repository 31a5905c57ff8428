"""For every task of the timetable something that it must do, beside what stands in a populated coalition."""

import os
from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from accounts.models import PersonErasure, Session
from common.files.stored import FOLDER
from common.models import Letter, SentForm
from partners.models import BulkEdit, ComparisonDue, ContactErasure, ImportRun
from tests.architecture.examples import Populated
from tests.factories import BulkEditFactory, ImportRunFactory
from tests.governance.factories import BodyFactory, RoleAssignmentFactory
from tests.governance.power.factories import (
    LeadershipOverrideFactory,
    LeadershipRuleFactory,
    leading,
)


def a_letter_waits(here: Populated) -> None:
    assert Letter.objects.waiting().exists()


def an_import_was_left(here: Populated) -> None:
    ImportRunFactory(coalition=here.coalition, state=ImportRun.State.CHECKING)


def a_session_ran_out(here: Populated) -> None:
    Session.objects.create(session_key="over", expire_date=_long_ago())


def an_import_is_old(here: Populated) -> None:
    ImportRun.objects.filter(pk=here.run.pk).update(created_at=_long_ago())


def a_partner_has_changed(here: Populated) -> None:
    assert ComparisonDue.objects.exists()


def a_form_was_sent(here: Populated) -> None:
    SentForm.objects.create(sending="long ago", at=_long_ago())


def an_edit_was_left(here: Populated) -> None:
    ids = [here.organisation.pk]
    here.organisation.owner = here.representation.membership.person
    here.organisation.save()
    BulkEditFactory(coalition=here.coalition, ids=ids, state=BulkEdit.State.APPLYING)


def a_preview_was_left(here: Populated) -> None:
    BulkEdit.objects.filter(pk=here.edit.pk).update(created_at=_long_ago())


def somebody_has_a_role_for_a_year(here: Populated) -> None:
    began = timezone.localdate() - timedelta(days=400)
    RoleAssignmentFactory(
        seat__body__coalition=here.coalition,
        contact__email="rosa@clinic.example",
        starts_on=began,
        ends_on=None,
        acknowledged_on=began,
    )


def a_lead_is_shared_again(here: Populated) -> None:
    LeadershipRuleFactory(coalition=here.coalition, sectors=2)
    body = BodyFactory(coalition=here.coalition)
    LeadershipOverrideFactory(body=body)
    leading(body, "A")
    leading(body, "B")


def a_file_was_left(here: Populated) -> None:
    name = default_storage.save(f"{FOLDER}/ab/left", ContentFile(b"Nobody names it."))
    moment = _long_ago().timestamp()
    os.utime(default_storage.path(name), (moment, moment))


def a_text_has_an_acronym(here: Populated) -> None:
    here.organisation.description = "The FQHC takes WIC."
    here.organisation.save()


def an_account_was_left_half_erased(here: Populated) -> None:
    person = here.representation.membership.person
    PersonErasure.objects.create(person=person, asked_by=person, asked_at=timezone.now())


def a_contact_was_left_half_erased(here: Populated) -> None:
    ContactErasure.objects.create(
        coalition=here.coalition,
        contact=here.contact,
        asked_by=here.representation.membership.person,
        asked_at=timezone.now(),
    )


DUE: dict[str, Callable[[Populated], None]] = {
    "common.tasks.deliver_outbox": a_letter_waits,
    "common.tasks.forget_sent_forms": a_form_was_sent,
    "common.tasks.sweep_files": a_file_was_left,
    "accounts.tasks.forget_sessions": a_session_ran_out,
    "partners.tasks.resume_imports": an_import_was_left,
    "partners.tasks.forget_old_imports": an_import_is_old,
    "partners.tasks.compare_changed": a_partner_has_changed,
    "accounts.tasks.resume_erasures": an_account_was_left_half_erased,
    "partners.tasks.resume_erasures": a_contact_was_left_half_erased,
    "partners.tasks.resume_bulk_edits": an_edit_was_left,
    "partners.tasks.forget_unapplied_bulk_edits": a_preview_was_left,
    "governance.tasks.seats.ask_holders_yearly": somebody_has_a_role_for_a_year,
    "governance.tasks.power.heal_overrides": a_lead_is_shared_again,
    "governance.tasks.words.look_for_acronyms": a_text_has_an_acronym,
}


def _long_ago() -> datetime:
    return timezone.now() - timedelta(days=1000)
