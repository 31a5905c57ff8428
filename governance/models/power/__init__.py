from governance.models.power.experiments import Experiment
from governance.models.power.interests import InterestDeclaration
from governance.models.power.kinds import DecisionKind
from governance.models.power.leadership import LeadershipOverride, LeadershipRule
from governance.models.power.mediators import Mediator, MediatorInterest
from governance.models.power.phases import BodyPhase, Phase
from governance.models.power.rules import DecisionRule
from governance.models.power.settings import PowerSettings

__all__ = [
    "BodyPhase",
    "DecisionKind",
    "DecisionRule",
    "Experiment",
    "InterestDeclaration",
    "LeadershipOverride",
    "LeadershipRule",
    "Mediator",
    "MediatorInterest",
    "Phase",
    "PowerSettings",
]
