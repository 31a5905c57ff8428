"""Which rule holds for which kind of decision, in which body, on which day."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q

from accounts.models import Membership
from governance.models import Body, DecisionKind, DecisionRule
from governance.models.power.rules import Method


def rule_for(body: Body, kind: DecisionKind, *, on: date) -> DecisionRule | None:
    """The rule by which a body takes a kind of decision on a day: its own, else the coalition's.

    None when neither has said how. One query.
    """
    rules = DecisionRule.objects.of_coalition(body.coalition_id).for_kind(kind)
    here = rules.filter(Q(body=body) | Q(body__isnull=True))
    found = here.in_force(on=on).select_related("kind", "body")
    return _holding({rule.body_id: rule for rule in found}, body.pk)


def _holding(rules: dict[int | None, DecisionRule], body: int | None) -> DecisionRule | None:
    """Among the versions of a day, by their bodies."""
    own = rules.get(body)
    if own is None or own.method == Method.AS_COALITION:
        return rules.get(None)
    return own


@dataclass
class KindRules:
    """How one kind of decision is made: in the coalition, in bodies that do otherwise, and from when."""

    kind: DecisionKind
    common: DecisionRule | None = None
    own: list[DecisionRule] = field(default_factory=list)
    coming: list[DecisionRule] = field(default_factory=list)

    @property
    def is_said(self) -> bool:
        return self.common is not None or bool(self.own)


def rules_in_force(membership: Membership, *, on: date) -> list[KindRules]:
    """Every current kind with the rules of today and those to come. Three queries."""
    coalition = membership.coalition_id
    kinds = DecisionKind.objects.of_coalition(coalition).current()
    found = {kind.pk: KindRules(kind) for kind in kinds}
    readable = DecisionRule.objects.of_coalition(coalition).of_bodies(
        Body.objects.visible_to(membership).standing()
    )
    for rule in readable.in_force(on=on).select_related("body").order_by("body__name"):
        _put(found, rule)
    coming = readable.standing().filter(valid_from__gt=on).select_related("body")
    for rule in coming.order_by("valid_from"):
        if rule.kind_id in found:
            found[rule.kind_id].coming.append(rule)
    return list(found.values())


def _put(found: dict[int, KindRules], rule: DecisionRule) -> None:
    told = found.get(rule.kind_id)
    if told is None:
        return
    if rule.body_id is None:
        told.common = rule
    elif rule.method != Method.AS_COALITION:
        told.own.append(rule)


@dataclass(frozen=True)
class InBody:
    """How a body takes one kind of decision; `is_own` when it does so by a rule of its own."""

    kind: DecisionKind
    rule: DecisionRule | None
    is_own: bool


def rules_in(body: Body, *, on: date) -> list[InBody]:
    """Every current kind with the rule that holds in this body. Two queries."""
    rules = DecisionRule.objects.of_coalition(body.coalition_id)
    here = rules.filter(Q(body=body) | Q(body__isnull=True)).in_force(on=on)
    by_kind: dict[int, dict[int | None, DecisionRule]] = {}
    for rule in here.select_related("body"):
        by_kind.setdefault(rule.kind_id, {})[rule.body_id] = rule
    kinds = DecisionKind.objects.of_coalition(body.coalition_id).current()
    return [_in_body(kind, by_kind.get(kind.pk, {}), body) for kind in kinds]


def _in_body(kind: DecisionKind, rules: dict[int | None, DecisionRule], body: Body) -> InBody:
    rule = _holding(rules, body.pk)
    return InBody(kind, rule, is_own=rule is not None and rule.body_id == body.pk)


@dataclass(frozen=True)
class Version:
    """A version and its last day, None while nothing follows it."""

    rule: DecisionRule
    is_in_force: bool
    is_coming: bool
    until: date | None


def versions(kind: DecisionKind, membership: Membership, *, on: date) -> list[Version]:
    """All that were ever stored and that the member may read, the newest first. One query."""
    rules = DecisionRule.objects.of_coalition(membership.coalition_id).for_kind(kind)
    rows = list(rules.of_bodies(Body.objects.visible_to(membership)).newest_first())
    return [_version(rule, rows, on) for rule in rows]


def _version(rule: DecisionRule, rows: Iterable[DecisionRule], on: date) -> Version:
    after = [
        one.valid_from
        for one in rows
        if one.body_id == rule.body_id and not one.is_withdrawn and one.valid_from > rule.valid_from
    ]
    until = min(after, default=None)
    has_begun = not rule.is_withdrawn and rule.valid_from <= on
    return Version(
        rule,
        is_in_force=has_begun and (until is None or on < until),
        is_coming=not rule.is_withdrawn and rule.valid_from > on,
        until=until,
    )
