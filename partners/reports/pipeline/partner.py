"""Where one organisation stands on its way: stage, readiness, who invites, who opens the door, what was."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, OuterRef, Subquery
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from partners.models import Gap, Nomination, Organisation, PipelineRules, Stage
from partners.models.pipeline.steps import BEFORE, GONE, MOVES, TO_INVITE
from partners.reports.pipeline.journey import Passed, journey_of
from partners.reports.pipeline.readiness import Hint, Signs, hint_of, signs_of_one
from partners.reports.pipeline.rehoming import Group, rehoming
from partners.reports.pipeline.rows import with_plan
from partners.reports.pipeline.stages import staged, with_since

LIMITS = ("talks_needed", "gives_needed")


@dataclass(frozen=True)
class Standing:
    """`inviter` and `invite_by` may come from a gap (`gaps`) that they would fill."""

    stage: str
    since: date | None
    inviter: str
    invite_by: date | None
    through: int | None
    through_name: str
    note: str
    is_late: bool
    journey: list[Passed]
    gaps: list[Gap]
    nominations: list[Nomination]
    rules: PipelineRules
    signs: Signs | None = None
    hint: Hint | None = None
    rest: tuple[Group, ...] = ()

    @property
    def label(self) -> str:
        return str(Stage(self.stage).label) if self.stage else _("In no stage")

    @property
    def ways(self) -> tuple[Stage, ...]:
        return MOVES[self.stage]

    @property
    def is_before(self) -> bool:
        return self.stage in BEFORE

    @property
    def is_gone(self) -> bool:
        return self.stage in GONE


def standing_of(organisation: Organisation, *, on: date) -> Standing:
    """At most eight queries: those for the hint are asked before an invitation only."""
    told = _told(organisation)
    stage, rules = told["stage"], PipelineRules(**{name: told.pop(name) for name in LIMITS})
    gaps = Gap.objects.asking(organisation.pk)
    named = Nomination.objects.filter(organisation=organisation).select_related("suggested_by")
    nominations = list(named.oldest_first())
    is_to_invite = stage in TO_INVITE
    signs = signs_of_one(organisation.pk, nominations, on=on) if is_to_invite else None
    return Standing(
        **told,
        is_late=is_to_invite and bool(told["invite_by"]) and told["invite_by"] < on,
        journey=journey_of(organisation),
        gaps=list(gaps),
        nominations=nominations,
        rules=rules,
        signs=signs,
        hint=hint_of(signs, rules) if signs else None,
        rest=tuple(rehoming(organisation, on=on)) if stage == Stage.ALUMNI else (),
    )


def _told(organisation: Organisation) -> dict[str, Any]:
    """Stage, plan and rules in one query."""
    rows = with_plan(with_since(staged(Organisation.including_merged.filter(pk=organisation.pk))))
    rules = PipelineRules.objects.filter(coalition=OuterRef("coalition"))
    usual = PipelineRules()
    told = rows.annotate(
        through=F("pipeline_plan__through"),
        note=F("pipeline_plan__note"),
        **{name: Subquery(rules.values(name)[:1]) for name in LIMITS},
    ).values(
        "stage", "inviter", "invite_by", "through", "through_name", "note", "stage_on", *LIMITS
    )
    found = told.get()
    words = {name: found[name] or "" for name in ("inviter", "through_name", "note")}
    limits = {name: getattr(usual, name) if found[name] is None else found[name] for name in LIMITS}
    since = found.pop("stage_on")
    return {**found, **words, **limits, "since": since}


def pipeline_in_a_line(organisation: Organisation, *, on: date) -> str:
    """“Invited since May 3, 2026”, “In conversation; Ana Ruiz invites by May 9, 2026”: one query.

    Nothing for who is in no stage, and for a member, of whom the profile says enough.
    """
    rows = with_plan(with_since(staged(Organisation.including_merged.filter(pk=organisation.pk))))
    told = rows.values("stage", "stage_on", "inviter", "invite_by").get()
    if told["stage"] in ("", Stage.MEMBER):
        return ""
    words = {
        "stage": Stage(told["stage"]).label,
        "day": date_format(told["stage_on"]) if told["stage_on"] else "",
        "name": told["inviter"],
        "by": date_format(told["invite_by"]) if told["invite_by"] else "",
    }
    said = _("%(stage)s since %(day)s") if told["stage_on"] else "%(stage)s"
    if told["stage"] in TO_INVITE and told["inviter"] and told["invite_by"]:
        is_late = told["invite_by"] < on
        plan = (
            _("%(name)s was to invite them by %(by)s")
            if is_late
            else _("%(name)s invites them by %(by)s")
        )
        return f"{said % words}; {plan % words}"
    return said % words
