"""What the story of a partner says of what it gives, and of the support that it asks for."""

from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from contributions.models import Contribution, ContributionPopulation, SupportRequest
from partners.reports.history.events import Effect, State
from partners.reports.history.names import Names
from partners.reports.history.sentences import Detail
from partners.reports.history.story_tables import also_told
from partners.reports.value.amounts import written

STATES = {
    "promised": gettext_lazy("Promised again: “%(words)s”"),
    "delivered": gettext_lazy("They gave: “%(words)s”"),
    "withdrawn": gettext_lazy("They took back: “%(words)s”"),
}
ANSWERS = {
    "asked": gettext_lazy("Waits for an answer again: “%(words)s”"),
    "agreed": gettext_lazy("We agreed to: “%(words)s”"),
    "declined": gettext_lazy("We declined: “%(words)s”"),
    "provided": gettext_lazy("They got: “%(words)s”"),
    "withdrawn": gettext_lazy("Not needed any more: “%(words)s”"),
}


def contribution_details(effect: Effect, _names: Names) -> list[Detail]:
    before, after = effect.before, effect.after
    label = _("What they give")
    if after is None:
        return _said(label, _("Gone from what they give: “%(words)s”") % (before or {}))
    if before is None:
        begun = (
            STATES["delivered"] if after["state"] == "delivered" else _("They promise: “%(words)s”")
        )
        return _said(label, str(begun) % after + _more_of(after))
    if before["state"] != after["state"]:
        return _said(label, str(STATES[after["state"]]) % after + _more_of(after))
    if before["due_on"] != after["due_on"]:
        return _said(label, _new_day(before, after))
    return _said(label, _("Edited: “%(words)s”") % after)


def population_details(effect: Effect, names: Names) -> list[Detail]:
    """Of which populations they bring knowledge; on its own only when one came or went later."""
    state = effect.after or effect.before or {}
    words = {"name": names.term(state["term_id"])}
    if effect.after:
        return _said(_("What they give"), _("Knowledge of %(name)s") % words)
    return _said(_("What they give"), _("No more knowledge of %(name)s") % words)


def support_details(effect: Effect, _names: Names) -> list[Detail]:
    before, after = effect.before, effect.after
    label = _("Support")
    if after is None:
        return _said(label, _("Not asked for after all: “%(words)s”") % (before or {}))
    if before is None:
        return _said(label, _("They ask for: “%(words)s”") % after)
    if before["state"] != after["state"]:
        more = after["provided_what"] or after["answer_words"]
        return _said(label, str(ANSWERS[after["state"]]) % after + (f" ({more})" if more else ""))
    return _said(label, _("Edited: “%(words)s”") % after)


def _said(label: str, said: str) -> list[Detail]:
    return [Detail(label, "", said, is_part=True, said=said)]


def _more_of(state: State) -> str:
    more = state["delivered_what"] or state["withdrawn_reason"]
    counted = _counted(state)
    return "".join(f" ({said})" for said in (more, counted) if said)


def _counted(state: State) -> str:
    if not state["amount"]:
        return ""
    unit = state["own_unit"] or Contribution.Unit(state["unit"]).label
    return f"{unit}: {written(Decimal(state['amount']))}"


def _new_day(before: State, after: State) -> str:
    words: dict[str, Any] = {
        "words": after["words"],
        "after": _day(after["due_on"]),
        "before": _day(before["due_on"]),
    }
    return _("“%(words)s” is promised by %(after)s now, before that by %(before)s") % words


def _day(told: str | None) -> str:
    return date_format(date.fromisoformat(told)) if told else _("no day")


def announce() -> None:
    also_told(Contribution, contribution_details)
    also_told(ContributionPopulation, population_details)
    also_told(SupportRequest, support_details)
