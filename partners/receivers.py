"""What partners do when something happens beneath them."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from accounts.duties import Duties
from accounts.files_about import FileAbout, Place
from accounts.models import Coalition, Invitation, Membership, Person
from accounts.signals import (
    coalition_founded,
    duties_asked,
    files_asked,
    invitation_accepted,
    membership_ended,
    membership_reinstated,
    person_erased,
)
from partners import operations
from partners.models import Organisation
from partners.operations import ties
from partners.operations.risk import diligence, masking, notes
from partners.reports.people.naming_files import naming_files, needles_of


@receiver(coalition_founded)
def fill_sectors(coalition: Coalition, by: Person, **_kwargs: Any) -> None:
    operations.fill_sectors(coalition, preset=coalition.sector_preset, by=by)


@receiver(coalition_founded)
def fill_relations(coalition: Coalition, by: Person, **_kwargs: Any) -> None:
    ties.fill_relations(coalition, by=by)


@receiver(coalition_founded)
def fill_diligence(coalition: Coalition, by: Person, **_kwargs: Any) -> None:
    diligence.fill_questions(coalition, by=by)


@receiver(invitation_accepted)
def tie_to_organisation(invitation: Invitation, membership: Membership, **_kwargs: Any) -> None:
    operations.tie_to_organisation(invitation, membership)
    notes.come_back(membership, by=membership.person)


@receiver(duties_asked)
def tell_who_looks_after_organisations(
    coalition: Coalition, people: Iterable[int], **_kwargs: Any
) -> Duties:
    kept = Organisation.objects.of_coalition(coalition.pk).active().counted_by_keeper(people)
    return Duties(
        label=_("Organisations looked after: %(n)d"),
        url=reverse("partners:list", args=[coalition.slug]) + "?owner=%(person)d",
        kept=kept,
    )


@receiver(membership_ended)
def hand_organisations_over(
    membership: Membership, successor: Person | None, by: Person, **_kwargs: Any
) -> None:
    if successor:
        operations.hand_over_organisations(membership, to=successor, by=by)


@receiver(membership_ended)
def hand_notes_on(membership: Membership, by: Person, **_kwargs: Any) -> None:
    notes.hand_on(membership, by=by)


@receiver(membership_reinstated)
def take_organisations_back(change: UUID | None, **_kwargs: Any) -> None:
    if change:
        operations.take_back_organisations(change)
        notes.take_back(change)


@receiver(person_erased)
def ask_coalitions_to_erase(person: Person, at: datetime, **_kwargs: Any) -> None:
    operations.ask_to_erase(person.email, on=at.date())
    operations.forget_in_spreadsheets(person)
    masking.mask_member(person)


@receiver(files_asked)
def name_files_about(
    person: Person, coalitions: Collection[int], **_kwargs: Any
) -> list[FileAbout]:
    needles = needles_of(name=person.full_name, email=person.email)
    naming = naming_files(coalitions, needles, reads_sources=False)
    return [
        *(
            FileAbout(file.name, str(file.organisation.coalition), file.uploaded_at, Place.NAME)
            for file in naming.kept
        ),
        *(
            FileAbout(run.file_name, str(run.coalition), run.created_at, Place.CELLS)
            for run in naming.spreadsheets
        ),
    ]
