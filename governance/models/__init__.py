from governance.models.acronyms import FoundAcronym, NotAnAcronym
from governance.models.assignments import RoleAssignment
from governance.models.bodies import Body, Publication
from governance.models.duties import BodyLink, Duty, MeantOverlap
from governance.models.charter import (
    CharterDeferral,
    CharterRequest,
    CharterReview,
    CharterSignature,
    CharterVersion,
    GroundRule,
    GroundRulesRead,
)
from governance.models.communication import Channel, RegularMessage, SentMessage
from governance.models.functions import Function
from governance.models.role_letters import AskedChange, RoleLetter
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
from governance.models.urgent import CallRow, UrgentCall, UrgentMessage, UrgentProtocol
from governance.models.words import Word

__all__ = [
    "LEADING",
    "AskedChange",
    "Body",
    "BodyLink",
    "Duty",
    "Function",
    "MeantOverlap",
    "CharterDeferral",
    "CharterRequest",
    "CharterReview",
    "CharterSignature",
    "CharterVersion",
    "Function",
    "GroundRule",
    "GroundRulesRead",
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
    "CallRow",
    "Channel",
    "FoundAcronym",
    "Function",
    "NotAnAcronym",
    "Publication",
    "Rank",
    "RegularMessage",
    "RoleAssignment",
    "RoleLetter",
    "Seat",
    "SentMessage",
    "UrgentCall",
    "UrgentMessage",
    "UrgentProtocol",
    "Word",
]
