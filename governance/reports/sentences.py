"""What each change of how the coalition works is called: “Ana Ruiz opened a body: Steering committee”."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from governance.reports.bodies.sentences import SENTENCES as BODIES
from governance.reports.charter.sentences import SENTENCES as CHARTER
from governance.reports.communication.sentences import SENTENCES as COMMUNICATION
from governance.reports.joining.sentences import FOR_GOOD as JOINING_FOR_GOOD
from governance.reports.joining.sentences import SENTENCES as JOINING
from governance.reports.power.sentences import SENTENCES as POWER
from governance.reports.seats.sentences import SENTENCES as SEATS
from governance.reports.succession.sentences import SENTENCES as SUCCESSION
from governance.reports.words.sentences import SENTENCES as WORDS

SENTENCES: dict[str, Any] = {
    "governance.undone": _("took back a change"),
    **BODIES,
    **CHARTER,
    **COMMUNICATION,
    **JOINING,
    **POWER,
    **SEATS,
    **SUCCESSION,
    **WORDS,
}

# What a letter has told, or what is erased: it cannot be taken back.
FOR_GOOD: tuple[str, ...] = (*JOINING_FOR_GOOD,)
