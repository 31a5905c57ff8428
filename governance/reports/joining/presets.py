"""The checklists that come with the program. A coalition fills them in by a button and changes them."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from governance.models import Audience, Milestone


@dataclass(frozen=True)
class Preset:
    """One item: for whom, about what, in which words, within how many days, and who may tick it."""

    audience: str
    kind: str
    words: Any
    hint: Any = ""
    due_days: int | None = None
    is_theirs: bool = False


PRESETS: tuple[Preset, ...] = (
    Preset(
        Audience.PARTNER,
        Milestone.WELCOME,
        _("Welcome call"),
        _("Ask what they hope for, which times suit them, and what would make it easy to come."),
        7,
    ),
    Preset(
        Audience.PARTNER,
        Milestone.BUDDY,
        _("Buddy named"),
        _("Somebody of another partner who knows the ropes and answers any question."),
        14,
    ),
    Preset(
        Audience.PARTNER,
        Milestone.CHARTER,
        _("Charter read"),
        _("Why we are here, and what we promise each other."),
        21,
        is_theirs=True,
    ),
    Preset(
        Audience.PARTNER,
        Milestone.GROUND_RULES,
        _("Ground rules read"),
        _("How we talk and decide when we meet."),
        21,
        is_theirs=True,
    ),
    Preset(
        Audience.PARTNER,
        Milestone.FIRST_MEETING,
        _("First meeting"),
        _("The buddy sits next to them and explains the words."),
        45,
    ),
    Preset(
        Audience.PARTNER,
        Milestone.FIRST_ROLE,
        _("First role"),
        _("A seat or a function. It is ticked by itself once a role of theirs has begun."),
        120,
    ),
    Preset(
        Audience.PARTNER,
        Milestone.FIRST_VOICE,
        _("First voice"),
        _("They put something on the agenda, make a proposal or take part in a decision."),
        120,
    ),
    Preset(
        Audience.PARTNER,
        Milestone.OTHER,
        _("Talk after 90 days: what helps, what is missing"),
        "",
        90,
    ),
    Preset(
        Audience.PERSON,
        Milestone.WELCOME,
        _("Welcome call"),
        _("Who we are, who does what, and what would make it easy to come."),
        7,
    ),
    Preset(
        Audience.PERSON,
        Milestone.BUDDY,
        _("Buddy named"),
        _("Somebody of another organisation who answers any question."),
        14,
    ),
    Preset(Audience.PERSON, Milestone.CHARTER, _("Charter read"), "", 14, is_theirs=True),
    Preset(Audience.PERSON, Milestone.GROUND_RULES, _("Ground rules read"), "", 14, is_theirs=True),
    Preset(Audience.PERSON, Milestone.FIRST_MEETING, _("First meeting"), "", 45),
    Preset(
        Audience.PERSON,
        Milestone.FIRST_ROLE,
        _("First role"),
        _("A seat or a function. It is ticked by itself once a role of theirs has begun."),
        120,
    ),
    Preset(
        Audience.PERSON,
        Milestone.FIRST_VOICE,
        _("First voice"),
        _("They put something on the agenda, make a proposal or take part in a decision."),
        120,
    ),
)

# Between what a stranger can choose on the public page, until the coalition says otherwise.
TIMES: tuple[Any, ...] = (
    _("Weekday mornings"),
    _("Weekday afternoons"),
    _("Weekday evenings"),
    _("Weekends"),
    _("Online or by phone"),
)
LANGUAGES: tuple[Any, ...] = (_("English"), _("Spanish"))
