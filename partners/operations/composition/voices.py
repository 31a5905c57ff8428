"""Saying who must be at the table, and keeping what was read together."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Membership, Person
from common.history.tracking import recording
from common.history.undoing import take_back, wrote_here
from common.refusal import Refusal
from partners.models import (
    Classification,
    CompositionReport,
    CompositionSettings,
    Gap,
    NeededVoice,
    Organisation,
    PipelineStep,
    Term,
    ValueStatement,
    Vocabulary,
)
from partners.models.composition.needed_voices import AXES
from partners.operations.terms import fill_sectors

# What is ours alone, and, from parents to children, all that one of our changes may write.
OURS: tuple[type[models.Model], ...] = (CompositionSettings, NeededVoice, Gap, CompositionReport)
WRITTEN: tuple[type[models.Model], ...] = (
    Organisation,
    Term,
    Classification,
    PipelineStep,
    ValueStatement,
    *OURS,
)
DFC = Coalition.SectorPreset.DRUG_FREE_COMMUNITIES.value


def first_wish(coalition: int, asked: Mapping[str, str]) -> dict[str, Any]:
    """What a form for a new needed voice begins with: the terms of the address, by their ids."""
    terms = {axis.value: asked[axis] for axis in AXES if asked.get(axis)}
    return {"least": CompositionSettings.of(coalition).voices, **terms}


@transaction.atomic
def set_composition(coalition: Coalition, values: Mapping[str, int], *, by: Person) -> None:
    """How this coalition counts."""
    with recording("composition.set", by=by):
        CompositionSettings.objects.update_or_create(coalition=coalition, defaults=dict(values))


@transaction.atomic
def need_voice(
    coalition: Coalition, terms: Mapping[str, Term], *, least: int, why: str, by: Person
) -> NeededVoice:
    """Somebody who stands for all of these terms must be at the table. One that was retired comes back.

    Raises Refusal when it is asked for already.
    """
    Coalition.objects.lock(coalition.pk)
    ids = {axis: term.pk for axis, term in terms.items()}
    found = NeededVoice.objects.of_coalition(coalition.pk).asking_for(ids).first()
    if found and not found.retired_on:
        raise Refusal(_("You ask for this already."))
    needed = found or NeededVoice(coalition=coalition, **terms)
    with recording("needed_voice.added", by=by):
        needed.least, needed.why, needed.retired_on = least, why, None
        needed.save()
    return needed


@transaction.atomic
def edit_needed(needed: NeededVoice, *, least: int, why: str, by: Person) -> NeededVoice:
    needed = locked_voice(needed)
    with recording("needed_voice.edited", by=by):
        needed.least, needed.why = least, why
        needed.save()
    return needed


@transaction.atomic
def retire_needed(needed: NeededVoice, *, on: date, by: Person) -> NeededVoice:
    """Asked for no more. What was planned for it stays on record."""
    needed = locked_voice(needed)
    with recording("needed_voice.retired", by=by):
        needed.retired_on = needed.retired_on or on
        needed.save()
    return needed


@transaction.atomic
def restore_needed(needed: NeededVoice, *, by: Person) -> NeededVoice:
    needed = locked_voice(needed)
    with recording("needed_voice.restored", by=by):
        needed.retired_on = None
        needed.save()
    return needed


@transaction.atomic
def need_all(coalition: Coalition, *, preset: str, by: Person) -> int:
    """Ask for every entry of a list, or of the law's twelve sectors; how many came to it.

    The twelve are asked for once each, as the law does; entries of a list as often as the settings say.
    """
    Coalition.objects.lock(coalition.pk)
    with recording("needed_voice.added", by=by):
        if preset == DFC:
            terms: Iterable[Term] = fill_sectors(coalition, preset=DFC, by=by)
            least, why = 1, _("One of the twelve sectors of Drug-Free Communities")
        else:
            terms = Term.objects.offered(coalition, Vocabulary(preset).value)
            least, why = CompositionSettings.of(coalition.pk).voices, ""
        return sum(_need_one(coalition, term, least=least, why=why) for term in terms)


def _need_one(coalition: Coalition, term: Term, *, least: int, why: str) -> bool:
    ids = {term.vocabulary: term.pk}
    found = NeededVoice.objects.of_coalition(coalition.pk).asking_for(ids).first()
    if found and not found.retired_on:
        return False
    needed = found or NeededVoice(coalition=coalition, least=least, why=why)
    setattr(needed, term.vocabulary, term)
    needed.retired_on = None
    needed.save()
    return True


def locked_voice(needed: NeededVoice) -> NeededVoice:
    rows = NeededVoice.objects.with_terms().select_related("coalition")
    return rows.select_for_update(of=("self",)).get(pk=needed.pk)


# ---------------------------------------------------------------- what was read together


@transaction.atomic
def sign_report(
    coalition: Coalition,
    period: tuple[int, int],
    words: Mapping[str, Any],
    *,
    figures: Mapping[str, Any],
    by: Person,
    at: datetime,
) -> CompositionReport:
    """Keep the figures of a half-year as they were read; signed again, only the words change."""
    Coalition.objects.lock(coalition.pk)
    year, half = period
    report = CompositionReport.objects.filter(coalition=coalition, year=year, half=half).first()
    if report is None:
        report = CompositionReport(
            coalition=coalition,
            year=year,
            half=half,
            figures=dict(figures),
            signed_by=by,
            signed_at=at,
        )
    with recording("composition.read", by=by):
        for name, value in words.items():
            setattr(report, name, value)
        report.save()
    return report


# ---------------------------------------------------------------- undo


def has_changed_composition(membership: Membership, change_id: UUID) -> bool:
    """Whether this member made that change, and it was one of the composition of this coalition."""
    return wrote_here(
        change_id, models=OURS, coalition=membership.coalition_id, person=membership.person_id
    )


def undo_composition(change_id: UUID, *, by: Person) -> None:
    """Take back one change. Refuses when something of it was changed again since."""
    take_back(change_id, models=WRITTEN, verb="composition.undone", by=by)
