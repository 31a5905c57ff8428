from governance.models.assignments import RoleAssignment
from governance.models.bodies import Body, Publication
from governance.models.functions import Function
from governance.models.seats import LEADING, Rank, Seat
from governance.models.succession import (
    CheckIn,
    Deputy,
    Handover,
    HandoverLine,
    HandoverStep,
    Interest,
    KeyRole,
    MentorPair,
    Moment,
    Place,
    Ready,
)

__all__ = [
    "LEADING",
    "Body",
    "CheckIn",
    "Deputy",
    "Function",
    "Handover",
    "HandoverLine",
    "HandoverStep",
    "Interest",
    "KeyRole",
    "MentorPair",
    "Moment",
    "Place",
    "Publication",
    "Rank",
    "Ready",
    "RoleAssignment",
    "Seat",
]
