from governance.models.acronyms import (
    FoundAcronym,
    NotAnAcronym,
)
from governance.models.assignments import (
    RoleAssignment,
)
from governance.models.bodies import (
    Body,
    Publication,
)
from governance.models.charter import (
    CharterDeferral,
    CharterRequest,
    CharterReview,
    CharterSignature,
    CharterVersion,
    GroundRule,
    GroundRulesRead,
)
from governance.models.communication import (
    Channel,
    RegularMessage,
    SentMessage,
)
from governance.models.duties import (
    BodyLink,
    Duty,
    MeantOverlap,
)
from governance.models.functions import (
    Function,
)
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
from governance.models.role_letters import (
    AskedChange,
    RoleLetter,
)
from governance.models.seats import (
    LEADING,
    Rank,
    Seat,
)
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
from governance.models.urgent import (
    CallRow,
    UrgentCall,
    UrgentMessage,
    UrgentProtocol,
)
from governance.models.words import (
    Word,
)

__all__ = [
    "LEADING",
    "AskedChange",
    "Audience",
    "Body",
    "BodyLink",
    "BodyPhase",
    "Buddy",
    "CallRow",
    "Channel",
    "CharterDeferral",
    "CharterRequest",
    "CharterReview",
    "CharterSignature",
    "CharterVersion",
    "CheckIn",
    "DecisionKind",
    "DecisionRule",
    "Deputy",
    "Duty",
    "Experiment",
    "FoundAcronym",
    "Function",
    "GroundRule",
    "GroundRulesRead",
    "Handover",
    "HandoverLine",
    "HandoverStep",
    "Interest",
    "InterestDeclaration",
    "JoinRequest",
    "JoiningStep",
    "KeyRole",
    "LeadershipOverride",
    "LeadershipRule",
    "MeantOverlap",
    "Mediator",
    "MediatorInterest",
    "MentorPair",
    "Milestone",
    "Moment",
    "NotAnAcronym",
    "Onboarding",
    "OnboardingItem",
    "OpenDoor",
    "Phase",
    "Place",
    "PowerSettings",
    "Publication",
    "Rank",
    "Ready",
    "RegularMessage",
    "RoleAssignment",
    "RoleLetter",
    "Seat",
    "SentMessage",
    "Training",
    "TrainingAttendance",
    "UrgentCall",
    "UrgentMessage",
    "UrgentProtocol",
    "Word",
]
