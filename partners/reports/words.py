"""History in plain words: every changed field as a label with what it said before and after."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db import models
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import (
    Address,
    Alias,
    Attachment,
    Classification,
    Contact,
    DistinctPair,
    ExternalIdentifier,
    Organisation,
    Phone,
    Representation,
    Vocabulary,
)
from partners.reports.events import Change, Effect, Model, State
from partners.reports.names import Names
from partners.reports.own_history import COLUMN, own_changes

# What says nothing about the organisation itself.
UNTOLD = frozenset(
    {
        "id",
        "coalition_id",
        "organisation_id",
        "merged_into_id",
        "created_at",
        "sort_name",
        COLUMN,
        "erasure_asked_on",
        "erased_on",
        "erased_by_id",
    }
)
# What people have said yes or no to is decided anew: no earlier version of it is shown, or put back.
DECIDED_ANEW = frozenset(
    {
        "is_left_out_of_directory",
        "listing_consent",
        "listing_consent_on",
        "listing_consent_how",
        "wants_no_letters",
    }
)
PERSONAL = frozenset({"name", "email", "phone"})  # of a contact

LABELS = {
    Alias: gettext_lazy("Other name"),
    ExternalIdentifier: gettext_lazy("Identifier"),
    Phone: gettext_lazy("Phone"),
    Address: gettext_lazy("Address"),
    Contact: gettext_lazy("Person"),
    Attachment: gettext_lazy("File"),
    DistinctPair: gettext_lazy("Who is not the same"),
    Representation: gettext_lazy("May sign in for them"),
}
ONE_OF = {
    Vocabulary.SECTOR: gettext_lazy("Sector"),
    Vocabulary.POPULATION: gettext_lazy("Population served"),
    Vocabulary.AREA: gettext_lazy("Area"),
    Vocabulary.LANGUAGE: gettext_lazy("Language"),
    Vocabulary.TAG: gettext_lazy("Tag"),
}
# A part of which there is usually one: removed and added at once, it has changed.
REPLACEABLE = (Alias, ExternalIdentifier, Phone, Address)


@dataclass(frozen=True)
class Detail:
    """One thing that a change did. Without `before` it came, without `after` it went."""

    label: str
    before: str
    after: str
    is_part: bool = False
    said: str = ""

    @cached_property
    def sentence(self) -> str:
        if self.said:
            return self.said
        words = {"label": self.label, "before": self.before, "after": self.after}
        if self.before and self.after:
            return _("%(label)s: %(after)s, before that %(before)s") % words
        if self.is_part and self.after:
            return _("%(label)s %(after)s added") % words
        if self.is_part:
            return _("%(label)s %(before)s removed") % words
        if self.after:
            return _("%(label)s: %(after)s") % words
        return _("%(label)s left empty, before that %(before)s") % words


def details_of(change: Change, *, names: Names, may_see_contacts: bool) -> tuple[Detail, ...]:
    """Everything the change did, in words; people stay unnamed for who may not see them."""
    told: list[Detail] = []
    for model, effects in _by_model(change).items():
        of_model = [
            detail
            for effect in effects
            for detail in _details(effect, names, may_see_contacts=may_see_contacts)
        ]
        told += _joined(of_model) if model in REPLACEABLE else of_model
    return tuple(told)


def _by_model(change: Change) -> dict[Model, list[Effect]]:
    groups: dict[Model, list[Effect]] = {}
    for effect in change.effects:
        groups.setdefault(effect.model, []).append(effect)
    return groups


def _joined(details: list[Detail]) -> list[Detail]:
    """One removed and one added are one that changed."""
    if len(details) != 2:  # noqa: PLR2004 - a pair
        return details
    gone = [detail for detail in details if not detail.after]
    come = [detail for detail in details if not detail.before]
    if not (gone and come):
        return details
    return [Detail(label=come[0].label, before=gone[0].before, after=come[0].after, is_part=True)]


def _details(effect: Effect, names: Names, *, may_see_contacts: bool) -> list[Detail]:
    if effect.model is Attachment:
        return _file_details(effect, names)
    if effect.model is DistinctPair:
        return _pair_details(effect, names)
    if effect.model is Contact:
        return _person_details(effect, names, may_see_contacts=may_see_contacts)
    if effect.model is not Organisation:
        return [_part_detail(effect, names)]
    return [
        *_field_details(effect, names),
        *_own_details(effect, names, may_see_all=may_see_contacts),
    ]


def _person_details(effect: Effect, names: Names, *, may_see_contacts: bool) -> list[Detail]:
    if effect.before and effect.after:
        hidden = frozenset() if may_see_contacts else PERSONAL
        owner = effect.after["name"] if may_see_contacts else str(LABELS[Contact])
        return [
            *_field_details(effect, names, of=owner, hidden=hidden),
            *_own_details(effect, names, of=owner, may_see_all=may_see_contacts),
        ]
    if may_see_contacts:
        return [_part_detail(effect, names)]
    someone = _("someone")
    before, after = (someone if state else "" for state in (effect.before, effect.after))
    return [Detail(label=str(LABELS[Contact]), before=before, after=after, is_part=True)]


def _file_details(effect: Effect, names: Names) -> list[Detail]:
    """A removed file stays on record, yet to everybody it went; brought back, it came."""
    was, now = (
        state if state and not state["removed_at"] else None
        for state in (effect.before, effect.after)
    )
    if was and now:
        return _field_details(effect, names, of=now["name"])
    if not (was or now):
        return []
    before, after = (state["name"] if state else "" for state in (was, now))
    return [Detail(label=str(LABELS[Attachment]), before=before, after=after, is_part=True)]


def _pair_details(effect: Effect, names: Names) -> list[Detail]:
    """Of two that look alike: said to be different, or perhaps the same after all.

    When the other one is merged, it is said of the one that stays.
    """
    other = names.organisation((effect.after or effect.before or {})["other_id"])
    label = str(LABELS[DistinctPair])
    if effect.after:
        said = _("Not the same as %(name)s") % {"name": other}
        return [Detail(label=label, before="", after=other, is_part=True, said=said)]
    said = _("Perhaps the same as %(name)s after all") % {"name": other}
    return [Detail(label=label, before=other, after="", is_part=True, said=said)]


def _part_detail(effect: Effect, names: Names) -> Detail:
    model = effect.model
    before, after = (
        part_words(model, state, names) if state else "" for state in (effect.before, effect.after)
    )
    label = part_label(model, effect.after or effect.before or {}, names)
    return Detail(label=label, before=before, after=after, is_part=True)


def _field_details(
    effect: Effect, names: Names, *, of: str = "", hidden: frozenset[str] = frozenset()
) -> list[Detail]:
    before, after = effect.before or {}, effect.after or {}
    told = []
    for field in told_fields(effect.model):
        if field.column in hidden or before.get(field.column) == after.get(field.column):
            continue
        was = field_words(field, before.get(field.column), names)
        now = field_words(field, after.get(field.column), names)
        if was != now:
            label = f"{of}: {field.verbose_name}" if of else capfirst(str(field.verbose_name))
            told.append(Detail(label=label, before=was, after=now))
    return told


def _own_details(effect: Effect, names: Names, *, may_see_all: bool, of: str = "") -> list[Detail]:
    changes = own_changes(
        effect.model, effect.before or {}, effect.after or {}, names, may_see_all=may_see_all
    )
    return [
        Detail(label=f"{of}: {label}" if of else label, before=was, after=now)
        for label, was, now in changes
    ]


def told_fields(model: Model) -> list[models.Field]:
    fields = model._meta.concrete_fields  # noqa: SLF001 - Django's own door
    return [field for field in fields if field.column not in UNTOLD]


def field_words(field: models.Field, value: object, names: Names) -> str:
    """A column's value as people read it: `"partner"` is Partner, `"2024-05-01"` is May 1, 2024."""
    if isinstance(field, models.BooleanField):
        return _("yes") if value else _("no")
    if value in (None, ""):
        return ""
    if field.is_relation:
        return names.person(value)
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if isinstance(field, models.DateField):
        return date_format(date.fromisoformat(str(value)))
    return str(value)


def part_label(model: Model, state: State, names: Names) -> str:
    if model is Classification:
        return str(ONE_OF.get(names.vocabulary(state.get("term_id")), _("Entry of a list")))
    return str(LABELS[model])


def part_words(model: Model, state: State, names: Names) -> str:
    """A whole part in a few words: “(410) 555-0100 (front desk)”."""
    if model is Classification:
        return names.term(state["term_id"])
    if model is Representation:
        member, invitation = state["membership_id"], state["invitation_id"]
        return names.member(member) if member else names.invited(invitation)
    words = str(model(**state))
    if model is Contact:
        return ", ".join(word for word in (words, state["title"]) if word)
    return f"{words} ({state['label']})" if state.get("label") else words
