from partners.models.calls.answers import ApplicationAnswer
from partners.models.calls.applications import Application
from partners.models.calls.calls import Call
from partners.models.calls.criteria import SCALE, WHOLE, Criterion
from partners.models.calls.letters import DecisionLetter
from partners.models.calls.outreach import Outreach
from partners.models.calls.reviewers import Reviewer
from partners.models.calls.reviews import Review, Score

__all__ = [
    "SCALE",
    "WHOLE",
    "Application",
    "ApplicationAnswer",
    "Call",
    "Criterion",
    "DecisionLetter",
    "Outreach",
    "Review",
    "Reviewer",
    "Score",
]
