"""History in plain words: every changed field as a label with what it said before and after."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from django.db import models
from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from partners.models import (
    Address,
    Alias,
    Application,
    Attachment,
    Benefit,
    Classification,
    Contact,
    DiligenceAnswer,
    DistinctPair,
    ExternalIdentifier,
    Gap,
    Incident,
    IncidentDecision,
    Nomination,
    Organisation,
    PartnerLetter,
    Phone,
    PipelinePlan,
    PipelineStep,
    Representation,
    Service,
    Tie,
    Touchpoint,
    ValueStatement,
    Vocabulary,
)
from partners.reports.depth import telling
from partners.reports.history.call_words import application_details
from partners.reports.history.events import Change, Effect, State
from partners.reports.history.gap_words import gap_details
from partners.reports.history.names import Names
from partners.reports.history.own_history import own_changes
from partners.reports.history.sentences import Detail
from partners.reports.history.service_words import PARTS as PARTS_OF_SERVICES
from partners.reports.history.service_words import part_details as service_part_details
from partners.reports.history.service_words import service_details, without_parts
from partners.reports.history.story_tables import Model, teller_of
from partners.reports.history.tie_words import tie_detail
from partners.reports.history.words import (
    LABELS,
    ONE_OF,
    PERSONAL,
    SEVERAL,
    field_words,
    part_label,
    part_words,
    told_fields,
)
from partners.reports.pipeline import told as pipeline
from partners.reports.risk.told import decision_details, diligence_details, incident_details
from partners.reports.value.told import value_details

# A field that its form calls by words that a sentence does not bear.
IN_SENTENCES = {"preferred_channel": gettext_lazy("best way to reach them")}
# A part of which there is usually one: removed and added at once, it has changed.
REPLACEABLE = (Alias, ExternalIdentifier, Phone, Address)


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
    if change.is_the_first:
        # Nothing was there before, so nothing was added to it.
        told = [replace(detail, is_part=False) for detail in told]
    return tuple(told)


def _by_model(change: Change) -> dict[Model, list[Effect]]:
    groups: dict[Model, list[Effect]] = {}
    for effect in without_parts(change.effects):
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
    return [replace(come[0], before=gone[0].before)]


def _details(effect: Effect, names: Names, *, may_see_contacts: bool) -> list[Detail]:
    if tell := IN_OWN_WORDS.get(effect.model) or teller_of(effect.model):
        return tell(effect, names)
    if effect.model in telling.OF_DEPTH:
        return telling.details_of(effect, names)
    if effect.model in OF_VALUE:
        return value_details(effect, may_see_contacts=may_see_contacts)
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


def _access_details(effect: Effect, names: Names) -> list[Detail]:
    """Who may sign in for them: invited first, then there, then perhaps not any more."""
    label = str(LABELS[Representation])
    before, after = (
        part_words(Representation, state, names) if state else ""
        for state in (effect.before, effect.after)
    )
    if effect.before and effect.after:
        sentence = _("%(name)s accepted the invitation to sign in for them")
    elif effect.after:
        sentence = _("%(name)s may sign in for them")
    else:
        sentence = _("%(name)s may not sign in for them any more")
    said = sentence % {"name": after or before}
    return [Detail(label=label, before=before, after=after, is_part=True, said=said)]


def _file_details(effect: Effect, names: Names) -> list[Detail]:
    """A removed file stays on record, yet to everybody it went; brought back, it came."""
    was, now = (
        state if state and not state["removed_at"] else None
        for state in (effect.before, effect.after)
    )
    if was and now:
        return [_sharing(now)] if was["is_shared"] != now["is_shared"] else []
    if not (was or now):
        return []
    before, after = (state["name"] if state else "" for state in (was, now))
    return [_part(Attachment, str(LABELS[Attachment]), before, after)]


def _sharing(file: State) -> Detail:
    is_shared = file["is_shared"]
    sentence = (
        _("Their own people may open %(file)s now")
        if is_shared
        else _("Their own people may not open %(file)s any more")
    )
    before, after = (_("yes") if told else _("no") for told in (not is_shared, is_shared))
    said = sentence % {"file": file["name"]}
    return Detail(label=str(LABELS[Attachment]), before=before, after=after, said=said)


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


def _talk_details(effect: Effect, names: Names) -> list[Detail]:
    """Logged or deleted in one sentence; of one that was changed what has changed."""
    label, state = str(LABELS[Touchpoint]), effect.after or effect.before or {}
    owner = f"{_kind_of(state)}, {date_format(date.fromisoformat(state['on']))}"
    if effect.before and effect.after:
        if not effect.before["follow_up_done_on"] and effect.after["follow_up_done_on"]:
            said = _("Followed up: %(talk)s") % {"talk": owner}
            return [Detail(label=label, before="", after=owner, said=said)]
        return _field_details(effect, names, of=owner)
    told = f"{owner}: {state['said']}" if state["said"] else owner
    if effect.after:
        return [Detail(label=label, before="", after=told, is_part=True, said=told)]
    said = _("Deleted: %(talk)s") % {"talk": told}
    return [Detail(label=label, before=told, after="", is_part=True, said=said)]


def _kind_of(talk: State) -> str:
    return str(dict(Touchpoint.Kind.choices).get(talk["kind"], talk["kind"]))


def _tie_details(effect: Effect, names: Names) -> list[Detail]:
    return [tie_detail(effect, names)]


IN_OWN_WORDS: dict[Model, Callable[[Effect, Names], list[Detail]]] = {
    Application: application_details,
    Attachment: _file_details,
    DistinctPair: _pair_details,
    Gap: gap_details,
    Nomination: pipeline.nomination_details,
    PipelinePlan: pipeline.plan_details,
    PipelineStep: pipeline.step_details,
    DiligenceAnswer: diligence_details,
    Incident: incident_details,
    IncidentDecision: decision_details,
    Representation: _access_details,
    Service: service_details,
    **dict.fromkeys(PARTS_OF_SERVICES, service_part_details),
    Tie: _tie_details,
    Touchpoint: _talk_details,
}
OF_VALUE = (Benefit, ValueStatement, PartnerLetter)


def _part_detail(effect: Effect, names: Names) -> Detail:
    model = effect.model
    before, after = (
        part_words(model, state, names) if state else "" for state in (effect.before, effect.after)
    )
    state = effect.after or effect.before or {}
    label, many = part_label(model, state, names), ""
    if model is Classification and label in map(str, ONE_OF.values()):
        many = str(Vocabulary(names.vocabulary(state.get("term_id"))).label)
    return _part(model, label, before, after, many=many)


def _part(model: Model, label: str, before: str, after: str, *, many: str = "") -> Detail:
    several = many or str(SEVERAL.get(model, ""))
    return Detail(label=label, before=before, after=after, is_part=True, many=several)


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
            label = capfirst(str(IN_SENTENCES.get(field.name, field.verbose_name)))
            # Of yes and no, what was before goes without saying.
            is_switch = isinstance(field, models.BooleanField)
            told.append(Detail(label, "" if is_switch else was, now, owner=of))
    return told


def _own_details(effect: Effect, names: Names, *, may_see_all: bool, of: str = "") -> list[Detail]:
    changes = own_changes(
        effect.model, effect.before or {}, effect.after or {}, names, may_see_all=may_see_all
    )
    return [Detail(label=label, before=was, after=now, owner=of) for label, was, now in changes]
