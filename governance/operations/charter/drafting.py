"""Writing the charter: beginning a draft, adopting it, reading it again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from governance.models import CharterDeferral, CharterReview, CharterVersion
from governance.models.charter import PARTS


@dataclass(frozen=True)
class Adoption:
    """On which day and how the draft was adopted, what is new in it, and when it is read again."""

    on: date
    how: str
    what_changed: str
    review_on: date


@transaction.atomic
def begin_draft(coalition: Coalition, *, by: Person | None) -> CharterVersion:
    """The draft that is there already, or a new one: of what holds, else of the founding words."""
    Coalition.objects.lock(coalition.pk)
    versions = CharterVersion.objects.of_coalition(coalition.pk)
    draft = versions.drafts().first()
    if draft is not None:
        return draft
    last = versions.aggregate(number=models.Max("number"))["number"] or 0
    with recording("charter.begun", by=by):
        return CharterVersion.objects.create(
            coalition=coalition, number=last + 1, drafted_by=by, **_beginning(coalition)
        )


def _beginning(coalition: Coalition) -> dict[str, str]:
    held = CharterVersion.objects.held_by(coalition.pk)
    if held is None:
        return {"problem_statement": coalition.problem_statement}
    return {part: getattr(held, part) for part in PARTS}


@transaction.atomic
def write_draft(
    draft: CharterVersion, parts: Mapping[str, str], *, by: Person | None
) -> CharterVersion:
    """Refuses once it is adopted."""
    row = _locked(draft)
    with recording("charter.written", by=by):
        for part in PARTS:
            setattr(row, part, parts[part])
        row.save(update_fields=PARTS)
    return row


@transaction.atomic
def drop_draft(draft: CharterVersion, *, by: Person | None) -> None:
    """It goes, with all that was written in it; history keeps it, and undoing brings it back."""
    row = _locked(draft)
    with recording("charter.dropped", by=by):
        row.delete()


@transaction.atomic
def adopt(
    draft: CharterVersion, adoption: Adoption, *, read: str, by: Person | None
) -> CharterVersion:
    """From now on it is what everybody reads, and what partners sign.

    `read` is the fingerprint of the wording that somebody had before them. Refuses when it is another one.
    """
    row = _locked(draft)
    if read != row.fingerprint:
        raise Refusal(_("The draft was changed since you opened this page. Read it again."))
    before = CharterVersion.objects.held_by(row.coalition_id)
    if before and before.adopted_on and adoption.on < before.adopted_on:
        raise Refusal(_("The version before was adopted later than that day."))
    with recording("charter.adopted", by=by):
        row.adopted_on, row.adopted_how = adoption.on, adoption.how
        row.what_changed, row.review_on = adoption.what_changed, adoption.review_on
        row.save()
    return row


@transaction.atomic
def read_again(
    version: CharterVersion, *, words: str, next_on: date, on: date, by: Person | None
) -> CharterReview:
    """It stays as it is, and is read again later. Refuses for a version that holds no more."""
    Coalition.objects.lock(version.coalition_id)
    held = CharterVersion.objects.held_by(version.coalition_id)
    if held is None or held.pk != version.pk:
        raise Refusal(_("Meanwhile another version was adopted. Read that one."))
    with recording("charter.read_again", by=by):
        held.review_on = next_on
        held.save(update_fields=["review_on"])
        return CharterReview.objects.create(
            coalition_id=held.coalition_id,
            version=held,
            read_on=on,
            words=words,
            next_on=next_on,
            read_by=by,
        )


@transaction.atomic
def defer(coalition: Coalition, *, reason: str, on: date, by: Person | None) -> CharterDeferral:
    """Partners are won before the charter is written, for this reason; it takes the place of earlier ones."""
    Coalition.objects.lock(coalition.pk)
    with recording("charter.deferred", by=by):
        row, _is_new = CharterDeferral.objects.update_or_create(
            coalition=coalition, said_on=on, defaults={"reason": reason, "said_by": by}
        )
    return row


def _locked(draft: CharterVersion) -> CharterVersion:
    """The draft, for this transaction alone. Refuses when it is none any more."""
    Coalition.objects.lock(draft.coalition_id)
    rows = CharterVersion.objects.of_coalition(draft.coalition_id).drafts()
    row = rows.select_for_update(of=("self",)).filter(pk=draft.pk).first()
    if row is None:
        raise Refusal(_("This draft is no draft any more: it was adopted or given up meanwhile."))
    return row
