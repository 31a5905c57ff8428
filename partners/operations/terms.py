"""Keeping a coalition's own lists: sectors, populations, areas, languages, conditions, tags."""

from collections.abc import Iterable
from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history import recording
from common.refusal import Refusal
from partners.models import OtherList, Term, Vocabulary
from partners.presets import DETERMINANTS, SECTORS, SERVICE_KINDS

EARLIER, LATER = -1, 1


def plain(name: str) -> models.Func:
    return models.Func(models.Value(name), function="plain_text", output_field=models.TextField())


def term_called(coalition: Coalition, *, vocabulary: str, name: str) -> Term | None:
    """The term of that name, whatever its accents and capitals."""
    return (
        Term.objects.filter(coalition=coalition, vocabulary=vocabulary)
        .alias(plain_name=models.Func("name", function="plain_text"))
        .filter(plain_name=plain(name))
        .first()
    )


@transaction.atomic
def terms_named(coalition: Coalition, *, vocabulary: str, names: Iterable[str]) -> list[Term]:
    """The terms of these names; those that are missing are added at the end of the list."""
    found = []
    for name in dict.fromkeys(names):
        term = term_called(coalition, vocabulary=vocabulary, name=name)
        found.append(term or _append(coalition, vocabulary=vocabulary, name=name))
    return found


@transaction.atomic
def add_term(coalition: Coalition, *, vocabulary: str, name: str, by: Person) -> Term:
    Coalition.objects.select_for_update().get(pk=coalition.pk)
    existing = term_called(coalition, vocabulary=vocabulary, name=name)
    if existing:
        raise Refusal(_("“%(name)s” is in this list already.") % {"name": existing.name})
    with recording("term.added", by=by):
        return _append(coalition, vocabulary=vocabulary, name=name)


@transaction.atomic
def rename_term(term: Term, *, name: str, by: Person) -> Term:
    twin = term_called(term.coalition, vocabulary=term.vocabulary, name=name)
    if twin and twin.pk != term.pk:
        raise Refusal(_("“%(name)s” is in this list already.") % {"name": twin.name})
    with recording("term.renamed", by=by):
        term.name = name
        term.save(update_fields=["name"])
    return term


@transaction.atomic
def place_area(area: Term, *, within: Term | None, by: Person) -> Term:
    """Say in which larger area it lies, or that it lies in none. Refuses a circle."""
    Coalition.objects.lock(area.coalition_id)
    area = Term.objects.select_for_update(of=("self",), no_key=True).get(pk=area.pk)
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
def retire_term(term: Term, *, on: date, by: Person) -> Term:
    """Offered no more, kept where it is used. The day on which it first was so stays."""
    with recording("term.retired", by=by):
        term.retired_on = term.retired_on or on
        term.save()
    return term


@transaction.atomic
def reinstate_term(term: Term, *, by: Person) -> Term:
    with recording("term.reinstated", by=by):
        term.retired_on = None
        term.save()
    return term


@transaction.atomic
def move_term(term: Term, *, step: int, by: Person) -> Term:
    """One place earlier or later in its list; at either end nothing happens."""
    terms = list(
        Term.objects.select_for_update()
        .filter(coalition=term.coalition, vocabulary=term.vocabulary)
        .order_by("position", "name")
    )
    here = next(index for index, one in enumerate(terms) if one.pk == term.pk)
    there = here + step
    if not 0 <= there < len(terms):
        return term
    terms[here], terms[there] = terms[there], terms[here]
    with recording("term.moved", by=by):
        for position, one in enumerate(terms, start=1):
            one.position = position
        Term.objects.bulk_update(terms, ["position"])
    return term


@transaction.atomic
def fill_sectors(coalition: Coalition, *, preset: str, by: Person) -> list[Term]:
    """Add the preset's sectors that the coalition does not have yet; its own stay as they are."""
    names = [str(name) for name in SECTORS[Coalition.SectorPreset(preset)]]
    with recording("term.added", by=by):
        return terms_named(coalition, vocabulary=Vocabulary.SECTOR, names=names)


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


def _append(coalition: Coalition, *, vocabulary: str, name: str) -> Term:
    last = Term.objects.filter(coalition=coalition, vocabulary=vocabulary).aggregate(
        last=models.Max("position")
    )["last"]
    return Term.objects.create(
        coalition=coalition, vocabulary=vocabulary, name=name, position=(last or 0) + 1
    )
