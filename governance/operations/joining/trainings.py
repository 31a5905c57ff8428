"""Trainings and who was there."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.models import Training, TrainingAttendance
from partners.models import Contact, Organisation


@transaction.atomic
def add_training(training: Training, *, by: Person) -> Training:
    with recording("training.added", by=by):
        training.save()
    return training


@transaction.atomic
def edit_training(training: Training, *, by: Person) -> Training:
    with recording("training.edited", by=by):
        training.save()
    return training


@transaction.atomic
def remove_training(training: Training, *, by: Person) -> None:
    """One that was noted by mistake. Refuses when somebody was there: then it took place."""
    training = Training.objects.select_for_update().get(pk=training.pk)
    if TrainingAttendance.objects.at(training).exists():
        raise Refusal(_("Somebody was there, so it stays. Take them off first."))
    with recording("training.removed", by=by):
        training.delete()


@transaction.atomic
def note_attendance(
    training: Training,
    organisation: Organisation,
    *,
    contacts: Iterable[Contact] = (),
    others: int = 0,
    sure: tuple[int | None, int | None] = (None, None),
    by: Person,
) -> TrainingAttendance:
    """Who of an organisation was there, by name, and how many beside them. Said again, it adds.

    `others` takes the place of an earlier number; zero leaves it as it was. The row is the last one
    written, or one that says the same already. `sure`: how sure those named here felt before and after, 1 to
    5; not told, it leaves what was told. Refuses when nobody is named.
    """
    Training.objects.select_for_update().get(pk=training.pk)
    home = Organisation.objects.locked_home(organisation.pk)
    named = [one for one in contacts if one.organisation_id == home.pk]
    if not named and not others:
        raise Refusal(_("Say who of them was there, or how many."))
    keys: dict[str, Any] = {
        "coalition_id": training.coalition_id,
        "training": training,
        "organisation": home,
    }
    rated = dict(zip(("before", "after"), sure, strict=True)) if None not in sure else {}
    with recording("training.attended", by=by):
        for contact in named:
            row = _noted(keys | {"contact": contact}, rated)
        if others:
            row = _noted(keys | {"contact": None}, {"people": others, **rated})
    return row


def _noted(keys: dict[str, Any], told: dict[str, Any]) -> TrainingAttendance:
    """The row of these keys, written only where something is told of it."""
    if not told:
        return TrainingAttendance.objects.get_or_create(**keys)[0]
    return TrainingAttendance.objects.update_or_create(**keys, defaults=told)[0]


@transaction.atomic
def remove_attendance(row: TrainingAttendance, *, by: Person) -> None:
    """They were not there after all."""
    with recording("training.unattended", by=by):
        row.delete()
