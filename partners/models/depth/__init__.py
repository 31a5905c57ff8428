from partners.models.depth.answers import ProfileAnswer, ProfileRow, Voice
from partners.models.depth.interviews import InterviewVisit, Verification
from partners.models.depth.settings import DepthSettings, OwnPriority
from partners.models.depth.stakes import Stake
from partners.models.depth.topics import Band, Capacity, Government, Support, Topic

__all__ = [
    "Band",
    "Capacity",
    "DepthSettings",
    "Government",
    "InterviewVisit",
    "OwnPriority",
    "ProfileAnswer",
    "ProfileRow",
    "Stake",
    "Support",
    "Topic",
    "Verification",
    "Voice",
]
