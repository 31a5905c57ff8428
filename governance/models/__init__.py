from governance.models.assignments import RoleAssignment
from governance.models.bodies import Body, Publication
from governance.models.functions import Function
from governance.models.power import (
    BodyPhase,
    DecisionKind,
    DecisionRule,
    Experiment,
    InterestDeclaration,
    LeadershipOverride,
    LeadershipRule,
    Mediator,
    MediatorInterest,
    Phase,
    PowerSettings,
)
from governance.models.seats import LEADING, Rank, Seat

__all__ = [
    "LEADING",
    "Body",
    "BodyPhase",
    "DecisionKind",
    "DecisionRule",
    "Experiment",
    "Function",
    "InterestDeclaration",
    "LeadershipOverride",
    "LeadershipRule",
    "Mediator",
    "MediatorInterest",
    "Phase",
    "PowerSettings",
    "Publication",
    "Rank",
    "RoleAssignment",
    "Seat",
]
