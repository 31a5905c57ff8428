"""The kinds of decisions and how each is made: stored before it is used, never edited afterwards."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from accounts.models import Coalition, Person
from common.history.tracking import recording
from common.pages.ordering import last_position, move_among
from common.refusal import Refusal
from governance.models import Body, DecisionKind, DecisionRule
from governance.models.power.rules import Block, Method, Participants
from governance.presets.decisions import DECISION_KINDS, Suggestion

A_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Terms:
    """What a version says. `threshold` and `quorum` are percents."""

    method: str
    participants: str = ""
    who_else: str = ""
    threshold: int | None = None
    quorum: int | None = None
    block: str = ""
    block_needs_harm: bool = False
    notice_days: int = 0
    because: str = ""

    @property
    def fitting(self) -> "Terms":
        """Without what its method has no use for."""
        if self.method == Method.AS_COALITION:
            return Terms(self.method, because=self.because)
        counted = self.method in (Method.CONSENSUS, Method.VOTE)
        blocked = self.method in (Method.CONSENT, Method.CONSENSUS)
        return replace(
            self,
            threshold=self.threshold if counted else None,
            block=self.block if blocked else "",
            block_needs_harm=self.block_needs_harm and blocked,
        )


@transaction.atomic
def add_kind(coalition: Coalition, *, name: str, about: str, by: Person) -> DecisionKind:
    """Raises Refusal when the list has one of that name."""
    Coalition.objects.lock(coalition.pk)
    with recording("decision_kind.added", by=by):
        return _save(
            DecisionKind(coalition=coalition, name=name, about=about, position=_last(coalition) + 1)
        )


@transaction.atomic
def edit_kind(kind: DecisionKind, *, name: str, about: str, by: Person) -> DecisionKind:
    kind = _locked(kind)
    with recording("decision_kind.edited", by=by):
        kind.name, kind.about = name, about
        return _save(kind)


@transaction.atomic
def retire_kind(kind: DecisionKind, *, on: date | None, by: Person) -> DecisionKind:
    """Offered no more; with None it is offered again. Its rules stay readable."""
    kind = _locked(kind)
    if bool(kind.retired_on) == bool(on):
        return kind
    with recording("decision_kind.retired" if on else "decision_kind.restored", by=by):
        kind.retired_on = on
        return _save(kind)


@transaction.atomic
def move_kind(kind: DecisionKind, *, step: int, by: Person) -> DecisionKind:
    """One place earlier or later on the list; at either end nothing happens."""
    Coalition.objects.lock(kind.coalition_id)
    kinds = DecisionKind.objects.of_coalition(kind.coalition_id).current()
    with recording("decision_kind.moved", by=by):
        move_among(kinds, kind, step=step)
    return kind


def _save(kind: DecisionKind) -> DecisionKind:
    try:
        with transaction.atomic():
            kind.save()
    except IntegrityError as error:
        raise Refusal(_("There is a kind of that name already.")) from error
    return kind


def _last(coalition: Coalition) -> int:
    return last_position(DecisionKind.objects.of_coalition(coalition.pk))


def _locked(kind: DecisionKind) -> DecisionKind:
    return DecisionKind.objects.select_for_update(of=("self",)).get(pk=kind.pk)


@transaction.atomic
def store_rule(
    kind: DecisionKind,
    terms: Terms,
    *,
    body: Body | None,
    valid_from: date,
    on: date,
    at: datetime,
    by: Person,
) -> DecisionRule:
    """A new version, valid from a day. The versions before it stay as they are.

    Raises Refusal for a day that is past; for today, when something else holds today already, so that nobody
    changes the rule on the day on which they decide by it; and when another version begins that day.
    """
    kind = _locked(kind)
    rules = DecisionRule.objects.of_coalition(kind.coalition_id).for_kind(kind).at_home_in(body)
    _may_begin(rules.standing(), valid_from=valid_from, on=on, is_retired=kind.is_retired)
    with recording("decision_rule.stored", by=by):
        return _store(kind, terms, body=body, valid_from=valid_from, at=at, by=by)


def first_day(kind: DecisionKind, body: Body | None, *, on: date) -> date:
    """From when a new version may be valid: today where nothing holds yet, else tomorrow."""
    rules = DecisionRule.objects.of_coalition(kind.coalition_id).for_kind(kind).at_home_in(body)
    return on + A_DAY if rules.begun(on=on).exists() else on


def _may_begin(rules: Any, *, valid_from: date, on: date, is_retired: bool) -> None:
    if is_retired:
        raise Refusal(_("This kind of decision is on your list no more."))
    if valid_from < on:
        raise Refusal(_("A rule is stored before it is used. Choose today or a later day."))
    if valid_from == on and rules.begun(on=on).exists():
        raise Refusal(
            _(
                "A rule holds today already. A new one is valid from tomorrow at the earliest, so that nobody"
                " changes it on the day on which they decide by it."
            )
        )
    if rules.filter(valid_from=valid_from).exists():
        raise Refusal(_("Another version begins on that day already. Choose another day."))


def _store(
    kind: DecisionKind,
    terms: Terms,
    *,
    body: Body | None,
    valid_from: date,
    at: datetime,
    by: Person,
    is_suggested: bool = False,
) -> DecisionRule:
    return DecisionRule.objects.create(
        coalition_id=kind.coalition_id,
        kind=kind,
        body=body,
        valid_from=valid_from,
        stored_by=by,
        stored_at=at,
        is_suggested=is_suggested,
        **vars(terms.fitting),
    )


@transaction.atomic
def withdraw_rule(rule: DecisionRule, *, on: date, by: Person) -> DecisionRule:
    """Take back a version before it is valid. Raises Refusal when it holds, or has held."""
    rule = DecisionRule.objects.select_for_update(of=("self",)).get(pk=rule.pk)
    if rule.is_withdrawn:
        return rule
    if rule.valid_from <= on:
        raise Refusal(_("This version is valid already. Store another one that follows it."))
    with recording("decision_rule.withdrawn", by=by):
        rule.withdrawn_on = on
        rule.save()
    return rule


@transaction.atomic
def fill_kinds(coalition: Coalition, *, on: date, at: datetime, by: Person) -> int:
    """The kinds that come with the program, with suggested rules where nothing is said; how many are new."""
    Coalition.objects.lock(coalition.pk)
    kinds = DecisionKind.objects.of_coalition(coalition.pk)
    missing = [one for one in DECISION_KINDS if kinds.called(str(one.name)) is None]
    if not missing:
        return 0
    with recording("decision_rules.filled", by=by):
        for position, one in enumerate(missing, start=_last(coalition)):
            kind = DecisionKind.objects.create(
                coalition=coalition, name=str(one.name), about=str(one.about), position=position
            )
            terms = suggested(one)
            _store(kind, terms, body=None, valid_from=on, at=at, by=by, is_suggested=True)
    return len(missing)


def suggested(one: Suggestion) -> Terms:
    return Terms(
        method=one.method,
        participants=Participants.VOTING_SEATS,
        threshold=one.threshold,
        block=one.block,
        block_needs_harm=one.block_needs_harm,
        notice_days=one.notice_days,
    ).fitting


def first_terms(rule: DecisionRule | None) -> Mapping[str, Any]:
    """What a form for the next version begins with: the version that holds now."""
    if rule is None:
        return vars(Terms(Method.CONSENT, Participants.VOTING_SEATS, block=Block.RETURNS))
    return {name: getattr(rule, name) for name in Terms.__dataclass_fields__ if name != "because"}
