from governance.models.succession.deputies import Deputy, Ready
from governance.models.succession.handovers import (
    Handover,
    HandoverLine,
    HandoverStep,
    Moment,
)
from governance.models.succession.interests import Interest
from governance.models.succession.key_roles import KeyRole
from governance.models.succession.mentors import CheckIn, MentorPair
from governance.models.succession.places import Place

__all__ = [
    "CheckIn",
    "Deputy",
    "Handover",
    "HandoverLine",
    "HandoverStep",
    "Interest",
    "KeyRole",
    "MentorPair",
    "Moment",
    "Place",
    "Ready",
]
