"""Going back: to how an organisation stood after a change, or to how it was without one change.

Who may sign in for an organisation is never put back with its profile: that is decided anew.
"""

from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from accounts.models import Membership, Person
from common.history.event_tables import events_of
from common.history.rewind import changed_since, rewind, undo_change
from common.history.tracking import recording
from common.history.undoing import bearable
from common.refusal import Refusal
from partners.models import (
    Classification,
    DistinctPair,
    ImportRun,
    Merge,
    Organisation,
    PartnerLetter,
    Representation,
    Term,
    TouchpointContact,
    TouchpointMember,
)
from partners.models.merging.merges import MergeQuerySet
from partners.operations.merging.duplicates import compare_again
from partners.operations.merging.people import MERGED, TAKEN_APART, take_contacts_apart
from partners.reports.history.details import details_of
from partners.reports.history.events import (
    Change,
    Effect,
    State,
    changes_of,
    others_touched,
    standing,
)
from partners.reports.history.headlines import labels_of
from partners.reports.history.names import names_of_changes
from partners.reports.history.story_tables import ASIDE, TOLD, Model, further
from partners.reports.history.versions import BESIDE
from partners.reports.history.words import DECIDED_ANEW

# A letter that left cannot be unsent, and a draft has a way back of its own.
CONTENT: tuple[Model, ...] = tuple(
    model for model in TOLD if model not in (Representation, PartnerLetter)
)
# What a whole earlier version consists of; what came since and stands beside it is not taken away by it.
PROFILE: tuple[Model, ...] = tuple(model for model in CONTENT if model not in (*ASIDE, *BESIDE))
# With a talk go those who took part in it.
UNDONE: tuple[Model, ...] = (*CONTENT, TouchpointContact, TouchpointMember)
LOOKED_BACK = 50  # changes since, in which we look for what to name
JUST_BEFORE = timedelta(microseconds=1)  # the finest step that history knows


@transaction.atomic
def put_back(
    organisation: Organisation, *, change_id: UUID, by: Person, is_before: bool = False
) -> UUID:
    """Put the whole profile back to how it stood after a change, or just before it.

    Returns the id of the change that this makes. Raises Refusal when somebody or something of that
    time is no longer there, when it stands so already, or when the change is not of the organisation.
    """
    Organisation.objects.locked(organisation.pk)
    change = _change_of(organisation, change_id)
    moment = change.began_at - JUST_BEFORE if is_before else change.moment
    _refuse_across_a_merge(organisation, moment)
    then = standing(organisation, at=moment)
    if not any(model is Organisation for model, _pk, _state in then):
        raise Refusal(_("Before that they were not on the list. There is nothing to go back to."))
    _refuse_what_is_gone(organisation, then)
    with recording("organisation.put_back", by=by) as made, _bearable():
        written = rewind(scope_of(organisation), to=moment, keeping=DECIDED_ANEW)
    if not written:
        raise Refusal(_("They already stand as they did then."))
    return made


@transaction.atomic
def undo(organisation: Organisation, *, change_id: UUID, by: Person) -> UUID:
    """Take back one change of this organisation alone, and return the id of the change this makes.

    An organisation that the change created is gone afterwards. Raises Refusal when the change wrote
    other organisations too, or when what it wrote was changed since.
    """
    Organisation.objects.locked(organisation.pk)
    change = _change_of(organisation, change_id)
    if ImportRun.objects.filter(change_id=change_id).exists():
        raise Refusal(_("This came with an import. Take it back on the page of that import."))
    if change.context.get("verb") in (MERGED, TAKEN_APART):
        return take_contacts_apart(change_id, by=by)
    if others_touched(organisation, change_id=change_id):
        raise Refusal(_("This changed others too, in one go, so it is not undone for them alone."))
    if Merge.objects.made_by(change_id).exists():
        raise Refusal(_("This was a merge. Take it apart on their page."))
    if any(effect.model is Representation for effect in change.effects):
        raise Refusal(
            _("Who may sign in for them is not undone here. Change it under their people.")
        )
    if any(effect.model is PartnerLetter for effect in change.effects):
        raise Refusal(_("A letter is not taken back here. Open it among their letters."))
    _refuse_what_changed_since(organisation, change)
    with recording("organisation.undone", by=by) as made, _bearable():
        undo_change(change_id, models=(*UNDONE, *further()))
    _compare_again(organisation, change)
    return made


def models_written(organisation: Organisation, *, change_id: UUID) -> set[Model]:
    """Of which tables the change wrote rows, as far as the organisation's story tells."""
    return {effect.model for effect in effects_of(organisation, change_id=change_id)}


def effects_of(organisation: Organisation, *, change_id: UUID) -> list[Effect]:
    """What the change did to each row, as far as the organisation's story tells."""
    changes = changes_of(organisation, only=change_id, limit=1).changes
    return [effect for change in changes for effect in change.effects]


def _compare_again(organisation: Organisation, change: Change) -> None:
    """Of whom it is no longer said that they are not the same."""
    pairs = [effect for effect in change.effects if effect.model is DistinctPair]
    others = [(effect.after or effect.before or {})["other_id"] for effect in pairs]
    if others:
        compare_again(organisation.coalition_id, [organisation.pk, *others])


def _refuse_across_a_merge(organisation: Organisation, moment: datetime) -> None:
    """What was another organisation's then, or is by now, is not for this one to take or to drop."""
    if MergeQuerySet.around(organisation, since=moment):
        raise Refusal(
            _(
                "They were merged with another one, or taken apart, since then. Going back further is not"
                " possible, but what was merged can be taken apart on their page."
            )
        )


def _change_of(organisation: Organisation, change_id: UUID) -> Change:
    changes = changes_of(organisation, only=change_id, limit=1).changes
    if not changes:
        raise Refusal(_("There is no such change in their history."))
    return changes[0]


def scope_of(organisation: Organisation) -> dict[Model, dict[str, int]]:
    parts = {model: {"organisation_id": organisation.pk} for model in PROFILE[1:]}
    return {Organisation: {"id": organisation.pk}, **parts}


def _bearable() -> AbstractContextManager[None]:
    return bearable(
        otherwise=_(
            "Something else depends on how they stand now, or uses what would come back."
            " Change them by hand instead."
        )
    )


# ---------------------------------------------------------------- what is gone


def _refuse_what_is_gone(
    organisation: Organisation, then: Iterable[tuple[Model, int, State]]
) -> None:
    """What they carry today may stay; what would come back must still be in use."""
    carried = {term.pk for term in Term.objects.filter(classifications__organisation=organisation)}
    terms = {state["term_id"] for model, _pk, state in then if model is Classification} - carried
    current = set(Term.objects.current().filter(pk__in=terms).values_list("pk", flat=True))
    if terms - current:
        raise Refusal(
            _("%(names)s: no longer in your lists. Bring it back there first.")
            % {"names": _term_names(terms - current)}
        )
    owners = {state["owner_id"] for model, _pk, state in then if model is Organisation}
    _refuse_absent_owner(organisation, owners.pop())


def _term_names(terms: set[int]) -> str:
    """Those retired by their name, those deleted by the last name that history knows."""
    latest = events_of(Term).filter(pgh_obj_id__in=terms).order_by("pgh_obj_id", "-pgh_id")
    names = latest.distinct("pgh_obj_id").values_list("name", flat=True)
    return get_text_list(sorted(names), _("and"))


def _refuse_absent_owner(organisation: Organisation, owner_id: int | None) -> None:
    if owner_id is None or owner_id == organisation.owner_id:
        return
    members = Membership.objects.looking_after_partners()
    if members.filter(coalition=organisation.coalition_id, person=owner_id).exists():
        return
    raise Refusal(
        _("%(person)s, who looked after them then, no longer can. Choose someone else by hand.")
        % {"person": Person.objects.get(pk=owner_id)}
    )


# ---------------------------------------------------------------- what changed since


def _refuse_what_changed_since(organisation: Organisation, change: Change) -> None:
    if change.id is None:
        return
    content = (*CONTENT, *further())
    touched = {(row.model, row.pk) for row in changed_since(change.id, models=content)}
    later = _later_changes(organisation, change, touched)
    if not (later or touched):
        return
    names = names_of_changes(later)
    details = [
        detail for each in later for detail in details_of(each, names=names, may_see_contacts=True)
    ]
    if not details:
        raise Refusal(_("This was changed again since, so it cannot be undone any more."))
    raise Refusal(
        _("This was changed again since, so it cannot be undone any more: %(what)s.")
        % {"what": get_text_list(labels_of(details), _("and"))}
    )


def _later_changes(
    organisation: Organisation, change: Change, touched: set[tuple[Model, int]]
) -> list[Change]:
    """Changes since that wrote the same rows, or, for a new organisation, any: each keeps it here."""
    since = changes_of(organisation, limit=LOOKED_BACK).changes
    return [
        _limited(later, touched, to_all=change.is_the_first)
        for later in since
        if later.id != change.id
        and later.moment >= change.moment
        and (change.is_the_first or any((row.model, row.pk) in touched for row in later.effects))
    ]


def _limited(change: Change, rows: set[tuple[Model, int]], *, to_all: bool) -> Change:
    """The change with only those of its effects that stand in the way."""
    effects: tuple[Effect, ...] = tuple(
        effect for effect in change.effects if to_all or (effect.model, effect.pk) in rows
    )
    return replace(change, effects=effects)
