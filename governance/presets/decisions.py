"""Kinds of decisions, and a rule for each to begin with."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

CONSENSUS, CONSENT = "consensus", "consent"
STOPS, RETURNS, NOTED = "stops", "returns", "noted"


@dataclass(frozen=True)
class Suggestion:
    """A kind of decision with a rule to begin with. Shares and days are defaults of ours, from no study."""

    name: Any
    about: Any
    method: str
    threshold: int | None = None
    block: str = ""
    block_needs_harm: bool = False
    notice_days: int = 0


# The more is at stake and the harder it is to take back, the more support it needs.
DECISION_KINDS = (
    Suggestion(
        _("Routine"),
        _("Day-to-day matters that can be changed at the next meeting."),
        CONSENSUS,
        threshold=50,
        block=NOTED,
    ),
    Suggestion(
        _("Policy"),
        _("What the coalition stands for in public, and how it works."),
        CONSENSUS,
        threshold=75,
        block=STOPS,
        notice_days=7,
    ),
    Suggestion(
        _("Budget"),
        _("Money: what is asked for, accepted and spent."),
        CONSENSUS,
        threshold=75,
        block=STOPS,
        notice_days=7,
    ),
    Suggestion(
        _("Membership"),
        _("Who joins, who pauses, who leaves."),
        CONSENT,
        block=RETURNS,
        block_needs_harm=True,
        notice_days=7,
    ),
    Suggestion(
        _("Charter"),
        _("Vision, purpose, values and the terms of membership."),
        CONSENT,
        block=STOPS,
        block_needs_harm=True,
        notice_days=14,
    ),
)
