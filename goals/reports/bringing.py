"""Who brings what a goal needs: partners today, active or only on the list, and prospects on the way.

A voice is brought by who stands for all of its terms, as the table of the coalition counts it. A capacity
or a strength is brought by who says so, or of whom we noted it, as far as the reader may read our notes.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, IntegerField, OuterRef, Q, QuerySet, Value

from accounts.models import Membership
from accounts.permissions import Permission
from common.database.unions import as_rows, united
from goals.models import Goal, GoalNeed, HereFor
from partners.models import (
    Classification,
    CompositionSettings,
    Gap,
    Organisation,
    ProfileRow,
    Topic,
)
from partners.models.search.words import typed_words
from partners.reports.areas import Areas
from partners.reports.composition.capacities import A_LITTLE
from partners.reports.composition.standing import Count, Standing, standing_now
from partners.reports.composition.voices import SENTENCES, Stand

NAMED = 4  # organisations that the page of a goal names of each kind
Kind = Organisation.Kind
Told = Mapping[int, frozenset[int]]  # by need, the organisations that say, or are said, to bring it


@dataclass(frozen=True)
class Brought:
    """One need. `active` and `unseen` are partners of today, `coming` are prospects.

    `asked` is the organisation that the plan for a missing voice names.
    """

    need: GoalNeed
    active: Sequence[Organisation] = ()
    unseen: Sequence[Organisation] = ()
    coming: Sequence[Organisation] = ()
    asked: int | None = None

    @property
    def least(self) -> int:
        return self.need.needed.least if self.need.needed else 1

    @property
    def count(self) -> Count:
        return Count(len(self.active) + len(self.unseen), len(self.active))

    @property
    def stand(self) -> Stand:
        """As the table says it of a voice: how many are enough is asked of the active ones."""
        if not self.count.nominal:
            return Stand.NOBODY
        if not self.count.active:
            return Stand.UNSEEN
        return Stand.THERE if self.count.active >= self.least else Stand.FEW

    @property
    def words(self) -> str:
        return str(SENTENCES[self.stand])

    @property
    def is_missing(self) -> bool:
        return self.stand != Stand.THERE

    @property
    def groups(self) -> list[tuple[str, Sequence[Organisation], int]]:
        """Of each kind in which there is somebody: its name, whom to name, and how many more there are."""
        kinds = {"active": self.active, "unseen": self.unseen, "coming": self.coming}
        return [
            (kind, found[:NAMED], max(len(found) - NAMED, 0))
            for kind, found in kinds.items()
            if found
        ]


@dataclass(frozen=True)
class Bringing:
    """What a goal needs with who brings it, and the partners that are here for the goal."""

    needs: list[Brought]
    here: list[Organisation]

    @property
    def missing(self) -> int:
        return sum(one.is_missing for one in self.needs)


def bringing(goal: Goal, membership: Membership, *, lying: Areas, on: date) -> Bringing:
    """Six queries, whatever the goal needs and however many partners there are."""
    return _bringing(goal, GoalNeed.objects.of(goal.pk), membership, lying, on)


def brought(need: GoalNeed, membership: Membership, *, on: date) -> Brought:
    """One need alone. Seven queries."""
    only = GoalNeed.objects.of(need.goal_id).filter(pk=need.pk)
    lying = Areas.of(need.coalition_id)
    return _bringing(need.goal, only, membership, lying, on).needs[0]


def _bringing(
    goal: Goal, asked: QuerySet[GoalNeed], membership: Membership, lying: Areas, on: date
) -> Bringing:
    needs = list(_with_plan(asked, membership))
    standing = _standing(goal, needs, lying, on)
    told = _told(needs, membership)
    known = _known(goal, needs, told, standing, lying, membership)
    return Bringing(
        needs=[
            _brought(need, known, told.get(need.pk, frozenset()), standing, lying) for need in needs
        ],
        here=[one for one in known if one.is_here],
    )


def _with_plan(needs: QuerySet[GoalNeed], membership: Membership) -> QuerySet[GoalNeed]:
    """`asked`: who is to be asked by the plan that is not done yet, for those who may see plans."""
    if not membership.may(Permission.SEE_GAPS):
        return needs.annotate(asked=Value(None, IntegerField()))
    plans = Gap.objects.unfinished().filter(needed=OuterRef("needed"))
    return needs.annotate(asked=plans.values("organisation")[:1])


def _standing(goal: Goal, needs: Iterable[GoalNeed], lying: Areas, on: date) -> Standing:
    days = CompositionSettings.of(goal.coalition_id).active_days
    return standing_now(goal.coalition_id, on=on, active_days=days, lying=lying)


def _told(needs: Iterable[GoalNeed], membership: Membership) -> Told:
    """One query for all capacities and strengths together, none without any."""
    readable = ProfileRow.objects.readable_by(membership).of_today()
    parts = [_telling(one, readable) for one in needs if one.needed_id is None]
    found: dict[int, set[int]] = {}
    for need, organisation in united(parts) if parts else ():
        found.setdefault(need, set()).add(organisation)
    return {need: frozenset(ids) for need, ids in found.items()}


def _telling(need: GoalNeed, rows: Any) -> QuerySet:
    """A prospect may be noted for a capacity before it was asked how much; a partner must have some."""
    if need.strength:
        rows = rows.strengths().saying(typed_words(need.strength))
    else:
        some = Q(level__gte=A_LITTLE) | Q(level__isnull=True, organisation__kind=Kind.PROSPECT)
        rows = rows.about(Topic.CAPACITY).filter(some, kind=need.kind)
    return as_rows(rows.order_by(), need=Value(need.pk), organisation=F("organisation"))


def _known(
    goal: Goal,
    needs: Iterable[GoalNeed],
    told: Told,
    standing: Standing,
    lying: Areas,
    membership: Membership,
) -> list[Any]:
    """By name, everybody who may be named: with `terms` what they carry, and `is_here` for this goal."""
    voices = [one.needed for one in needs if one.needed]
    ids = {pk for voice in voices for pk in standing.with_all(voice.term_ids)}
    ids |= {pk for found in told.values() for pk in found}
    ids |= {one.asked for one in needs if one.asked}  # type: ignore[attr-defined]
    wanted = lying.downwards(term for voice in voices for term in voice.term_ids)
    carried = Classification.objects.filter(organisation=OuterRef("pk"), term__in=wanted)
    here = HereFor.objects.filter(goal=goal, organisation=OuterRef("pk"))
    rows = Organisation.objects.visible_to(membership).active()
    rows = rows.annotate(
        terms=ArraySubquery(carried.order_by().values("term_id")), is_here=Exists(here)
    )
    standing_for = Q(kind=Kind.PROSPECT) & Exists(carried)
    return list(rows.filter(Q(pk__in=ids) | Q(is_here=True) | standing_for).by_name())


def _brought(
    need: GoalNeed, known: list[Any], told: frozenset[int], standing: Standing, lying: Areas
) -> Brought:
    partners, wanted = told & standing.everybody, frozenset[int]()
    if need.needed:
        wanted = frozenset(need.needed.term_ids)
        partners = standing.with_all(wanted)
    asked = need.asked  # type: ignore[attr-defined]
    on_the_way = told | {asked}
    return Brought(
        need=need,
        active=[one for one in known if one.pk in partners & standing.active],
        unseen=[one for one in known if one.pk in partners - standing.active],
        coming=[
            one
            for one in known
            if one.kind == Kind.PROSPECT
            and (one.pk in on_the_way or (wanted and wanted <= lying.upwards(one.terms)))
        ],
        asked=asked,
    )
