"""Restricted notes: written, changed, given to others and taken from them by those who are named alone.

Every verb asks first whether the actor is named; that nobody else gets here is not left to a page.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from accounts.models import Membership, Person
from accounts.permissions import Permission
from common.history import undoing
from common.history.event_tables import events_of
from common.history.rewind import changed_since, undo_change
from common.history.tracking import recording
from common.refusal import Refusal
from partners.models import Organisation, RiskNote, RiskReader
from partners.models.risk.notes import sealed

MODELS = (RiskNote, RiskReader)
TWO = 2  # so many who stay keep a note from being lost when one of them leaves


@dataclass(frozen=True)
class Told:
    """What a note says, and when those named look at it again."""

    words: str
    review_on: date | None = None


def may_be_named(membership: Membership) -> bool:
    """Whoever may open partners; those who speak for one read nothing of others."""
    return membership.may(Permission.SEE_PARTNERS) and membership.ended_on is None


@transaction.atomic
def write(
    organisation: Organisation,
    told: Told,
    *,
    readers: Iterable[Membership],
    heir: Membership | None,
    by: Membership,
    at: datetime,
) -> RiskNote:
    """Write a note for oneself and those named. Refuses one that would be lost when one person leaves."""
    on, named = at.date(), {by.pk: by, **{one.pk: one for one in readers}}
    for one in (*named.values(), *([heir] if heir else [])):
        _refuse_stranger(one, organisation.coalition_id)
    _refuse_lonely(list(named.values()), heir)
    with recording("risk_note.written", by=by.person):
        note = RiskNote.objects.create(
            coalition_id=organisation.coalition_id,
            organisation=organisation,
            organisation_name=organisation.name,
            sealed=sealed(told.words, coalition=organisation.coalition_id),
            written_by=by.person,
            written_at=at,
            review_on=told.review_on,
            heir=heir,
        )
        _name(note, named.values(), by=by.person, on=on)
    return note


@transaction.atomic
def rewrite(note: RiskNote, told: Told, *, by: Membership) -> RiskNote:
    """What it said before stays in its history, sealed as well."""
    note = _locked(note, by)
    with recording("risk_note.rewritten", by=by.person):
        if note.words != told.words:
            note.sealed = sealed(told.words, coalition=note.coalition_id)
        note.review_on = told.review_on
        note.save(update_fields=["sealed", "review_on"])
    return note


@transaction.atomic
def settle(note: RiskNote, *, on: date | None, by: Membership) -> RiskNote:
    """Nothing is to be looked at again; without a day it is taken up again."""
    note = _locked(note, by)
    with recording("risk_note.settled" if on else "risk_note.taken_up", by=by.person):
        note.settled_on = on and (note.settled_on or on)
        note.save(update_fields=["settled_on"])
    return note


@transaction.atomic
def name_reader(note: RiskNote, reader: Membership, *, on: date, by: Membership) -> RiskNote:
    note = _locked(note, by)
    _refuse_stranger(reader, note.coalition_id)
    with recording("risk_note.reader_named", by=by.person):
        _name(note, [reader], by=by.person, on=on)
        if note.heir_id == reader.pk:
            note.heir = None
            note.save(update_fields=["heir"])
        _refuse_lonely(_readers(note), note.heir)
    return note


@transaction.atomic
def remove_reader(note: RiskNote, reader: Membership, *, by: Membership) -> RiskNote:
    """Whoever wrote it and is still here goes by themself only."""
    note = _locked(note, by)
    is_author = reader.person_id == note.written_by_id
    if is_author and reader.pk != by.pk and may_be_named(reader):
        raise Refusal(_("%(name)s wrote this note and stays named.") % {"name": reader.person})
    with recording("risk_note.reader_removed", by=by.person):
        note.readers.filter(membership=reader).delete()
        _refuse_lonely(_readers(note), note.heir)
    return note


@transaction.atomic
def choose_heir(note: RiskNote, heir: Membership | None, *, by: Membership) -> RiskNote:
    """Who reads it once nobody who is named is a member any more."""
    note = _locked(note, by)
    if heir:
        _refuse_stranger(heir, note.coalition_id)
        if note.readers.filter(membership=heir).exists():
            raise Refusal(_("%(name)s reads this note already.") % {"name": heir.person})
    with recording("risk_note.heir_chosen", by=by.person):
        note.heir = heir
        note.save(update_fields=["heir"])
        _refuse_lonely(_readers(note), heir)
    return note


# ---------------------------------------------------------------- when somebody leaves


def hand_on(membership: Membership, *, by: Person) -> None:
    """Notes that nobody else reads go to whom those named have chosen, and to nobody else.

    Not to whoever takes over the member's partners: an administrator chooses that one, and would so get
    to read what is not for them. A member who ends their own membership is stopped as long as a note would
    go to nobody; a note of one whom others end waits, closed, until somebody who was named is invited again.
    """
    if membership.ended_on is None:
        return
    alone = list(RiskNote.objects.read_by_nobody_but(membership).select_related("heir__person"))
    with recording("risk_note.handed_on", by=by):
        for note in alone:
            if note.heir and may_be_named(note.heir):
                _name(note, [note.heir], by=by, on=membership.ended_on)
            elif by.pk == membership.person_id:
                raise Refusal(
                    _(
                        "There is a note that only you can read. Name somebody who takes it over first,"
                        " under “Notes for me”."
                    )
                )


def take_back(change: UUID) -> None:
    """An ending is taken back: whoever got a note by it alone reads it no longer."""
    edited = [row.pk for row in changed_since(change, models=[RiskReader])]
    undo_change(change, models=[RiskReader], leaving={RiskReader: edited})


def come_back(membership: Membership, *, by: Person) -> None:
    """Whoever was named, left, and is invited again reads once more what nobody else has read since."""
    staying = RiskReader.objects.staying().filter(note=OuterRef("pk"))
    waiting = RiskNote.objects.of_coalition(membership.coalition_id).filter(~Exists(staying))
    theirs = waiting.filter(readers__membership__person=membership.person_id).distinct()
    if not may_be_named(membership):
        return
    with recording("risk_note.handed_on", by=by):
        for note in theirs:
            _name(note, [membership], by=by, on=membership.started_on)


# ---------------------------------------------------------------- undo


def has_changed_notes(membership: Membership, change: UUID) -> bool:
    """Whether the change wrote notes, all of which name this member now, and they made it."""
    made = {"pgh_context_id": change, "pgh_context__person": membership.person_id}
    notes = set(events_of(RiskNote).filter(**made).values_list("pgh_obj_id", flat=True))
    notes |= set(events_of(RiskReader).filter(**made).values_list("note_id", flat=True))
    mine = RiskNote.objects.visible_to(membership).filter(pk__in=notes)
    return bool(notes) and mine.count() == len(notes)


@transaction.atomic
def undo(change: UUID, *, by: Membership) -> None:
    """Refuses what was changed again since, and what would leave a note that one person alone keeps."""
    rows = events_of(RiskReader).filter(pgh_context_id=change)
    touched = list(rows.values_list("note_id", flat=True))
    undoing.take_back(
        change,
        models=MODELS,
        verb="risk_note.undone",
        by=by.person,
        in_the_way=_("Something else depends on how it stands now. Change it by hand instead."),
    )
    for note in RiskNote.objects.filter(pk__in=touched).select_related("heir"):
        _refuse_lonely(_readers(note), note.heir)


# ---------------------------------------------------------------- what holds for every note


def _locked(note: RiskNote, by: Membership) -> RiskNote:
    rows = RiskNote.objects.visible_to(by).select_related("heir__person", "written_by")
    found = rows.select_for_update(of=("self",)).filter(pk=note.pk).first()
    if found is None:
        raise Refusal(_("There is no such note."))
    return found


def _name(note: RiskNote, readers: Iterable[Membership], *, by: Person, on: date) -> None:
    RiskReader.objects.bulk_create(
        (
            RiskReader(
                coalition_id=note.coalition_id,
                note=note,
                membership=one,
                added_by=by,
                added_on=on,
            )
            for one in readers
        ),
        ignore_conflicts=True,
    )


def _readers(note: RiskNote) -> list[Membership]:
    return [row.membership for row in note.readers.select_related("membership__person")]


def _refuse_stranger(membership: Membership, coalition: int) -> None:
    if membership.coalition_id != coalition or not may_be_named(membership):
        raise Refusal(_("%(name)s may not read notes here.") % {"name": membership.person})


def _refuse_lonely(readers: list[Membership], heir: Membership | None) -> None:
    """A note is lost with its only reader unless somebody is chosen who takes it over."""
    staying = [one for one in readers if may_be_named(one)]
    if not staying:
        raise Refusal(_("Somebody has to be able to read it."))
    if len(staying) < TWO and not (heir and may_be_named(heir)):
        raise Refusal(
            _(
                "One person alone would read this note. Name somebody else too, or say who takes it over"
                " when they leave, so that it is not lost."
            )
        )
