"""Telling who works with whom: a tie is added, changed, ended and taken up again."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.refusal import Refusal
from partners.models import Organisation, Relation, Tie
from partners.models.ties.own_levels import FIRST, SECOND
from partners.operations import versions
from partners.presets import RELATIONS

State = Mapping[str, Any]  # a row as history tells it to one of the two


@dataclass(frozen=True)
class Telling:
    """What somebody says of a tie, as seen from one organisation: `theirs` is how it sees the tie."""

    relation: str
    theirs: int | None = None
    others: int | None = None
    ours: int | None = None
    evidence: str = ""
    since_on: date | None = None
    until_on: date | None = None
    note: str = ""

    @property
    def plain(self) -> dict[str, Any]:
        """What does not depend on from which side one looks."""
        sided = {"relation", "theirs", "others", "ours"}
        return {f.name: getattr(self, f.name) for f in fields(self) if f.name not in sided} | {
            "level_ours": self.ours
        }


@transaction.atomic
def add_tie(organisation: Organisation, other: Organisation, told: Telling, *, by: Person) -> Tie:
    """Tie two organisations. Refuses one to itself, one of elsewhere, and what is told already.

    Raises MergedAway when one of them was merged into another in this moment.
    """
    if organisation.pk == other.pk:
        raise Refusal(_("An organisation is not tied to itself."))
    if organisation.coalition_id != other.coalition_id:
        raise Refusal(_("They are not in the same coalition."))
    _lock_both(organisation.pk, other.pk)
    with recording("tie.added", by=by):
        relation = relation_called(told.relation, coalition=organisation.coalition_id)
        if Tie.objects.between(organisation, other).filter(relation=relation).exists():
            raise _told_already(other, relation)
        return Tie.objects.create(
            coalition_id=organisation.coalition_id,
            first=organisation,
            second=other,
            relation=relation,
            level_first=told.theirs,
            level_second=told.others,
            **told.plain,
        )


@transaction.atomic
def edit_tie(tie: Tie, told: Telling, *, seen_from: int, by: Person) -> Tie:
    """Refuses another kind of tie where the two are tied in that way already.

    Refuses another level for a side that has told its own: only they change their own word.
    """
    tie = Tie.objects.select_for_update(of=("self",)).told().get(pk=tie.pk)
    with recording("tie.edited", by=by):
        relation = relation_called(told.relation, coalition=tie.coalition_id)
        others = Tie.objects.between(tie.first_id, tie.second_id).exclude(pk=tie.pk)
        if others.filter(relation=relation).exists():
            raise _told_already(tie.other(seen_from), relation)
        is_first = tie.first_id == seen_from
        first, second = (told.theirs, told.others) if is_first else (told.others, told.theirs)
        _refuse_own_word(tie, first=first, second=second)
        tie.relation = relation
        tie.level_first, tie.level_second = first, second
        for name, value in told.plain.items():
            setattr(tie, name, value)
        tie.save(update_fields=["relation", "level_first", "level_second", *told.plain])
    return tie


@transaction.atomic
def end_tie(tie: Tie, *, on: date, by: Person) -> Tie:
    """It is over after that day; it stays readable. Refuses a day before it began."""
    tie = Tie.objects.select_for_update(of=("self",)).told().get(pk=tie.pk)
    if tie.since_on and on < tie.since_on:
        raise Refusal(_("It cannot end before it began."))
    with recording("tie.ended", by=by):
        tie.until_on = on
        tie.save(update_fields=["until_on"])
    return tie


@transaction.atomic
def resume_tie(tie: Tie, *, by: Person) -> Tie:
    """It goes on after all."""
    tie = Tie.objects.select_for_update(of=("self",)).told().get(pk=tie.pk)
    with recording("tie.resumed", by=by):
        tie.until_on = None
        tie.save(update_fields=["until_on"])
    return tie


@transaction.atomic
def say_level(tie: Tie, level: int | None, *, side_of: int, on: date, by: Person) -> Tie:
    """How closely an organisation says itself that it works with the other; None leaves it open.

    Said again, it is fresh again. Refuses for a tie that is over.
    """
    tie = Tie.objects.select_for_update(of=("self",)).told().get(pk=tie.pk)
    if tie.is_over(on=on):
        raise Refusal(_("You do not work together in this way any more, as far as we know."))
    side, is_said = tie.side_of(side_of), level is not None
    values = {
        f"level_{side}": level,
        f"own_word_{side}_on": on if is_said else None,
        f"own_word_{side}_by": by if is_said else None,
    }
    with recording("tie.level_said", by=by):
        for name, value in values.items():
            setattr(tie, name, value)
        tie.save(update_fields=list(values))
    return tie


def undo_own_word(organisation: Organisation, *, change_id: UUID, by: Person) -> UUID:
    """Take back a change of what this organisation said itself of its ties, and of nothing else."""
    written = versions.effects_of(organisation, change_id=change_id)
    if not written or not all(
        one.model is Tie and _is_of_own_word(one.before, one.after) for one in written
    ):
        raise Refusal(_("Only what you said yourselves of your ties is taken back here."))
    return versions.undo(organisation, change_id=change_id, by=by)


def _is_of_own_word(before: State | None, after: State | None) -> bool:
    """Whether nothing was written but what they say themselves of a tie."""
    if not (before and after):
        return False
    side = FIRST if after["is_first"] else SECOND
    theirs = {f"level_{side}", f"own_word_{side}_on", f"own_word_{side}_by_id"}
    changed = {name for name in after if before.get(name) != after[name]}
    said = (before.get(f"own_word_{side}_on"), after.get(f"own_word_{side}_on"))
    return changed <= theirs and any(said)


def _refuse_own_word(tie: Tie, **levels: int | None) -> None:
    for side, level in levels.items():
        if tie.is_own_word(side) and level != getattr(tie, f"level_{side}"):
            words = _("%(name)s said its level itself. Only they change their own word.")
            raise Refusal(words % {"name": getattr(tie, side).name})


def _lock_both(*ids: int) -> None:
    """In the order of their ids, so that two who tie the same ones wait for each other."""
    for pk in sorted(ids):
        Organisation.objects.locked(pk)


def _told_already(other: Organisation, relation: Relation) -> Refusal:
    return Refusal(
        _("They are tied to %(name)s in this way already (%(relation)s). Change that tie instead.")
        % {"name": other.name, "relation": relation.name}
    )


# ---------------------------------------------------------------- kinds of ties


def relation_called(name: str, *, coalition: int) -> Relation:
    """The coalition's kind of tie of that name, new at the end of the list if there is none yet."""
    relations = Relation.objects.of_coalition(coalition)
    found = relations.called(name)
    if found:
        return found
    new = Relation(coalition_id=coalition, name=name, position=relations.next_position())
    # Somebody may have added one of that name since we looked: theirs is it, then.
    Relation.objects.bulk_create([new], ignore_conflicts=True)
    return relations.named(name).get()


def fill_relations(coalition: Coalition, *, by: Person | None) -> None:
    """The usual kinds of ties, for a coalition that is new."""
    with recording("relation.added", by=by):
        Relation.objects.bulk_create(
            Relation(coalition=coalition, name=str(name), position=position)
            for position, name in enumerate(RELATIONS)
        )


@transaction.atomic
def add_relation(coalition: Coalition, *, name: str, by: Person) -> Relation:
    """Refuses a name that another one has."""
    _refuse_taken(coalition.pk, name)
    with recording("relation.added", by=by):
        return relation_called(name, coalition=coalition.pk)


@transaction.atomic
def rename_relation(relation: Relation, *, name: str, by: Person) -> Relation:
    """Refuses a name that another one has."""
    _refuse_taken(relation.coalition_id, name, besides=relation)
    with recording("relation.renamed", by=by):
        relation.name = name
        _save_name(relation)
    return relation


def _save_name(relation: Relation) -> None:
    """Somebody may have added one of that name since we looked."""
    try:
        with transaction.atomic():
            relation.save(update_fields=["name"])
    except IntegrityError as error:
        raise _named_already() from error


@transaction.atomic
def retire_relation(relation: Relation, *, on: date, by: Person) -> Relation:
    """Offered no more from that day, and kept where it is used."""
    with recording("relation.retired", by=by):
        relation.retired_on = on
        relation.save(update_fields=["retired_on"])
    return relation


@transaction.atomic
def restore_relation(relation: Relation, *, by: Person) -> Relation:
    """Offered again."""
    with recording("relation.reinstated", by=by):
        relation.retired_on = None
        relation.save(update_fields=["retired_on"])
    return relation


def _refuse_taken(coalition: int, name: str, *, besides: Relation | None = None) -> None:
    found = Relation.objects.of_coalition(coalition).called(name)
    if found and found != besides:
        raise _named_already()


def _named_already() -> Refusal:
    return Refusal(_("There is a kind of tie of that name already."))
