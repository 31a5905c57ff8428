"""How newcomers come in: checklist, buddy, the open door, and what people were trained in."""

from governance.models.joining.buddies import Buddy
from governance.models.joining.door import JoinRequest, OpenDoor
from governance.models.joining.onboardings import Onboarding, OnboardingItem
from governance.models.joining.steps import Audience, JoiningStep, Milestone
from governance.models.joining.trainings import Training, TrainingAttendance

__all__ = [
    "Audience",
    "Buddy",
    "JoinRequest",
    "JoiningStep",
    "Milestone",
    "Onboarding",
    "OnboardingItem",
    "OpenDoor",
    "Training",
    "TrainingAttendance",
]
