"""What history says of the way of an organisation: steps, plans and suggestions."""

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from partners.models import Cause, Stage
from partners.reports.history.events import Effect, State
from partners.reports.history.names import Names
from partners.reports.history.sentences import Detail


def step_details(effect: Effect, _names: Names) -> list[Detail]:
    """“Stage: Invited on May 3, 2026”; of a step that was corrected, how it reads now."""
    label = _("Stage")
    before, after = (_step(state) if state else "" for state in (effect.before, effect.after))
    if effect.before and effect.after:
        return [Detail(label=label, before=before, after=after)]
    if effect.after:
        said = _("Stage: %(step)s") % {"step": after}
        return [Detail(label=label, before="", after=after, is_part=True, said=said)]
    said = _("No longer in the stage: %(step)s") % {"step": before}
    return [Detail(label=label, before=before, after="", is_part=True, said=said)]


def _step(state: State) -> str:
    words = {"stage": Stage(state["stage"]).label, "day": _day(state["on"])}
    told = [_("%(stage)s on %(day)s") % words]
    if state["cause"]:
        told.append(str(Cause(state["cause"]).label))
    return ": ".join([*told, state["reason"]] if state["reason"] else told)


def plan_details(effect: Effect, names: Names) -> list[Detail]:
    """Who invites them by when."""
    label = _("Invitation")
    before, after = (
        _plan(state, names) if state else "" for state in (effect.before, effect.after)
    )
    if before == after:
        return []
    said = after or _("Nobody is named to invite them any more")
    return [Detail(label=label, before=before, after=after, said=said)]


def _plan(state: State, names: Names) -> str:
    told = []
    if state["inviter_id"]:
        told.append(_("%(name)s invites") % {"name": names.person(state["inviter_id"])})
    if state["invite_by"]:
        told.append(_("by %(day)s") % {"day": _day(state["invite_by"])})
    if state["through_id"]:
        told.append(_("through %(name)s") % {"name": names.organisation(state["through_id"])})
    return " · ".join([*told, state["note"]] if state["note"] else told)


def nomination_details(effect: Effect, names: Names) -> list[Detail]:
    """Who suggested them, once a suggestion has led to them."""
    label, state = _("Suggested"), effect.after or effect.before or {}
    words = {"name": names.person(state["suggested_by_id"]), "why": state["why"]}
    if effect.before and effect.after:
        return []
    if effect.after:
        said = _("%(name)s had suggested them: %(why)s") % words
        return [Detail(label=label, before="", after=words["name"], is_part=True, said=said)]
    said = _("No longer linked to what %(name)s suggested") % words
    return [Detail(label=label, before=words["name"], after="", is_part=True, said=said)]


def _day(value: str) -> str:
    return date_format(date.fromisoformat(value))
