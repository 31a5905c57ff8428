"""Forgetting a contact: what told of the person goes, also from history; the organisation's record stays."""

from collections.abc import Collection, Iterable
from datetime import date, datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Membership, Person
from common.background import long_work
from common.history.tracking import recording
from common.personal import erasure
from common.personal.fields import events_of
from common.refusal import Refusal
from partners.models import Contact, ContactErasure, ImportRow, ImportRun
from partners.operations.files import erase_files
from partners.operations.merging.gone_people import forget_gone, gone_into, told_of_gone
from partners.operations.risk.masking import mask_in_notes
from partners.reports.people.naming_files import NamingFiles, naming_files, needles_of

State = ContactErasure.State
# The first number of our advisory locks; the second is the id of the erasure.
ERASURE_LOCK = 7_205


def files_naming(contact: Contact) -> NamingFiles:
    """What the coalition is asked about, and what goes, before the contact is erased."""
    return naming_files([contact.coalition_id], _needles(contact))


@transaction.atomic
def ask_to_erase_contact(
    contact: Contact, *, by: Person, at: datetime, files: Collection[int] = ()
) -> ContactErasure:
    """Let a worker erase somebody; a second press finds it asked for. Refuses as `erase_contact` does."""
    contact = Contact.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    _refuse_member(contact)
    waiting = ContactErasure.objects.of(contact).first()
    if waiting and waiting.is_working:
        return waiting
    row = waiting or ContactErasure(contact=contact, coalition_id=contact.coalition_id)
    row.files, row.asked_by, row.asked_at = sorted(files), by, at
    row.state, row.problem = State.ERASING, ""
    row.save()
    return row


def perform_erasure(erasure_id: int, *, at: datetime) -> None:
    """Erase whom it names, in one transaction; nothing, if it is done or somebody else does it."""
    rows = ContactErasure.objects.select_related("contact", "coalition", "asked_by")
    long_work.perform(
        rows, erasure_id, partial(_perform, at=at), state=State.ERASING, lock=ERASURE_LOCK
    )


def _perform(row: ContactErasure, *, at: datetime) -> None:
    """Nothing is left to do afterwards, nor to tell: the note on the contact says who did it, and when."""
    erase_contact(
        row.contact,
        by=row.asked_by,
        on=row.coalition.day(at=at),
        files=row.files,
        after_each=lambda done, steps: long_work.report(row, done, of=steps),
    )
    row.delete()


@transaction.atomic
def erase_contact(
    contact: Contact,
    *,
    by: Person,
    on: date,
    files: Collection[int] = (),
    after_each: erasure.AfterEach | None = None,
) -> Contact:
    """Blank the person in the row, in every earlier version, in search, imports and letters.

    `files` are those of `files_naming` that go for good; all others lose the person from their name. A
    dated note says that it was done, and by whom. Refuses for somebody who signs in to this coalition:
    their account is theirs to erase. It cannot be taken back, since nothing is left to put back.
    `after_each` is told how far it is.
    """
    contact = Contact.objects.select_for_update(of=("self",)).get(pk=contact.pk)
    if contact.erased_on:
        return contact
    _refuse_member(contact)
    needles, gone = _needles(contact), gone_into(contact)
    with recording("contact.erased", by=by):
        naming = naming_files([contact.coalition_id], needles)
        _drop_spreadsheets(naming.spreadsheets)
        erase_files([file for file in naming.kept if file.pk in files])
        erasure.erase(contact, within=contact.coalition_id)
        erasure.scrub(needles, within=contact.coalition_id, after_each=after_each)
        forget_gone(gone, by=by, on=on)
        mask_in_notes(needles, coalitions=[contact.coalition_id])
        _note(contact, by=by, on=on)
    contact.refresh_from_db()
    return contact


def ask_to_erase(address: str, *, on: date) -> int:
    """Whoever erased their account may stand as a contact: each coalition is asked to erase that too."""
    return Contact.objects.known().with_address(address).update(erasure_asked_on=on)


def _refuse_member(contact: Contact) -> None:
    members = contact.coalition.members.unended()
    if contact.email and members.with_address(contact.email).exists():
        raise Refusal(
            _(
                "%(name)s signs in to this coalition, and can erase their account themself, under "
                "“My settings”. Afterwards you are asked here."
            )
            % {"name": contact.name}
        )


def _needles(contact: Contact) -> list[str]:
    """Also what those said who became one with them."""
    earlier = told_of_gone(gone_into(contact))
    return list(
        dict.fromkeys(
            needle
            for name, email, phone in [(contact.name, contact.email, contact.phone), *earlier]
            for needle in needles_of(name=name, email=email, phone=phone)
        )
    )


def forget_in_spreadsheets(person: Person) -> None:
    """Whoever erases their account stands in no uploaded spreadsheet any more, of any coalition.

    Their name counts where they were a member; whole files are read where they are known.
    """
    theirs = set(Membership.objects.of(person).values_list("coalition", flat=True))
    knowing = Contact.objects.with_address(person.email).values_list("coalition", flat=True)
    by_name = needles_of(name=person.full_name, email=person.email)
    _drop_spreadsheets(naming_files(theirs, by_name).spreadsheets)
    _drop_spreadsheets(naming_files(set(knowing) - theirs, [person.email]).spreadsheets)
    rows = ImportRow.objects.mentioning([person.email]).order_by().values("run")
    _drop_spreadsheets(ImportRun.objects.with_file().filter(pk__in=rows))


def _drop_spreadsheets(runs: Iterable[ImportRun]) -> None:
    """An uploaded spreadsheet goes as a whole: one cell cannot be taken out of it."""
    for run in runs:
        storage, name = run.file.storage, run.file.name
        ImportRun.objects.filter(pk=run.pk).update(file="")
        transaction.on_commit(partial(storage.delete, str(name)))


def _note(contact: Contact, *, by: Person, on: date) -> None:
    """In earlier versions too: whatever is put back from history, the note stays."""
    words = {"erased_on": on, "erased_by": by.pk}
    Contact.objects.filter(pk=contact.pk).update(left_on=contact.left_on or on, **words)
    for event in events_of(Contact):
        event._default_manager.filter(pgh_obj_id=contact.pk).update(**words)  # noqa: SLF001
