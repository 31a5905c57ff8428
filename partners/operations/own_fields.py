"""Keeping the fields that a coalition defines itself. Whatever happens to a field, no value is lost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.pages.ordering import move_among
from common.refusal import Refusal
from partners.models import OwnField
from partners.models.own_fields.fields import Option
from partners.reports.own_fields.use import choice_uses, uses

LONGEST_KEY = 40  # before what tells it from another


@dataclass(frozen=True)
class Definition:
    """What a form says of a field. A choice without a key is a new one."""

    label: str
    kind: str
    help_text: str = ""
    is_required: bool = False
    is_asked_first: bool = True
    is_listed: bool = False
    is_personal: bool = False
    is_internal: bool = False
    choices: Sequence[Option] = ()


@transaction.atomic
def add_own_field(
    coalition: Coalition, definition: Definition, *, subject: str, by: Person
) -> OwnField:
    """Add a field at the end of the form. Raises Refusal when one of that name is there."""
    Coalition.objects.lock(coalition.pk)
    fields = list(OwnField.objects.of_coalition(coalition.pk).about(subject))
    field = OwnField(
        coalition=coalition,
        subject=subject,
        key=_free_key(definition.label, {one.key for one in fields}),
        position=1 + max((one.position for one in fields), default=0),
    )
    _refuse_twin(field, definition.label)
    with recording("own_field.added", by=by):
        _write(field, definition)
    return field


@transaction.atomic
def edit_own_field(field: OwnField, definition: Definition, *, by: Person) -> OwnField:
    """Change a field; its values stay as they are, whatever it and its choices are called now.

    Raises Refusal when a choice would go that somebody has chosen, or when the kind would change
    though there are values of the old one.
    """
    field = _locked(field)
    _refuse_twin(field, definition.label)
    _refuse_other_kind(field, definition.kind)
    _refuse_lost_choices(field, definition.choices)
    with recording("own_field.edited", by=by):
        _write(field, definition)
    return field


@transaction.atomic
def retire_own_field(field: OwnField, *, on: date, by: Person) -> OwnField:
    """Asked no more, shown no more. Every value stays and returns with the field."""
    field = _locked(field)
    with recording("own_field.retired", by=by):
        field.retired_on = field.retired_on or on
        field.save()
    return field


@transaction.atomic
def restore_own_field(field: OwnField, *, by: Person) -> OwnField:
    field = _locked(field)
    with recording("own_field.restored", by=by):
        field.retired_on = None
        field.save()
    return field


@transaction.atomic
def move_own_field(field: OwnField, *, step: int, by: Person) -> OwnField:
    """One place earlier or later among the current fields; at either end nothing happens."""
    about = OwnField.objects.of_coalition(field.coalition_id).about(field.subject)
    fields = about.current().select_for_update().order_by("position", "pk")
    with recording("own_field.moved", by=by):
        move_among(fields, field, step=step)
    return field


def _locked(field: OwnField) -> OwnField:
    return OwnField.objects.select_for_update(of=("self",)).get(pk=field.pk)


def _write(field: OwnField, definition: Definition) -> None:
    field.label, field.help_text = definition.label, definition.help_text
    field.kind = definition.kind
    field.is_required, field.is_asked_first = definition.is_required, definition.is_asked_first
    field.is_listed = definition.is_listed
    field.is_personal, field.is_internal = definition.is_personal, definition.is_internal
    field.choices = _with_keys(definition.choices) if field.offers_choices else []
    field.save()


def _with_keys(choices: Sequence[Option]) -> list[Option]:
    taken = {choice.key for choice in choices if choice.key}
    keyed = []
    for choice in choices:
        key = choice.key or _free_key(choice.label, taken)
        taken.add(key)
        keyed.append(Option(key, choice.label, is_retired=choice.is_retired))
    return keyed


def _free_key(label: str, taken: set[str]) -> str:
    """“Meeting room seats” is meeting_room_seats; a second one would be meeting_room_seats_2."""
    plain = slugify(label).replace("-", "_")[:LONGEST_KEY].strip("_") or "field"
    numbered = (f"{plain}_{number}" for number in range(2, len(taken) + 3))
    return next(key for key in (plain, *numbered) if key not in taken)


# ---------------------------------------------------------------- refusals


def _refuse_twin(field: OwnField, label: str) -> None:
    about = OwnField.objects.of_coalition(field.coalition_id).about(field.subject)
    twin = about.called(label).exclude(pk=field.pk).first()
    if twin is None:
        return
    if twin.is_retired:
        raise Refusal(
            _("“%(name)s” was a field of yours. Bring it back below, with all it holds.")
            % {"name": twin.label}
        )
    raise Refusal(_("“%(name)s” is a field of yours already.") % {"name": twin.label})


def _refuse_other_kind(field: OwnField, kind: str) -> None:
    if kind == field.kind:
        return
    count = uses(field.coalition_id)[field.subject, field.key]
    if count:
        raise Refusal(
            ngettext(
                "One answer is there already, so the kind stays. Retire this field and add another.",
                "%(n)d answers are there already, so the kind stays. "
                "Retire this field and add another.",
                count,
            )
            % {"n": count}
        )


def _refuse_lost_choices(field: OwnField, choices: Sequence[Option]) -> None:
    lost = {one.key for one in field.choices} - {one.key for one in choices}
    if not lost:
        return
    counts = choice_uses(field)
    for key in sorted(lost, key=lambda key: -counts[key]):
        if counts[key]:
            raise Refusal(
                ngettext(
                    "“%(choice)s” is chosen once, so it stays. Offer it no more instead.",
                    "“%(choice)s” is chosen %(n)d times, so it stays. Offer it no more instead.",
                    counts[key],
                )
                % {"choice": field.label_of(key), "n": counts[key]}
            )
