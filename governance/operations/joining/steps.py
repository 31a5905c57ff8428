"""The coalition's own checklist for newcomers: filled in, added to, reworded, ordered, retired."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.pages.ordering import last_position, move_among
from common.refusal import Refusal
from governance.models import JoiningStep
from governance.reports.joining.presets import PRESETS, Preset


@transaction.atomic
def fill_steps(coalition: Coalition, *, by: Person | None) -> int:
    """Add the shipped items that the coalition does not have yet, retired ones too; how many those were."""
    Coalition.objects.lock(coalition.pk)
    rows = JoiningStep.objects.of_coalition(coalition)
    there = {(one.audience, one.kind, one.words) for one in rows}
    kinds = {(audience, kind) for audience, kind, _words in there if kind != "other"}
    new = [one for one in PRESETS if not _is_there(one, there, kinds)]
    with recording("joining_step.added", by=by):
        for audience in dict.fromkeys(one.audience for one in new):
            after = _last(coalition, audience)
            JoiningStep.objects.bulk_create(
                _made(coalition, preset, position=after + place)
                for place, preset in enumerate(_meant_for(audience, new), start=1)
            )
    return len(new)


def _is_there(
    preset: Preset, there: set[tuple[str, str, str]], kinds: set[tuple[str, str]]
) -> bool:
    """By its meaning, in whatever words; what means something else, by its words."""
    return (preset.audience, preset.kind) in kinds or (
        (preset.audience, preset.kind, str(preset.words)) in there
    )


def _meant_for(audience: str, presets: list[Preset]) -> list[Preset]:
    return [one for one in presets if one.audience == audience]


def _made(coalition: Coalition, preset: Preset, *, position: int) -> JoiningStep:
    return JoiningStep(
        coalition=coalition,
        audience=preset.audience,
        kind=preset.kind,
        words=str(preset.words),
        hint=str(preset.hint),
        due_days=preset.due_days,
        is_theirs=preset.is_theirs,
        position=position,
    )


@transaction.atomic
def add_step(step: JoiningStep, *, by: Person) -> JoiningStep:
    """At the end of its list. Refuses what stands there already."""
    Coalition.objects.lock(step.coalition_id)
    _refuse_twin(step)
    step.position = _last(step.coalition_id, step.audience) + 1
    with recording("joining_step.added", by=by):
        step.save()
    return step


@transaction.atomic
def edit_step(step: JoiningStep, *, by: Person) -> JoiningStep:
    """For newcomers from now on: checklists that were started stay as they are."""
    Coalition.objects.lock(step.coalition_id)
    _refuse_twin(step)
    with recording("joining_step.edited", by=by):
        step.save(update_fields=["kind", "words", "hint", "due_days", "is_theirs"])
    return step


@transaction.atomic
def retire_step(step: JoiningStep, *, on: date, by: Person) -> JoiningStep:
    """On no new checklist from that day; done twice, the first time counts."""
    step = _locked(step)
    if step.is_retired:
        return step
    with recording("joining_step.retired", by=by):
        step.retired_on = on
        step.save(update_fields=["retired_on"])
    return step


@transaction.atomic
def restore_step(step: JoiningStep, *, by: Person) -> JoiningStep:
    """On the list again. Refuses when another one of these words took its place."""
    step = _locked(step)
    if not step.is_retired:
        return step
    _refuse_twin(step)
    with recording("joining_step.restored", by=by):
        step.retired_on = None
        step.save(update_fields=["retired_on"])
    return step


@transaction.atomic
def move_step(step: JoiningStep, *, by_places: int, by: Person) -> JoiningStep:
    """Earlier or later among those for the same newcomers; at either end nothing happens."""
    Coalition.objects.lock(step.coalition_id)
    rows = JoiningStep.objects.of_coalition(step.coalition_id).current()
    with recording("joining_step.moved", by=by):
        move_among(rows.meant_for(step.audience), step, step=by_places)
    return step


def _locked(step: JoiningStep) -> JoiningStep:
    Coalition.objects.lock(step.coalition_id)
    return JoiningStep.objects.get(pk=step.pk)


def _last(coalition: Coalition | int, audience: str) -> int:
    return last_position(JoiningStep.objects.of_coalition(coalition).meant_for(audience))


def _refuse_twin(step: JoiningStep) -> None:
    rows = JoiningStep.objects.of_coalition(step.coalition_id).meant_for(step.audience)
    if rows.current().called(step.words).exclude(pk=step.pk).exists():
        raise Refusal(_("This is on the list already."))
