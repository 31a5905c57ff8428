"""Keeping a coalition's own lists: sectors, populations, areas, languages, conditions, tags."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Membership, Person
from common.history.tracking import recording
from common.history.undoing import take_back, wrote_here
from common.refusal import Refusal
from partners.models import BroadSector, OtherList, Term, Vocabulary
from partners.presets import DETERMINANTS, SECTORS, SERVICE_KINDS, SUPPORT_KINDS

EARLIER, LATER = -1, 1


def term_called(coalition: Coalition, *, vocabulary: str, name: str) -> Term | None:
    """The term of that name, whatever its accents and capitals."""
    return Term.objects.of_coalition(coalition.pk).in_vocabulary(vocabulary).called(name)


@transaction.atomic
def terms_named(coalition: Coalition, *, vocabulary: str, names: Iterable[str]) -> list[Term]:
    """The terms of these names; those that are missing are added at the end of the list."""
    return [
        term_called(coalition, vocabulary=vocabulary, name=name)
        or _append(coalition, vocabulary=vocabulary, name=name)
        for name in dict.fromkeys(names)
    ]


@transaction.atomic
def add_term(
    coalition: Coalition, *, vocabulary: str, name: str, broad_sector: str = "", by: Person
) -> Term:
    """At the end of its list; a sector may say at once which broad sector it is part of."""
    if broad_sector and vocabulary != Vocabulary.SECTOR:
        raise _no_sector()
    Coalition.objects.lock(coalition.pk)
    existing = term_called(coalition, vocabulary=vocabulary, name=name)
    if existing:
        raise _named_already(existing.name)
    with recording("term.added", by=by):
        return _append(coalition, vocabulary=vocabulary, name=name, broad_sector=broad_sector)


@transaction.atomic
def edit_area(area: Term, *, name: str, within: Term | None, by: Person) -> Term:
    """What it is called and where it lies: both or, when either is refused, neither."""
    if within != area.within:
        area = place_area(area, within=within, by=by)
    return rename_term(area, name=name, by=by)


@transaction.atomic
def edit_sector(sector: Term, *, name: str, broad_sector: str, by: Person) -> Term:
    """What it is called and which broad sector it is part of: both or neither."""
    if broad_sector != sector.broad_sector:
        sector = place_sector(sector, broad_sector=broad_sector, by=by)
    return rename_term(sector, name=name, by=by)


@transaction.atomic
def rename_term(term: Term, *, name: str, by: Person) -> Term:
    term = Term.objects.locked(term.pk)
    if term.name == name:
        return term
    twin = term_called(term.coalition, vocabulary=term.vocabulary, name=name)
    if twin and twin.pk != term.pk:
        raise _named_already(twin.name)
    with recording("term.renamed", by=by):
        term.name = name
        _save_name(term)
    return term


def _save_name(term: Term) -> None:
    """Somebody may have added one of that name since we looked."""
    try:
        with transaction.atomic():
            term.save(update_fields=["name"])
    except IntegrityError as error:
        raise _named_already(term.name) from error


def _named_already(name: str) -> Refusal:
    return Refusal(_("“%(name)s” is in this list already.") % {"name": name})


@transaction.atomic
def place_area(area: Term, *, within: Term | None, by: Person) -> Term:
    """Say in which larger area it lies, or that it lies in none. Refuses a circle."""
    Coalition.objects.lock(area.coalition_id)
    area = Term.objects.locked(area.pk)
    if within is not None:
        _refuse_within(area, within)
    with recording("term.placed", by=by):
        area.within = within
        area.save(update_fields=["within"])
    return area


def _refuse_within(area: Term, within: Term) -> None:
    if {area.vocabulary, within.vocabulary} != {Vocabulary.AREA.value}:
        raise Refusal(_("Only areas lie in one another."))
    up, step = Term.objects.ways_up(area.coalition_id), within.pk
    while step and step != area.pk:
        step = up.get(step, 0)
    if step == area.pk:
        words = _("“%(larger)s” lies in “%(name)s” itself, so it cannot hold it.")
        raise Refusal(words % {"larger": within.name, "name": area.name})


@transaction.atomic
def place_sector(sector: Term, *, broad_sector: str, by: Person) -> Term:
    """Say which broad sector it is part of, or with nothing that it is part of none."""
    sector = Term.objects.locked(sector.pk)
    if sector.vocabulary != Vocabulary.SECTOR:
        raise _no_sector()
    with recording("term.placed", by=by):
        sector.broad_sector = BroadSector(broad_sector).value if broad_sector else ""
        sector.save(update_fields=["broad_sector"])
    return sector


def _no_sector() -> Refusal:
    return Refusal(_("Only sectors are part of a broad sector."))


@transaction.atomic
def retire_term(term: Term, *, on: date, by: Person) -> Term:
    """Offered no more, kept where it is used. The day on which it first was so stays."""
    term = Term.objects.locked(term.pk)
    with recording("term.retired", by=by):
        term.retired_on = term.retired_on or on
        term.save(update_fields=["retired_on"])
    return term


@transaction.atomic
def restore_term(term: Term, *, by: Person) -> Term:
    term = Term.objects.locked(term.pk)
    with recording("term.reinstated", by=by):
        term.retired_on = None
        term.save(update_fields=["retired_on"])
    return term


@transaction.atomic
def move_term(term: Term, *, step: int, by: Person) -> Term:
    """One place earlier or later among what its list offers; at either end nothing happens."""
    Coalition.objects.lock(term.coalition_id)
    listed = Term.objects.of_coalition(term.coalition_id).in_vocabulary(term.vocabulary)
    terms = list(listed.current().order_by("position", "name"))
    here = next((place for place, one in enumerate(terms) if one.pk == term.pk), None)
    if here is None or not 0 <= here + step < len(terms):
        return term
    terms.insert(here + step, terms.pop(here))
    with recording("term.moved", by=by):
        for position, one in enumerate(terms, start=1):
            one.position = position
        Term.objects.bulk_update(terms, ["position"])
    return term


@transaction.atomic
def fill_sectors(coalition: Coalition, *, preset: str, by: Person) -> list[Term]:
    """Add the preset's sectors that the coalition does not have yet; its own stay as they are."""
    told = {str(name): broad for name, broad in SECTORS[Coalition.SectorPreset(preset)]}
    with recording("term.added", by=by):
        return [
            term_called(coalition, vocabulary=Vocabulary.SECTOR, name=name)
            or _append(coalition, vocabulary=Vocabulary.SECTOR, name=name, broad_sector=broad)
            for name, broad in told.items()
        ]


@transaction.atomic
def fill_determinants(coalition: Coalition, *, preset: str, by: Person) -> list[Term]:
    """Add the social determinants of a preset that the coalition does not have yet."""
    names = [str(name) for name in DETERMINANTS[preset][1]]
    with recording("term.added", by=by):
        return terms_named(coalition, vocabulary=Vocabulary.DETERMINANT, names=names)


@transaction.atomic
def fill_service_kinds(coalition: Coalition, *, by: Person) -> list[Term]:
    """Add the usual kinds of services that the coalition does not have yet."""
    with recording("term.added", by=by):
        names = map(str, SERVICE_KINDS)
        return terms_named(coalition, vocabulary=OtherList.SERVICE, names=names)


@transaction.atomic
def fill_support_kinds(coalition: Coalition, *, by: Person) -> list[Term]:
    """Add the usual kinds of support that the coalition does not have yet."""
    with recording("term.added", by=by):
        names = map(str, SUPPORT_KINDS)
        return terms_named(coalition, vocabulary=OtherList.SUPPORT, names=names)


def _append(coalition: Coalition, *, vocabulary: str, name: str, broad_sector: str = "") -> Term:
    """At the end of its list; the one of that name, if somebody has added it since we looked."""
    listed = Term.objects.of_coalition(coalition.pk).in_vocabulary(vocabulary)
    last = listed.aggregate(last=models.Max("position"))["last"] or 0
    new = Term(
        coalition=coalition,
        vocabulary=vocabulary,
        name=name,
        position=last + 1,
        broad_sector=broad_sector,
    )
    Term.objects.bulk_create([new], ignore_conflicts=True)
    return listed.named(name).get()


# ---------------------------------------------------------------- undo


def has_changed_terms(membership: Membership, change_id: UUID) -> bool:
    """Whether this member made that change, and it was one of lists of this coalition."""
    return wrote_here(
        change_id, models=[Term], coalition=membership.coalition_id, person=membership.person_id
    )


def undo_terms(change_id: UUID, *, by: Person) -> None:
    """Take back one change. Refuses when something of it was changed again since."""
    take_back(
        change_id,
        models=(Term,),
        verb="term.undone",
        by=by,
        in_the_way=_(
            "Another entry has this name by now, or this one is used, so it cannot be undone."
        ),
    )
