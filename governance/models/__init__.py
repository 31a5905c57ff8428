from governance.models.assignments import RoleAssignment
from governance.models.bodies import Body, Publication
from governance.models.functions import Function
from governance.models.joining import (
    Audience,
    Buddy,
    JoiningStep,
    JoinRequest,
    Milestone,
    Onboarding,
    OnboardingItem,
    OpenDoor,
    Training,
    TrainingAttendance,
)
from governance.models.seats import LEADING, Rank, Seat

__all__ = [
    "LEADING",
    "Audience",
    "Body",
    "Buddy",
    "Function",
    "JoinRequest",
    "JoiningStep",
    "Milestone",
    "Onboarding",
    "OnboardingItem",
    "OpenDoor",
    "Publication",
    "Rank",
    "RoleAssignment",
    "Seat",
    "Training",
    "TrainingAttendance",
]
