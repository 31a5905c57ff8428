"""Keeping the coalition's own wordings: adding, editing, ordering, retiring, filling from the shipped set."""

from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.pages.ordering import move_among
from common.refusal import Refusal
from partners.models import Term, Vocabulary, Wording
from partners.operations.names import plain_texts
from partners.reports.value.merge_words import BY_PURPOSE, refuse_unknown
from partners.wordings import Shipped, shipped_wordings


@transaction.atomic
def add_wording(coalition: Coalition, wording: Wording, *, by: Person) -> Wording:
    """Put it at the end of its list. Refuses a name that is taken, and merge words that nobody knows."""
    Coalition.objects.lock(coalition.pk)
    wording.coalition = coalition
    _refuse(wording)
    wording.position = _lasts(coalition).get(wording.purpose, 0) + 1
    with recording("wording.added", by=by):
        wording.save()
    return wording


@transaction.atomic
def edit_wording(wording: Wording, *, by: Person) -> Wording:
    Coalition.objects.lock(wording.coalition_id)
    _refuse(wording)
    with recording("wording.edited", by=by):
        wording.save(update_fields=["name", "sector", "subject", "body"])
    return wording


@transaction.atomic
def retire_wording(wording: Wording, *, on: date, by: Person) -> Wording:
    """Offered no more; what was written from it stays. The day on which it first was so stays too."""
    with recording("wording.retired", by=by):
        wording.retired_on = wording.retired_on or on
        wording.save(update_fields=["retired_on"])
    return wording


@transaction.atomic
def restore_wording(wording: Wording, *, by: Person) -> Wording:
    with recording("wording.restored", by=by):
        wording.retired_on = None
        wording.save(update_fields=["retired_on"])
    return wording


@transaction.atomic
def move_wording(wording: Wording, *, step: int, by: Person) -> Wording:
    """One place earlier or later among those that are offered; at either end nothing happens."""
    Coalition.objects.lock(wording.coalition_id)
    listed = Wording.objects.of_coalition(wording.coalition_id).for_purpose(wording.purpose)
    with recording("wording.moved", by=by):
        move_among(listed.current().in_order(), wording, step=step)
    return wording


@transaction.atomic
def fill_wordings(coalition: Coalition, *, language: str, by: Person) -> int:
    """Add the shipped wordings that the coalition does not have yet, and return how many that were.

    Those of a sector come only where the coalition has that sector. Its own stay as they are.
    """
    Coalition.objects.lock(coalition.pk)
    sectors, last = _sectors_of(coalition), _lasts(coalition)
    wanted = [(told, sector_for(told, sectors)) for told in shipped_wordings(language)]
    wanted = [(told, sector) for told, sector in wanted if sector or not told.sector_names]
    there = _names_there(coalition)
    plain = plain_texts([told.name for told, _sector in wanted])
    new = [
        _made_of(told, sector, coalition=coalition, after=last.get(told.purpose, 0))
        for (told, sector), name in zip(wanted, plain, strict=True)
        if (told.purpose, name) not in there
    ]
    with recording("wording.added", by=by):
        Wording.objects.bulk_create(new)
    return len(new)


def sector_for(shipped: Shipped, sectors: dict[str, Term]) -> Term | None:
    found = (sectors.get(name.casefold()) for name in shipped.sector_names)
    return next((term for term in found if term), None)


def _made_of(shipped: Shipped, sector: Term | None, *, coalition: Coalition, after: int) -> Wording:
    return Wording(
        coalition=coalition,
        purpose=shipped.purpose,
        name=shipped.name,
        sector=sector,
        language=shipped.language,
        subject=shipped.subject,
        body=shipped.body,
        position=after + shipped.position,
    )


def _sectors_of(coalition: Coalition) -> dict[str, Term]:
    terms = Term.objects.of_coalition(coalition.pk).in_vocabulary(Vocabulary.SECTOR).current()
    return {term.name.casefold(): term for term in terms}


def _names_there(coalition: Coalition) -> set[tuple[str, str]]:
    told = models.Func("name", function="plain_text", output_field=models.TextField())
    rows = Wording.objects.of_coalition(coalition.pk).order_by()
    return set(rows.values_list("purpose", told))


def _lasts(coalition: Coalition) -> dict[str, int]:
    rows = Wording.objects.of_coalition(coalition.pk).order_by()
    return dict(rows.values_list("purpose").annotate(last=models.Max("position")))


def _refuse(wording: Wording) -> None:
    known = BY_PURPOSE[wording.purpose]
    refuse_unknown(f"{wording.subject}\n{wording.body}", known=known)
    twins = Wording.objects.of_coalition(wording.coalition_id).called(
        wording.name, purpose=wording.purpose
    )
    if twins.exclude(pk=wording.pk).exists():
        raise Refusal(_("There is a wording called “%(name)s” already.") % {"name": wording.name})
